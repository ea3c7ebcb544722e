package gewu.problems;

import java.util.ArrayList;
import java.util.List;

/// A part of a container: what stands behind 一是, (1) or ①, or before the first of them.
///
/// @param number  from 1 among the counted parts; 0 before them
/// @param counted whether such a word stands before it
record Unit(int number, boolean counted, List<Sentence> sentences) {
    Unit {
        sentences = List.copyOf(sentences);
    }

    static List<Unit> of(String text, List<Span> body) {
        List<Unit> units = new ArrayList<>();
        int number = 0;
        for (Span line : body) {
            List<Span> labels = Label.inside(text, line);
            int end = labels.isEmpty() ? line.end() : labels.getFirst().start();
            List<Sentence> before = Sentence.in(text, new Span(line.start(), end));
            if (!before.isEmpty()) {
                boolean goesOn = !units.isEmpty() && units.getLast().counted();
                if (goesOn) {
                    List<Sentence> all = new ArrayList<>(units.getLast().sentences());
                    all.addAll(before);
                    units.set(units.size() - 1, new Unit(number, true, all));
                } else {
                    add(units, 0, before);
                }
            }
            for (int i = 0; i < labels.size(); i++) {
                int to = i + 1 < labels.size() ? labels.get(i + 1).start() : line.end();
                List<Sentence> sentences =
                        Sentence.in(text, new Span(labels.get(i).end(), to));
                if (!sentences.isEmpty()) {
                    number++;
                    units.add(new Unit(number, true, sentences));
                }
            }
        }
        return units;
    }

    /// Lines without counting words are one part.
    private static void add(List<Unit> units, int number, List<Sentence> sentences) {
        if (units.isEmpty()) {
            units.add(new Unit(number, false, sentences));
        } else {
            List<Sentence> all = new ArrayList<>(units.getLast().sentences());
            all.addAll(sentences);
            units.set(
                    units.size() - 1,
                    new Unit(units.getLast().number(), units.getLast().counted(), all));
        }
    }

    Span span() {
        return new Span(
                sentences.getFirst().span().start(), sentences.getLast().span().end());
    }
}
