package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Shows people what differs between two paragraphs: figures in a line of their own, words marked where they stand.
final class DifferencePanels {
    private static final int FIGURES_SHOWN = 12;

    private DifferencePanels() {}

    /// The name used in JSON.
    static String id(Difference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// What changed, in a word.
    static Label label(Difference.Kind kind) {
        return switch (kind) {
            case SAME -> new Label("一字未改", "nothing changed");
            case FIGURES -> new Label("只改数字", "only figures changed");
            case WORDS -> new Label("文字有改动", "words changed");
        };
    }

    /// Both paragraphs, the former first; only the latter where nothing but figures changed.
    static List<Panel> of(Difference difference, String before, String after) {
        Label place =
                Places.place(difference.after().report(), difference.after().paragraph());
        Label kind = label(difference.kind());
        String figures = figures(difference);
        List<Panel> panels = new ArrayList<>();
        if (difference.kind() == Difference.Kind.WORDS) {
            Label former = Places.place(
                    difference.before().report(), difference.before().paragraph());
            panels.add(document(
                    new Label(before + " · " + former.zh(), before + " · " + former.en()),
                    difference.before(),
                    marks(difference, Difference.Kind.WORDS, true)));
            panels.add(document(
                    new Label(
                            after + " · " + place.zh() + " · " + kind.zh() + behind("；数字 ", figures),
                            after + " · " + place.en() + " · " + kind.en() + behind("; figures ", figures)),
                    difference.after(),
                    marks(difference, Difference.Kind.WORDS, false)));
        } else {
            panels.add(document(
                    new Label(
                            after + " · " + place.zh() + " · " + kind.zh() + behind("：", figures),
                            after + " · " + place.en() + " · " + kind.en() + behind(": ", figures)),
                    difference.after(),
                    marks(difference, Difference.Kind.FIGURES, false)));
        }
        return panels;
    }

    /// The latter paragraph, what differs marked: the figures if nothing else does, the words otherwise.
    static Panel.Document differing(Label head, Difference difference) {
        String figures = figures(difference);
        Difference.Kind marked =
                difference.kind() == Difference.Kind.WORDS ? Difference.Kind.WORDS : Difference.Kind.FIGURES;
        return document(
                new Label(head.zh() + behind("；数字 ", figures), head.en() + behind("; figures ", figures)),
                difference.after(),
                marks(difference, marked, false));
    }

    /// A whole paragraph with marks.
    static Panel.Document document(Label head, Wording wording, List<Mark> marks) {
        Report report = wording.report();
        int start = wording.paragraph().start();
        int end = wording.paragraph().end();
        return new Panel.Document(
                head, report.id(), start, wording.text(), marks, report.source().doubts(start, end));
    }

    /// The changed figures, each with what stood there before.
    private static String figures(Difference difference) {
        List<Difference.Part> parts = difference.parts(Difference.Kind.FIGURES);
        String listed = parts.stream()
                .limit(FIGURES_SHOWN)
                .map(it -> words(difference.before().passage(it.fromBefore(), it.toBefore()))
                        + "→"
                        + words(difference.after().passage(it.fromAfter(), it.toAfter())))
                .collect(Collectors.joining("，"));
        return parts.size() > FIGURES_SHOWN ? listed + " …" : listed;
    }

    private static String words(Passage passage) {
        return passage.text().replaceAll("\\s+", "");
    }

    private static String behind(String sign, String words) {
        return words.isEmpty() ? "" : sign + words;
    }

    private static List<Mark> marks(Difference difference, Difference.Kind kind, boolean isBefore) {
        return difference.parts(kind).stream()
                .map(it -> isBefore
                        ? difference.before().passage(it.fromBefore(), it.toBefore())
                        : difference.after().passage(it.fromAfter(), it.toAfter()))
                .filter(it -> it.end() > it.start())
                .map(it -> new Mark(it.start(), it.end()))
                .toList();
    }
}
