package gewu.compare;

import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the longest run of words that two reports share, figures masked, over the ends of sentences and paragraphs;
/// headings and tables are left out.
final class RunFinder {
    /// A text that repeats itself, as bad recognition does, is followed from so many of its places.
    private static final int MOST_PLACES = 20;

    private final Report report;
    private final List<Placed> words;
    private final Map<Long, List<Integer>> places = new HashMap<>();

    RunFinder(Report report) {
        this.report = report;
        this.words = words(report);
        for (int i = 0; i + Sheet.FEWEST_WORDS <= words.size(); i++) {
            List<Integer> same = places.computeIfAbsent(hash(words, i), _ -> new ArrayList<>(1));
            if (same.size() < MOST_PLACES) {
                same.add(i);
            }
        }
    }

    /// A word and where it stands in the source text.
    private record Placed(String mask, int start, int end) {}

    /// A run that two reports share.
    ///
    /// @param words how many
    record Run(int words, Passage mine, Passage its) {}

    /// The longest run of [Sheet#FEWEST_WORDS] words or more, if there is one.
    Optional<Run> longest(Report other) {
        List<Placed> its = words(other);
        int best = 0;
        int bestMine = 0;
        int bestIts = 0;
        for (int i = 0; i + Math.max(best, Sheet.FEWEST_WORDS) <= its.size(); i++) {
            for (int at : places.getOrDefault(hash(its, i), List.of())) {
                // a run that begins earlier was seen already
                boolean isBeginning = at == 0
                        || i == 0
                        || !words.get(at - 1).mask().equals(its.get(i - 1).mask());
                int length = isBeginning ? common(at, its, i) : 0;
                if (length > best) {
                    best = length;
                    bestMine = at;
                    bestIts = i;
                }
            }
        }
        if (best < Sheet.FEWEST_WORDS) {
            return Optional.empty();
        }
        return Optional.of(new Run(best, passage(report, words, bestMine, best), passage(other, its, bestIts, best)));
    }

    private int common(int at, List<Placed> its, int from) {
        int length = 0;
        while (at + length < words.size()
                && from + length < its.size()
                && words.get(at + length).mask().equals(its.get(from + length).mask())) {
            length++;
        }
        return length;
    }

    private static Passage passage(Report report, List<Placed> words, int from, int length) {
        return report.passage(
                words.get(from).start(), words.get(from + length - 1).end());
    }

    private static long hash(List<Placed> words, int from) {
        long hash = 17;
        for (int i = from; i < from + Sheet.FEWEST_WORDS; i++) {
            hash = hash * 31 + words.get(i).mask().hashCode();
        }
        return hash;
    }

    private static List<Placed> words(Report report) {
        List<Placed> words = new ArrayList<>();
        for (Paragraph paragraph : report.paragraphs()) {
            if (!Sheet.isTable(report, paragraph)) {
                Wording body = Sheet.body(report, paragraph);
                body.tokens()
                        .forEach(it -> words.add(new Placed(
                                it.mask(),
                                body.clean().sourceStart(it.start()),
                                body.clean().sourceEnd(it.end()))));
            }
        }
        return words;
    }
}
