package gewu.metrics;

import gewu.api.metric.Metric;
import gewu.metrics.Token.Quantity;

/// A quantity and what its clause says about it. Offsets are of the clean text.
///
/// @param head      the indicator; empty id when open
/// @param wording   the indicator as worded
/// @param of        number of the statement it modifies, -1 for none
/// @param base      number of the statement it is compared with, -1 for none
/// @param previous  whether it is the level of the period before
record Statement(
        Quantity quantity,
        String canonical,
        String wording,
        Unit unit,
        Metric.Kind kind,
        Metric.Direction direction,
        String period,
        String basePeriod,
        String basis,
        String scope,
        int of,
        int base,
        boolean previous,
        double confidence,
        String why,
        String issue) {

    Statement withDirection(Metric.Direction turned) {
        return new Statement(
                quantity,
                canonical,
                wording,
                unit,
                kind,
                turned,
                period,
                basePeriod,
                basis,
                scope,
                of,
                base,
                previous,
                confidence,
                why,
                issue);
    }

    /// The same figure, counted in another measure.
    Statement counting(String id, Unit measure, String reason) {
        return new Statement(
                quantity,
                id,
                wording,
                measure,
                kind,
                direction,
                period,
                basePeriod,
                basis,
                scope,
                of,
                base,
                previous,
                confidence,
                why + "; " + reason,
                issue);
    }

    boolean isLevel() {
        return kind == Metric.Kind.LEVEL && !previous;
    }
}
