package gewu.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Our own passages, with the figures that a careful reader finds in them: `passages.txt`.
final class Passages {
    private Passages() {}

    /// @param reporter who reports in 2021
    /// @param figures  one line each: words, indicator, role, direction, period, value
    record Passage(String reporter, String text, List<String> figures) {}

    static List<Passage> all() {
        List<Passage> all = new ArrayList<>();
        String reporter = "临江市信访局";
        for (String line : words().split("\n")) {
            if (line.startsWith("@")) {
                reporter = line.substring(1);
            } else if (line.startsWith(">")) {
                String text = line.substring(1).replace("\\n", "\n").replace("\\t", "\t");
                all.add(new Passage(reporter, text, new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                all.getLast().figures().add(line);
            }
        }
        return all;
    }

    private static String words() {
        try (InputStream stream = Objects.requireNonNull(Passages.class.getResourceAsStream("/passages.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
