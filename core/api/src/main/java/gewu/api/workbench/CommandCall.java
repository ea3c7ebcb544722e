package gewu.api.workbench;

import gewu.api.WorkbenchException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words a command was called with.
///
/// @param arguments the positional words
/// @param options   option name, such as `--org`, to the words given for it; a switch maps to an empty list
public record CommandCall(List<String> arguments, Map<String, List<String>> options) {
    public CommandCall {
        arguments = List.copyOf(arguments);
        options = Map.copyOf(options);
    }

    /// Whether the option was given.
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /// The last word given for the option.
    public Optional<String> option(String option) {
        List<String> words = options.getOrDefault(option, List.of());
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
    }

    /// The option as a whole number that is not negative, or `otherwise`.
    ///
    /// @throws WorkbenchException if it is not one
    public int number(String option, int otherwise) {
        return option(option).map(word -> parse(option, word)).orElse(otherwise);
    }

    private static int parse(String option, String word) {
        try {
            int number = Integer.parseInt(word);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw usage(option, word, notANumber);
        }
        throw usage(option, word, null);
    }

    private static WorkbenchException usage(
            String option, String word, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = option + " takes a whole number, not “" + word + "”.";
        String remedy = "Write it like " + option + " 20.";
        return cause == null
                ? new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy)
                : new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy, cause);
    }
}
