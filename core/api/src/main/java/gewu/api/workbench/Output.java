package gewu.api.workbench;

import gewu.api.job.Progress;

/// Where a command's answer goes. A command writes its rows and shows its panels; each face takes what it is
/// for: `--json` takes the rows, people's faces take the panels. Used by the thread that runs the command.
public interface Output {
    /// Whether rows are wanted (and panels are not).
    boolean isJson();

    /// The language of the person who asks, for what a command writes into files: `zh` or `en`.
    default String language() {
        return "zh";
    }

    /// One JSON line; ignored where people read.
    void row(DataRow row);

    /// Something for people; ignored with `--json`.
    void show(Panel panel);

    /// A warning or a remark beside the answer, on standard error. In English, like a fault; people read it in their
    /// language by the plugin's `META-INF/sentences.zh`, programs as it is.
    void note(String text);

    /// Tells how far long work is: a bar in the terminal, silence in a pipe.
    Progress progress();
}
