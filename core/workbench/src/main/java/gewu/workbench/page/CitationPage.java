package gewu.workbench.page;

import java.util.List;

/// A passage as papers cite it, ready to be copied.
///
/// @param report    the report's page, opened at the passage
/// @param title     the report's
/// @param passage   the permanent link
/// @param anchor    what stands in it
/// @param paragraph where the whole paragraph is cited; empty when it is
/// @param remark    what to check; empty for nothing
public record CitationPage(
        String report,
        String title,
        List<Written> written,
        String passage,
        String anchor,
        String paragraph,
        String remark) {
    public CitationPage {
        written = List.copyOf(written);
    }

    /// The citation in one style.
    public record Written(String style, String text) {}
}
