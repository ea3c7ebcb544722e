package gewu.api.search;

import gewu.api.plugin.ExtensionPoint;
import java.util.Optional;

/// Extension point `search-function`: understands words of a question that the index does not, such as
/// `预算完成率<95`. It is asked for each word that holds one of the signs its manifest names. Safe for all
/// threads.
public interface SearchFunction extends ExtensionPoint {
    /// What the word means; empty if it is nothing of its own, and then is looked for as it is.
    ///
    /// @param word as typed, without spaces; quotation marks around the whole mean that nobody asks
    /// @throws gewu.api.WorkbenchException (of kind USAGE) if it would mean something were it not for a slip
    Optional<Understood> read(String word);

    /// A word that was understood.
    ///
    /// @param written what it was understood as, in the same language, such as `预算完成率<95%`
    record Understood(String written, Selection selection) {}
}
