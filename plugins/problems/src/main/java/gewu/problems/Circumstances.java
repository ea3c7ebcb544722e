package gewu.problems;

import java.util.List;

/// Tells clauses that say how things came about without opening with 因 or 由于: `任务一个接一个，牵扯的单位太多，…还不够到位`.
///
/// What praises, sets the scene (`在…中`, `从…看`) or gives an example is no such clause.
final class Circumstances {
    /// A single clause must say at least so much.
    private static final int SHORTEST = 6;

    private final WordTable words = WordTable.read("circumstances.tsv");
    private final Openers openers;
    private final Lacks lacks;

    Circumstances(Openers openers, Lacks lacks) {
        this.openers = openers;
        this.lacks = lacks;
    }

    /// Whether a heading such as `存在的问题及原因分析` promises causes.
    static boolean asksForCauses(String heading) {
        return heading.contains("原因") || heading.contains("成因") || heading.contains("根源");
    }

    boolean praises(String sentence) {
        return holds(sentence, "praise");
    }

    boolean isUnforeseen(String clause) {
        return holds(clause, "unforeseen");
    }

    boolean isOutcome(String clause) {
        return holds(clause, "outcome");
    }

    /// Whether clauses behind a problem say how it came about.
    boolean are(String text, List<Span> clauses) {
        Span all = new Span(clauses.getFirst().start(), clauses.getLast().end());
        String opening = openers.of(text, clauses.getFirst()).part();
        return all.length() >= SHORTEST
                && opening.isEmpty()
                && !setsScene(text, clauses.getFirst())
                && !praises(all.in(text));
    }

    /// Whether clauses behind a problem in its own sentence say how it came about: the first tells of a state of
    /// things.
    boolean follow(String text, List<Span> clauses) {
        return holds(clauses.getFirst().in(text), "tells") && are(text, clauses);
    }

    /// Whether clauses before a problem say how it came about: two or more, or one that tells of a
    /// change or a state, each of them without a shortcoming of its own.
    boolean leadTo(String text, List<Span> clauses) {
        boolean tells = clauses.size() > 1 || holds(clauses.getFirst().in(text), "tells");
        return tells
                && are(text, clauses)
                && clauses.stream().noneMatch(it -> lacks.in(text, it).isPlain());
    }

    private boolean setsScene(String text, Span clause) {
        String first = words.at(text, clause.start(), clause.end());
        String last = text.substring(clause.end() - 1, clause.end());
        return words.part(first).equals("scene") || "时中后上看来下前间面".contains(last);
    }

    private boolean holds(String sentence, String part) {
        for (int i = 0; i < sentence.length(); i++) {
            if (words.part(words.at(sentence, i, sentence.length())).equals(part)) {
                return true;
            }
        }
        return false;
    }
}
