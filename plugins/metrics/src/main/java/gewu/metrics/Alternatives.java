package gewu.metrics;

import java.util.ArrayList;
import java.util.List;

/// Words written with alternatives: `(到|赴)省(集访|集体访)` stands for four words, `\(` for a bracket.
final class Alternatives {
    static final int MOST = 2_000;

    private Alternatives() {}

    /// All words that `pattern` stands for; empty if it is not well formed or stands for too many.
    static List<String> of(String pattern) {
        List<String> words = List.of("");
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            List<String> choices;
            if (c == '\\' && at + 1 < pattern.length()) {
                choices = List.of(String.valueOf(pattern.charAt(at + 1)));
                at += 2;
            } else if (c == '(') {
                int close = pattern.indexOf(')', at);
                if (close < 0) {
                    return List.of();
                }
                choices = List.of(pattern.substring(at + 1, close).split("\\|", -1));
                at = close + 1;
            } else if (c == ')') {
                return List.of();
            } else {
                choices = List.of(String.valueOf(c));
                at++;
            }
            words = joined(words, choices);
            if (words.size() > MOST) {
                return List.of();
            }
        }
        return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static List<String> joined(List<String> heads, List<String> tails) {
        List<String> all = new ArrayList<>(heads.size() * tails.size());
        for (String head : heads) {
            for (String tail : tails) {
                all.add(head + tail);
            }
        }
        return all;
    }
}
