package gewu.problems;

import gewu.api.problem.Findings.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A container: a numbered paragraph, a short heading with the lines under it, a cell, or a line of its own.
///
/// @param group   what belongs together wherever it stands; 0 for none
/// @param area    the section or lead-in it belongs to
/// @param number  from 1 in its area and matter
/// @param counted whether a number or a lead-in stands before it
/// @param title   a short line over it, or the slogan of what is around it
/// @param body    its lines
record Item(
        Matter matter,
        Scope scope,
        int group,
        int area,
        int number,
        boolean counted,
        @Nullable Span title,
        List<Span> body,
        double trust,
        String mark) {
    /// How long a short line over others may be.
    static final int TITLE = 30;

    Item {
        body = List.copyOf(body);
    }

    Optional<Span> heading() {
        return Optional.ofNullable(title);
    }

    Item with(Matter other, @Nullable Span over, List<Span> lines, int together) {
        return new Item(other, scope, together, area, number, counted, over, lines, trust, mark);
    }

    /// The containers of chunks that follow each other.
    static List<Item> of(String text, List<Chunk> chunks) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < chunks.size()) {
            int end = at + 1;
            while (end < chunks.size() && isOneRun(chunks.get(at), chunks.get(end))) {
                end++;
            }
            new Run(text, chunks.subList(at, end)).addTo(items);
            at = end;
        }
        return items;
    }

    private static boolean isOneRun(Chunk first, Chunk next) {
        return first.matter() == next.matter() && first.area() == next.area() && first.group() == next.group();
    }

    /// Lines about one matter under one heading.
    private static final class Run {
        private final String text;
        private final List<Chunk> lines;
        /// Short lines over others, by the rank of their numbers.
        private final TreeMap<Integer, Span> titles = new TreeMap<>();

        Run(String text, List<Chunk> lines) {
            this.text = text;
            this.lines = lines;
        }

        void addTo(List<Item> items) {
            int number = 0;
            int i = 0;
            while (i < lines.size()) {
                Chunk chunk = lines.get(i);
                Label label = Label.atLine(text, chunk.span());
                Span words = chunk.span().from(Math.max(chunk.span().start(), label.end()));
                boolean isFirstOfSeveral = label.is()
                        && Label.inside(text, chunk.span()).stream()
                                        .filter(it -> Label.at(
                                                                text,
                                                                it.start(),
                                                                chunk.span().end())
                                                        .rank()
                                                == label.rank())
                                        .count()
                                > 1;
                int rank = label.is() ? label.rank() : 8;
                titles.tailMap(rank, true).clear();
                boolean isShort = chunk.opens() && isTitle(words) && (label.is() || !endsSentence(words));
                Label next = i + 1 < lines.size()
                        ? Label.atLine(text, lines.get(i + 1).span())
                        : Label.NONE;
                if (isShort
                        && next.is()
                        && next.rank() != Label.COUNTING
                        && isDeeper(chunk, rank, lines.get(i + 1), next)) {
                    titles.put(rank, words);
                    i++;
                    continue;
                }
                int end = i + 1;
                while (end < lines.size() && belongs(label, isShort, lines.get(end), end - i)) {
                    end++;
                }
                List<Span> body = new ArrayList<>();
                lines.subList(i + 1, end).forEach(it -> body.add(it.span()));
                @Nullable Span over = outer();
                if (isShort && !body.isEmpty()) {
                    over = words;
                } else {
                    body.addFirst(isFirstOfSeveral ? chunk.span() : words);
                }
                number++;
                items.add(new Item(
                        chunk.matter(),
                        chunk.scope(),
                        chunk.group(),
                        chunk.area(),
                        number,
                        label.is() || chunk.marked(),
                        over,
                        body,
                        chunk.trust(),
                        chunk.mark()));
                i = end;
            }
        }

        /// Whether a line stands under another: by the outline where both are headings, else by the shape of their
        /// numbers.
        private static boolean isDeeper(Chunk chunk, int rank, Chunk next, Label label) {
            return chunk.level() > 0 && next.level() > 0 ? next.level() > chunk.level() : label.rank() > rank;
        }

        /// Whether a line goes on about what the line before opened: it bears no number, and that was a title or
        /// numbered.
        private boolean belongs(Label opened, boolean isShort, Chunk next, int behind) {
            Label label = Label.atLine(text, next.span());
            boolean isCounting = label.rank() == Label.COUNTING;
            if (label.is() && !(isShort && isCounting)) {
                return opened.is() && isCounting && opened.rank() != Label.COUNTING;
            }
            boolean startsTitle = isTitle(next.span()) && !endsSentence(next.span()) && behind > 1;
            return (opened.is() || isShort) && !startsTitle;
        }

        private boolean isTitle(Span words) {
            String all = words.in(text);
            int stop = all.indexOf('。');
            return words.length() <= TITLE && (stop < 0 || stop == all.length() - 1) && all.indexOf(';') < 0;
        }

        private boolean endsSentence(Span words) {
            return words.end() < text.length() && "。;".indexOf(text.charAt(words.end())) >= 0;
        }

        private @Nullable Span outer() {
            return titles.isEmpty() ? null : titles.lastEntry().getValue();
        }
    }
}
