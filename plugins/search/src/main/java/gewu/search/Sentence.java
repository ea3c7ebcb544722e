package gewu.search;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.search.SearchAnswer;

/// The sentence round a mark, broken lines joined, every character as it is written.
final class Sentence {
    private static final String ENDS = "。！？!?；;";

    private Sentence() {}

    /// From behind the end of the sentence before to its own end, which belongs to it.
    static String around(SearchAnswer.Hit hit, Mark mark) {
        String text = hit.text();
        int from = mark.start() - hit.start();
        while (from > 0 && ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = mark.end() - hit.start();
        boolean isEnded = to > 0 && ENDS.indexOf(text.charAt(to - 1)) >= 0;
        while (!isEnded && to < text.length()) {
            isEnded = ENDS.indexOf(text.charAt(to)) >= 0;
            to++;
        }
        return CleanText.joined(text.substring(from, to)).strip();
    }

    /// The marked words.
    static String words(SearchAnswer.Hit hit, Mark mark) {
        return CleanText.joined(hit.text().substring(mark.start() - hit.start(), mark.end() - hit.start()));
    }
}
