package gewu.search;

import gewu.api.Label;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;

/// Tells that a file was written.
final class Written {
    private Written() {}

    static void say(long rows, String file, Output output) {
        output.row(DataRow.of("exported").with("file", file).with("rows", rows));
        output.show(new Panel.Text(
                new Label("已写入 " + file + "，共 " + rows + " 行。", "Wrote " + rows + " rows to " + file + ".")));
    }
}
