package gewu.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What has changed since an entry was frozen.
///
/// @param now        the counts of today
/// @param unchanged  how many paragraphs are hits then and now
/// @param differences in the order of the reports
record Difference(Counts now, long unchanged, List<One> differences) {
    Difference {
        differences = List.copyOf(differences);
    }

    record Counts(String understood, long paragraphs, long reports, long occurrences) {}

    /// What became of one paragraph.
    enum Kind {
        /// It is a hit now and was none.
        CAME,
        /// It was a hit, and the report or the paragraph is gone.
        WENT,
        /// It was a hit and is one with other words.
        CHANGED,
        /// It was a hit; with other words, under other headings or facts, it is none.
        LEFT;

        /// The name used in JSON.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param before as it was frozen; empty for one that came
    /// @param after  as it is; empty for one that is gone
    /// @param located where the frozen one stands now; empty for one that came
    record One(Kind kind, Optional<Kept> before, Optional<Kept> after, Optional<Located> located) {}
}
