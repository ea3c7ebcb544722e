package gewu.ledger;

import gewu.api.report.CleanText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What problems are about (事项词表), and how alike two problems are by it. Figures inside a sentence never count: the
/// same problem has other figures each year. Immutable; all threads may share it.
final class Concepts {
    static final String TABLE = "concepts.tsv";

    private final Map<String, Set<String>> namesOf;
    private final Map<String, Double> weights;
    private final int longest;

    private Concepts(Map<String, Set<String>> namesOf, Map<String, Double> weights) {
        this.namesOf = Map.copyOf(namesOf);
        this.weights = Map.copyOf(weights);
        this.longest = namesOf.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /// The program's own table, and behind it that of the office.
    ///
    /// @param folder may lack the file
    static Concepts with(Path folder) {
        List<String[]> office = Terms.rows(folder, TABLE);
        if (office.isEmpty()) {
            return own();
        }
        List<String[]> both = new ArrayList<>(Terms.own(TABLE));
        both.addAll(office);
        return of(both);
    }

    static Concepts own() {
        return Own.CONCEPTS;
    }

    /// Read when they are first asked for.
    private static final class Own {
        private static final Concepts CONCEPTS = of(Terms.own(TABLE));
    }

    private static Concepts of(List<String[]> rows) {
        Map<String, Set<String>> namesOf = new HashMap<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String[] row : rows) {
            weights.put(row[0], Double.parseDouble(row[1]));
            for (String word : row[2].split(" ")) {
                namesOf.computeIfAbsent(word, _ -> new TreeSet<>()).add(row[0]);
            }
        }
        return new Concepts(namesOf, weights);
    }

    /// What of a problem's words is compared.
    ///
    /// @param head     pairs of characters of the words that name it
    /// @param all      those of all its words
    /// @param concepts what it speaks of, with the weight
    record Sketch(Set<String> head, Set<String> all, Map<String, Double> concepts, String category) {}

    /// @param text further words that explain it; may be empty or hold the name again
    Sketch sketch(String name, String text, String category) {
        String head = plain(name);
        String whole = text.contains(name) ? plain(text) : head + "。" + plain(text);
        Map<String, Double> concepts = new TreeMap<>();
        Set<String> headPairs = new HashSet<>();
        Set<String> allPairs = new HashSet<>();
        read(head, headPairs, new TreeMap<>());
        read(whole, allPairs, concepts);
        return new Sketch(headPairs, allPairs, concepts, category);
    }

    /// An item's words as they stand in the ledger.
    Sketch sketch(Fields item) {
        return sketch(item.of("title"), item.of("text"), item.of("category"));
    }

    static Likeness likeness(Sketch one, Sketch other) {
        Set<String> shared = new TreeSet<>(one.concepts().keySet());
        shared.retainAll(other.concepts().keySet());
        double both = shared.stream()
                .mapToDouble(it -> one.concepts().getOrDefault(it, 0.0))
                .sum();
        double smaller =
                Math.min(sum(one.concepts().values()), sum(other.concepts().values()));
        return new Likeness(
                dice(one.head(), other.head()),
                dice(one.all(), other.all()),
                smaller == 0 ? 0 : both / smaller,
                !one.category().isEmpty() && one.category().equals(other.category()),
                List.copyOf(shared));
    }

    private static double sum(Collection<Double> values) {
        return values.stream().mapToDouble(it -> it).sum();
    }

    /// Collects the concepts and the telling pairs of characters.
    private void read(String words, Set<String> pairs, Map<String, Double> concepts) {
        boolean[] says = new boolean[words.length()];
        java.util.Arrays.fill(says, true);
        for (int i = 0; i < words.length(); i++) {
            String word = at(words, i);
            for (String name : namesOf.getOrDefault(word, Set.of())) {
                double weight = weights.getOrDefault(name, 0.0);
                if (weight > 0) {
                    concepts.put(name, weight);
                } else {
                    java.util.Arrays.fill(says, i, i + word.length(), false);
                }
            }
        }
        for (int i = 0; i + 1 < words.length(); i++) {
            if (says[i] && says[i + 1] && isHan(words.charAt(i)) && isHan(words.charAt(i + 1))) {
                pairs.add(words.substring(i, i + 2));
            }
        }
    }

    /// The longest word of the table that stands there; empty for none.
    private String at(String words, int at) {
        for (int length = Math.min(longest, words.length() - at); length > 0; length--) {
            String word = words.substring(at, at + length);
            if (namesOf.containsKey(word)) {
                return word;
            }
        }
        return "";
    }

    private static double dice(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return 2.0 * shared / (one.size() + other.size());
    }

    /// One line without spaces and figures, width folded.
    private static String plain(String words) {
        return CleanText.of(words).text().replaceAll("[0-9.,%\\s]+", "");
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff' && "的和与及等了在对是为以".indexOf(c) < 0;
    }
}
