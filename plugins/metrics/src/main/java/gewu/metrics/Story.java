package gewu.metrics;

import gewu.api.metric.Metric.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a paragraph has told so far: its statements, and which level is spoken of inside and outside of brackets.
/// One story serves one paragraph and one thread.
final class Story {
    /// Nobody refers further back than this many figures.
    private static final int REACH = 60;

    private final Clauses clauses;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<Integer, Integer> current = new HashMap<>();
    private int first = -1;

    Story(Clauses clauses) {
        this.clauses = clauses;
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    Statement get(int number) {
        return statements.get(number);
    }

    Statement last() {
        return statements.getLast();
    }

    int lastNumber() {
        return statements.size() - 1;
    }

    /// How far back anyone refers: from the last statement down to this one.
    int reach() {
        return Math.max(0, statements.size() - REACH);
    }

    void add(Statement it) {
        statements.add(it);
    }

    void replaceBeforeLast(Statement it) {
        statements.set(statements.size() - 2, it);
    }

    /// From now on the last statement is what its bracket speaks of.
    void speaksOf(int open) {
        current.put(open, statements.size() - 1);
        if (first < 0) {
            first = statements.size() - 1;
        }
    }

    /// A bracket speaks again of a level told before.
    void returnTo(int open, int number) {
        current.put(open, number);
    }

    boolean hasSubject(int open) {
        return current.containsKey(open);
    }

    /// The first level of the paragraph; -1 if there is none.
    int first() {
        return first;
    }

    /// The level spoken of: in the bracket, else the last one before the bracket opened; -1 if there is none.
    int current(Place place) {
        Integer inside = current.get(place.open());
        if (inside != null) {
            return inside;
        }
        for (int open = place.open(); open >= 0; open = clauses.around(open)) {
            Integer around = current.get(clauses.around(open));
            if (around != null) {
                return statements.get(around).quantity().end() <= open ? around : -1;
            }
        }
        return -1;
    }

    /// The last level of the sentence with this indicator; -1 if there is none.
    int levelOf(String canonical, int sentence) {
        for (int i = lastNumber(); i >= reach() && isIn(sentence, i); i--) {
            if (statements.get(i).isLevel() && statements.get(i).canonical().equals(canonical)) {
                return i;
            }
        }
        return -1;
    }

    /// The last level of the sentence that a head names; -1 if there is none.
    int levelNamed(HeadFinder.Head head, int sentence) {
        for (int i = lastNumber(); i >= reach() && isIn(sentence, i); i--) {
            if (statements.get(i).isLevel() && head.isOf(statements.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The last level of the sentence in a measure, such as `batch`.
    OptionalInt levelIn(String measure, int sentence) {
        for (int i = lastNumber(); i >= reach() && isIn(sentence, i); i--) {
            if (statements.get(i).isLevel()
                    && statements.get(i).unit().measure().equals(measure)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The last `count` levels of the sentence that nothing else follows, in order.
    List<Integer> lastLevels(int count, int sentence) {
        List<Integer> found = new ArrayList<>();
        for (int i = lastNumber(); i >= 0 && isIn(sentence, i) && found.size() < count; i--) {
            if (!statements.get(i).isLevel()) {
                break;
            }
            found.addFirst(i);
        }
        return found;
    }

    /// The number of the previous-year level of `of`, if one was told; else -1.
    int previousOf(int of) {
        for (int i = lastNumber(); of >= 0 && i > of && i >= reach(); i--) {
            if (statements.get(i).previous() && statements.get(i).of() == of) {
                return i;
            }
        }
        return -1;
    }

    /// Whether statement `number` stands in the sentence that begins at `sentence`, or behind.
    boolean isIn(int sentence, int number) {
        return statements.get(number).quantity().start() >= sentence;
    }

    /// Whether the last statement is a difference or a rate of this sentence.
    boolean endsWithMove(int sentence) {
        if (statements.isEmpty() || !isIn(sentence, lastNumber())) {
            return false;
        }
        Kind kind = last().kind();
        return kind == Kind.CHANGE_ABS || kind == Kind.CHANGE_PCT;
    }
}
