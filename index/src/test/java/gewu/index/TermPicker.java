package gewu.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Takes terms out of texts: pieces that behave like words, and pieces from anywhere. The same texts give the same
/// terms.
final class TermPicker {
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int LONGEST = 4;
    private static final int SELDOM = 8;
    private static final double STICKS_TOGETHER = 3;
    private static final double STANDS_FREELY = 1.5;

    private final List<String> texts;
    private final Random random = new Random(20_261_121);

    /// @param texts folded paragraphs
    TermPicker(List<String> texts) {
        this.texts = texts;
    }

    /// Two to four characters that stand together far more often than by chance, among many neighbours on both sides.
    List<String> wordLike(int count) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Map<Character, Integer>> before = new HashMap<>();
        Map<String, Map<Character, Integer>> behind = new HashMap<>();
        long characters = 0;
        int step = Math.max(1, (int) (texts.stream().mapToLong(String::length).sum() / MOST_CHARACTERS));
        for (int t = 0; t < texts.size(); t += step) {
            String text = texts.get(t);
            characters += text.length();
            for (int i = 0; i < text.length(); i++) {
                for (int size = 1; size <= LONGEST && i + size <= text.length(); size++) {
                    if (!Character.isIdeographic(text.charAt(i + size - 1))) {
                        break;
                    }
                    counts.merge(text.substring(i, i + size), 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(it -> it < SELDOM);
        for (int t = 0; t < texts.size(); t += step) {
            String text = texts.get(t);
            for (int i = 0; i < text.length(); i++) {
                for (int size = 2; size <= LONGEST && i + size <= text.length(); size++) {
                    String piece = text.substring(i, i + size);
                    if (counts.containsKey(piece)) {
                        neighbour(before, piece, i == 0 ? '\n' : text.charAt(i - 1));
                        neighbour(behind, piece, i + size == text.length() ? '\n' : text.charAt(i + size));
                    }
                }
            }
        }
        List<String> terms = new ArrayList<>();
        for (String piece : new TreeMap<>(counts).keySet()) {
            if (piece.length() > 1
                    && cohesion(piece, counts, characters) >= STICKS_TOGETHER
                    && entropy(before.getOrDefault(piece, Map.of())) >= STANDS_FREELY
                    && entropy(behind.getOrDefault(piece, Map.of())) >= STANDS_FREELY) {
                terms.add(piece);
            }
        }
        Collections.shuffle(terms, random);
        return List.copyOf(terms.subList(0, Math.min(count, terms.size())));
    }

    /// Two to six Chinese characters that stand one after another somewhere.
    List<String> anywhere(int count) {
        Set<String> pieces = new LinkedHashSet<>();
        while (pieces.size() < count) {
            String text = texts.get(random.nextInt(texts.size()));
            int size = 2 + random.nextInt(5);
            if (text.length() > size) {
                int at = random.nextInt(text.length() - size);
                String piece = text.substring(at, at + size);
                if (piece.chars().allMatch(Character::isIdeographic)) {
                    pieces.add(piece);
                }
            }
        }
        return List.copyOf(pieces);
    }

    private static void neighbour(Map<String, Map<Character, Integer>> all, String piece, char c) {
        all.computeIfAbsent(piece, _ -> new HashMap<>()).merge(c, 1, Integer::sum);
    }

    /// The least pointwise mutual information over the ways to part the piece in two.
    private static double cohesion(String piece, Map<String, Integer> counts, long characters) {
        double least = Double.MAX_VALUE;
        for (int at = 1; at < piece.length(); at++) {
            double left = counts.getOrDefault(piece.substring(0, at), SELDOM);
            double right = counts.getOrDefault(piece.substring(at), SELDOM);
            double together = counts.getOrDefault(piece, 0);
            least = Math.min(least, Math.log(together * characters / (left * right)));
        }
        return least;
    }

    private static double entropy(Map<Character, Integer> neighbours) {
        double all = neighbours.values().stream().mapToInt(it -> it).sum();
        return neighbours.values().stream()
                .mapToDouble(it -> -it / all * Math.log(it / all))
                .sum();
    }
}
