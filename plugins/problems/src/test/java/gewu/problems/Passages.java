package gewu.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our own passages with what a careful reader finds in them: `passages.txt` and those numbered after it.
final class Passages {
    private static final Pattern MARK = Pattern.compile("⟦([PRCxy]\\d+)(?:>([P\\d,]+))?:([^⟧]*)⟧");

    private Passages() {}

    /// @param marks what is marked, by its name: `P1`, `R2`, `C1>P1`; `x` and `y` are said elsewhere
    /// @param links such as `P1-R1`
    record Passage(String name, String text, TreeMap<String, Span> marks, List<String> links) {
        /// What is marked with a letter.
        List<Span> all(char letter) {
            return marks.entrySet().stream()
                    .filter(it -> it.getKey().charAt(0) == letter)
                    .map(it -> it.getValue())
                    .toList();
        }
    }

    static List<Passage> all(String file) {
        List<Passage> all = new ArrayList<>();
        String words = words(file);
        for (String block : words.substring(words.indexOf("=== ") + 4).split("=== ")) {
            List<String> lines = block.strip().lines().toList();
            String body = String.join("\n", lines.subList(1, lines.size() - 1));
            StringBuilder text = new StringBuilder();
            TreeMap<String, Span> marks = new TreeMap<>();
            Matcher mark = MARK.matcher(body);
            int at = 0;
            while (mark.find()) {
                text.append(body, at, mark.start());
                int start = text.length();
                text.append(mark.group(3));
                String of = mark.group(2);
                marks.put(mark.group(1) + (of == null ? "" : ">" + of), new Span(start, text.length()));
                at = mark.end();
            }
            text.append(body.substring(at));
            String links = lines.getLast().substring(2).strip();
            all.add(new Passage(
                    lines.getFirst(), text.toString(), marks, links.isEmpty() ? List.of() : List.of(links.split(" "))));
        }
        return all;
    }

    private static String words(String file) {
        try (InputStream stream = Objects.requireNonNull(Passages.class.getResourceAsStream("/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
