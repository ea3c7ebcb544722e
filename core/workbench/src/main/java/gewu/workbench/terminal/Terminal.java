package gewu.workbench.terminal;

import java.util.Map;
import java.util.Properties;

/// What is known of the terminal, if there is one.
///
/// @param isScreen     whether a person sees standard output; false in a pipe or a file
/// @param isErrorScreen whether a person sees standard error
/// @param columns      how wide the screen is
/// @param hasColours   whether colours are welcome
public record Terminal(boolean isScreen, boolean isErrorScreen, int columns, boolean hasColours) {
    private static final int USUAL_COLUMNS = 100;
    private static final int FEWEST_COLUMNS = 40;

    /// A pipe: nothing coloured, nothing cut.
    public static final Terminal PIPE = new Terminal(false, false, USUAL_COLUMNS, false);

    /// As the starting script found it (`gewu.terminal`, `gewu.columns`); no colours where `NO_COLOR` or a dumb
    /// terminal says so.
    public static Terminal from(Properties properties, Map<String, String> environment) {
        String screens = properties.getProperty("gewu.terminal", "");
        boolean isScreen = screens.contains("out");
        boolean hasColours = isScreen
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        String columns = properties.getProperty("gewu.columns", environment.getOrDefault("COLUMNS", ""));
        return new Terminal(isScreen, screens.contains("err"), columns(columns), hasColours);
    }

    private static int columns(String words) {
        return words.matches("[1-9]\\d{0,3}") ? Math.max(Integer.parseInt(words), FEWEST_COLUMNS) : USUAL_COLUMNS;
    }
}
