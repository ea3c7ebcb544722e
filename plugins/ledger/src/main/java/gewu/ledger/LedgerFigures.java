package gewu.ledger;

import gewu.api.store.Row;
import gewu.api.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of the ledger on a day: today from the table of items, for a past day from the events up
/// to its end, so that a past bulletin can be made again.
final class LedgerFigures {
    /// By what figures can be parted.
    static final Set<String> GROUPS = Set.of("unit", "lead", "kind", "year", "category", "severity", "source");

    private static final int DIGITS = 4;

    private final Store store;
    private final Ledger ledger;

    LedgerFigures(Store store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /// A rate with what it is made of.
    ///
    /// @param group of which items; empty for all
    record Figure(String group, Rate rate, long numerator, long denominator) {
        /// As a decimal number of four digits behind the point; empty where the denominator is 0.
        String value() {
            return denominator == 0
                    ? ""
                    : BigDecimal.valueOf(numerator)
                            .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP)
                            .toPlainString();
        }

        /// As people read it.
        String shown() {
            if (denominator == 0) {
                return "–";
            }
            BigDecimal value = BigDecimal.valueOf(numerator);
            if (rate.isCount()) {
                return value.toPlainString();
            }
            return rate.isMean()
                    ? value.divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
                            .toPlainString()
                    : value.movePointRight(2)
                                    .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                                    .toPlainString()
                            + "%";
        }
    }

    /// All figures as they are now.
    ///
    /// @param group one of [#GROUPS], or empty
    List<Figure> today(String group) {
        LocalDate today = ledger.today();
        // Several rates are parts of the same whole: each sum is asked for once.
        Map<String, String> names = new LinkedHashMap<>();
        for (Rate it : Rate.values()) {
            names.putIfAbsent(it.sqlOfNumerator(today), "sum_" + names.size());
            names.putIfAbsent(it.sqlOfDenominator(today), "sum_" + names.size());
        }
        String all = "SELECT "
                + names.entrySet().stream()
                        .map(it -> it.getKey() + " AS " + it.getValue())
                        .collect(Collectors.joining(", "));
        Function<Row, List<Figure>> figures = row -> Stream.of(Rate.values())
                .map(it -> new Figure(
                        part(group, row),
                        it,
                        row.number(names.getOrDefault(it.sqlOfNumerator(today), "")),
                        row.number(names.getOrDefault(it.sqlOfDenominator(today), ""))))
                .toList();
        String grouped = group.isEmpty()
                ? " FROM ledger_item"
                : ", " + group + " AS part FROM ledger_item GROUP BY " + group + " ORDER BY " + group;
        return store.query(all + grouped, figures).stream()
                .flatMap(List::stream)
                .toList();
    }

    /// All figures as they were at the end of a day, from the events alone.
    List<Figure> asOf(LocalDate day, ZoneId zone, String group) {
        Map<String, long[]> sums = new TreeMap<>();
        if (group.isEmpty()) {
            sums.put("", new long[2 * Rate.values().length]);
        }
        each(day, zone, it -> {
            long[] sum =
                    sums.computeIfAbsent(group.isEmpty() ? "" : it.of(group), _ -> new long[2 * Rate.values().length]);
            for (Rate rate : Rate.values()) {
                sum[2 * rate.ordinal()] += rate.numerator(it, day);
                sum[2 * rate.ordinal() + 1] += rate.denominator(it);
            }
        });
        List<Figure> figures = new ArrayList<>();
        sums.forEach((part, sum) -> {
            for (Rate rate : Rate.values()) {
                figures.add(new Figure(part, rate, sum[2 * rate.ordinal()], sum[2 * rate.ordinal() + 1]));
            }
        });
        return figures;
    }

    /// The items behind the numerators at the end of a day, by group and rate.
    Map<String, List<String>> behind(LocalDate day, ZoneId zone, String group) {
        Map<String, List<String>> ids = new HashMap<>();
        each(day, zone, it -> {
            for (Rate rate : Rate.values()) {
                if (rate.numerator(it, day) > 0) {
                    ids.computeIfAbsent(key(group.isEmpty() ? "" : it.of(group), rate), _ -> new ArrayList<>())
                            .add(it.id());
                }
            }
        });
        return ids;
    }

    /// Under what [#behind] holds the items of a figure.
    static String key(String group, Rate rate) {
        return group + "\t" + rate.id();
    }

    /// 反弹率 by who closed the items that were looked at again (验收员), by id or name; a look-back counts for whoever
    /// closed the item last before it.
    Map<String, Figure> reboundsByVerifier(LocalDate day, ZoneId zone) {
        Map<String, long[]> sums = new TreeMap<>();
        Consumer<Fields> count = item -> {
            for (String no : item.members("look_back")) {
                String found = item.of("look_back." + no + ".found");
                if (!found.equals("not_checked")) {
                    long[] sum = sums.computeIfAbsent(item.of("look_back." + no + ".verifier"), _ -> new long[2]);
                    sum[0] += found.equals("held") ? 0 : 1;
                    sum[1]++;
                }
            }
        };
        if (day.equals(ledger.today())) {
            store.query("SELECT id FROM ledger_item WHERE look_backs > 0 ORDER BY id", row -> row.text("id"))
                    .forEach(id -> count.accept(ledger.log().subject(id)));
        } else {
            Folds.each(ledger.log(), Ids.ITEM, end(day, zone), it -> count.accept(it.fields()));
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        sums.forEach((who, sum) -> figures.put(who, new Figure(who, Rate.REBOUNDED, sum[0], sum[1])));
        return figures;
    }

    /// The items behind a rate at the end of a day.
    ///
    /// @param numerator whether those of the numerator are wanted, else those of the denominator
    List<Standing> items(Rate rate, boolean numerator, LocalDate day, ZoneId zone) {
        List<Standing> items = new ArrayList<>();
        each(day, zone, it -> {
            if ((numerator ? rate.numerator(it, day) : rate.denominator(it)) > 0) {
                items.add(it);
            }
        });
        return items;
    }

    /// The items by what a scheme says of them, at the end of a day; those that were never registered are left out.
    Map<Scheme.Result, List<String>> results(Scheme scheme, LocalDate day, ZoneId zone) {
        Map<Scheme.Result, List<String>> results = new LinkedHashMap<>();
        scheme.results().forEach(it -> results.put(it, new ArrayList<>()));
        each(
                day,
                zone,
                it -> scheme.of(it.result(day))
                        .ifPresent(result -> results.computeIfAbsent(result, _ -> new ArrayList<>())
                                .add(it.id())));
        return results;
    }

    /// How many items stand in each state, at the end of a day.
    Map<State, Long> states(LocalDate day, ZoneId zone) {
        Map<State, Long> states = new HashMap<>();
        each(day, zone, it -> states.merge(it.state(), 1L, Long::sum));
        return states;
    }

    private void each(LocalDate day, ZoneId zone, Consumer<Standing> to) {
        Folds.each(ledger.log(), Ids.ITEM, end(day, zone), it -> {
            if (it.fields().has("state")) {
                to.accept(Standing.of(it.id(), it.fields()));
            }
        });
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    private static String part(String group, Row row) {
        return switch (group) {
            case "" -> "";
            case "year" -> Long.toString(row.number("part"));
            default -> row.text("part");
        };
    }
}
