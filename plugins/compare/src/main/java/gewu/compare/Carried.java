package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Passage;
import java.util.Locale;

/// A paragraph that was carried over from elsewhere with a year or a name that is not the report's own.
///
/// @param head      the report
/// @param paragraph its paragraph
/// @param passage   the year or the name
/// @param sentence  the sentence around it
/// @param from      the report to which the year or the name belongs
/// @param pattern   the sentence there
record Carried(
        Kind kind,
        SheetTable.Head head,
        int paragraph,
        Passage passage,
        Passage sentence,
        SheetTable.Head from,
        int fromParagraph,
        Passage pattern) {
    /// What was forgotten to be changed.
    enum Kind {
        OLD_YEAR("旧年度", "an old year"),
        OTHER_REGION("别处地名", "another place's name"),
        OTHER_ORG("其他单位名称", "another organisation's name");

        private final Label label;

        Kind(String zh, String en) {
            this.label = new Label(zh, en);
        }

        Label label() {
            return label;
        }

        /// The name used in JSON.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
