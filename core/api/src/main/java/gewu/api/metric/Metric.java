package gewu.api.metric;

import gewu.api.report.Passage;
import java.math.BigDecimal;

/// One figure that a report states.
///
/// This is the least every extractor knows; more is added as new fields, none is taken away.
///
/// @param indicator   the indicator as worded in the report
/// @param canonical   its id in the indicator taxonomy; empty when open
/// @param period      a year `2021`, a day `2024-12-31` or a range `2022-01-01/2022-10-31`
/// @param value       as written, such as `1,805.99`
/// @param unit        as written, such as `万元`
/// @param amount      the value in `amountUnit`: money in 元, rates as a ratio
/// @param amountUnit  `元`, `ratio`, or the counted unit
/// @param passage     where it stands
/// @param confidence  from 0 to 1
/// @param why         the rule or cue that decided
public record Metric(
        String indicator,
        String canonical,
        String period,
        String value,
        String unit,
        BigDecimal amount,
        String amountUnit,
        Passage passage,
        double confidence,
        String why) {}
