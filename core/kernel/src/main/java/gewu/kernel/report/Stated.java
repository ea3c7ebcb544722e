package gewu.kernel.report;

import gewu.api.report.Fact;
import gewu.api.report.ReportFacts;
import java.util.Map;

/// The facts of a report as its text and its file name state them, and where they were read.
///
/// @param places for fields that were read at one place; others are known from several, or concluded
public record Stated(ReportFacts facts, Map<Fact.Field, Place> places) {
    public Stated {
        places = Map.copyOf(places);
    }

    /// A stretch of the source text that holds the words.
    public record Place(int start, int end) {
        /// The name of the file, not the text.
        public static final Place FILE_NAME = new Place(-1, -1);

        boolean isInText() {
            return start >= 0;
        }
    }
}
