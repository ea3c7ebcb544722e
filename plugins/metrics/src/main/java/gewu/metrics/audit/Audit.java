package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Kind;
import gewu.api.report.Report;
import gewu.metrics.Pack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Says which relations between the figures of a report hold (勾稽校验), and whether last year's figures are those of
/// last year's report.
///
/// Only looks and reckons: the same report and figures give the same checks, in reading order. All threads may share
/// it.
public final class Audit {
    private static final Pattern RESTATED = Pattern.compile("口径|调整后|重述|追溯|可比");
    private static final List<Rule> RULES = List.of(
            new ChangeRule(),
            new SumRule(),
            new ShareRule(),
            new RelationRule(),
            new LimitRule(),
            new BudgetRule(),
            new RepeatRule(),
            new WordRule(),
            new CountRule(),
            new OddRule());

    private final Pack pack;

    /// @param pack says which relations there are between indicators
    public Audit(Pack pack) {
        this.pack = pack;
    }

    /// The relations between the figures of one report.
    public List<Check> of(Report report, List<Metric> metrics) {
        Worksheet sheet = Worksheet.of(report, metrics, pack);
        List<Check> all = new ArrayList<>();
        for (Rule rule : RULES) {
            all.addAll(rule.apply(sheet));
        }
        return ordered(all);
    }

    private static List<Check> ordered(List<Check> checks) {
        Set<List<Object>> seen = new HashSet<>();
        return checks.stream()
                .filter(it -> seen.add(List.of(it.kind(), Set.copyOf(it.operands()))))
                .sorted(Comparator.comparingInt(
                                (Check it) -> it.operands().getFirst().passage().start())
                        .thenComparing(Check::kind)
                        .thenComparingInt(
                                it -> it.operands().getLast().passage().start()))
                .toList();
    }

    /// What a report says of the year before, against that year's own report.
    ///
    /// @param now    the later report
    /// @param before the report of the year before, of the same organisation
    public List<Check> between(Report now, List<Metric> metrics, Report before, List<Metric> earlier) {
        Worksheet mine = Worksheet.of(now, metrics, pack);
        Worksheet its = Worksheet.of(before, earlier, pack);
        Map<String, List<Figure>> told = new HashMap<>();
        for (Figure it : its.figures().all()) {
            if (it.isLevel() && !it.canonical().isEmpty()) {
                told.computeIfAbsent(key(its, it), _ -> new ArrayList<>()).add(it);
            }
        }
        List<Check> checks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Figure it : mine.figures().all()) {
            List<Figure> own = told.getOrDefault(key(mine, it), List.of());
            boolean isLevel = it.isPrevious() && it.metric().kind() == Kind.LEVEL;
            if (isLevel && !own.isEmpty() && seen.add(key(mine, it) + it.plain())) {
                checks.add(between(mine, it, own));
            }
        }
        return ordered(checks);
    }

    private String key(Worksheet sheet, Figure it) {
        boolean isLoose = it.canonical().equals("fin.exp.project.item") || pack.isWithin(it.canonical(), "act");
        return String.join(
                "|",
                it.canonical(),
                it.metric().dimension(),
                it.metric().period(),
                it.metric().scope(),
                it.isMoney() ? sheet.basis(it) : "",
                isLoose ? it.metric().indicator() : "");
    }

    private static Check between(Worksheet mine, Figure it, List<Figure> own) {
        Figure same = own.stream()
                .filter(other -> other.amount().compareTo(it.amount()) == 0)
                .findFirst()
                .orElse(own.getFirst());
        boolean isClear = own.stream()
                        .map(other -> other.amount().stripTrailingZeros())
                        .distinct()
                        .count()
                == 1;
        BigDecimal difference = it.amount().subtract(same.amount()).abs();
        Verdict verdict;
        if (difference.signum() == 0) {
            verdict = Verdict.HOLDS;
        } else if (difference.compareTo(it.place().max(same.place())) < 0 && !it.isExact()) {
            verdict = Verdict.HOLDS_WITHIN_ROUNDING;
        } else {
            boolean isRestated = RESTATED.matcher(mine.figures().sentenceOf(it)).find();
            boolean isSure = isClear && !isRestated && !it.isVague() && !same.isVague();
            verdict = isSure ? Verdict.VIOLATED : Verdict.NOT_DECIDABLE;
        }
        Label end = switch (verdict) {
            case HOLDS -> new Label("：一致。", ": the same.");
            case HOLDS_WITHIN_ROUNDING -> new Label("：只差四舍五入，视为一致。", ": but for rounding the same.");
            case VIOLATED -> new Label("：不一致，上年数被改过或写错。", ": restated or wrong.");
            case NOT_DECIDABLE -> new Label("：不一致，可能是口径调整，无法判断。", ": it may have been restated; it can't be decided.");
        };
        return new Check(
                Check.Kind.PREVIOUS_YEAR,
                verdict,
                Draft.severity(verdict, Severity.WARN),
                it.plain() + " = " + same.plain(),
                same.amount().toPlainString(),
                it.amount().toPlainString(),
                List.of(Draft.operand(it.metric()), Draft.operand(same.metric())),
                new Label(
                        "本年报告写的上年数{0}，上年报告写的是{1#}" + end.zh(),
                        "This report says {0} for the year before, that year's own report {1#}" + end.en()));
    }
}
