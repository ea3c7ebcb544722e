package gewu.notebook;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.workbench.CommandCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The words of a call: what to do, `list` if nothing is said, and what with, one after another.
final class Words {
    private final String action;
    private final Deque<String> words;

    private Words(String action, Deque<String> words) {
        this.action = action;
        this.words = words;
    }

    static Words of(CommandCall call) {
        Deque<String> words = new ArrayDeque<>(call.arguments());
        return new Words(words.isEmpty() ? "list" : words.removeFirst(), words);
    }

    String action() {
        return action;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The next word.
    ///
    /// @param what    what it is
    /// @param example a call that has it
    String next(String what, String example) {
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw Fault.usage("“" + action + "” needs " + what + ".", "Write it like " + example + ".");
        }
        return words.removeFirst().strip();
    }

    /// All words that are left, as one.
    String last(String what, String example) {
        String first = next(what, example);
        return words.isEmpty() ? first : first + " " + String.join(" ", rest());
    }

    /// All words that are left.
    List<String> rest() {
        List<String> rest = List.copyOf(words);
        words.clear();
        return rest;
    }

    /// The next word as the number of something.
    long number(String example) {
        String word = next("a number", example);
        if (!word.matches("\\d{1,15}")) {
            throw Fault.usage("“" + word + "” is no number.", "Write it like " + example + ".");
        }
        return Long.parseLong(word);
    }

    WorkbenchException unknown(List<String> known) {
        return Fault.usage("There is no action “" + action + "” here.", Nearest.hint(action, known));
    }
}
