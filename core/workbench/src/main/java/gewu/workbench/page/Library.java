package gewu.workbench.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scripts, styles and pictures that pages load, read once from the program. Their addresses hold the
/// edition, which changes with any of them, so that a browser may keep them for good. Immutable.
final class Library {
    private static final int EDITION_DIGITS = 12;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");
    private static final List<String> FILES = List.of(
            "acting.js",
            "actions.js",
            "answers.js",
            "bar.js",
            "board.js",
            "boot.js",
            "calendar.js",
            "cells.js",
            "chart.js",
            "choosing.js",
            "deeds.js",
            "drawers.js",
            "drop.js",
            "events.js",
            "following.js",
            "foot.js",
            "form.js",
            "frame.js",
            "icon.svg",
            "keys.js",
            "lines.js",
            "menus.js",
            "notices.js",
            "page.js",
            "pages.js",
            "palette.js",
            "pair.js",
            "panels.css",
            "panels.js",
            "parts.js",
            "perspectives.js",
            "print.js",
            "reader.js",
            "reading.js",
            "selection.js",
            "shell.css",
            "shell.js",
            "sides.js",
            "strokes.js",
            "style.css",
            "suggesting.js",
            "table.js",
            "theme.js",
            "told.js",
            "tree.js",
            "windows.js",
            "words.js",
            "library/dockview.css",
            "library/dockview.js",
            "library/echarts.js",
            "library/licences.txt",
            "library/tabulator.css",
            "library/tabulator.js",
            "library/tinykeys.js");

    /// The modules that a workbench is made of; all are there when it begins.
    static final List<String> MODULES = FILES.stream()
            .filter(it -> it.endsWith(".js") && !it.startsWith("library/"))
            .filter(it -> !it.equals("boot.js") && !it.equals("page.js"))
            .toList();

    private final Map<String, Reply.Lasting> files = new LinkedHashMap<>();
    private final String edition;

    Library() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : FILES) {
                byte[] content = read(name);
                digest.update(content);
                files.put(
                        name,
                        new Reply.Lasting(
                                TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""), content, true));
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
        return Optional.ofNullable(files.get(name));
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
