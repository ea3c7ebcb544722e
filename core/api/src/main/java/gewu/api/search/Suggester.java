package gewu.api.search;

import gewu.api.plugin.ExtensionPoint;
import java.util.List;

/// Extension point `search-suggester`: proposes words while a person types, such as names of indicators. Safe
/// for all threads.
public interface Suggester extends ExtensionPoint {
    /// The likeliest first.
    ///
    /// @param typed one word or its beginning, not blank
    List<Suggestion> suggest(String typed, int limit);
}
