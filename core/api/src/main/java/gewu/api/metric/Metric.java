package gewu.api.metric;

import gewu.api.report.Passage;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One figure that a report states: what, whose, when, how much, in which role, and why it was read so.
///
/// More is added as new fields, none is taken away. Empty text means “the report does not say”.
///
/// @param id          unique in the report and version, such as `m12`
/// @param indicator   the indicator as worded in the report
/// @param canonical   its id in the indicator taxonomy; empty when open
/// @param subject     whom the figure is about
/// @param period      a year `2021`, a day `2024-12-31` or a range `2022-01-01/2022-10-31`
/// @param value       as written, such as `1,805.99`
/// @param unit        as written, such as `万元`
/// @param amount      the value in `amountUnit`: money in 元, rates as a ratio; null when the number is malformed
/// @param amountUnit  `元`, `ratio`, `pp`, or the counted unit
/// @param dimension   `money`, `ratio`, `score`, or `count.` and the counted unit
/// @param qualifier   约, 近, 余, 以上 …
/// @param basis       `budget`, `outturn`, `appropriated` or `target`
/// @param scope       the sub-population as worded, such as 市本级
/// @param of          id of the level that a change or share belongs to
/// @param base        what it is compared with
/// @param passage     where it stands: from the first digit to the end of the unit
/// @param confidence  from 0 to 1
/// @param why         the rules and cues that decided
/// @param issue       what is irregular about it, such as a malformed number and its candidates, or an ambiguous head
public record Metric(
        String id,
        String indicator,
        String canonical,
        String subject,
        String period,
        String value,
        String unit,
        @Nullable BigDecimal amount,
        String amountUnit,
        String dimension,
        String qualifier,
        Kind kind,
        String basis,
        String scope,
        Direction direction,
        String of,
        Base base,
        Passage passage,
        double confidence,
        String why,
        String issue) {

    /// The least every extractor knows; all else is left open.
    public Metric(
            String indicator,
            String canonical,
            String period,
            String value,
            String unit,
            BigDecimal amount,
            String amountUnit,
            Passage passage,
            double confidence,
            String why) {
        this(
                "m" + passage.start(),
                indicator,
                canonical,
                "",
                period,
                value,
                unit,
                amount,
                amountUnit,
                "",
                "",
                Kind.LEVEL,
                "",
                "",
                Direction.NONE,
                "",
                Base.NONE,
                passage,
                confidence,
                why,
                "");
    }

    /// The value in `amountUnit`; empty when the number is malformed.
    public Optional<BigDecimal> known() {
        return Optional.ofNullable(amount);
    }

    /// The role of a figure in its sentence.
    public enum Kind {
        LEVEL,
        CHANGE_ABS,
        CHANGE_PCT,
        CHANGE_PP,
        SHARE,
        SCORE,
        RANK,
        TARGET;

        /// As programs write it: `change_abs`.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where a figure moved.
    public enum Direction {
        NONE,
        UP,
        DOWN,
        FLAT;

        /// As programs write it: `up`; empty for [#NONE].
        public String id() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a figure is compared with.
    ///
    /// @param metric id of the metric that states it; empty when the report does not
    /// @param period its period; empty when nothing is compared
    public record Base(String metric, String period) {
        /// No comparison.
        public static final Base NONE = new Base("", "");
    }
}
