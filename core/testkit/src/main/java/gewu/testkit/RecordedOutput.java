package gewu.testkit;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// An output that keeps what a command said, one face at a time. For the thread that runs the command.
public final class RecordedOutput implements Output {
    private final boolean json;
    private final List<DataRow> rows = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private RecordedOutput(boolean json) {
        this.json = json;
    }

    /// As with `--json`: rows are kept, panels are not.
    public static RecordedOutput json() {
        return new RecordedOutput(true);
    }

    /// As in a terminal: panels are kept, rows are not.
    public static RecordedOutput people() {
        return new RecordedOutput(false);
    }

    public List<DataRow> rows() {
        return List.copyOf(rows);
    }

    public List<Panel> panels() {
        return List.copyOf(panels);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public boolean isJson() {
        return json;
    }

    @Override
    public void row(DataRow row) {
        if (json) {
            rows.add(row);
        }
    }

    @Override
    public void show(Panel panel) {
        if (!json) {
            panels.add(panel);
        }
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }
}
