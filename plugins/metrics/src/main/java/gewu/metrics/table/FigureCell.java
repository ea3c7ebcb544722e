package gewu.metrics.table;

import gewu.api.metric.MetricBrief;
import java.math.BigDecimal;
import java.util.Optional;

/// One figure of a table: what an organisation states about a year, and what else is told about the same.
///
/// @param metric    the statement that was taken
/// @param restated  another figure for the same year in a later report
/// @param change    difference to the year before, in the table's unit
/// @param rate      the same as a share of the year before
/// @param perHead   divided by the staff of that year
/// @param rank      among the organisations of the year, 1 for the greatest
/// @param isOutlier whether it lies far from those of the other organisations in that year
record FigureCell(
        String org,
        int year,
        MetricBrief metric,
        Optional<MetricBrief> restated,
        Optional<BigDecimal> change,
        Optional<BigDecimal> rate,
        Optional<BigDecimal> perHead,
        int rank,
        boolean isOutlier) {
    /// In the table's unit.
    BigDecimal amount() {
        return metric.amount();
    }

    /// Year of the report that states it.
    int reported() {
        return metric.year();
    }

    static FigureCell of(String org, int year, MetricBrief metric) {
        return new FigureCell(
                org, year, metric, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, false);
    }

    FigureCell restated(MetricBrief other) {
        return new FigureCell(org, year, metric, Optional.of(other), change, rate, perHead, rank, isOutlier);
    }

    FigureCell changed(BigDecimal by, Optional<BigDecimal> share) {
        return new FigureCell(org, year, metric, restated, Optional.of(by), share, perHead, rank, isOutlier);
    }

    FigureCell perHead(BigDecimal each) {
        return new FigureCell(org, year, metric, restated, change, rate, Optional.of(each), rank, isOutlier);
    }

    FigureCell standing(int place, boolean isFar) {
        return new FigureCell(org, year, metric, restated, change, rate, perHead, place, isFar);
    }
}
