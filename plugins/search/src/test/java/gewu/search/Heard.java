package gewu.search;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import gewu.testkit.Shown;
import java.util.ArrayList;
import java.util.List;

/// Keeps what a command says.
final class Heard implements Output {
    final List<DataRow> rows = new ArrayList<>();
    final List<Panel> panels = new ArrayList<>();
    private final boolean isJson;

    Heard(boolean isJson) {
        this.isJson = isJson;
    }

    @Override
    public boolean isJson() {
        return isJson;
    }

    @Override
    public void row(DataRow row) {
        rows.add(row);
    }

    @Override
    public void show(Panel panel) {
        panels.add(panel);
    }

    @Override
    public void note(String text) {
        panels.add(new Panel.Text(text));
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }

    /// All sentences shown, in Chinese.
    List<String> sentences() {
        return panels.stream().flatMap(it -> Shown.words(it).stream()).toList();
    }
}
