package gewu.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that say the same: those that come with the index, and those an office adds in a file of its own.
/// Immutable.
final class Synonyms {
    /// What an office adds stands in this file in the index plugin's data folder, one group a line, parted by
    /// spaces.
    static final String FILE = "synonyms.txt";

    /// More ways to say a long name mix up what is meant.
    private static final int MOST = 16;

    private final Map<String, List<String>> groups = new HashMap<>();
    private final int longest;

    private Synonyms(List<String> lines) {
        int most = 0;
        for (String line : lines) {
            List<String> group = List.of(line.split("[\\s\\u3000]+")).stream()
                    .map(word -> SearchText.of(word).toString())
                    .filter(word -> word.length() > 1)
                    .distinct()
                    .toList();
            for (String word : group) {
                groups.merge(word, group, Synonyms::joined);
                most = Math.max(most, word.length());
            }
        }
        longest = most;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /// Those that come with the index.
    static Synonyms ofTheHouse() {
        return new Synonyms(Resource.lines(FILE));
    }

    /// Those that come with the index and those in `folder`, if there are any.
    static Synonyms in(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(Resource.lines(FILE));
        Path own = folder.resolve(FILE);
        if (Files.exists(own)) {
            lines.addAll(Resource.said(Files.readString(own, StandardCharsets.UTF_8)));
        }
        return new Synonyms(lines);
    }

    /// The ways to say `folded`, itself first: each of the words in it that has synonyms may be any of them.
    List<String> of(String folded) {
        Set<String> ways = new LinkedHashSet<>();
        say("", folded, ways);
        return List.copyOf(ways);
    }

    private void say(String said, String rest, Set<String> ways) {
        if (ways.size() >= MOST) {
            return;
        }
        for (int at = 0; at < rest.length(); at++) {
            for (int size = Math.min(longest, rest.length() - at); size > 1; size--) {
                List<String> group = groups.get(rest.substring(at, at + size));
                if (group != null) {
                    String before = said + rest.substring(0, at);
                    String behind = rest.substring(at + size);
                    say(before + rest.substring(at, at + size), behind, ways);
                    for (String other : group) {
                        say(before + other, behind, ways);
                    }
                    return;
                }
            }
        }
        ways.add(said + rest);
    }
}
