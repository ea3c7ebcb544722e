package gewu.metrics.correct;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person wrote in place of what was read; null where it stays as it was read, empty where there is nothing.
///
/// @param amount    together with `amountUnit` and `dimension`, or none of the three
record Fields(
        @Nullable String canonical,
        @Nullable String period,
        @Nullable BigDecimal amount,
        @Nullable String amountUnit,
        @Nullable String dimension,
        @Nullable Kind kind,
        @Nullable Direction direction,
        @Nullable String basis,
        @Nullable String scope) {
    static final Fields NONE = new Fields(null, null, null, null, null, null, null, null, null);

    /// All fields as a figure has them.
    static Fields of(Metric it) {
        return new Fields(
                it.canonical(),
                it.period(),
                it.amount(),
                it.amountUnit(),
                it.dimension(),
                it.kind(),
                it.direction(),
                it.basis(),
                it.scope());
    }

    /// These fields, and `later` where it says something.
    Fields then(Fields later) {
        boolean isAmount = later.amount != null;
        return new Fields(
                or(later.canonical, canonical),
                or(later.period, period),
                or(later.amount, amount),
                isAmount ? later.amountUnit : amountUnit,
                isAmount ? later.dimension : dimension,
                or(later.kind, kind),
                or(later.direction, direction),
                or(later.basis, basis),
                or(later.scope, scope));
    }

    /// Only what differs from the figure.
    Fields unlike(Metric it) {
        boolean isSameAmount = amount == null
                || it.known().map(amount::compareTo).equals(Optional.of(0))
                        && it.amountUnit().equals(amountUnit);
        return new Fields(
                unlike(canonical, it.canonical()),
                unlike(period, it.period()),
                isSameAmount ? null : amount,
                isSameAmount ? null : amountUnit,
                isSameAmount ? null : dimension,
                unlike(kind, it.kind()),
                unlike(direction, it.direction()),
                unlike(basis, it.basis()),
                unlike(scope, it.scope()));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /// The figure with these fields in place of its own.
    Metric in(Metric it) {
        boolean isAmount = amount != null;
        return new Metric(
                it.id(),
                it.indicator(),
                canonical == null ? it.canonical() : canonical,
                it.subject(),
                period == null ? it.period() : period,
                it.value(),
                it.unit(),
                isAmount ? amount : it.amount(),
                amountUnit == null ? it.amountUnit() : amountUnit,
                dimension == null ? it.dimension() : dimension,
                it.qualifier(),
                kind == null ? it.kind() : kind,
                basis == null ? it.basis() : basis,
                scope == null ? it.scope() : scope,
                direction == null ? it.direction() : direction,
                it.of(),
                it.base(),
                it.passage(),
                it.confidence(),
                it.why(),
                issue(it.issue()));
    }

    /// What was irregular and is settled now is no issue any more.
    private String issue(String issue) {
        boolean isSettled =
                issue.startsWith("malformed") && amount != null || issue.startsWith("ambiguous") && canonical != null;
        return isSettled ? "" : issue;
    }

    /// The fields that say something, by the names that `gewu metrics --json` gives them.
    Map<String, String> written() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "canonical", canonical);
        put(all, "period", period);
        put(all, "norm_value", amount == null ? null : amount.toPlainString());
        put(all, "norm_unit", amountUnit);
        put(all, "kind", kind == null ? null : kind.id());
        put(all, "direction", direction == null ? null : direction.id());
        put(all, "basis", basis);
        put(all, "scope", scope);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private static <T> @Nullable T unlike(@Nullable T mine, T its) {
        return mine == null || mine.equals(its) ? null : mine;
    }
}
