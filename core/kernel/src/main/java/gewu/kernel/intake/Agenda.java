package gewu.kernel.intake;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.kernel.rule.FolderRules;
import gewu.kernel.rule.RulesFile;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        states.remember(order.paths().stream()
                .filter(Files::isDirectory)
                .map(it -> Path.of(absolute(it)))
                .toList());
        FolderRules rules = new FolderRules(states.folders());
        List<ReadAhead.Step> steps = new ArrayList<>();
        List<FileWalk.Stop> stops = FileWalk.through(order.paths(), workspace.folder());
        Set<String> told = new HashSet<>();
        stops.stream().filter(FileWalk.Stop.Rules.class::isInstance).forEach(it -> told.add(absolute(it.path())));
        for (FileWalk.Stop stop : stops) {
            Source source = source(stop.path(), order, rules);
            switch (stop) {
                case FileWalk.Stop.File _ when isStillChanging(source, order) -> {}
                case FileWalk.Stop.File _ -> {
                    steps.addAll(faultyAbove(source, told));
                    steps.add(new ReadAhead.Step.Read(source));
                }
                case FileWalk.Stop.Rules _ -> steps.add(new ReadAhead.Step.Tell(source, rulesOf(source)));
                case FileWalk.Stop.Trouble(Path _, Brought.State state, String reason) ->
                    steps.add(new ReadAhead.Step.Tell(source, new Outcome(state, "", reason, "", 0, 0, 0, false)));
            }
        }
        return steps;
    }

    /// Rules files with faults that count for a file, and are told nowhere else.
    private static List<ReadAhead.Step> faultyAbove(Source source, Set<String> told) {
        List<ReadAhead.Step> steps = new ArrayList<>();
        for (RulesFile rules : source.rules().above(Path.of(source.absolute()))) {
            String name = rules.file().toString();
            if (!rules.faults().isEmpty() && told.add(name)) {
                Source file = new Source(rules.file(), name, name, 0, Intake.Overrides.NONE, false, source.rules());
                steps.add(new ReadAhead.Step.Tell(file, outcome(rules)));
            }
        }
        return steps;
    }

    private static Outcome rulesOf(Source source) {
        Path folder = Path.of(source.absolute()).getParent();
        return outcome(source.rules().in(folder == null ? source.path() : folder));
    }

    /// A rules file is passed over as a report; what can't be understood in it fails.
    private static Outcome outcome(RulesFile rules) {
        int count = rules.rules().size();
        return rules.faults().isEmpty()
                ? Outcome.of(
                        Brought.State.SKIPPED,
                        "",
                        "rules: " + count + (count == 1 ? " rule" : " rules") + " for the files of this folder.")
                : Outcome.failed("rules: " + rules.told(), "");
    }

    private static Source source(Path path, Intake.Order order, FolderRules rules) {
        return new Source(path, path.toString(), absolute(path), 0, order.overrides(), false, rules);
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
        FolderRules rules = new FolderRules(states.folders());
        for (FileStates.Known known : meant) {
            String outermost = Source.outermost(known.absoluteFile());
            if (isBelow(outermost, order.paths())) {
                Source source = again(known, outermost, order, rules);
                boolean isRules = Path.of(outermost).endsWith(FolderRules.NAME);
                steps.putIfAbsent(
                        outermost,
                        isRules ? new ReadAhead.Step.Tell(source, rulesOf(source)) : new ReadAhead.Step.Read(source));
            }
        }
        return List.copyOf(steps.values());
    }

    private static Source again(FileStates.Known known, String outermost, Intake.Order order, FolderRules rules) {
        Intake.Overrides said = order.overrides().equals(Intake.Overrides.NONE) ? known.said() : order.overrides();
        return new Source(
                Path.of(outermost), Source.outermost(known.record().file()), outermost, 0, said, false, rules);
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
