package gewu.ledger;

import gewu.api.Label;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// How alike two problems are, and in what: each part from 0 to 1. The same whichever of the two is asked first.
///
/// @param head     pairs of characters that the words naming them share
/// @param words    pairs of characters that all their words share
/// @param concepts things both speak of, by their weight
/// @param shared   the names of these things
record Likeness(double head, double words, double concepts, boolean sameCategory, List<String> shared) {
    /// From here on somebody should say whether they are the same.
    static final double SAME = 0.38;

    /// From here on they are worth a look beside each other.
    static final double SIMILAR = 0.20;

    Likeness {
        shared = List.copyOf(shared);
    }

    /// The mix that told judged pairs apart best: decision 083.
    double score() {
        return 0.35 * head + 0.25 * words + 0.25 * concepts + (sameCategory ? 0.15 : 0);
    }

    String scoreWritten() {
        return twoDigits(score());
    }

    static String twoDigits(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /// Why they look alike, in one sentence.
    Label why() {
        String names = String.join("、", shared);
        String zh = (shared.isEmpty() ? "没有共同的事项" : "都说到" + names)
                + "；名称用字相同 " + percent(head) + "，全文用字相同 " + percent(words)
                + (sameCategory ? "；类别相同" : "");
        String en = (shared.isEmpty() ? "nothing both speak of" : "both speak of " + names)
                + "; " + percent(head) + " of the naming words and " + percent(words) + " of all words are the same"
                + (sameCategory ? "; the category is the same" : "");
        return new Label(zh, en);
    }

    private static String percent(double part) {
        return Math.round(part * 100) + "%";
    }
}
