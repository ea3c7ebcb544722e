package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Optional;

/// The search page while nothing is asked.
///
/// @param recent   what this person asked last, the last first
/// @param saved    the saved searches
/// @param examples of what can be asked
public record StartPage(List<Recent> recent, Optional<Panel> saved, List<Example> examples) {
    public StartPage {
        recent = List.copyOf(recent);
        examples = List.copyOf(examples);
    }

    /// A question asked before.
    ///
    /// @param limits the conditions beside its words
    public record Recent(String words, String limits, String address) {}

    /// A question that shows what can be written.
    public record Example(String words, String means, String address) {}
}
