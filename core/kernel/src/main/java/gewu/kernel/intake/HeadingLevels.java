package gewu.kernel.intake;

import gewu.kernel.intake.HeadingFinder.Heading;
import gewu.kernel.intake.Numbering.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides how deep each heading stands.
///
/// Reports number badly: `7、` follows `六、`, `（1）` is the brother of `（二）`, and `（三）` comes twice. So each way
/// to nest the headings is weighed, a few at a time, from the first heading to the last, and the one that
/// least offends against usage wins: brothers share a shape, `（一）` stands under `一、`, numbers count on, a
/// shape keeps its level. None of these is a rule, each may be broken for the sake of the others.
final class HeadingLevels {
    private static final int KEPT = 8;
    private static final int DEEPEST = 9;

    /// So much dearer than the best, a nesting never catches up.
    private static final double HOPELESS = 5;

    private static final long[] POWERS = powers();

    /// One way to nest the headings so far: the chain of open headings, the innermost first.
    ///
    /// @param levels the level at which each shape stood last, four bits a shape
    private record Nesting(@Nullable Node top, @Nullable Placed last, long levels, double cost) {}

    /// An open heading in the one around it.
    ///
    /// @param chain tells it and those around it from all other chains
    private record Node(
            Heading heading,
            int index,
            int level,
            long chain,
            @Nullable Node up) {
        static Node of(Heading heading, int index, int level, @Nullable Node up) {
            long chain = index * POWERS[level - 1] + (up == null ? 0 : up.chain());
            return new Node(heading, index, level, chain, up);
        }

        /// Two nestings with the same open headings have the same future, but for the habits of shapes.
        Long key() {
            return 7 * POWERS[level] + chain;
        }
    }

    private record Placed(int level, @Nullable Placed before) {}

    private static long[] powers() {
        long[] powers = new long[DEEPEST + 2];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 1_000_003;
        }
        return powers;
    }

    /// The level of each heading, from 1.
    static int[] of(List<Heading> headings) {
        List<Nesting> kept = List.of(new Nesting(null, null, 0, 0));
        for (int i = 0; i < headings.size(); i++) {
            kept = withHeading(kept, headings.get(i), i);
        }
        int[] levels = new int[headings.size()];
        Placed placed = kept.getFirst().last();
        for (int i = levels.length - 1; i >= 0 && placed != null; i--) {
            levels[i] = placed.level();
            placed = placed.before();
        }
        return levels;
    }

    private static List<Nesting> withHeading(List<Nesting> kept, Heading heading, int index) {
        // In the order of proposal: of nestings that cost the same, the one that goes deeper stands first.
        Map<Long, Nesting> cheapest = new LinkedHashMap<>();
        for (Nesting nesting : kept) {
            if (nesting.cost() > kept.getFirst().cost() + HOPELESS) {
                break; // the cheapest come first
            }
            Node top = nesting.top();
            if (top == null || top.level() < DEEPEST) {
                double cost = top == null ? 0.1 * heading.shape().rank() : asChild(top, heading);
                add(cheapest, nesting, heading, index, top, cost);
            }
            for (Node brother = top; brother != null; brother = brother.up()) {
                add(cheapest, nesting, heading, index, brother.up(), asBrother(brother, heading));
            }
        }
        List<Nesting> all = new ArrayList<>(cheapest.values());
        all.sort(Comparator.comparingDouble(Nesting::cost));
        return all.size() <= KEPT ? all : List.copyOf(all.subList(0, KEPT));
    }

    private static void add(
            Map<Long, Nesting> cheapest, Nesting nesting, Heading heading, int index, @Nullable Node up, double cost) {
        int level = up == null ? 1 : up.level() + 1;
        int shift = heading.shape().ordinal() * 4;
        int usual = (int) (nesting.levels() >>> shift & 15);
        double sum = nesting.cost() + cost;
        if (usual != 0 && usual != level) {
            sum += 0.8;
        }
        if (heading.around() >= 0 && !stands(heading.around(), up)) {
            sum += 4;
        }
        long levels = nesting.levels() & ~(15L << shift) | (long) level << shift;
        Node node = Node.of(heading, index, level, up);
        Nesting next = new Nesting(node, new Placed(level, nesting.last()), levels, sum);
        cheapest.merge(node.key(), next, (a, b) -> a.cost() <= b.cost() ? a : b);
    }

    private static boolean stands(int index, @Nullable Node chain) {
        for (Node node = chain; node != null; node = node.up()) {
            if (node.index() <= index) {
                return node.index() == index;
            }
        }
        return false;
    }

    private static double asChild(Node parent, Heading heading) {
        Shape above = parent.heading().shape();
        Shape shape = heading.shape();
        double cost = 0;
        if (shape == above) {
            cost += heading.value() == 1 ? 1.8 : 3;
        } else if (shape.rank() <= above.rank()) {
            cost += 1 + 0.6 * (above.rank() - shape.rank());
        }
        return heading.opensWith() > 1 ? cost + 2.2 : cost;
    }

    private static double asBrother(Node brother, Heading heading) {
        Shape beside = brother.heading().shape();
        Shape shape = heading.shape();
        int before = brother.heading().value();
        int value = heading.value();
        if (shape == beside) {
            return shape == Shape.NONE ? 0 : counting(before, value);
        }
        boolean countsOn = value == before + 1;
        if (shape == Shape.NONE || beside == Shape.NONE) {
            return shape.rank() == beside.rank() ? 0.8 : 2;
        }
        double cost =
                shape.isDigit() && beside.isDigit() ? 0.5 : shape.isInBrackets() && beside.isInBrackets() ? 1.4 : 2.6;
        if (countsOn) {
            return cost - 1.6;
        }
        return value == 1 ? cost + 1 : cost + 0.4;
    }

    private static double counting(int before, int value) {
        if (value == before + 1) {
            return -0.5;
        }
        if (value == before) {
            return 0.3;
        }
        if (value == 1) {
            return 2;
        }
        return value < before ? 0.8 : 0.4;
    }
}
