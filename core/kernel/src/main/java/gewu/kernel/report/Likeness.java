package gewu.kernel.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds what a person probably meant: how many neighbouring pairs of characters two names share. Counts
/// pairs rather than edits, because people give the beginning or the middle of a long Chinese title.
public final class Likeness {
    private static final double ALIKE = 0.15;

    private Likeness() {}

    /// The names most like `words`, best first, at most `limit`; empty when none is alike.
    public static List<String> nearest(String words, Collection<String> names, int limit) {
        return names.stream()
                .distinct()
                .filter(name -> of(words, name) > ALIKE)
                .sorted(Comparator.comparingDouble((String name) -> -of(words, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    /// From 0 (nothing in common) to 1 (the same pairs).
    private static double of(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        int all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all == 0 ? 0 : 2.0 * pairs.size() / all;
    }

    private static Set<String> pairs(String words) {
        String lower = " " + words.toLowerCase(Locale.ROOT) + " ";
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= lower.length(); i++) {
            pairs.add(lower.substring(i, i + 2));
        }
        return pairs;
    }
}
