package gewu.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The room's files, read for its tests.
final class Seeds {
    static final Path ROOM = Path.of(System.getProperty("gewu.root", ".."), "seeds");

    private Seeds() {}

    /// A sample report.
    record Sample(String name, String text, Map<String, String> facts) {
        @Override
        public String toString() {
            return name;
        }

        /// The rows of one of its tables.
        List<Map<String, String>> table(String about) {
            return rows(ROOM.resolve("expected").resolve(name + "." + about + ".tsv"));
        }
    }

    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (Map<String, String> facts : rows(ROOM.resolve("expected/reports.tsv"))) {
            String file = facts.getOrDefault("file", "");
            String text = decoded(ROOM.resolve("reports").resolve(file), facts.getOrDefault("encoding", ""));
            samples.add(new Sample(file.replace(".txt", ""), text, facts));
        }
        return samples;
    }

    /// The rows of a table, each as column name to value; escapes are undone.
    static List<Map<String, String>> rows(Path table) {
        List<String> lines = read(table, StandardCharsets.UTF_8).lines().toList();
        String[] heads = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).map(line -> row(table, heads, line)).toList();
    }

    private static Map<String, String> row(Path table, String[] heads, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != heads.length) {
            throw new IllegalStateException(table + " has a row with " + cells.length + " cells: " + line);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < heads.length; i++) {
            row.put(heads[i], cells[i].replace("\\n", "\n").replace("\\t", "\t"));
        }
        return row;
    }

    private static String decoded(Path file, String encoding) {
        boolean hasMark = encoding.endsWith(" with BOM");
        String text = read(file, Charset.forName(encoding.replace(" with BOM", "")));
        if (text.startsWith("\ufeff") != hasMark) {
            throw new IllegalStateException(file + " is not in " + encoding);
        }
        return hasMark ? text.substring(1) : text;
    }

    private static String read(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
