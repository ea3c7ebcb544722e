package gewu.kernel.intake;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Finds out which files an order means, and notes in the store that they wait.
final class Agenda {
    private final FileStates states;
    private final Workspace workspace;

    Agenda(FileStates states, Workspace workspace) {
        this.states = states;
        this.workspace = workspace;
    }

    /// The steps of an order.
    ///
    /// @param canRecognise whether a text recogniser is ready
    List<ReadAhead.Step> of(Intake.Order order, BooleanSupplier canRecognise) {
        List<ReadAhead.Step> steps = order.paths().isEmpty() || order.which() == Intake.Which.FAILED
                ? fromStore(order, canRecognise)
                : fromDisk(order);
        states.queue(steps, this::mustBeRead);
        return steps;
    }

    private List<ReadAhead.Step> fromDisk(Intake.Order order) {
        List<ReadAhead.Step> steps = new ArrayList<>();
        for (FileWalk.Stop stop : FileWalk.through(order.paths(), workspace.folder())) {
            Source source = source(stop.path(), order);
            switch (stop) {
                case FileWalk.Stop.File _ when isStillChanging(source, order) -> {}
                case FileWalk.Stop.File _ -> steps.add(new ReadAhead.Step.Read(source));
                case FileWalk.Stop.Trouble(Path _, Brought.State state, String reason) ->
                    steps.add(new ReadAhead.Step.Tell(source, new Outcome(state, "", reason, "", 0, 0, 0, false)));
            }
        }
        return steps;
    }

    private static Source source(Path path, Intake.Order order) {
        return new Source(path, path.toString(), absolute(path), 0, order.overrides(), false);
    }

    private static String absolute(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException unreachable) {
            return path.toAbsolutePath().normalize().toString();
        }
    }

    /// Somebody may still be writing a file that changed a moment ago; whoever watches comes back.
    private boolean isStillChanging(Source source, Intake.Order order) {
        return order.which() == Intake.Which.NEWS
                && source.attributes().filter(it -> !states.isSettled(it)).isPresent();
    }

    /// What an earlier import left undone, or what failed then.
    private List<ReadAhead.Step> fromStore(Intake.Order order, BooleanSupplier canRecognise) {
        List<FileStates.Known> meant = new ArrayList<>();
        if (order.which() == Intake.Which.FAILED) {
            meant.addAll(states.inState(Brought.State.FAILED));
        } else {
            meant.addAll(states.inState(Brought.State.QUEUED));
            meant.addAll(states.inState(Brought.State.PARSING));
        }
        List<FileStates.Known> waiting = new ArrayList<>(states.inState(Brought.State.NEEDS_OCR));
        waiting.addAll(states.wantingOcr());
        if (!waiting.isEmpty() && order.ocr() != Intake.Ocr.NEVER && canRecognise.getAsBoolean()) {
            meant.addAll(waiting);
        }
        Map<String, ReadAhead.Step> steps = new LinkedHashMap<>();
        for (FileStates.Known known : meant) {
            String outermost = Source.outermost(known.absoluteFile());
            if (isBelow(outermost, order.paths())) {
                steps.putIfAbsent(outermost, new ReadAhead.Step.Read(again(known, outermost, order)));
            }
        }
        return List.copyOf(steps.values());
    }

    private static Source again(FileStates.Known known, String outermost, Intake.Order order) {
        Intake.Overrides said = order.overrides().equals(Intake.Overrides.NONE) ? known.said() : order.overrides();
        return new Source(Path.of(outermost), Source.outermost(known.record().file()), outermost, 0, said, false);
    }

    private static boolean isBelow(String absolute, List<Path> paths) {
        return paths.isEmpty()
                || paths.stream().anyMatch(it -> Path.of(absolute).startsWith(absolute(it)));
    }

    /// Whether a file is not known as it is now.
    private boolean mustBeRead(Source source) {
        Optional<FileStates.Known> known = states.find(source.absolute());
        return known.isEmpty()
                || !known.get().isSettled()
                || !source.attributes().filter(known.get()::isUnchanged).isPresent();
    }
}
