package gewu.metrics.audit;

import gewu.api.metric.Check.Severity;
import java.util.List;

/// A total and the figures that are told as its parts.
///
/// @param members all figures of the list, also those that measure a part a second time, such as 批 beside 人次
/// @param parts   one figure for each part
/// @param form    what the report says about the list
/// @param weight  how much it matters if they don't add up
record Whole(Figure total, List<Figure> parts, List<Figure> members, Form form, Severity weight) {
    /// What is said about a list.
    enum Form {
        /// 其中, 包括: may leave parts out.
        OPEN,
        /// 分别为, 分为, 即: names all parts.
        CLOSED,
        /// A relation of the pack, and every part is told.
        RELATION,
        /// A relation of the pack of which some parts are not told.
        PARTIAL,
        /// Numbered items below a total.
        ITEMS,
        /// Told in a row, and coming to the total exactly.
        RUN,
        /// Sentences behind a total, not said to be its parts.
        SENTENCES
    }

    /// A list that the report itself tells.
    Whole(Figure total, List<Figure> parts, List<Figure> members, Form form) {
        this(total, parts, members, form, Severity.ERROR);
    }

    Whole {
        parts = List.copyOf(parts);
        members = List.copyOf(members);
    }
}
