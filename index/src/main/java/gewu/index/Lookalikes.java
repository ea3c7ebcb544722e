package gewu.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Characters that a recogniser takes for each other, such as 已 and 己.
final class Lookalikes {
    /// One character of a longer word changes little; two look-alikes in one short word hardly happen.
    private static final int LONGEST = 40;

    private static final Map<Character, String> ALIKE = read();

    private Lookalikes() {}

    /// The words that differ from `folded` in exactly one character, which looks like the one it stands for;
    /// none for a single character, which would stand for quite another.
    static List<String> of(String folded) {
        if (folded.length() < 2 || folded.length() > LONGEST) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < folded.length(); i++) {
            String others = ALIKE.getOrDefault(folded.charAt(i), "");
            for (int k = 0; k < others.length(); k++) {
                words.add(folded.substring(0, i) + others.charAt(k) + folded.substring(i + 1));
            }
        }
        return words;
    }

    private static Map<Character, String> read() {
        Map<Character, StringBuilder> alike = new HashMap<>();
        for (String group : Resource.lines("lookalikes.txt")) {
            for (int i = 0; i < group.length(); i++) {
                for (int k = 0; k < group.length(); k++) {
                    if (i != k) {
                        alike.computeIfAbsent(group.charAt(i), _ -> new StringBuilder())
                                .append(group.charAt(k));
                    }
                }
            }
        }
        Map<Character, String> read = new HashMap<>();
        alike.forEach((character, others) -> read.put(character, others.toString()));
        return Collections.unmodifiableMap(read);
    }
}
