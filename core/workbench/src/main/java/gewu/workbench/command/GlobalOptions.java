package gewu.workbench.command;

import gewu.api.WorkbenchException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What must be known before the house can be asked which commands there are.
///
/// @param workspace the workspace folder
/// @param isSafe    built-in plugins only
/// @param language  `zh` or `en`
public record GlobalOptions(Path workspace, boolean isSafe, String language) {
    private static final String WORKSPACE = "--workspace";
    private static final String LANG = "--lang";

    /// Looks through the words of a call, up to `--`; everything else is left to the full reading.
    ///
    /// @param home     the person's home folder
    /// @param locale   the language of the environment, such as `zh_CN.UTF-8`
    /// @throws WorkbenchException if a value can't be used
    static GlobalOptions of(List<String> words, Path home, String locale) {
        List<String> read = words.contains("--") ? words.subList(0, words.indexOf("--")) : words;
        String language = value(read, LANG).orElse(locale.startsWith("zh") ? "zh" : "en");
        if (!language.equals("zh") && !language.equals("en")) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE, Words.NO_SUCH_LANGUAGE.in("en", language), Words.LANGUAGES.in("en"));
        }
        if (value(read, WORKSPACE).filter(String::isBlank).isPresent()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE, Words.NO_FOLDER.in(language), Words.GIVE_FOLDER.in(language));
        }
        Path workspace = value(read, WORKSPACE).map(GlobalOptions::path).orElse(home.resolve(".gewu"));
        return new GlobalOptions(workspace.toAbsolutePath().normalize(), read.contains("--safe"), language);
    }

    /// Where unexpected errors are written down.
    public Path log() {
        return workspace.resolve("state").resolve("gewu.log");
    }

    private static Optional<String> value(List<String> words, String option) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).startsWith(option + "=")) {
                return Optional.of(words.get(i).substring(option.length() + 1));
            }
            if (words.get(i).equals(option) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Path path(String words) {
        try {
            return Path.of(words);
        } catch (InvalidPathException impossible) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "“" + words + "” can't be the path of a folder: " + impossible.getReason() + ".",
                    "Write it like --workspace reports.",
                    impossible);
        }
    }
}
