package gewu.kernel.page;

import gewu.api.report.Doubt;
import java.util.ArrayList;
import java.util.List;

/// Gathers the words that were not read surely. For one thread.
final class Doubts {
    private static final double SURE = 0.80;

    /// A wrong figure does more harm than a wrong word.
    private static final double SURE_FIGURE = 0.90;

    private final List<Doubt> doubts = new ArrayList<>();

    /// Notes the doubtful stretches of a line.
    ///
    /// @param at where the line begins in the text
    void note(SetLine line, int at) {
        int from = -1;
        double least = 1;
        for (int i = 0; i <= line.text().length(); i++) {
            boolean isDoubtful = i < line.text().length() && isDoubtful(line, i);
            if (isDoubtful) {
                from = from < 0 ? i : from;
                least = Math.min(least, line.confidences()[i]);
            } else if (from >= 0) {
                doubts.add(new Doubt(at + from, at + i, Math.max(0, least)));
                from = -1;
                least = 1;
            }
        }
    }

    private static boolean isDoubtful(SetLine line, int i) {
        double sure = Script.isDigit(line.text().charAt(i)) ? SURE_FIGURE : SURE;
        return line.confidences()[i] < sure;
    }

    List<Doubt> list() {
        return List.copyOf(doubts);
    }
}
