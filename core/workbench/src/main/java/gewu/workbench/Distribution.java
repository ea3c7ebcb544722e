package gewu.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

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

    /// The folders of the plugins beside the program, in the order of their names; none when it doesn't run from a
    /// distribution.
    static List<Path> plugins() {
        String home = System.getProperty("gewu.home", "");
        Path folder = Path.of(home, "plugins");
        if (home.isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> plugins = Files.list(folder)) {
            return plugins.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
