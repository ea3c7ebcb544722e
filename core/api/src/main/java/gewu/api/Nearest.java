package gewu.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds what somebody who mistyped a name probably meant. Safe for all threads.
public final class Nearest {
    private Nearest() {}

    /// The known name that differs least from `wanted`; empty when none is alike.
    public static Optional<String> to(String wanted, Collection<String> known) {
        String best = null;
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String name : known.stream().sorted().toList()) {
            int distance = distance(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /// A sentence that proposes: the nearest name, or all of them when they are few.
    public static String hint(String wanted, Collection<String> known) {
        Optional<String> nearest = to(wanted, known);
        if (nearest.isPresent()) {
            return "Did you mean “" + nearest.get() + "”?";
        }
        if (known.isEmpty()) {
            return "There is none to choose from.";
        }
        String names = known.stream().sorted().limit(12).collect(Collectors.joining(", "));
        return "Known: " + names + (known.size() > 12 ? ", …" : "") + ".";
    }

    /// How many letters to add, drop, change or swap with a neighbour to make one of the other.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int least = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
