package gewu.kernel.intake;

import java.util.Arrays;
import java.util.Set;

/// A list of words of which one may stand at an end.
final class Endings {
    private final Set<String> words;
    private final Signs last;
    private final int shortest;
    private final int longest;

    private Endings(Set<String> words) {
        this.words = words;
        this.last =
                Signs.of(words.stream().map(it -> it.substring(it.length() - 1)).reduce("", String::concat));
        this.shortest = words.stream().mapToInt(String::length).min().orElse(0);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    /// @param words parted by spaces
    static Endings of(String words) {
        return new Endings(Set.copyOf(Arrays.asList(words.split(" "))));
    }

    /// Whether one of the words ends at `at`.
    boolean end(String text, int at) {
        if (at < shortest || !last.has(text.charAt(at - 1))) {
            return false;
        }
        for (int length = shortest; length <= Math.min(longest, at); length++) {
            if (words.contains(text.substring(at - length, at))) {
                return true;
            }
        }
        return false;
    }
}
