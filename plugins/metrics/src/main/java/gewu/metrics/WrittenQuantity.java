package gewu.metrics;

import java.math.BigDecimal;

/// A number and its unit as a person writes them.
///
/// @param number     as written, width folded, such as `1,805.99` or `三百二十`
/// @param surface    what stands behind it, such as `万元`; empty for a bare number
/// @param amount     in `amountUnit`: money in 元, percent and points as a ratio
/// @param amountUnit `元`, `ratio`, or what is counted; empty for a bare number
/// @param dimension  as [gewu.api.metric.Metric#dimension] has it; empty for a bare number
public record WrittenQuantity(String number, String surface, BigDecimal amount, String amountUnit, String dimension) {
    /// Whether it has neither a unit nor a magnitude such as 万.
    public boolean isBare() {
        return surface.isEmpty();
    }
}
