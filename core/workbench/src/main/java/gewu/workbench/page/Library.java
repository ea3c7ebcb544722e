package gewu.workbench.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/// The scripts, styles and pictures that pages load, read once from the program and packed when they are first
/// asked for. Their addresses hold the edition, which changes with any of them, so that a browser may keep them for
/// good. Safe for all threads.
final class Library {
    private static final int EDITION_DIGITS = 12;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");
    private static final List<String> FILES = List.of(
            "boot.js",
            "icon.svg",
            "page.js",
            "panels.css",
            "shell.css",
            "shell.js",
            "style.css",
            "library/dockview.css",
            "library/dockview.js",
            "library/echarts.js",
            "library/licences.txt",
            "library/tabulator.css",
            "library/tabulator.js",
            "library/tinykeys.js");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, byte[]> packed = new ConcurrentHashMap<>();
    private final String edition;

    Library() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                byte[] content = read(name);
                digest.update(content);
                files.put(name, content);
            }
            edition = HexFormat.of().formatHex(digest.digest()).substring(0, EDITION_DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /// What addresses of these files begin with: `/lib/` and this.
    String edition() {
        return edition;
    }

    /// @param name behind the edition, such as `library/tinykeys.js`
    Optional<Reply> file(String name) {
        return Optional.ofNullable(files.get(name))
                .map(content -> new Reply.Piece(
                        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""),
                        content,
                        packed.computeIfAbsent(name, _ -> pack(content))));
    }

    private static byte[] pack(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] read(String path) {
        try (InputStream file = Library.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its own file " + path + ".");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
