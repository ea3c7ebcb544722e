package gewu.workbench.page;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// Collects what a command shows, for a page. Used by one thread.
final class ShownPanels implements Output {
    private final List<Panel> panels = new ArrayList<>();
    private final String language;
    private final PageWords words;

    /// @param words say its remarks
    ShownPanels(String language, PageWords words) {
        this.language = language;
        this.words = words;
    }

    boolean isEmpty() {
        return panels.isEmpty();
    }

    @Override
    public String language() {
        return language;
    }

    /// All that was shown, one above the other.
    Panel panel() {
        return new Panel.Stack(panels);
    }

    @Override
    public boolean isJson() {
        return false;
    }

    @Override
    public void row(DataRow row) {
        // People read panels.
    }

    @Override
    public void show(Panel panel) {
        panels.add(panel);
    }

    @Override
    public void note(String text) {
        panels.add(new Panel.Text(words.message(text, language)));
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }
}
