package gewu.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Words and what each of them says, from a tab-separated table; looked up at a place of a text, the longest first.
final class WordTable {
    private final Map<String, String> parts;
    /// How long the longest word is that begins with a character; 0 for none. Most characters begin no word.
    private final byte[] longest = new byte[Character.MAX_VALUE + 1];

    private WordTable(Map<String, String> parts) {
        this.parts = Map.copyOf(parts);
        for (String word : parts.keySet()) {
            char first = word.charAt(0);
            longest[first] = (byte) Math.max(longest[first], Math.min(Byte.MAX_VALUE, word.length()));
        }
    }

    static WordTable of(Map<String, String> parts) {
        return new WordTable(parts);
    }

    /// The table of a resource: a word a line, behind a tab what it says.
    static WordTable read(String name) {
        Map<String, String> parts = new HashMap<>();
        for (List<String> row : rows(name)) {
            parts.put(row.getFirst(), row.size() > 1 ? row.get(1) : "");
        }
        return new WordTable(parts);
    }

    /// The rows of a resource; lines that begin with `#` say something to people.
    static List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text(name).split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(List.of(line.strip().split("\t")));
            }
        }
        return rows;
    }

    static String text(String name) {
        try (InputStream table =
                Objects.requireNonNull(WordTable.class.getResourceAsStream("/lexicon/" + name), name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The longest word that stands at `at` and ends at `end` or before; empty for none.
    String at(String text, int at, int end) {
        int most = at < end ? longest[text.charAt(at)] : 0;
        for (int length = Math.min(most, end - at); length > 0; length--) {
            String word = text.substring(at, at + length);
            if (parts.containsKey(word)) {
                return word;
            }
        }
        return "";
    }

    /// What a word of this table says.
    String part(String word) {
        return parts.getOrDefault(word, "");
    }

    Set<String> words() {
        return parts.keySet();
    }

    /// Whether one of the words stands between `start` and `end`.
    boolean isIn(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!at(text, i, end).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
