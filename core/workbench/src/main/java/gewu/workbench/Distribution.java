package gewu.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// What came with the program: its version and the plugins beside it.
final class Distribution {
    private Distribution() {}

    /// The program's version, such as `1.0.0`.
    static String version() {
        Properties properties = new Properties();
        try (InputStream file = Distribution.class.getResourceAsStream("version.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "");
    }

    /// The folder whose sub-folders are the plugins beside the program; none when it doesn't run from a distribution.
    static List<Path> plugins() {
        String home = System.getProperty("gewu.home", "");
        return home.isEmpty() ? List.of() : List.of(Path.of(home, "plugins"));
    }
}
