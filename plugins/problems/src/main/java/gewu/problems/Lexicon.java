package gewu.problems;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// All tables, read once when a report first asks for them.
final class Lexicon {
    private static final List<String> FILES = List.of(
            "headings.tsv",
            "labels.tsv",
            "predicates.tsv",
            "openers.tsv",
            "circumstances.tsv",
            "actions.tsv",
            "settled.tsv",
            "states.tsv",
            "vague.tsv",
            "nothing.tsv",
            "concepts.tsv",
            "alike.tsv");

    private final Headings headings = new Headings();
    private final Lacks lacks = new Lacks();
    private final Openers openers = new Openers();
    private final Circumstances circumstances = new Circumstances(openers, lacks);
    private final Likeness likeness = new Likeness();
    private final WordTable settled = WordTable.read("settled.tsv");
    private final WordTable states = WordTable.read("states.tsv");
    private final WordTable vague = WordTable.read("vague.tsv");
    private final WordTable nothing = WordTable.read("nothing.tsv");

    private static final class Shared {
        static final Lexicon OWN = new Lexicon();
    }

    static Lexicon own() {
        return Shared.OWN;
    }

    /// A fingerprint of the tables.
    static String edition() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                digest.update(WordTable.text(file).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    Headings headings() {
        return headings;
    }

    Lacks lacks() {
        return lacks;
    }

    Openers openers() {
        return openers;
    }

    Circumstances circumstances() {
        return circumstances;
    }

    Likeness likeness() {
        return likeness;
    }

    /// Whether a sentence says that something is put right.
    boolean isSettled(String sentence) {
        return settled.isIn(sentence, 0, sentence.length());
    }

    /// Whether a cell says no more than how far things are: `正在整改`.
    boolean isState(String words) {
        return !words.isBlank() && isMadeOf(states, words);
    }

    /// Whether a remedy promises nothing that could be looked at: `加强学习,提高认识`.
    boolean isVague(String remedy) {
        return isMadeOf(vague, remedy) && remedy.chars().noneMatch(Character::isDigit);
    }

    private static boolean isMadeOf(WordTable table, String words) {
        int at = 0;
        while (at < words.length()) {
            char c = words.charAt(at);
            String word = table.at(words, at, words.length());
            if (word.isEmpty() && c >= '\u4e00' && c <= '\u9fff') {
                return false;
            }
            at += Math.max(1, word.length());
        }
        return true;
    }

    /// Whether words such as 暂无 or 未发现重大问题 say that there is nothing to say.
    boolean saysNothing(String sentence) {
        boolean denies = false;
        for (int at = 0; at < sentence.length() && !denies; at++) {
            String word = nothing.at(sentence, at, sentence.length());
            denies = word.indexOf('无') >= 0 || word.startsWith("没") || word.startsWith("不") || word.contains("未");
            at += Math.max(0, word.length() - 1);
        }
        return isMadeOf(nothing, sentence) && (denies || sentence.isBlank());
    }
}
