package gewu.index;

import gewu.api.report.Mark;
import gewu.index.SearchText.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Marks in a paragraph what a question looks for. Safe for all threads.
///
/// Each term is marked from left to right without overlap; where marks of two terms overlap they become one.
final class Marker {
    private final List<Question.Sought> sought;

    Marker(Question question) {
        sought = question.sought();
    }

    /// The marks in the paragraph `source`, in order, as offsets in the report: the paragraph begins at `start` there.
    List<Mark> marks(String source, int start) {
        Map<Reading, SearchText> texts = new EnumMap<>(Reading.class);
        List<Mark> marks = new ArrayList<>();
        for (Question.Sought one : sought) {
            switch (one) {
                case Question.Term term -> {
                    for (Question.Spelling spelling : term.spells()) {
                        mark(spelling.words(), text(spelling.reading(), source, texts), marks);
                    }
                    term.amount().ifPresent(yuan -> markAmounts(yuan, source, texts, marks));
                }
                case Wildcard wildcard -> {
                    SearchText text = text(wildcard.reading(), source, texts);
                    wildcard.places(text).forEach(it -> marks.add(text.mark(it.start(), it.end())));
                }
                case Near near -> {
                    SearchText text = text(near.reading(), source, texts);
                    near.places(text).forEach(it -> marks.add(text.mark(it.start(), it.end())));
                }
            }
        }
        return merged(marks).stream()
                .map(mark -> new Mark(start + mark.start(), start + mark.end()))
                .toList();
    }

    private static SearchText text(Reading reading, String source, Map<Reading, SearchText> texts) {
        return texts.computeIfAbsent(reading, it -> SearchText.of(source, it));
    }

    private static void mark(String words, SearchText text, List<Mark> marks) {
        int at = text.find(words, 0);
        while (at >= 0) {
            marks.add(text.mark(at, at + words.length()));
            at = text.find(words, at + words.length());
        }
    }

    private static void markAmounts(String yuan, String source, Map<Reading, SearchText> texts, List<Mark> marks) {
        SearchText text = text(Reading.FOLDED, source, texts);
        for (Amount amount : text.amounts()) {
            if (amount.yuan().equals(yuan)) {
                marks.add(text.mark(amount.start(), amount.end()));
            }
        }
    }

    private static List<Mark> merged(List<Mark> marks) {
        marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : marks) {
            Mark last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && mark.start() < last.end()) {
                merged.set(merged.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }
}
