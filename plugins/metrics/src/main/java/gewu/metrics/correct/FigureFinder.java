package gewu.metrics.correct;

import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.Whereabouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the figures of corrections in a report as it is now. For one thread.
final class FigureFinder {
    private static final int CONTEXT = 16;

    /// So many characters in front of a figure name it well enough to know it again among other words.
    private static final int NAMING = 4;

    private final Report report;
    private @Nullable ReportAnchors anchors;

    FigureFinder(Report report) {
        this.report = report;
    }

    Placed find(Correction correction) {
        Passage was = correction.was().passage();
        if (report.version() == correction.version() && stands(was)) {
            return new Placed(correction, Placed.State.SAME, Optional.of(report.passage(was.start(), was.end())));
        }
        if (anchors == null) {
            anchors = ReportAnchors.of(report);
        }
        return switch (anchors.find(correction.anchor())) {
            case Whereabouts.Same same -> placed(correction, Placed.State.SAME, same.passage());
            case Whereabouts.Moved moved -> placed(correction, Placed.State.MOVED, moved.passage());
            case Whereabouts.Changed changed ->
                among(changed.paragraph(), correction)
                        .map(it -> placed(correction, Placed.State.CHANGED, it))
                        .orElseGet(() -> Placed.gone(correction, Placed.State.GONE));
            case Whereabouts.Gone _ -> Placed.gone(correction, Placed.State.GONE);
        };
    }

    /// The clean words in front of a passage, in its paragraph.
    static String before(Report report, Passage passage) {
        Optional<Paragraph> paragraph = paragraph(report, passage);
        String words = paragraph
                .map(it -> plain(report.text().substring(it.start(), passage.start())))
                .orElse("");
        return words.substring(Math.max(0, words.length() - CONTEXT));
    }

    /// The clean words behind a passage, in its paragraph.
    static String behind(Report report, Passage passage) {
        Optional<Paragraph> paragraph = paragraph(report, passage);
        String words = paragraph
                .map(it -> plain(report.text().substring(passage.end(), Math.max(passage.end(), it.end()))))
                .orElse("");
        return words.substring(0, Math.min(words.length(), CONTEXT));
    }

    static Optional<Paragraph> paragraph(Report report, Passage passage) {
        return report.paragraphs().stream()
                .filter(it -> it.start() <= passage.start() && passage.start() < it.end())
                .findFirst();
    }

    private static Placed placed(Correction correction, Placed.State state, Passage passage) {
        return new Placed(correction, state, Optional.of(passage));
    }

    private boolean stands(Passage was) {
        return was.end() <= report.text().length()
                && report.text().substring(was.start(), was.end()).equals(was.text());
    }

    /// A place of the changed paragraph where the figure's words stand.
    ///
    /// @param agreeing how many characters around it are those that stood there
    private record Candidate(Passage passage, int agreeing, boolean isNamed) {}

    /// Where the figure stands in a paragraph that has other words now: the same number, behind the
    /// same words; empty if two places are as likely.
    private Optional<Passage> among(Paragraph paragraph, Correction correction) {
        CleanText clean = report.clean(paragraph);
        String words = CleanText.of(correction.was().passage().text()).text();
        List<Candidate> all = new ArrayList<>();
        int at = words.isEmpty() ? -1 : clean.text().indexOf(words);
        while (at >= 0) {
            int end = at + words.length();
            if (isWhole(clean.text(), at, end)) {
                Passage passage = report.passage(clean.sourceStart(at), clean.sourceEnd(end));
                int before = sameBehind(plain(clean.text().substring(0, at)), correction.before());
                int behind = sameInFront(plain(clean.text().substring(end)), correction.behind());
                boolean isNamed = before >= Math.min(NAMING, correction.before().length());
                all.add(new Candidate(passage, before + behind, isNamed));
            }
            at = clean.text().indexOf(words, at + 1);
        }
        List<Candidate> named = all.stream().filter(Candidate::isNamed).toList();
        int best = named.stream().mapToInt(Candidate::agreeing).max().orElse(0);
        List<Candidate> likely =
                named.stream().filter(it -> it.agreeing() == best).toList();
        return likely.size() == 1 ? Optional.of(likely.getFirst().passage()) : Optional.empty();
    }

    /// Whether a number is not the end or the beginning of a longer one.
    private static boolean isWhole(String text, int start, int end) {
        boolean isEnd = start > 0 && isOfNumber(text.charAt(start - 1)) && Character.isDigit(text.charAt(start));
        boolean isBeginning =
                end < text.length() && isOfNumber(text.charAt(end)) && Character.isDigit(text.charAt(end - 1));
        return !isEnd && !isBeginning;
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c) || c == '.' || c == ',';
    }

    private static int sameBehind(String a, String b) {
        int same = 0;
        while (same < a.length()
                && same < b.length()
                && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private static int sameInFront(String a, String b) {
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String plain(String words) {
        return CleanText.of(words).text().replace(" ", "");
    }
}
