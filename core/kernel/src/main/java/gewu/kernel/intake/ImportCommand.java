package gewu.kernel.intake;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.kernel.version.VersionFinder;
import gewu.kernel.word.Sentences;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `gewu import [PATH…]`: brings files and folders in and tells of each what became of it; without a path, goes on with
/// what an import left undone.
final class ImportCommand implements Command {
    /// A longer list shows people only what they must look at.
    private static final int SHOWN = 50;

    private static final Duration QUIET = Duration.ofMillis(2_500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Intake intake;
    private final Jobs jobs;
    private final Sentences sentences;
    private final VersionFinder versions;

    ImportCommand(Intake intake, Jobs jobs, Store store, Sentences sentences, Clock clock) {
        this.intake = intake;
        this.jobs = jobs;
        this.sentences = sentences;
        this.versions = new VersionFinder(store, clock);
    }

    @Override
    public Exit run(CommandCall call, Output output) throws Exception {
        Intake.Order order = order(call);
        List<Brought> all = bringIn(order, output);
        show(all, output);
        if (call.has("--watch")) {
            watch(order.with(Intake.Which.NEWS), output);
        }
        return all.stream().anyMatch(ImportCommand::needsAttention) ? Exit.SOME_FAILED : Exit.DONE;
    }

    private List<Brought> bringIn(Intake.Order order, Output output) throws Exception {
        return jobs.run(
                new Label("导入", "Import"),
                progress -> intake.bringIn(
                        order, new Shared(progress, output.progress()), brought -> output.row(row(brought))));
    }

    /// Brings in what comes, until somebody ends it. Files are only read, never moved or deleted.
    private void watch(Intake.Order order, Output output) throws Exception {
        String folders = order.paths().stream().map(Path::toString).collect(Collectors.joining(", "));
        output.note("Watching " + folders + " for new files; Ctrl-C ends it.");
        Progress face = output.progress();
        try (FolderWatch watch = new FolderWatch(order.paths(), QUIET, LONGEST)) {
            watch.follow(face::isCancelled, () -> show(again(order, output), output));
        }
    }

    private List<Brought> again(Intake.Order order, Output output) {
        try {
            return bringIn(order, output);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Intake.Order order(CommandCall call) {
        Intake.Order order = Intake.Order.of(paths(call))
                .with(new Intake.Overrides(call.option("--org").orElse(""), call.number("--year", 0)))
                .with(call.option("--ocr").map(ImportCommand::ocr).orElse(Intake.Ocr.AUTO))
                .with(call.has("--retry-failed") ? Intake.Which.FAILED : Intake.Which.ALL);
        if (order.paths().isEmpty() && call.has("--watch")) {
            throw usage("--watch needs a folder to watch.", "Name it: gewu import FOLDER --watch");
        }
        if (order.paths().isEmpty() && order.which() == Intake.Which.ALL && !isAnythingLeft()) {
            throw usage(
                    "Nothing to import was named, and nothing is left from before.",
                    "Name files or folders: gewu import PATH…");
        }
        return order;
    }

    private boolean isAnythingLeft() {
        return intake.files().stream()
                .anyMatch(it -> it.state() == Brought.State.QUEUED
                        || it.state() == Brought.State.PARSING
                        || it.state() == Brought.State.NEEDS_OCR);
    }

    private static Intake.Ocr ocr(String word) {
        return switch (word) {
            case "auto" -> Intake.Ocr.AUTO;
            case "never" -> Intake.Ocr.NEVER;
            case "always" -> Intake.Ocr.ALWAYS;
            default ->
                throw usage("--ocr takes auto, never or always, not “" + word + "”.", "Write it like --ocr auto.");
        };
    }

    private static List<Path> paths(CommandCall call) {
        List<Path> paths = new ArrayList<>();
        for (String word : call.arguments()) {
            try {
                paths.add(Path.of(word));
            } catch (InvalidPathException notAPath) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + word + "” can't be a path: " + notAPath.getReason() + ".",
                        "Name files or folders: gewu import PATH…",
                        notAPath);
            }
        }
        return paths;
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }

    private static boolean needsAttention(Brought brought) {
        return brought.state() == Brought.State.FAILED || brought.state() == Brought.State.NEEDS_OCR;
    }

    private static DataRow row(Brought brought) {
        return DataRow.of("file")
                .with("file", brought.file())
                .with("state", brought.state().id())
                .with("report", brought.report().isEmpty() ? null : brought.report())
                .with("reason", brought.reason().isEmpty() ? null : brought.reason())
                .with("pages", brought.pages())
                .with("characters", brought.characters())
                .with("ms", brought.millis());
    }

    private void show(List<Brought> all, Output output) {
        if (output.isJson() || all.isEmpty()) {
            return;
        }
        FileTable table = new FileTable(
                Panel.Column.text("状态", "State"),
                Panel.Column.report("报告", "Report"),
                Panel.Column.number("页数", "Pages"),
                Panel.Column.number("字数", "Characters"),
                Panel.Column.text("说明", "Reason"));
        Map<Brought.State, Integer> counts = new EnumMap<>(Brought.State.class);
        for (Brought it : all) {
            counts.merge(it.state(), 1, Integer::sum);
            if (all.size() <= SHOWN || !it.reason().isEmpty()) {
                table.add(
                        it.file(),
                        FileStateNames.of(it.state()),
                        it.report(),
                        it.pages() == 0 ? "" : it.pages(),
                        it.characters() == 0 ? "" : it.characters(),
                        FileTable.worded(sentences, FileTable.brief(it.file(), it.reason())));
            }
        }
        if (!table.isEmpty()) {
            output.show(table.titled(Label.same("")));
        }
        output.show(new Panel.Text(summary(all.size(), counts, waiting(all))));
    }

    /// How many of the reports that came in look like others, saved again.
    private int waiting(List<Brought> all) {
        return versions.waiting(all.stream()
                .filter(it -> it.state() == Brought.State.IMPORTED || it.state() == Brought.State.UPDATED)
                .map(Brought::report)
                .collect(Collectors.toSet()));
    }

    private static Label summary(int files, Map<Brought.State, Integer> counts, int waiting) {
        StringBuilder zh = new StringBuilder("共 " + files + " 个文件");
        StringBuilder en = new StringBuilder(files + (files == 1 ? " file" : " files"));
        counts.forEach((state, count) -> {
            zh.append("，").append(FileStateNames.of(state).zh()).append(' ').append(count);
            en.append(", ")
                    .append(count)
                    .append(' ')
                    .append(FileStateNames.of(state).en());
        });
        if (waiting > 0) {
            zh.append("。其中 ").append(waiting).append(" 份像是已有报告的新版本：gewu versions");
            en.append(". ")
                    .append(waiting)
                    .append(
                            waiting == 1
                                    ? " looks like a new version of a report"
                                    : " look like new versions of reports")
                    .append(": gewu versions");
        }
        return new Label(zh + "。", en + ".");
    }

    /// Progress that the list of jobs and the face of this command both see.
    private record Shared(Progress job, Progress face) implements Progress {
        @Override
        public void total(long steps) {
            job.total(steps);
            face.total(steps);
        }

        @Override
        public void step(String what) {
            job.step(what);
            face.step(what);
        }

        @Override
        public boolean isCancelled() {
            return job.isCancelled() || face.isCancelled();
        }
    }
}
