package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import java.util.ArrayList;
import java.util.List;

/// Levels of which the text adds that they did not move: 与去年相比无变化, 人次与去年基本持平.
final class Flat {
    private static final int REACH = 4;

    private Flat() {}

    static List<Statement> marked(Pack pack, String text, List<Statement> statements) {
        List<Statement> all = new ArrayList<>(statements);
        for (Words.Hit<Cue> cue : pack.flats().in(text, 0, text.length())) {
            int begin = cue.start();
            while (begin > 0 && ",。;:(".indexOf(text.charAt(begin - 1)) < 0) {
                begin--;
            }
            String clause = text.substring(begin, cue.start());
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
        for (int i = 0; i < all.size(); i++) {
            Statement it = all.get(i);
            if (it.quantity().start() >= end && it.quantity().start() <= end + REACH && it.isLevel()) {
                all.set(i, it.withDirection(Direction.FLAT));
                return;
            }
        }
    }

    private static void mark(List<Statement> all, String text, int begin, String measure) {
        int sentence = text.lastIndexOf('。', begin);
        for (int i = all.size() - 1; i >= 0; i--) {
            Statement it = all.get(i);
            if (it.quantity().end() <= begin
                    && it.quantity().start() > sentence
                    && it.isLevel()
                    && (measure.isEmpty() || it.unit().measure().equals(measure))) {
                all.set(i, it.withDirection(Direction.FLAT));
                return;
            }
        }
    }
}
