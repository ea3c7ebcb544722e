package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Levels of which the text adds that they did not move: 与去年相比无变化, 人次与去年基本持平.
final class Flat {
    private static final Pattern LEADING = Pattern.compile("^(?:同比|环比|[比较与](?:上年|去年)(?:同期|相比)?)");
    private static final int REACH = 4;
    private static final int LONGEST_CLAUSE = 80;
    private static final int LONGEST_SENTENCE = 1_000;

    private Flat() {}

    static List<Statement> marked(Pack pack, String text, List<Statement> statements) {
        List<Statement> all = new ArrayList<>(statements);
        for (Words.Hit<Cue> cue : pack.flats().in(text, 0, text.length())) {
            int begin = cue.start();
            int least = Math.max(0, begin - LONGEST_CLAUSE);
            while (begin > least && ",。;:(".indexOf(text.charAt(begin - 1)) < 0) {
                begin--;
            }
            String clause = text.substring(begin, cue.start());
            clause = LEADING.matcher(clause).replaceFirst("");
            String measure = clause.startsWith("人次") ? "person" : clause.startsWith("批次") ? "batch" : "";
            boolean ownName = measure.isEmpty()
                    && !pack.names().in(clause, 0, clause.length()).isEmpty();
            if (ownName) {
                markNext(all, cue.end());
            } else {
                mark(all, text, begin, measure);
            }
        }
        return List.copyOf(all);
    }

    /// 会议费与上年持平,为1.5万元: the level stands behind.
    private static void markNext(List<Statement> all, int end) {
        for (int i = firstFrom(all, end); i < all.size(); i++) {
            Statement it = all.get(i);
            if (it.quantity().start() > end + REACH) {
                return;
            }
            if (it.isLevel()) {
                all.set(i, it.withDirection(Direction.FLAT));
                return;
            }
        }
    }

    private static void mark(List<Statement> all, String text, int begin, String measure) {
        int least = Math.max(0, begin - LONGEST_SENTENCE);
        int sentence = least + text.substring(least, begin).lastIndexOf('。') + 1;
        for (int i = firstFrom(all, begin) - 1; i >= 0 && all.get(i).quantity().start() >= sentence; i--) {
            Statement it = all.get(i);
            boolean measured = measure.isEmpty() || it.unit().measure().equals(measure);
            if (it.quantity().end() <= begin && it.isLevel() && measured) {
                all.set(i, it.withDirection(Direction.FLAT));
                return;
            }
        }
    }

    /// The first statement that begins at a place or behind.
    private static int firstFrom(List<Statement> all, int at) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).quantity().start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
