package gewu.api.metric;

import gewu.api.Label;
import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A relation between figures, and whether it holds (勾稽关系).
///
/// @param kind     which relation
/// @param severity how much it matters; [Severity#NONE] when it holds
/// @param formula  the relation with its numbers, such as `1349.91 + 108.43`
/// @param computed what it comes to; empty when nothing can be worked out
/// @param stated   what the report says; empty when it says nothing
/// @param operands the figures of the relation, the one that is judged first; never empty
/// @param wording  a sentence for people, in which `{0}` stands for the first operand with its name and `{0#}` for its
///                 number alone
public record Check(
        Kind kind,
        Verdict verdict,
        Severity severity,
        String formula,
        String computed,
        String stated,
        List<Operand> operands,
        Label wording) {
    public Check {
        operands = List.copyOf(operands);
        if (operands.isEmpty()) {
            throw new IllegalArgumentException("A check needs a figure.");
        }
    }

    /// A figure of a relation and where it stands; between two reports the passages tell whose it is.
    ///
    /// @param metric the metric's id within its report
    /// @param name   the indicator as worded
    /// @param told   its value as sentences tell it
    public record Operand(String metric, String name, Passage passage, Label told) {
        /// A figure that is told as it is written.
        public static Operand of(Metric metric) {
            return of(metric, Label.same(CleanText.joined(metric.passage().text())));
        }

        /// A figure that is told otherwise than it is written, such as one that a person corrected.
        public static Operand of(Metric metric, Label told) {
            return new Operand(metric.id(), metric.indicator(), metric.passage(), told);
        }
    }

    /// A stretch of the sentence.
    ///
    /// @param operand number of the operand it stands for, -1 for plain words
    public record Piece(String words, int operand) {}

    /// The sentence with its operands filled in.
    public Label sentence() {
        return new Label(joined(Locale.CHINESE), joined(Locale.ENGLISH));
    }

    private String joined(Locale language) {
        StringBuilder joined = new StringBuilder();
        pieces(language).forEach(piece -> joined.append(piece.words()));
        return joined.toString();
    }

    /// The sentence in `language`, cut so that each operand can be shown as a link to its place.
    public List<Piece> pieces(Locale language) {
        String words = wording.in(language.getLanguage());
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < words.length()) {
            int open = words.indexOf('{', at);
            int close = open < 0 ? -1 : words.indexOf('}', open);
            if (close < 0) {
                pieces.add(new Piece(words.substring(at), -1));
                break;
            }
            if (open > at) {
                pieces.add(new Piece(words.substring(at, open), -1));
            }
            boolean isBare = words.charAt(close - 1) == '#';
            int number = Integer.parseInt(words, open + 1, isBare ? close - 1 : close, 10);
            Operand operand = operands.get(number);
            String value = operand.told().in(language.getLanguage());
            pieces.add(new Piece(isBare ? value : operand.name() + " " + value, number));
            at = close + 1;
        }
        return List.copyOf(pieces);
    }

    /// Which relation.
    public enum Kind {
        /// A whole and its parts.
        SUM,
        /// This period, the one before, and the change told.
        DIFFERENCE,
        /// A word of direction against the figures, or against another word.
        DIRECTION,
        /// A rate of change against the levels.
        CHANGE_RATE,
        /// Whether a level before could exist that gives the rate told.
        IMPLIED_BASE,
        /// A part against its whole, in percent.
        SHARE,
        /// Shares of one whole.
        SHARE_SUM,
        /// A rate against what it is made of.
        RATIO,
        /// What can't be more than something else.
        INEQUALITY,
        /// What was spent against what was planned.
        BUDGET_VS_OUTTURN,
        /// The same told twice.
        SAME_FACT,
        /// Two sentences that can't both be right.
        CONTRADICTION,
        /// A number that is none.
        MALFORMED_NUMBER,
        /// The things of a list against how many it says there are.
        COUNT_LIST,
        /// A claim that compares with figures the report does not give.
        COMPARISON,
        /// What a share is said to be a share of.
        LABEL,
        /// Last year as this report tells it against last year's own report.
        PREVIOUS_YEAR;

        /// As programs write it: `change_rate`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it came out.
    public enum Verdict {
        HOLDS,
        /// Right but for rounding or cut-off digits.
        HOLDS_WITHIN_ROUNDING,
        VIOLATED,
        /// The report does not say enough.
        NOT_DECIDABLE;

        /// As programs write it: `holds within rounding`.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// How much a check matters to who signs the report.
    public enum Severity {
        NONE,
        /// Good to know.
        INFO,
        /// To be explained.
        WARN,
        /// To be corrected.
        ERROR;

        /// As programs write it: `warn`; empty for [#NONE].
        public String id() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }
}
