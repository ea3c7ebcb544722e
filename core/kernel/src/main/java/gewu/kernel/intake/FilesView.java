package gewu.kernel.intake;

import gewu.api.Label;
import gewu.api.intake.FileRecord;
import gewu.api.intake.Intake;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.kernel.word.Sentences;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where every file stands, as a table; those that need somebody come first.
final class FilesView implements View {
    private final Intake intake;
    private final Sentences sentences;

    FilesView(Intake intake, Sentences sentences) {
        this.intake = intake;
        this.sentences = sentences;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        return table(
                intake.files().stream()
                        .filter(it -> state.isEmpty() || FileStateNames.isNamed(it.state(), state))
                        .toList(),
                sentences);
    }

    static Panel table(List<FileRecord> files, Sentences sentences) {
        if (files.isEmpty()) {
            return new Panel.Text(
                    new Label("没有这样的文件。导入：gewu import 文件夹", "No such files. Bring some in: gewu import FOLDER"));
        }
        FileTable table = new FileTable(
                Panel.Column.text("状态", "State"),
                Panel.Column.report("报告", "Report"),
                Panel.Column.text("页", "Page"),
                Panel.Column.text("原因和办法", "Why, and what to do"));
        files.stream()
                .sorted((a, b) -> Boolean.compare(a.state().isWell(), b.state().isWell()))
                .forEach(it -> table.add(
                        it.file(),
                        FileStateNames.of(it.state()),
                        it.report(),
                        it.page() == 0 ? "" : Integer.toString(it.page()),
                        FileTable.worded(
                                sentences, (FileTable.brief(it.file(), it.reason()) + " " + it.remedy()).strip())));
        return table.titled(counts(files));
    }

    private static Label counts(List<FileRecord> files) {
        Map<gewu.api.intake.Brought.State, Integer> counts = new TreeMap<>();
        files.forEach(it -> counts.merge(it.state(), 1, Integer::sum));
        StringBuilder zh = new StringBuilder("文件 " + files.size());
        StringBuilder en = new StringBuilder(files.size() + (files.size() == 1 ? " file" : " files"));
        counts.forEach((state, count) -> {
            zh.append("，").append(FileStateNames.of(state).zh()).append(' ').append(count);
            en.append(", ")
                    .append(count)
                    .append(' ')
                    .append(FileStateNames.of(state).en());
        });
        return new Label(zh.toString(), en.toString());
    }
}
