package gewu.api.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes and finds the anchors of one report; keep it while many are asked for, as it reads the whole report once.
///
/// Finding looks for the paragraph with the anchor's words; then for the words wherever they stand, however they are
/// cut; then for the paragraph whose words are most alike. Immutable; all threads may share it.
public final class ReportAnchors {
    /// Fewer characters stand in other sentences by chance.
    private static final int SHORTEST_CUT_OTHERWISE = 16;

    /// Less is another paragraph: of 50 that have nothing to do with it, one in a thousand reaches this.
    private static final int LEAST_LIKENESS = 56;

    private final Report report;
    private final List<FoldedWords> paragraphs;
    private final Map<String, List<Integer>> byHash;

    private ReportAnchors(Report report) {
        this.report = report;
        this.paragraphs = report.paragraphs().stream()
                .map(it -> FoldedWords.of(report.clean(it)))
                .toList();
        this.byHash = new HashMap<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            byHash.computeIfAbsent(WordSketch.hash(paragraphs.get(i).words()), _ -> new ArrayList<>())
                    .add(i);
        }
    }

    /// The anchors of a report.
    public static ReportAnchors of(Report report) {
        return new ReportAnchors(report);
    }

    /// The anchor of the passage from `start` to `end` of the source text. A passage lies in one
    /// paragraph: what reaches over its end is cut off; one that is empty, or lies in the numbering
    /// alone, is the whole paragraph.
    ///
    /// @throws IllegalArgumentException if no paragraph stands at or behind `start`
    public Anchor at(int start, int end) {
        int index = 0;
        while (index < paragraphs.size() && report.paragraphs().get(index).end() <= start) {
            index++;
        }
        if (index == paragraphs.size()) {
            throw new IllegalArgumentException(
                    "No paragraph of " + report.id() + " stands at or behind the offset " + start + ".");
        }
        FoldedWords folded = paragraphs.get(index);
        String words = folded.words();
        int from = Math.max(0, folded.countBefore(start) - folded.labelled());
        int to = Math.max(0, folded.countBefore(end) - folded.labelled());
        String hash = WordSketch.hash(words);
        int ordinal = byHash.getOrDefault(hash, List.of()).indexOf(index) + 1;
        boolean isPart = from < to;
        return new Anchor(
                report.id(),
                hash,
                ordinal,
                isPart ? from : 0,
                isPart ? to : words.length(),
                words.length(),
                WordSketch.sketch(words));
    }

    /// The anchor of a whole paragraph.
    public Anchor at(Paragraph paragraph) {
        return at(paragraph.start(), paragraph.end());
    }

    /// Where the anchor's place stands now.
    ///
    /// @throws IllegalArgumentException if the anchor is one of another report
    public Whereabouts find(Anchor anchor) {
        if (!anchor.report().equals(report.id())) {
            throw new IllegalArgumentException("The anchor " + anchor + " is none of the report " + report.id() + ".");
        }
        List<Integer> equal = byHash.getOrDefault(anchor.hash(), List.of()).stream()
                .filter(it -> paragraphs.get(it).words().length() == anchor.length())
                .toList();
        if (equal.size() >= anchor.ordinal()) {
            int index = equal.get(anchor.ordinal() - 1);
            return new Whereabouts.Same(report.paragraphs().get(index), passage(anchor, index));
        }
        if (!equal.isEmpty()) {
            int index = equal.getLast();
            return new Whereabouts.Moved(report.paragraphs().get(index), passage(anchor, index));
        }
        return anchor.length() >= SHORTEST_CUT_OTHERWISE ? cutOtherwise(anchor) : nearest(anchor);
    }

    private Passage passage(Anchor anchor, int index) {
        Paragraph paragraph = report.paragraphs().get(index);
        if (anchor.isWhole()) {
            return report.passage(paragraph.start(), paragraph.end());
        }
        FoldedWords folded = paragraphs.get(index);
        int[] sources = folded.sources();
        return report.passage(
                sources[folded.labelled() + anchor.start()], sources[folded.labelled() + anchor.end() - 1] + 1);
    }

    /// The words of the whole report in one, whatever the paragraphs are.
    private Whereabouts cutOtherwise(Anchor anchor) {
        StringBuilder text = new StringBuilder();
        paragraphs.forEach(it -> text.append(it.text()));
        int at = WordSketch.find(text.toString(), anchor.hash(), anchor.length(), anchor.sketch(), anchor.ordinal());
        if (at < 0) {
            return nearest(anchor);
        }
        int index = 0;
        int before = 0;
        int from = at + anchor.start();
        while (from - before >= paragraphs.get(index).text().length()) {
            before += paragraphs.get(index).text().length();
            index++;
        }
        Passage passage = report.passage(sourceOf(from), sourceOf(at + anchor.end() - 1) + 1);
        return new Whereabouts.Moved(report.paragraphs().get(index), passage);
    }

    /// Where the character at `at` of all words stands in the source.
    private int sourceOf(int at) {
        int rest = at;
        for (FoldedWords paragraph : paragraphs) {
            if (rest < paragraph.sources().length) {
                return paragraph.sources()[rest];
            }
            rest -= paragraph.sources().length;
        }
        throw new IllegalStateException("There is no character " + at + " in " + report.id() + ".");
    }

    private Whereabouts nearest(Anchor anchor) {
        int best = -1;
        int most = LEAST_LIKENESS - 1;
        for (int i = 0; i < paragraphs.size(); i++) {
            String words = paragraphs.get(i).words();
            boolean isAsLong = words.length() <= 2 * anchor.length() && anchor.length() <= 2 * words.length();
            int likeness = isAsLong ? WordSketch.likeness(WordSketch.sketch(words), anchor.sketch()) : 0;
            if (likeness > most) {
                best = i;
                most = likeness;
            }
        }
        if (best < 0) {
            return new Whereabouts.Gone();
        }
        Paragraph paragraph = report.paragraphs().get(best);
        return new Whereabouts.Changed(paragraph, report.passage(paragraph.start(), paragraph.end()), most);
    }
}
