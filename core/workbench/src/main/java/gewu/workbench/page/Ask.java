package gewu.workbench.page;

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

    /// What stands behind `prefix` in the path.
    String behind(String prefix) {
        return path.substring(prefix.length());
    }
}
