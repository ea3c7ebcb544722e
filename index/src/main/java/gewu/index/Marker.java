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

    /// The marks of a paragraph, in order, not overlapping, in offsets of the report.
    ///
    /// @param resembling those among them that hold nothing but words with a look-alike in them
    record Marks(List<Mark> all, List<Mark> resembling) {}

    /// The marks in the paragraph `source` of the report, which begins at `start` there.
    Marks marks(String report, String source, int start) {
        Map<Reading, SearchText> texts = new EnumMap<>(Reading.class);
        List<Mark> sure = new ArrayList<>();
        List<Mark> resembling = new ArrayList<>();
        for (Question.Sought one : sought) {
            switch (one) {
                case Question.Term term -> {
                    term.spells().forEach(it -> mark(it.words(), text(it.reading(), source, texts), sure));
                    term.resembling().forEach(it -> mark(it.words(), text(it.reading(), source, texts), resembling));
                    term.amount().ifPresent(yuan -> markAmounts(yuan, source, texts, sure));
                }
                case Wildcard wildcard -> {
                    SearchText text = text(wildcard.reading(), source, texts);
                    wildcard.places(text).forEach(it -> sure.add(text.mark(it.start(), it.end())));
                }
                case Near near -> {
                    SearchText text = text(near.reading(), source, texts);
                    near.places(text).forEach(it -> sure.add(text.mark(it.start(), it.end())));
                }
                case Question.Chosen chosen -> markChosen(chosen, report, start, start + source.length(), sure);
            }
        }
        if (resembling.isEmpty()) {
            return new Marks(inReport(merged(sure), start), List.of());
        }
        List<Mark> all = new ArrayList<>(sure);
        all.addAll(resembling);
        List<Mark> merged = merged(all);
        List<Mark> only = merged.stream()
                .filter(mark -> sure.stream().noneMatch(it -> it.start() < mark.end() && mark.start() < it.end()))
                .toList();
        return new Marks(inReport(merged, start), inReport(only, start));
    }

    private static List<Mark> inReport(List<Mark> marks, int start) {
        return marks.stream()
                .map(mark -> new Mark(start + mark.start(), start + mark.end()))
                .toList();
    }

    private static void markChosen(Question.Chosen chosen, String report, int start, int end, List<Mark> marks) {
        for (Mark mark : chosen.selection().places().getOrDefault(report, List.of())) {
            int from = Math.max(start, mark.start());
            int to = Math.min(end, mark.end());
            if (from < to) {
                marks.add(new Mark(from - start, to - start));
            }
        }
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
        List<Mark> ordered = marks.stream()
                .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
                .toList();
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : ordered) {
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
