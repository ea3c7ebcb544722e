package gewu.metrics.audit;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Kind;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The figures of one report, laid into the clean words of its paragraphs.
final class Figures {
    private final Report report;
    private final List<Figure> all = new ArrayList<>();
    private final List<Metric> malformed = new ArrayList<>();
    private final Map<String, Figure> byId = new HashMap<>();
    private final Map<String, List<Figure>> byLevel = new LinkedHashMap<>();
    private final Map<Integer, List<Figure>> byParagraph = new LinkedHashMap<>();
    private final Map<Integer, CleanText> texts = new HashMap<>();

    Figures(Report report, List<Metric> metrics) {
        this.report = report;
        int at = 0;
        List<Paragraph> paragraphs = report.paragraphs();
        for (Metric metric : metrics) {
            while (at < paragraphs.size()
                    && paragraphs.get(at).end() <= metric.passage().start()) {
                at++;
            }
            if (at < paragraphs.size()) {
                lay(metric, paragraphs.get(at));
            }
        }
        for (Figure it : all) {
            if (!it.metric().of().isEmpty()) {
                byLevel.computeIfAbsent(it.metric().of(), _ -> new ArrayList<>())
                        .add(it);
            }
        }
    }

    private void lay(Metric metric, Paragraph paragraph) {
        if (metric.amount() == null) {
            if (metric.issue().startsWith("malformed")) {
                malformed.add(metric);
            }
            return; // a number in a table that tells no unit is right, but can't be compared
        }
        CleanText clean = texts.computeIfAbsent(paragraph.number(), _ -> report.clean(paragraph));
        int from = clean.cleanAt(metric.passage().start());
        int to = clean.cleanAt(metric.passage().end());
        boolean isPrevious = metric.kind() == Kind.LEVEL
                && ((!metric.of().isEmpty() && !metric.of().equals(metric.id())) || isEarlier(metric));
        Figure figure = new Figure(
                metric,
                metric.amount(),
                all.size(),
                paragraph.number(),
                from,
                to,
                sentence(clean.text(), from),
                depth(clean.text(), from),
                isPrevious);
        all.add(figure);
        byId.put(metric.id(), figure);
        byParagraph.computeIfAbsent(paragraph.number(), _ -> new ArrayList<>()).add(figure);
    }

    private boolean isEarlier(Metric metric) {
        int year = report.facts().year();
        return year > 0 && metric.period().equals(String.valueOf(year - 1));
    }

    private static int sentence(String text, int at) {
        for (int i = Math.min(at, text.length()) - 1; i >= 0; i--) {
            if (isEnd(text.charAt(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int depth(String text, int at) {
        int depth = 0;
        for (int i = sentence(text, at); i < at && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            }
        }
        return depth;
    }

    static boolean isEnd(char c) {
        return c == '。' || c == '!' || c == '?';
    }

    Report report() {
        return report;
    }

    /// In reading order.
    List<Figure> all() {
        return all;
    }

    List<Metric> malformed() {
        return malformed;
    }

    Optional<Figure> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The changes, shares and last year's level that belong to a level.
    List<Figure> belonging(Figure level) {
        return byLevel.getOrDefault(level.id(), List.of());
    }

    List<Figure> in(int paragraph) {
        return byParagraph.getOrDefault(paragraph, List.of());
    }

    Iterable<Integer> paragraphs() {
        return byParagraph.keySet();
    }

    /// The clean words of a paragraph.
    String text(int paragraph) {
        return texts.computeIfAbsent(
                        paragraph, it -> report.clean(report.paragraphs().get(it - 1)))
                .text();
    }

    /// The clean words from one figure of a paragraph to a later one.
    String between(Figure first, Figure second) {
        return first.to() <= second.from() ? text(first.paragraph()).substring(first.to(), second.from()) : "";
    }

    /// The clean words in front of a figure, `length` of them at most, from its own sentence.
    String before(Figure it, int length) {
        return text(it.paragraph()).substring(Math.max(it.sentence(), it.from() - length), it.from());
    }

    /// The clean words behind a figure, `length` of them at most.
    String after(Figure it, int length) {
        String text = text(it.paragraph());
        return text.substring(Math.min(it.to(), text.length()), Math.min(it.to() + length, text.length()));
    }

    /// The whole sentence a figure stands in.
    String sentenceOf(Figure it) {
        String text = text(it.paragraph());
        int end = it.to();
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        return text.substring(Math.min(it.sentence(), end), end);
    }

    /// Last year's level of a level, where the report tells it.
    Optional<Figure> previous(Figure level) {
        List<Figure> belonging = belonging(level);
        for (Figure it : belonging) {
            Optional<Figure> base = base(level, it).filter(Figure::isPrevious);
            if (base.isPresent()) {
                return base;
            }
        }
        List<Figure> levels = belonging.stream()
                .filter(it -> it.metric().kind() == Kind.LEVEL && isComparable(it, level))
                .toList();
        return levels.size() == 1 ? Optional.of(levels.getFirst()) : neighbour(level);
    }

    /// Last year's level just in front of a level that is told to be reached from it.
    private Optional<Figure> neighbour(Figure level) {
        List<Figure> mates = in(level.paragraph());
        int at = mates.indexOf(level) - 1;
        if (at < 0 || level.canonical().isEmpty()) {
            return Optional.empty();
        }
        Figure before = mates.get(at);
        boolean isIts = before.isPrevious()
                && before.isSameSentence(level)
                && before.canonical().equals(level.canonical())
                && before.measure().equals(level.measure())
                && (before.metric().of().isEmpty()
                        || before.metric().of().equals(level.id())
                        || find(before.metric().of())
                                .filter(it -> isComparable(it, before))
                                .isEmpty());
        return isIts ? Optional.of(before) : Optional.empty();
    }

    /// What a change of a level is against, where it is told: the year before, or a budget.
    Optional<Figure> base(Figure level, Figure change) {
        return find(change.metric().base().metric()).filter(it -> isComparable(it, level));
    }

    private static boolean isComparable(Figure base, Figure level) {
        return base.metric().dimension().equals(level.metric().dimension()) && base != level;
    }

    Optional<Figure> change(Figure level, Kind kind) {
        return belonging(level).stream()
                .filter(it -> it.metric().kind() == kind)
                .findFirst();
    }

    /// The nearest figure in front, in the same paragraph, that `fits`.
    Optional<Figure> nearestBefore(Figure it, Predicate<Figure> fits) {
        List<Figure> mates = in(it.paragraph());
        for (int i = mates.indexOf(it) - 1; i >= 0; i--) {
            if (fits.test(mates.get(i))) {
                return Optional.of(mates.get(i));
            }
        }
        return Optional.empty();
    }

    /// Whether no level of another thing stands between two figures of a sentence.
    boolean isBound(Figure level, Figure belonging) {
        if (!level.isSameSentence(belonging)) {
            return false;
        }
        return in(level.paragraph()).stream()
                .filter(it -> it.number() > level.number() && it.number() < belonging.number())
                .allMatch(it -> it.metric().of().equals(level.id()));
    }

    /// Number of the section of a paragraph, 0 before the first heading.
    int section(int paragraph) {
        return report.paragraphs().get(paragraph - 1).section();
    }

    boolean isInSection(int paragraph, int section) {
        return report.pathTo(section(paragraph)).stream().map(Section::number).anyMatch(it -> it == section);
    }
}
