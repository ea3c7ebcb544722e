package gewu.kernel.version;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What changed between two texts of a report: first by paragraphs, then within those that differ by words. Layout,
/// punctuation and where paragraphs are broken do not count.
///
/// @param figures figures that took another's place
/// @param changes places where words differ, in reading order
record Comparison(List<Figure> figures, List<Change> changes) {
    /// Longer stretches are compared sentence by sentence first.
    private static final int FEW_WORDS = 2_000;

    /// Longer stretches without a sentence in common are given as a whole.
    private static final int MOST_WORDS = 10_000;

    /// Changes with fewer words between them are one change.
    private static final int NEAR = 12;

    /// So many characters around a change are shown.
    private static final int AROUND = 16;

    Comparison {
        figures = List.copyOf(figures);
        changes = List.copyOf(changes);
    }

    /// A figure in the place of another. One of both may be missing.
    ///
    /// @param about the words before it, such as `基本支出`
    record Figure(String about, Optional<Passage> before, Optional<Passage> after) {}

    /// Words in the place of others.
    ///
    /// @param before where they stood, a piece for each paragraph; empty if they are new
    /// @param after  where they stand; empty if they were taken out
    record Change(List<Piece> before, List<Piece> after) {
        Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        Kind kind() {
            return after.isEmpty() ? Kind.REMOVED : before.isEmpty() ? Kind.ADDED : Kind.CHANGED;
        }
    }

    enum Kind {
        CHANGED,
        ADDED,
        REMOVED
    }

    /// Words of a paragraph that differ, with some around them.
    ///
    /// @param marks what differs, in offsets of the source text
    record Piece(Passage passage, List<Mark> marks) {
        Piece {
            marks = List.copyOf(marks);
        }
    }

    static Comparison of(Report before, Report after) {
        Side old = Side.of(before);
        Side now = Side.of(after);
        List<Figure> figures = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Gap gap : gaps(old.lines(), now.lines())) {
            compare(old.places(gap.before()), now.places(gap.after()), figures, changes);
        }
        return new Comparison(figures, changes);
    }

    /// Where the two differ. What was taken out and what was put in at one place is one gap.
    private static List<Gap> gaps(List<String> before, List<String> after) {
        List<Gap> gaps = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            Gap gap = new Gap(Span.of(delta.getSource()), Span.of(delta.getTarget()));
            boolean goesOn = !gaps.isEmpty() && gaps.getLast().isFollowedBy(gap);
            gaps.add(goesOn ? gaps.removeLast().and(gap) : gap);
        }
        return gaps;
    }

    private static void compare(List<Place> before, List<Place> after, List<Figure> figures, List<Change> changes) {
        int words = before.size() + after.size();
        if (words <= FEW_WORDS) {
            compareWords(before, after, figures, changes);
            return;
        }
        List<Span> old = sentences(before);
        List<Span> now = sentences(after);
        for (Gap gap : gaps(words(before, old), words(after, now))) {
            List<Place> taken = within(before, old, gap.before());
            List<Place> put = within(after, now, gap.after());
            if (taken.size() + put.size() <= MOST_WORDS) {
                compareWords(taken, put, figures, changes);
            } else {
                changes.add(new Change(pieces(taken, List.of(whole(taken))), pieces(put, List.of(whole(put)))));
            }
        }
    }

    private static List<Span> sentences(List<Place> places) {
        List<Span> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= places.size(); i++) {
            if (i == places.size() || places.get(i - 1).endsSentenceBefore(places.get(i))) {
                sentences.add(new Span(from, i));
                from = i;
            }
        }
        return sentences;
    }

    private static List<String> words(List<Place> places, List<Span> sentences) {
        return sentences.stream()
                .map(it -> String.join(" ", words(places.subList(it.from(), it.to()))))
                .toList();
    }

    private static List<Place> within(List<Place> places, List<Span> sentences, Span some) {
        return some.isEmpty()
                ? List.of()
                : places.subList(
                        sentences.get(some.from()).from(),
                        sentences.get(some.to() - 1).to());
    }

    private static void compareWords(
            List<Place> before, List<Place> after, List<Figure> figures, List<Change> changes) {
        List<Span> oldSpans = new ArrayList<>();
        List<Span> newSpans = new ArrayList<>();
        for (Gap gap : gaps(words(before), words(after))) {
            Span taken = gap.before();
            Span put = gap.after();
            boolean isNear = !oldSpans.isEmpty()
                    && taken.from() - oldSpans.getLast().to() <= NEAR
                    && put.from() - newSpans.getLast().to() <= NEAR
                    && (sameParagraph(before, oldSpans.getLast(), taken)
                            || sameParagraph(after, newSpans.getLast(), put));
            if (!isNear) {
                end(before, oldSpans, after, newSpans, changes);
            }
            oldSpans.add(taken);
            newSpans.add(put);
            figures.addAll(figures(before, taken, after, put));
        }
        end(before, oldSpans, after, newSpans, changes);
    }

    private static void end(
            List<Place> before, List<Span> oldSpans, List<Place> after, List<Span> newSpans, List<Change> changes) {
        if (!oldSpans.isEmpty()) {
            changes.add(new Change(pieces(before, oldSpans), pieces(after, newSpans)));
            oldSpans.clear();
            newSpans.clear();
        }
    }

    private static boolean sameParagraph(List<Place> places, Span one, Span other) {
        int last = Math.max(one.from(), one.to() - 1);
        return last < places.size()
                && other.from() < places.size()
                && places.get(last).line() == places.get(other.from()).line();
    }

    // ---- figures

    private static List<Figure> figures(List<Place> before, Span taken, List<Place> after, Span put) {
        List<Place> old = figuresIn(before, taken);
        List<Place> now = figuresIn(after, put);
        boolean isReplaced = !taken.isEmpty() && !put.isEmpty();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; isReplaced && i < Math.max(old.size(), now.size()); i++) {
            Optional<Place> was = i < old.size() ? Optional.of(old.get(i)) : Optional.empty();
            Optional<Place> is = i < now.size() ? Optional.of(now.get(i)) : Optional.empty();
            String about = is.or(() -> was).map(Place::wordsBefore).orElse("");
            figures.add(new Figure(about, was.map(Place::figure), is.map(Place::figure)));
        }
        return figures;
    }

    private static List<Place> figuresIn(List<Place> places, Span span) {
        return places.subList(span.from(), span.to()).stream()
                .filter(it -> it.token().isFigure())
                .toList();
    }

    // ---- pieces

    /// What stands in these spans, a piece for each paragraph; marks with at most one word between them are one.
    private static List<Piece> pieces(List<Place> places, List<Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream().filter(it -> !it.isEmpty()).toList()) {
            boolean joins = !joined.isEmpty() && span.from() - joined.getLast().to() <= 1;
            joined.add(joins ? new Span(joined.removeLast().from(), span.to()) : span);
        }
        List<Mark> marks = new ArrayList<>();
        int from = -1;
        for (Span span : joined) {
            for (int i = span.from(); i < span.to(); i++) {
                Place place = places.get(i);
                boolean goesOn = from >= 0 && places.get(from).line() == place.line();
                if (!goesOn) {
                    if (from >= 0) {
                        pieces.add(piece(places.get(from).line(), marks));
                        marks.clear();
                    }
                    from = i;
                }
                boolean lengthens = goesOn && i > span.from();
                int start = lengthens ? marks.removeLast().start() : place.start();
                marks.add(new Mark(start, place.end()));
            }
        }
        if (from >= 0) {
            pieces.add(piece(places.get(from).line(), marks));
        }
        return pieces;
    }

    private static Piece piece(Line line, List<Mark> marks) {
        int start = Math.max(line.start(), marks.getFirst().start() - AROUND);
        int end = Math.min(line.end(), marks.getLast().end() + AROUND);
        return new Piece(line.report().passage(start, end), marks);
    }

    private static Span whole(List<Place> places) {
        return new Span(0, places.size());
    }

    private static List<String> words(List<Place> places) {
        return places.stream().map(it -> it.token().word()).toList();
    }

    // ---- parts of a text

    /// From one word to another, exclusive.
    private record Span(int from, int to) {
        static Span of(Chunk<String> chunk) {
            return new Span(chunk.getPosition(), chunk.getPosition() + chunk.size());
        }

        boolean isEmpty() {
            return from == to;
        }
    }

    /// A place where two texts differ.
    private record Gap(Span before, Span after) {
        boolean isFollowedBy(Gap next) {
            return before.to() == next.before.from() && after.to() == next.after.from();
        }

        Gap and(Gap next) {
            return new Gap(new Span(before.from(), next.before.to()), new Span(after.from(), next.after.to()));
        }
    }

    /// A paragraph that holds words.
    private record Line(Report report, CleanText clean, List<Token> tokens, int start, int end) {
        static Line of(Report report, Paragraph paragraph) {
            CleanText clean = report.clean(paragraph);
            return new Line(report, clean, Token.of(clean), paragraph.start(), paragraph.end());
        }

        String words() {
            return String.join(" ", tokens.stream().map(Token::word).toList());
        }
    }

    /// A word and where it stands.
    private record Place(Line line, Token token) {
        int start() {
            return line.clean().sourceStart(token.start());
        }

        int end() {
            return line.clean().sourceEnd(token.end());
        }

        boolean endsSentenceBefore(Place next) {
            if (line != next.line) {
                return true;
            }
            for (int i = token.end(); i < next.token.start(); i++) {
                if (SENTENCE_ENDS.indexOf(line.clean().text().charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /// The figure with the unit behind it: a sign or up to two Chinese characters.
        Passage figure() {
            String text = line.clean().text();
            int end = token.end();
            for (String unit : UNITS) {
                if (text.startsWith(unit, token.end())) {
                    end = token.end() + unit.length();
                    break;
                }
            }
            return line.report().passage(start(), line.clean().sourceEnd(end));
        }

        /// What the figure is about, as far as the words before it tell.
        String wordsBefore() {
            String text = line.clean().text();
            int from = token.start();
            while (from > 0 && token.start() - from < AROUND && STOPS.indexOf(text.charAt(from - 1)) < 0) {
                from--;
            }
            return text.substring(from, token.start()).strip();
        }
    }

    private static final List<String> UNITS = List.of(
            "亿元", "万元", "元", "万人次", "万人", "人次", "人", "个百分点", "平方米", "公里", "个", "件", "项", "次", "家", "户", "辆", "批次", "分",
            "年", "月", "日", "号");
    private static final String SENTENCE_ENDS = "。;；!?！？";
    private static final String STOPS = "。;；,，、:：\t!?！？";

    private record Side(List<Line> paragraphs) {
        static Side of(Report report) {
            Stream<Line> lines = report.paragraphs().stream().map(it -> Line.of(report, it));
            return new Side(lines.filter(it -> !it.tokens().isEmpty()).toList());
        }

        List<String> lines() {
            return paragraphs.stream().map(Line::words).toList();
        }

        /// The words of these paragraphs.
        List<Place> places(Span span) {
            return paragraphs.subList(span.from(), span.to()).stream()
                    .flatMap(line -> line.tokens().stream().map(token -> new Place(line, token)))
                    .toList();
        }
    }
}
