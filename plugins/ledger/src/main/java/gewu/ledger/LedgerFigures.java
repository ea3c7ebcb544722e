package gewu.ledger;

import gewu.api.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The figures of the ledger on a day: today from the table of items, for a past day from the events up to its end, so
/// that
/// a past bulletin can be made again.
final class LedgerFigures {
    private static final int DIGITS = 4;

    private final Store store;
    private final Ledger ledger;

    LedgerFigures(Store store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /// A rate with what it is made of.
    record Figure(Rate rate, long numerator, long denominator) {
        /// As a decimal number of four digits behind the point; empty where the denominator is 0.
        String value() {
            return denominator == 0
                    ? ""
                    : BigDecimal.valueOf(numerator)
                            .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP)
                            .toPlainString();
        }

        String percent() {
            return denominator == 0
                    ? "–"
                    : BigDecimal.valueOf(numerator * 100)
                                    .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                                    .toPlainString()
                            + "%";
        }
    }

    /// All figures as they are now.
    List<Figure> today() {
        LocalDate today = ledger.today();
        List<String> sums = new ArrayList<>();
        for (Rate it : Rate.values()) {
            sums.add(sum(it.sqlOfNumerator(today), it.id() + "_n"));
            sums.add(sum(it.sqlOfDenominator(), it.id() + "_d"));
        }
        return store.first("SELECT " + String.join(", ", sums) + " FROM ledger_item", row -> {
                    List<Figure> figures = new ArrayList<>();
                    for (Rate it : Rate.values()) {
                        figures.add(new Figure(it, row.number(it.id() + "_n"), row.number(it.id() + "_d")));
                    }
                    return figures;
                })
                .orElse(List.of());
    }

    /// All figures as they were at the end of a day, from the events alone.
    List<Figure> asOf(LocalDate day, ZoneId zone) {
        Map<Rate, long[]> counts = new EnumMap<>(Rate.class);
        for (Rate it : Rate.values()) {
            counts.put(it, new long[2]);
        }
        each(
                day,
                zone,
                standing -> counts.forEach((rate, count) -> {
                    count[0] += rate.isInNumerator(standing, day) ? 1 : 0;
                    count[1] += rate.isInDenominator(standing) ? 1 : 0;
                }));
        List<Figure> figures = new ArrayList<>();
        counts.forEach((rate, count) -> figures.add(new Figure(rate, count[0], count[1])));
        return figures;
    }

    /// The items behind the numerators at the end of a day.
    Map<Rate, List<String>> behind(LocalDate day, ZoneId zone) {
        Map<Rate, List<String>> ids = new EnumMap<>(Rate.class);
        for (Rate it : Rate.values()) {
            ids.put(it, new ArrayList<>());
        }
        each(
                day,
                zone,
                standing -> ids.forEach((rate, list) -> {
                    if (rate.isInNumerator(standing, day)) {
                        list.add(standing.id());
                    }
                }));
        return ids;
    }

    /// How many items stand in each state, at the end of a day.
    Map<State, Long> states(LocalDate day, ZoneId zone) {
        Map<State, Long> states = new LinkedHashMap<>();
        each(day, zone, it -> states.merge(it.state(), 1L, Long::sum));
        return states;
    }

    private void each(LocalDate day, ZoneId zone, java.util.function.Consumer<Standing> to) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        Folds.each(ledger.log(), Ids.ITEM, end, it -> {
            if (it.fields().has("state")) {
                to.accept(Standing.of(it.id(), it.fields()));
            }
        });
    }

    private static String sum(String condition, String name) {
        return "COALESCE(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END), 0) AS " + name;
    }
}
