package gewu.compare;

import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Two reports side by side: sections matched by role, heading, the headings above and likeness of their text; inside,
/// paragraphs matched by likeness, their order kept; what is left on both sides and alike has moved.
final class Alignment {
    /// Sections with less in common than this are not the same one.
    private static final double SAME_SECTION = 0.35;
    private static final double BY_ROLE = 0.35;
    private static final double BY_HEADING = 0.45;
    private static final double BY_PATH = 0.1;
    private static final double BY_TEXT = 0.8;
    private static final double BY_PLACE = 0.05;

    /// Paragraphs less alike than this stand for themselves.
    private static final double SAME_PARAGRAPH = 0.2;
    private static final double SAME_HEADING = 0.5;
    private static final double UNDER_SAME_HEADING = 0.1;

    /// A paragraph that is found again elsewhere is at least that much alike and has that many words.
    private static final double SAME_ELSEWHERE = 0.6;
    private static final int WORDS_ELSEWHERE = 8;

    private Alignment() {}

    /// One line of the two reports side by side.
    sealed interface Row {
        /// Paragraphs that say the same thing.
        ///
        /// @param likeness from 0 to 1, figures masked
        record Both(Difference difference, double likeness) implements Row {}

        /// It stands in the former report only.
        record Gone(Wording before) implements Row {}

        /// It stands in the latter report only.
        record New(Wording after) implements Row {}

        /// The place in the former report of what the latter says elsewhere: there is a [Moved] for it.
        record Away(Difference difference) implements Row {}

        /// The place in the latter report of what the former says elsewhere.
        ///
        /// @param likeness from 0 to 1, figures masked
        record Moved(Difference difference, double likeness) implements Row {}
    }

    /// A section of both reports, or of one: then all its rows are gone or new.
    record Matched(String heading, List<Row> rows) {
        Matched {
            rows = List.copyOf(rows);
        }
    }

    /// Puts the sections side by side, in the order of the former report; those it has not stand at the end.
    ///
    /// @param isWanted whether both sides were asked for: one section on each side is the same one, then
    static List<Matched> of(List<Block> before, List<Block> after, boolean isWanted) {
        int[] partner = match(before, after, isWanted);
        List<Matched> matched = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < before.size(); i++) {
            Block block = before.get(i);
            if (partner[i] < 0) {
                matched.add(new Matched(
                        block.heading(),
                        block.paragraphs().stream().<Row>map(Row.Gone::new).toList()));
            } else {
                taken.add(partner[i]);
                Block its = after.get(partner[i]);
                String heading =
                        block.heading().equals(its.heading()) || its.heading().isEmpty()
                                ? block.heading()
                                : block.heading() + " → " + its.heading();
                matched.add(new Matched(heading, rows(block.paragraphs(), its.paragraphs())));
            }
        }
        for (int j = 0; j < after.size(); j++) {
            if (!taken.contains(j)) {
                Block block = after.get(j);
                matched.add(new Matched(
                        block.heading(),
                        block.paragraphs().stream().<Row>map(Row.New::new).toList()));
            }
        }
        return foundElsewhere(matched);
    }

    private record Pair(int gone, int added, double likeness) {}

    /// Where something is gone in one place and new in another, it has moved.
    private static List<Matched> foundElsewhere(List<Matched> all) {
        List<Wording> gone = wordings(all, row -> row instanceof Row.Gone(var before) ? List.of(before) : List.of());
        List<Wording> added = wordings(all, row -> row instanceof Row.New(var after) ? List.of(after) : List.of());
        double[][] likeness = likeness(gone, added);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < gone.size(); i++) {
            for (int j = 0; j < added.size(); j++) {
                if (likeness[i][j] >= SAME_ELSEWHERE) {
                    pairs.add(new Pair(i, j, likeness[i][j]));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparing(Pair::gone)
                .thenComparing(Pair::added));
        IdentityHashMap<Wording, Row> instead = new IdentityHashMap<>();
        for (Pair pair : pairs) {
            Wording before = gone.get(pair.gone());
            Wording after = added.get(pair.added());
            if (!instead.containsKey(before) && !instead.containsKey(after)) {
                Difference difference = Difference.of(before, after);
                instead.put(before, new Row.Away(difference));
                instead.put(after, new Row.Moved(difference, pair.likeness()));
            }
        }
        return all.stream()
                .map(it -> new Matched(
                        it.heading(),
                        it.rows().stream().map(row -> instead(row, instead)).toList()))
                .toList();
    }

    private static List<Wording> wordings(List<Matched> all, Function<Row, List<Wording>> which) {
        return all.stream()
                .flatMap(it -> it.rows().stream())
                .flatMap(it -> which.apply(it).stream())
                .filter(it -> it.size() >= WORDS_ELSEWHERE && !isHeading(it))
                .toList();
    }

    private static Row instead(Row row, IdentityHashMap<Wording, Row> instead) {
        return switch (row) {
            case Row.Gone(var before) -> instead.getOrDefault(before, row);
            case Row.New(var after) -> instead.getOrDefault(after, row);
            case Row.Both _, Row.Away _, Row.Moved _ -> row;
        };
    }

    private record Candidate(int before, int after, double score) {}

    /// The best match first, then the best of what is left.
    private static int[] match(List<Block> before, List<Block> after, boolean isWanted) {
        int[] partner = new int[before.size()];
        Arrays.fill(partner, -1);
        List<Shingles> mine = before.stream().map(Block::shingles).toList();
        List<Shingles> its = after.stream().map(Block::shingles).toList();
        boolean isOnly = isWanted && before.size() == 1 && after.size() == 1;
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                double place = 1 - Math.abs((double) i / before.size() - (double) j / after.size());
                double score = score(before.get(i), after.get(j))
                        + BY_TEXT * mine.get(i).likeness(its.get(j))
                        + BY_PLACE * place;
                if (isOnly || score >= SAME_SECTION) {
                    candidates.add(new Candidate(i, j, score));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(Candidate::before)
                .thenComparing(Candidate::after));
        Set<Integer> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (partner[candidate.before()] < 0 && taken.add(candidate.after())) {
                partner[candidate.before()] = candidate.after();
            }
        }
        return partner;
    }

    private static double score(Block one, Block other) {
        if (one.section() == 0 || other.section() == 0) {
            return one.section() == other.section() ? 1 : -1;
        }
        boolean isSameRole = one.role() == other.role() && one.role() != SectionRole.OTHER;
        boolean isSamePath = !one.above().isEmpty() && one.above().equals(other.above());
        return (isSameRole ? BY_ROLE : 0)
                + BY_HEADING * likeness(one.heading(), other.heading())
                + (isSamePath ? BY_PATH : 0);
    }

    /// How alike two headings are: how many of their pairs of characters are in both.
    static double likeness(String one, String other) {
        Set<String> mine = pairs(one);
        Set<String> its = pairs(other);
        if (mine.isEmpty() || its.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        long common = mine.stream().filter(its::contains).count();
        return 2.0 * common / (mine.size() + its.size());
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.length(); i++) {
            pairs.add(words.substring(i - 1, i + 1));
        }
        return pairs;
    }

    // ---- paragraphs

    /// The order-keeping match with the most likeness in all.
    static List<Row> rows(List<Wording> before, List<Wording> after) {
        double[][] likeness = likeness(before, after);
        double[][] best = new double[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                double skip = Math.max(best[i + 1][j], best[i][j + 1]);
                double weight = weight(before.get(i), after.get(j), likeness[i][j]);
                best[i][j] = weight == 0 ? skip : Math.max(skip, best[i + 1][j + 1] + weight);
            }
        }
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean hasBoth = i < before.size() && j < after.size();
            double weight = hasBoth ? weight(before.get(i), after.get(j), likeness[i][j]) : 0;
            if (weight > 0 && best[i][j] <= best[i + 1][j + 1] + weight) {
                rows.add(new Row.Both(Difference.of(before.get(i), after.get(j)), likeness[i][j]));
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && best[i + 1][j] >= best[i][j + 1]) {
                rows.add(new Row.Gone(before.get(i++)));
            } else {
                rows.add(new Row.New(after.get(j++)));
            }
        }
        return rows;
    }

    private static double[][] likeness(List<Wording> before, List<Wording> after) {
        List<Shingles> mine =
                before.stream().map(it -> Shingles.of(it.tokens())).toList();
        List<Shingles> its = after.stream().map(it -> Shingles.of(it.tokens())).toList();
        double[][] likeness = new double[before.size()][after.size()];
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                likeness[i][j] = mine.get(i).likeness(its.get(j));
            }
        }
        return likeness;
    }

    /// What a match is worth; 0 if the two don't belong together.
    private static double weight(Wording one, Wording other, double likeness) {
        double headings = likeness(heading(one), heading(other));
        boolean areHeadings = isHeading(one) && isHeading(other);
        if (isHeading(one) != isHeading(other)
                || likeness < SAME_PARAGRAPH && !(areHeadings && headings >= SAME_HEADING)) {
            return 0;
        }
        return likeness + UNDER_SAME_HEADING * headings + 0.01;
    }

    private static String heading(Wording wording) {
        int section = wording.paragraph().section();
        return section == 0 ? "" : wording.report().sections().get(section - 1).heading();
    }

    private static boolean isHeading(Wording wording) {
        int number = wording.paragraph().section();
        if (number == 0) {
            return false;
        }
        Section section = wording.report().sections().get(number - 1);
        return section.start() >= wording.paragraph().start() && section.headingEnd() >= wording.end(wording.size());
    }
}
