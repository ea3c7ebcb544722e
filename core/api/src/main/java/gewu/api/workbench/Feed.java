package gewu.api.workbench;

import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Extension point `feed`: a file that other programs fetch again and again from the workbench while it is open in a
/// browser, such as a calendar they subscribe to. It stands under `/feed/`, named by its id and the ending of the
/// manifest, with its parameters behind it: `/feed/ledger.ics?unit=水利局`.
///
/// A feed only reads. One instance serves all threads.
public interface Feed extends ExtensionPoint {
    /// Writes all of it as it is now.
    ///
    /// @param parameters by name, as declared; the absent ones are not in the map
    /// @param language   `zh` or `en`
    /// @param out        left open
    /// @throws gewu.api.WorkbenchException if the parameters name what there is not; nothing is written then
    /// @throws IOException                 only if `out` can't take it
    void write(Map<String, String> parameters, String language, OutputStream out) throws IOException;
}
