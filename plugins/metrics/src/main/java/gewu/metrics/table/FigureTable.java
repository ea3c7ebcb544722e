package gewu.metrics.table;

import gewu.api.metric.Metric.Kind;
import gewu.api.metric.MetricBrief;
import gewu.api.metric.Metrics;
import gewu.api.report.ReportFilter;
import gewu.api.report.YearRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One indicator over organisations and years.
///
/// Several reports may speak of one year: the year's own and the next one's, which says what it was
/// “last year”. The own one is taken; if the next one gives another number, the cell says so. Of
/// several statements in one report that of the asked basis is taken, then one of the whole and not of
/// a part, then the surest, then the first.
final class FigureTable {
    private static final int SHOWN_DIGITS = 4;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final String STAFF = "org.staff.onpost";
    private static final List<String> BASES = List.of("outturn", "", "appropriated", "budget", "target");
    private static final Comparator<Told> BEST_FIRST = Comparator.comparing(Told::isOwn)
            .reversed()
            .thenComparingInt(it -> it.figure().year())
            .thenComparing(it -> !it.figure().scope().isEmpty())
            .thenComparingInt(it -> BASES.indexOf(it.figure().basis()))
            .thenComparing(Comparator.comparingDouble((Told it) -> it.figure().confidence())
                    .reversed())
            .thenComparingInt(it -> it.figure().start())
            .thenComparing(it -> it.figure().report());

    private final Metrics metrics;

    FigureTable(Metrics metrics) {
        this.metrics = metrics;
    }

    /// What is asked.
    ///
    /// @param indicator an id
    /// @param basis     `outturn`, `budget` …; empty for whatever is told, the outturn first
    /// @param org       part of the organisation's name
    /// @param perHead   whether money is divided by staff, too
    record Question(String indicator, Kind kind, String basis, String org, YearRange years, boolean perHead) {}

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

    private record Told(MetricBrief figure, int year) {
        boolean isOwn() {
            return figure.year() == year;
        }
    }

    Answer answer(Question question) {
        List<Told> told = told(question.indicator(), question.kind(), question.org(), question.years());
        String unit = usualUnit(told);
        Map<String, Map<Integer, List<Told>>> groups = new HashMap<>();
        int left = 0;
        for (Told it : told) {
            if (it.figure().unit().equals(unit)) {
                groups.computeIfAbsent(it.figure().org(), _ -> new HashMap<>())
                        .computeIfAbsent(it.year(), _ -> new ArrayList<>(2))
                        .add(it);
            } else {
                left++;
            }
        }
        SortedMap<String, SortedMap<Integer, FigureCell>> cells = new TreeMap<>();
        groups.forEach((org, years) -> years.forEach((year, all) -> cell(org, year, all, question.basis())
                .ifPresent(
                        it -> cells.computeIfAbsent(org, _ -> new TreeMap<>()).put(year, it))));
        compare(cells);
        if (question.perHead() && unit.equals("元")) {
            shareOut(cells, question);
        }
        return new Answer(question, unit, cells, left);
    }

    /// A cell's figure as it stands in its report.
    String words(FigureCell cell) {
        return metrics.find(cell.metric().report(), cell.metric().id())
                .map(it -> it.passage().text())
                .orElse("");
    }

    private List<Told> told(String indicator, Kind kind, String org, YearRange years) {
        // A year's figure may stand in the next year's report as well.
        int last = years.last() == 0 ? 0 : years.last() + 1;
        List<Told> all = new ArrayList<>();
        metrics.briefly(indicator, kind, new ReportFilter(org, years.first(), last, Optional.empty()), it -> {
            int year = yearOf(it.period());
            boolean isAsked = year > 0
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
        boolean isOne = switch (period.length()) {
            case 4 -> true;
            case 10 -> period.endsWith("-12-31");
            case 21 ->
                period.startsWith("-01-01/", 4) && period.regionMatches(0, period, 11, 4) && period.endsWith("-12-31");
            default -> false;
        };
        return isOne && period.chars().limit(4).allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(period, 0, 4, 10)
                : 0;
    }

    private static String usualUnit(List<Told> told) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        told.forEach(it -> counts.merge(it.figure().unit(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Optional<FigureCell> cell(String org, int year, List<Told> all, String basis) {
        List<Told> ranked = all.stream()
                .filter(it -> basis.isEmpty() || it.figure().basis().equals(basis))
                .sorted(BEST_FIRST)
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        MetricBrief best = ranked.getFirst().figure();
        List<MetricBrief> later = ranked.stream()
                .map(Told::figure)
                .filter(it -> it.year() > best.year())
                .toList();
        FigureCell cell = FigureCell.of(org, year, best);
        if (later.stream().anyMatch(it -> it.amount().compareTo(best.amount()) == 0)) {
            return Optional.of(cell);
        }
        return Optional.of(later.stream()
                .filter(it -> it.basis().equals(best.basis()) && it.scope().equals(best.scope()))
                .filter(it -> isOther(it, best))
                .findFirst()
                .map(cell::restated)
                .orElse(cell));
    }

    /// Whether two statements differ by more than the coarser one's last digit.
    private static boolean isOther(MetricBrief a, MetricBrief b) {
        BigDecimal difference = a.amount().subtract(b.amount()).abs();
        return difference.compareTo(lastDigit(a).max(lastDigit(b))) >= 0;
    }

    private static BigDecimal lastDigit(MetricBrief figure) {
        String plain = figure.value().replace(",", "");
        BigDecimal written = new BigDecimal(PLAIN_NUMBER.matcher(plain).matches() ? plain : "1");
        BigDecimal factor = written.signum() == 0
                ? BigDecimal.ONE
                : figure.amount().divide(written, MathContext.DECIMAL64).abs();
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
                .sorted(Comparator.comparing(FigureCell::amount).reversed())
                .collect(Collectors.groupingBy(FigureCell::year));
        byYear.forEach((year, all) -> {
            Outliers outliers =
                    Outliers.among(all.stream().map(FigureCell::amount).toList());
            int rank = 0;
            for (int i = 0; i < all.size(); i++) {
                FigureCell cell = all.get(i);
                if (i == 0 || all.get(i - 1).amount().compareTo(cell.amount()) != 0) {
                    rank = i + 1;
                }
                FigureCell standing = cell.standing(rank, outliers.isFar(cell.amount()));
                cells.computeIfPresent(cell.org(), (_, years) -> {
                    years.put(year, standing);
                    return years;
                });
            }
        });
    }

    /// Divides by the staff that the same organisation states for the year.
    private void shareOut(SortedMap<String, SortedMap<Integer, FigureCell>> cells, Question question) {
        Map<String, Map<Integer, Told>> staff = told(STAFF, Kind.LEVEL, question.org(), question.years()).stream()
                .filter(Told::isOwn)
                .filter(it -> it.figure().scope().isEmpty())
                .collect(Collectors.groupingBy(
                        it -> it.figure().org(),
                        Collectors.toMap(Told::year, Function.identity(), BinaryOperator.minBy(BEST_FIRST))));
        cells.forEach((org, years) -> years.replaceAll((year, cell) -> {
            Told heads = staff.getOrDefault(org, Map.of()).get(year);
            return heads == null || heads.figure().amount().signum() <= 0
                    ? cell
                    : cell.perHead(cell.amount().divide(heads.figure().amount(), 2, RoundingMode.HALF_UP));
        }));
    }
}
