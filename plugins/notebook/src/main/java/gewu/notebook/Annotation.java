package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Anchor;
import java.time.Instant;
import java.util.Locale;

/// A note or a tag on a passage. It outlives its report.
///
/// @param number    by which people name it; notes and tags are counted together
/// @param words     the note, or the tag's name
/// @param title     of the report, on the day it was written
/// @param page      on that day
/// @param paragraph its number on that day
/// @param quote     the passage's source words on that day
record Annotation(
        long number,
        Kind kind,
        String words,
        Anchor anchor,
        String title,
        int page,
        int paragraph,
        String quote,
        String person,
        Instant madeAt,
        Instant changedAt) {

    enum Kind {
        NOTE("笔记", "note"),
        TAG("标签", "tag");

        private final Label label;

        Kind(String zh, String en) {
            this.label = new Label(zh, en);
        }

        Label label() {
            return label;
        }

        /// The name used in JSON and in the table.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
