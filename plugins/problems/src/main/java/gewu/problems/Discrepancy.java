package gewu.problems;

import gewu.api.Label;
import gewu.api.report.Passage;
import java.util.List;
import java.util.Locale;

/// Two things a report says, or two reports of one organisation say, that do not go together: a warning, decided by a
/// person.
///
/// @param places   the passages that do not go together, this report's first
/// @param problems ids of the problems of this report that it is about
record Discrepancy(Kind kind, List<Passage> places, List<String> problems, Label why) {
    Discrepancy {
        places = List.copyOf(places);
        problems = List.copyOf(problems);
    }

    enum Kind {
        /// Said to be settled, and named as open.
        SETTLED_AGAIN,
        /// The best mark that can be had, and problems all the same.
        FULL_MARKS,
        /// Named in the report of the year before too.
        REPEATED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
