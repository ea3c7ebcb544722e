package gewu.kernel.read;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What the user chose for importers, in the file `settings.properties` of the workspace: lines such as
/// `import-web/html.navigation=keep`.
public final class ImporterOptions {
    private ImporterOptions() {}

    /// The choices, by `plugin/extension.option`; none if there is no such file.
    ///
    /// @throws WorkbenchException of kind `WORKSPACE` if the file can't be read
    public static Map<String, String> of(Path workspace) {
        Path file = workspace.resolve("settings.properties");
        Map<String, String> chosen = new HashMap<>();
        if (Files.isRegularFile(file)) {
            Properties lines = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                lines.load(in);
            } catch (IOException | IllegalArgumentException broken) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.WORKSPACE,
                        file + " can't be read: " + broken.getMessage() + ".",
                        "Write it as UTF-8, one choice a line, such as import-web/html.navigation=keep.",
                        broken);
            }
            lines.stringPropertyNames().forEach(name -> chosen.put(name, lines.getProperty(name)));
        }
        return chosen;
    }
}
