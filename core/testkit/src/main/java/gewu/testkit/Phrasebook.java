package gewu.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lists of phrases that name one another: `{office}` inside a phrase stands for a choice from the list `office`.
/// Immutable.
final class Phrasebook {
    private final Map<String, List<Phrase>> lists;

    private Phrasebook(Map<String, List<Phrase>> lists) {
        this.lists = lists;
    }

    /// A phrase taken apart: words to copy and names to fill in, in order.
    record Phrase(List<Part> parts) {}

    /// A piece of a phrase.
    ///
    /// @param isName whether `text` names what to fill in
    record Part(String text, boolean isName) {}

    /// Reads the book that stands beside this class.
    static Phrasebook read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Phrasebook.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return of(reader.readAllLines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Phrasebook of(List<String> lines) {
        Map<String, List<Phrase>> lists = new LinkedHashMap<>();
        List<Phrase> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                current.add(phrase(line));
            }
        }
        return new Phrasebook(lists);
    }

    private static Phrase phrase(String line) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('{', at);
            if (open < 0) {
                open = line.length();
            }
            if (open > at) {
                parts.add(new Part(line.substring(at, open), false));
            }
            if (open == line.length()) {
                break;
            }
            int close = line.indexOf('}', open);
            parts.add(new Part(line.substring(open + 1, close), true));
            at = close + 1;
        }
        return new Phrase(List.copyOf(parts));
    }

    /// The phrases of a list.
    ///
    /// @throws IllegalArgumentException if there is no such list
    List<Phrase> list(String name) {
        List<Phrase> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("The phrase book has no list “" + name + "”; it has " + lists.keySet());
        }
        return list;
    }
}
