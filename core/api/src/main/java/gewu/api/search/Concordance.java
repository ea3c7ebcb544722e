package gewu.api.search;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.ReportFacts;
import java.util.List;

/// Words in context: one line for each place where they stand.
///
/// @param understood  what the words were understood as
/// @param occurrences how many places there are
/// @param sorted      how many of them the order was made from: all, up to a limit that is said in the help
public record Concordance(List<Line> lines, String understood, long occurrences, long sorted) {
    public Concordance {
        lines = List.copyOf(lines);
    }

    /// How lines are put in order.
    public enum Order {
        /// By report and place.
        TEXT,
        /// By the characters to the left, read from the word outwards.
        LEFT,
        /// By the characters to the right.
        RIGHT
    }

    /// One place.
    ///
    /// @param mark  in the report's source text
    /// @param left  words before it, as written, broken lines joined, up to 60 characters of the paragraph
    /// @param words as they stand there
    /// @param right words behind it, up to 60 characters of the paragraph
    public record Line(
            String report,
            ReportFacts facts,
            int page,
            int paragraph,
            Mark mark,
            String left,
            String words,
            String right) {
        /// How much of the context a line holds.
        private static final int REACH = 60;

        /// The line for one mark of a hit.
        public static Line of(SearchAnswer.Hit hit, Mark mark) {
            int from = mark.start() - hit.start();
            int to = mark.end() - hit.start();
            String left = CleanText.joined(hit.text().substring(0, from));
            String right = CleanText.joined(hit.text().substring(to));
            return new Line(
                    hit.report(),
                    hit.facts(),
                    hit.page(),
                    hit.paragraph(),
                    mark,
                    left.substring(Math.max(0, left.length() - REACH)),
                    CleanText.joined(hit.text().substring(from, to)),
                    right.substring(0, Math.min(right.length(), REACH)));
        }
    }
}
