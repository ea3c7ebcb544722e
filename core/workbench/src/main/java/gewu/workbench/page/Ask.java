package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import java.util.Map;

/// What a browser asks for.
///
/// @param path       such as `/report/r-1`, decoded
/// @param parameters the query's names with the first value of each
/// @param language   `zh` or `en`
record Ask(String path, Map<String, String> parameters, String language) {
    Ask {
        parameters = Map.copyOf(parameters);
    }

    /// The parameter's value without white space around it; empty when absent.
    String parameter(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /// The parameter's value as a whole number from 0 to `most`; 0 when absent.
    ///
    /// @throws WorkbenchException if it is none
    int number(String name, int most) {
        String word = parameter(name);
        if (word.isEmpty()) {
            return 0;
        }
        if (!word.matches("\\d{1,9}") || Integer.parseInt(word) > most) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    new Label("“" + word + "”不能作为 " + name + "。", "“" + word + "” can't be the " + name + ".")
                            .in(language),
                    new Label("请写 0 到 " + most + " 之间的整数。", "Write a whole number from 0 to " + most + ".")
                            .in(language));
        }
        return Integer.parseInt(word);
    }

    /// What stands behind `prefix` in the path.
    String behind(String prefix) {
        return path.substring(prefix.length());
    }
}
