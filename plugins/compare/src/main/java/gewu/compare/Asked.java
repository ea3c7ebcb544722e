package gewu.compare;

import gewu.api.WorkbenchException;
import java.util.Map;

/// What the fields of a form say; a blank field says nothing.
record Asked(Map<String, String> parameters) {
    /// The words of a field; empty if it is blank.
    String words(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /// A whole number.
    ///
    /// @throws WorkbenchException if it is none
    int number(String name, int otherwise) {
        String word = words(name);
        if (word.isEmpty()) {
            return otherwise;
        }
        if (!word.matches("\\d{1,9}")) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    name + " takes a whole number, not “" + word + "”.",
                    "Write it like " + name + "=20.");
        }
        return Integer.parseInt(word);
    }
}
