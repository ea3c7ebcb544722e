package gewu.workbench.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The few files a page needs beside itself, read once from the program. Immutable.
final class StaticFiles {
    private final Map<String, String> contents;

    /// @param paths as in the address line; the files stand beside this class
    StaticFiles(Collection<String> paths) {
        this.contents = paths.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), StaticFiles::read));
    }

    String content(String path) {
        return contents.getOrDefault(path, "");
    }

    private static String read(String path) {
        try (InputStream file = StaticFiles.class.getResourceAsStream(path.substring(1))) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its own file " + path + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
