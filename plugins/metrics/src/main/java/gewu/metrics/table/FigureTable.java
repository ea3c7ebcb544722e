package gewu.metrics.table;

import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Kind;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.Metrics;
import gewu.api.metric.StoredMetric;
import gewu.api.report.ReportFilter;
import gewu.api.report.YearRange;
import gewu.metrics.table.FigureCell.Restated;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One indicator over organisations and years.
///
/// Several reports may speak of one year: the year's own and the next one's, which says what it was “last year”. The
/// own
/// one is taken; if the next one gives another number, the cell says so. Of several statements in one report that of
/// the
/// asked basis is taken, then one of the whole and not of a part, then the surest, then the first.
final class FigureTable {
    private static final int SHOWN_DIGITS = 4;
    private static final String STAFF = "org.staff.onpost";
    private static final List<String> BASES = List.of("outturn", "", "appropriated", "budget", "target");

    private final Metrics metrics;

    FigureTable(Metrics metrics) {
        this.metrics = metrics;
    }

    /// What is asked.
    ///
    /// @param indicator an id
    /// @param basis     `outturn`, `budget` …; empty for whatever is told, the outturn first
    /// @param org       part of the organisation's name
    record Question(String indicator, Kind kind, String basis, String org, YearRange years) {}

    /// The answer.
    ///
    /// @param unit  of all amounts: `元`, `ratio`, or what is counted
    /// @param cells by organisation and year
    /// @param left  figures that were passed over as their units can't be folded into the table's
    record Answer(Question question, String unit, SortedMap<String, SortedMap<Integer, FigureCell>> cells, int left) {
        List<Integer> years() {
            return cells.values().stream()
                    .flatMap(it -> it.keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private record Told(StoredMetric stored, int year) {
        Metric metric() {
            return stored.metric();
        }

        boolean isOwn() {
            return stored.year() == year;
        }
    }

    Answer answer(Question question) {
        List<Told> told = told(question.indicator(), question.kind(), question.org(), question.years());
        String unit = usualUnit(told);
        SortedMap<String, SortedMap<Integer, FigureCell>> cells = new TreeMap<>();
        Map<String, Map<Integer, List<Told>>> groups = told.stream()
                .filter(it -> it.metric().amountUnit().equals(unit))
                .collect(Collectors.groupingBy(
                        it -> it.stored().org(), Collectors.groupingBy(Told::year, Collectors.toList())));
        groups.forEach((org, years) -> years.forEach((year, all) -> cell(org, year, all, question.basis())
                .ifPresent(
                        it -> cells.computeIfAbsent(org, _ -> new TreeMap<>()).put(year, it))));
        compare(cells);
        if (unit.equals("元")) {
            shareOut(cells, question);
        }
        int left = (int) told.stream()
                .filter(it -> !it.metric().amountUnit().equals(unit))
                .count();
        return new Answer(question, unit, cells, left);
    }

    private List<Told> told(String indicator, Kind kind, String org, YearRange years) {
        // A year's figure may stand in the next year's report as well.
        int last = years.last() == 0 ? 0 : years.last() + 1;
        MetricFilter filter = MetricFilter.of(indicator)
                .with(kind)
                .with(new ReportFilter(org, years.first(), last, Optional.empty()));
        List<Told> all = new ArrayList<>();
        metrics.forEach(filter, it -> {
            int year = yearOf(it.metric().period());
            boolean isAsked = it.metric().canonical().equals(indicator)
                    && it.metric().known().isPresent()
                    && year > 0
                    && (years.first() == 0 || year >= years.first())
                    && (years.last() == 0 || year <= years.last());
            if (isAsked && year <= (it.year() == 0 ? year : it.year())) {
                all.add(new Told(it, year));
            }
        });
        return all;
    }

    /// The year of a period that is one: `2021`, `2021-12-31`, `2021-01-01/2021-12-31`; 0 for any other.
    static int yearOf(String period) {
        boolean isYear = period.matches("\\d{4}");
        boolean isEnd = period.matches("\\d{4}-12-31");
        boolean isWhole = period.matches("(\\d{4})-01-01/\\1-12-31");
        return isYear || isEnd || isWhole ? Integer.parseInt(period.substring(0, 4)) : 0;
    }

    private static String usualUnit(List<Told> told) {
        return told.stream()
                .collect(Collectors.groupingBy(it -> it.metric().amountUnit(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Optional<FigureCell> cell(String org, int year, List<Told> all, String basis) {
        List<Told> ranked = all.stream()
                .filter(it -> basis.isEmpty() || it.metric().basis().equals(basis))
                .sorted(Comparator.comparing(Told::isOwn)
                        .reversed()
                        .thenComparingInt(it -> it.stored().year())
                        .thenComparing(it -> !it.metric().scope().isEmpty())
                        .thenComparingInt(it -> BASES.indexOf(it.metric().basis()))
                        .thenComparing(Comparator.comparingDouble(
                                        (Told it) -> it.metric().confidence())
                                .reversed())
                        .thenComparingInt(it -> it.metric().passage().start()))
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        Told best = ranked.getFirst();
        FigureCell cell = FigureCell.of(
                org,
                year,
                best.metric(),
                best.metric().known().orElseThrow(),
                best.stored().year());
        boolean isSaidAgain = ranked.stream()
                .anyMatch(it ->
                        it.stored().year() > best.stored().year() && amount(it).compareTo(amount(best)) == 0);
        Optional<Told> other = ranked.stream()
                .filter(it -> it.stored().year() > best.stored().year())
                .filter(it -> it.metric().basis().equals(best.metric().basis()))
                .filter(it -> it.metric().scope().equals(best.metric().scope()))
                .filter(it -> isOther(it.metric(), best.metric()))
                .findFirst();
        return Optional.of(
                isSaidAgain
                        ? cell
                        : other.map(it -> cell.restated(new Restated(
                                        it.metric(), amount(it), it.stored().year())))
                                .orElse(cell));
    }

    private static BigDecimal amount(Told told) {
        return told.metric().known().orElseThrow();
    }

    /// Whether two statements differ by more than the coarser one's last digit.
    private static boolean isOther(Metric a, Metric b) {
        BigDecimal difference =
                a.known().orElseThrow().subtract(b.known().orElseThrow()).abs();
        return difference.compareTo(lastDigit(a).max(lastDigit(b))) >= 0;
    }

    private static BigDecimal lastDigit(Metric metric) {
        BigDecimal written = new BigDecimal(
                metric.value().replace(",", "").matches("\\d+(\\.\\d+)?")
                        ? metric.value().replace(",", "")
                        : "1");
        BigDecimal amount = metric.known().orElseThrow();
        BigDecimal factor = written.signum() == 0
                ? BigDecimal.ONE
                : amount.divide(written, MathContext.DECIMAL64).abs();
        return factor.scaleByPowerOfTen(-written.scale());
    }

    /// Differences to the year before, rank and distance among the organisations of a year.
    private static void compare(SortedMap<String, SortedMap<Integer, FigureCell>> cells) {
        for (SortedMap<Integer, FigureCell> years : cells.values()) {
            Map<Integer, FigureCell> changed = new HashMap<>();
            years.forEach((year, cell) -> {
                FigureCell before = years.get(year - 1);
                if (before != null) {
                    BigDecimal by = cell.amount().subtract(before.amount());
                    Optional<BigDecimal> share = before.amount().signum() == 0
                            ? Optional.empty()
                            : Optional.of(by.divide(before.amount().abs(), SHOWN_DIGITS, RoundingMode.HALF_UP));
                    changed.put(year, cell.changed(by, share));
                }
            });
            years.putAll(changed);
        }
        Map<Integer, List<FigureCell>> byYear = cells.values().stream()
                .flatMap(it -> it.values().stream())
                .collect(Collectors.groupingBy(FigureCell::year));
        byYear.forEach((year, all) -> {
            Outliers outliers =
                    Outliers.among(all.stream().map(FigureCell::amount).toList());
            List<BigDecimal> sorted = all.stream()
                    .map(FigureCell::amount)
                    .sorted(Collections.reverseOrder())
                    .toList();
            for (FigureCell cell : all) {
                int rank = Collections.binarySearch(sorted, cell.amount(), Collections.reverseOrder());
                while (rank > 0 && sorted.get(rank - 1).compareTo(cell.amount()) == 0) {
                    rank--;
                }
                FigureCell standing = cell.standing(rank + 1, outliers.isFar(cell.amount()));
                row(cells, cell.org()).put(year, standing);
            }
        });
    }

    private static SortedMap<Integer, FigureCell> row(
            SortedMap<String, SortedMap<Integer, FigureCell>> cells, String org) {
        return cells.computeIfAbsent(org, _ -> new TreeMap<>());
    }

    /// Divides by the staff that the same organisation states for the year.
    private void shareOut(SortedMap<String, SortedMap<Integer, FigureCell>> cells, Question question) {
        Map<String, Map<Integer, Told>> staff = told(STAFF, Kind.LEVEL, question.org(), question.years()).stream()
                .filter(Told::isOwn)
                .filter(it -> it.metric().scope().isEmpty())
                .collect(Collectors.groupingBy(
                        it -> it.stored().org(),
                        Collectors.toMap(Told::year, Function.identity(), (first, _) -> first)));
        cells.forEach((org, years) -> years.replaceAll((year, cell) -> {
            Told heads = staff.getOrDefault(org, Map.of()).get(year);
            return heads == null || amount(heads).signum() <= 0
                    ? cell
                    : cell.perHead(cell.amount().divide(amount(heads), 2, RoundingMode.HALF_UP));
        }));
    }
}
