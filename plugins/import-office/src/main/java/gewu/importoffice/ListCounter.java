package gewu.importoffice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the items of all lists of a document, and says what stands before each. For one thread; items come in the
/// order of the text.
final class ListCounter {
    private static final int UNUSED = Integer.MIN_VALUE;

    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /// The label of the next item, with the space that parts it from the words.
    ///
    /// @param list    what counts together: instances of a list go on counting where another one stopped
    /// @param instance the instance of the list
    /// @param restarts where this instance begins anew when it is first used, by level; null where it goes on
    /// @param levels  the levels of this instance
    /// @param level   of this item, from 0
    String next(String list, String instance, Map<Integer, Integer> restarts, List<ListLevel> levels, int level) {
        int[] numbers = counts.computeIfAbsent(list, _ -> unused());
        if (level < 0 || level >= Math.min(levels.size(), numbers.length)) {
            return "";
        }
        for (Map.Entry<Integer, Integer> restart : restarts.entrySet()) {
            int at = restart.getKey();
            if (at <= level && at >= 0 && begun.add(instance + "/" + at)) {
                numbers[at] = at == level ? restart.getValue() - 1 : restart.getValue();
            }
        }
        numbers[level] = numbers[level] == UNUSED ? levels.get(level).start() : numbers[level] + 1;
        for (int above = 0; above < level; above++) {
            if (numbers[above] == UNUSED) {
                numbers[above] = levels.get(above).start();
            }
        }
        for (int below = level + 1; below < levels.size(); below++) {
            int restart = levels.get(below).restart();
            if (restart < 0 || level < restart) {
                numbers[below] = UNUSED;
            }
        }
        return label(levels, level, numbers);
    }

    private static String label(List<ListLevel> levels, int level, int[] numbers) {
        ListLevel its = levels.get(level);
        if (its.format().equals("bullet")) {
            return "";
        }
        StringBuilder label = new StringBuilder();
        String pattern = its.pattern();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : 0;
            if (c == '%' && next >= '1' && next <= '9') {
                int of = next - '1';
                if (of <= level) {
                    String format = levels.get(of).format();
                    label.append(Numeral.of(its.isLegal() && !format.equals("none") ? "decimal" : format, numbers[of]));
                }
                i++;
            } else {
                label.append(c);
            }
        }
        if (label.isEmpty() || label.toString().isBlank()) {
            return "";
        }
        return label + space(its.follower(), label.charAt(label.length() - 1));
    }

    /// Chinese punctuation brings its own space.
    static String space(String follower, char last) {
        return follower.equals("nothing") || "、）。．：】〕，".indexOf(last) >= 0 ? "" : " ";
    }

    private static int[] unused() {
        int[] numbers = new int[9];
        Arrays.fill(numbers, UNUSED);
        return numbers;
    }
}
