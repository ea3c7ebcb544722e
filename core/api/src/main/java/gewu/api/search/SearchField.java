package gewu.api.search;

import gewu.api.plugin.ExtensionPoint;

/// Extension point `search-field`: a condition that may stand in a question, `NAME:VALUE`, such as `tag:重点`.
/// The id of the extension is its name, in small Latin letters. Safe for all threads.
public interface SearchField extends ExtensionPoint {
    /// Where the condition holds at this moment.
    ///
    /// @param value what stands behind the colon, without quotation marks around it; not blank
    /// @throws gewu.api.WorkbenchException (of kind USAGE) if the value means nothing; it proposes what would
    Selection select(String value);
}
