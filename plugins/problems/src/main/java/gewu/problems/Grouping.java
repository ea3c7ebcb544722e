package gewu.problems;

import java.util.ArrayList;
import java.util.List;

/// Puts a problem and the lead-ins behind it (原因：, 整改措施：) together, where a section of problems has several such pairs
/// or has them in one line.
final class Grouping {
    private Grouping() {}

    static List<Chunk> of(List<Chunk> chunks) {
        List<Chunk> all = new ArrayList<>(chunks);
        for (int i = 1; i < all.size(); i++) {
            Chunk chunk = all.get(i);
            Chunk before = all.get(i - 1);
            boolean isAnswer = chunk.group() != 0
                    && chunk.marked()
                    && chunk.matter() != Matter.PROBLEM
                    && chunk.matter() != Matter.MIXED;
            boolean isAsked =
                    before.group() == 0 && (before.matter() == Matter.PROBLEM || before.matter() == Matter.MIXED);
            if (isAnswer && isAsked && (!chunk.opens() || isOneOfSeveral(all, i))) {
                int at = i - 1;
                all.set(at, in(before, chunk.group()));
                while (chunk.opens()
                        && at > 0
                        && all.get(at - 1).group() == 0
                        && all.get(at - 1).matter() == before.matter()
                        && all.get(at - 1).area() == before.area()) {
                    at--;
                    all.set(at, in(all.get(at), chunk.group()));
                }
            }
        }
        return all;
    }

    private static boolean isOneOfSeveral(List<Chunk> all, int at) {
        for (int i = at + 1; i < Math.min(all.size(), at + 12); i++) {
            if (all.get(i).group() == 0
                    && all.get(i).matter() == all.get(at - 1).matter()) {
                return true;
            }
        }
        for (int i = at - 2; i > Math.max(0, at - 12); i--) {
            if (all.get(i).group() != 0 && all.get(i).matter() == all.get(at).matter()) {
                return true;
            }
        }
        return false;
    }

    private static Chunk in(Chunk it, int group) {
        return new Chunk(
                it.matter(),
                it.scope(),
                group,
                it.span(),
                it.opens(),
                it.marked(),
                it.area(),
                it.trust(),
                it.mark(),
                it.level());
    }
}
