package gewu.api.export;

import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;
import java.io.OutputStream;

/// Extension point `exporter`: writes tables in one format. Its file name ending and media type stand in the
/// manifest. One instance serves all threads.
///
/// Whatever stands in a cell is only text or a figure to whoever opens the file: nothing of it may become a
/// formula, a link or markup.
public interface Exporter extends ExtensionPoint {
    /// Writes the whole table, row by row as its rows come.
    ///
    /// @param language `zh` or `en`, for the heads
    /// @param out      left open
    /// @throws IOException only if `out` can't take it
    void write(ExportTable table, String language, OutputStream out) throws IOException;
}
