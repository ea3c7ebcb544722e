package gewu.compare;

import gewu.api.report.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What differs between two paragraphs, figures apart from words. Punctuation, layout and numbering do not count.
///
/// Words are matched with the figures masked, in order; a figure that stands where another one of the
/// same kind stood is a changed figure, all else that has no match are changed words.
///
/// @param parts in reading order, from the first word of both to the last
record Difference(Wording before, Wording after, List<Part> parts) {
    /// Larger stretches without a common beginning or end are given as a whole.
    private static final long MOST_PAIRS = 4_000_000;

    /// A match this short between changes is chance, and only tears sentences to pieces.
    private static final int BY_CHANCE = 2;

    Difference {
        parts = List.copyOf(parts);
    }

    /// How a stretch differs.
    enum Kind {
        SAME,
        FIGURES,
        WORDS
    }

    /// A stretch of both paragraphs, in words; one of both may be empty where words differ.
    ///
    /// @param fromBefore first word in the former paragraph
    /// @param toBefore   exclusive
    /// @param fromAfter  first word in the latter paragraph
    /// @param toAfter    exclusive
    record Part(Kind kind, int fromBefore, int toBefore, int fromAfter, int toAfter) {}

    static Difference of(Wording before, Wording after) {
        int[] partner = matches(before.tokens(), after.tokens());
        dropChance(before.tokens(), partner, after.size());
        List<Part> parts = new ArrayList<>();
        int mine = 0;
        int its = 0;
        while (mine < before.size() || its < after.size()) {
            int mineStart = mine;
            int itsStart = its;
            while (mine < before.size() && partner[mine] < 0) {
                mine++;
            }
            its = mine < before.size() ? partner[mine] : after.size();
            if (mine > mineStart || its > itsStart) {
                parts.add(new Part(Kind.WORDS, mineStart, mine, itsStart, its));
            }
            while (mine < before.size() && partner[mine] == its) {
                Kind kind = before.tokens()
                                .get(mine)
                                .text()
                                .equals(after.tokens().get(its).text())
                        ? Kind.SAME
                        : Kind.FIGURES;
                boolean goesOn =
                        kind == Kind.SAME && !parts.isEmpty() && parts.getLast().kind() == Kind.SAME;
                Part part = goesOn ? parts.removeLast() : new Part(kind, mine, mine, its, its);
                mine++;
                its++;
                parts.add(new Part(kind, part.fromBefore(), mine, part.fromAfter(), its));
            }
        }
        return new Difference(before, after, parts);
    }

    /// What changed as a whole: figures only if no word did.
    Kind kind() {
        return parts.stream().map(Part::kind).max(Kind::compareTo).orElse(Kind.SAME);
    }

    /// The parts of one kind.
    List<Part> parts(Kind kind) {
        return parts.stream().filter(it -> it.kind() == kind).toList();
    }

    /// What stands on one side only or differs there, as it stands in the source text.
    List<Mark> marks(boolean isBefore) {
        return parts.stream()
                .filter(it -> it.kind() != Kind.SAME)
                .map(it -> isBefore
                        ? before.passage(it.fromBefore(), it.toBefore())
                        : after.passage(it.fromAfter(), it.toAfter()))
                .filter(it -> it.end() > it.start())
                .map(it -> new Mark(it.start(), it.end()))
                .toList();
    }

    /// For each word of `before` the word of `after` that is the same, figures masked; -1 for none.
    private static int[] matches(List<Token> before, List<Token> after) {
        int[] partner = new int[before.size()];
        Arrays.fill(partner, -1);
        int head = 0;
        while (head < before.size() && head < after.size() && isSame(before.get(head), after.get(head))) {
            partner[head] = head;
            head++;
        }
        int endBefore = before.size();
        int endAfter = after.size();
        while (endBefore > head && endAfter > head && isSame(before.get(endBefore - 1), after.get(endAfter - 1))) {
            endBefore--;
            endAfter--;
            partner[endBefore] = endAfter;
        }
        int rows = endBefore - head;
        int columns = endAfter - head;
        if ((long) rows * columns <= MOST_PAIRS && rows < Short.MAX_VALUE && columns < Short.MAX_VALUE) {
            matchMiddle(before.subList(head, endBefore), after.subList(head, endAfter), head, partner);
        }
        return partner;
    }

    /// The longest common sequence; of several, one that prefers equal figures.
    private static void matchMiddle(List<Token> before, List<Token> after, int shift, int[] partner) {
        int rows = before.size();
        int columns = after.size();
        // a match counts three, an equal figure four, so that 5万元 finds 5万元 before 6万元
        int[][] best = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                int skip = Math.max(best[i + 1][j], best[i][j + 1]);
                int weight = weight(before.get(i), after.get(j));
                best[i][j] = weight == 0 ? skip : Math.max(skip, best[i + 1][j + 1] + weight);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            int weight = weight(before.get(i), after.get(j));
            if (weight > 0 && best[i][j] == best[i + 1][j + 1] + weight) {
                partner[shift + i] = shift + j;
                i++;
                j++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static int weight(Token one, Token other) {
        if (!isSame(one, other)) {
            return 0;
        }
        return one.text().equals(other.text()) ? 4 : 3;
    }

    private static boolean isSame(Token one, Token other) {
        return one.mask().equals(other.mask());
    }

    /// Takes away matches of one or two words that stand alone between changes on both sides.
    private static void dropChance(List<Token> before, int[] partner, int sizeAfter) {
        int at = 0;
        int lastPartner = -1;
        while (at < partner.length) {
            if (partner[at] < 0) {
                at++;
                continue;
            }
            int from = at;
            while (at < partner.length && partner[at] >= 0 && partner[at] == partner[from] + at - from) {
                at++;
            }
            boolean hasFigure = before.subList(from, at).stream().anyMatch(Token::isFigure);
            int next = at;
            while (next < partner.length && partner[next] < 0) {
                next++;
            }
            int nextPartner = next < partner.length ? partner[next] : sizeAfter;
            int gapsBefore = (from - lastMatchedBefore(partner, from)) + (partner[from] - lastPartner) - 2;
            int gapsBehind = (next - at) + (nextPartner - partner[at - 1] - 1);
            boolean isAlone = at - from <= BY_CHANCE && gapsBefore > at - from && gapsBehind > at - from;
            if (isAlone && !hasFigure) {
                Arrays.fill(partner, from, at, -1);
            } else {
                lastPartner = partner[at - 1];
            }
        }
    }

    private static int lastMatchedBefore(int[] partner, int from) {
        int at = from - 1;
        while (at >= 0 && partner[at] < 0) {
            at--;
        }
        return at;
    }
}
