package gewu.workbench.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The name somebody most likely meant.
final class NearestName {
    private NearestName() {}

    /// The known name with the fewest changes to `word`; none when all are far.
    static Optional<String> of(String word, List<String> known) {
        return known.stream()
                .filter(name -> changes(word, name) <= Math.max(2, name.length() / 3) || name.startsWith(word))
                .min(Comparator.comparingInt(name -> changes(word, name)));
    }

    /// How many characters must be added, taken away, replaced or swapped.
    static int changes(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
