package gewu.kernel.intake;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// `gewu import PATH…`: brings files and folders in and tells of each what became of it.
final class ImportCommand implements Command {
    private static final Map<Brought.State, Label> STATES = new EnumMap<>(Map.of(
            Brought.State.IMPORTED, new Label("已导入", "imported"),
            Brought.State.UPDATED, new Label("已更新", "updated"),
            Brought.State.DUPLICATE, new Label("重复", "duplicate"),
            Brought.State.FAILED, new Label("失败", "failed"),
            Brought.State.SKIPPED, new Label("跳过", "skipped")));
    /// A longer list shows people only what they must look at.
    private static final int SHOWN = 50;

    private final Intake intake;
    private final Jobs jobs;

    ImportCommand(Intake intake, Jobs jobs) {
        this.intake = intake;
        this.jobs = jobs;
    }

    @Override
    public Exit run(CommandCall call, Output output) throws Exception {
        List<Path> paths = paths(call);
        Intake.Overrides said = new Intake.Overrides(call.option("--org").orElse(""), call.number("--year", 0));
        List<Brought> all = jobs.run(
                new Label("导入", "Import"),
                progress -> intake.bringIn(
                        paths, said, new Shared(progress, output.progress()), brought -> output.row(row(brought))));
        show(all, output);
        return all.stream().anyMatch(it -> it.state() == Brought.State.FAILED) ? Exit.SOME_FAILED : Exit.DONE;
    }

    private static List<Path> paths(CommandCall call) {
        if (call.arguments().isEmpty()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "Nothing to import was named.",
                    "Name files or folders: gewu import PATH…");
        }
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

    private static void show(List<Brought> all, Output output) {
        if (output.isJson()) {
            return;
        }
        List<Panel.Row> lines = new ArrayList<>();
        Map<Brought.State, Integer> counts = new EnumMap<>(Brought.State.class);
        for (Brought it : all) {
            counts.merge(it.state(), 1, Integer::sum);
            if (all.size() <= SHOWN || !it.reason().isEmpty()) {
                lines.add(Panel.Row.of(
                        it.file(),
                        label(it.state()),
                        it.report(),
                        it.pages() == 0 ? "" : it.pages(),
                        it.characters() == 0 ? "" : it.characters(),
                        it.reason()));
            }
        }
        if (!lines.isEmpty()) {
            output.show(new Panel.Table(
                    Label.same(""),
                    List.of(
                            Panel.Column.text("文件", "File"),
                            Panel.Column.text("状态", "State"),
                            Panel.Column.text("报告", "Report"),
                            Panel.Column.number("页数", "Pages"),
                            Panel.Column.number("字数", "Characters"),
                            Panel.Column.text("说明", "Reason")),
                    lines));
        }
        output.show(new Panel.Text(summary(all.size(), counts)));
    }

    private static Label summary(int files, Map<Brought.State, Integer> counts) {
        StringBuilder zh = new StringBuilder("共 " + files + " 个文件");
        StringBuilder en = new StringBuilder(files + (files == 1 ? " file" : " files"));
        counts.forEach((state, count) -> {
            zh.append("，").append(label(state).zh()).append(' ').append(count);
            en.append(", ").append(count).append(' ').append(label(state).en());
        });
        return new Label(zh + "。", en + ".");
    }

    private static Label label(Brought.State state) {
        return STATES.getOrDefault(state, Label.same(state.id()));
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
