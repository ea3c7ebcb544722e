package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.audit.Judged.Mode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What was spent against what was planned, and the execution rates told.
final class BudgetRule implements Rule {
    private static final BigDecimal LOW = new BigDecimal("0.9");
    private static final String ITEM = "fin.exp.project.item";
    private static final String EXECUTION = "fin.rate.exec";
    private static final Pattern EXECUTION_NAME = Pattern.compile("(?:完成|执行|支付|支出)率$");

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        boolean isRateTold = false;
        Set<List<Figure>> used = new HashSet<>();
        for (Figure rate : sheet.figures().all()) {
            if (isExecution(rate)) {
                isRateTold = true;
                execution(sheet, rate, used).ifPresent(checks::add);
            }
        }
        Map<String, List<Figure>> things = new LinkedHashMap<>();
        for (Figure it : sheet.figures().all()) {
            if (it.isMoney()
                    && (it.isLevel() || it.metric().kind() == Kind.TARGET)
                    && sheet.pack().isWithin(it.canonical(), "fin.exp.total")) {
                things.computeIfAbsent(thing(it), _ -> new ArrayList<>()).add(it);
            }
        }
        for (List<Figure> tellings : things.values()) {
            compare(sheet, tellings, isRateTold, checks);
        }
        return checks;
    }

    /// Whether a rate is one of execution, by its id or, where none is known, by its name.
    private static boolean isExecution(Figure rate) {
        boolean isNamed = rate.canonical().isEmpty()
                && EXECUTION_NAME.matcher(rate.metric().indicator()).find();
        return rate.isRatio()
                && !rate.isPrevious()
                && (isNamed || rate.canonical().equals(EXECUTION));
    }

    private static String thing(Figure it) {
        String wording = it.canonical().equals(ITEM) ? it.metric().indicator() : "";
        return it.canonical() + "|" + it.metric().scope() + "|" + it.metric().period() + "|" + wording;
    }

    private static void compare(Worksheet sheet, List<Figure> tellings, boolean isRateTold, List<Check> checks) {
        String canonical = tellings.getFirst().canonical();
        boolean isItem = canonical.equals(ITEM);
        boolean isMain =
                Set.of("fin.exp.total", "fin.exp.basic", "fin.exp.project").contains(canonical)
                        || sheet.pack().isWithin(canonical, "fin.exp.3public");
        if (!isItem && !isMain) {
            return;
        }
        List<Figure> spent = with(sheet, tellings, "outturn");
        List<Figure> planned = with(sheet, tellings, "budget");
        if (planned.isEmpty() && isItem) {
            planned = with(sheet, tellings, "appropriated");
        }
        if (spent.isEmpty() || planned.isEmpty()) {
            if (spent.isEmpty() && isMain && planned.isEmpty()) {
                unspent(sheet, tellings, checks);
            }
            return;
        }
        Figure outturn = spent.getFirst();
        Figure budget = planned.stream()
                .max(Comparator.comparing(Figure::amount)
                        .thenComparing(it ->
                                it.metric().indicator().equals(outturn.metric().indicator()))
                        .thenComparing(it -> -it.number()))
                .orElseThrow();
        if (budget.amount().signum() == 0 || (isItem && planned.size() > 1 && differ(planned))) {
            return;
        }
        boolean isNamed = isItem
                || canonical.equals("fin.exp.total")
                || (sheet.pack().isNamed(outturn.metric().indicator(), canonical)
                        && sheet.pack().isNamed(budget.metric().indicator(), canonical));
        boolean isFree = isRateTold || isItem || sheet.pack().isWithin(canonical, "fin.exp.3public");
        checks.add(check(outturn, budget, isItem, isFree, isNamed && !differ(spent)));
    }

    private static boolean differ(List<Figure> tellings) {
        Set<BigDecimal> amounts = new HashSet<>();
        tellings.forEach(it -> amounts.add(it.amount().stripTrailingZeros()));
        return amounts.size() > 1;
    }

    private static List<Figure> with(Worksheet sheet, List<Figure> tellings, String basis) {
        return tellings.stream().filter(it -> sheet.basis(it).equals(basis)).toList();
    }

    private static Check check(Figure outturn, Figure budget, boolean isItem, boolean isFree, boolean isSure) {
        BigDecimal rate = Judged.quotient(outturn.amount(), budget.amount());
        String computed =
                rate.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
        String over = outturn.told(outturn.amount().subtract(budget.amount()).abs());
        boolean isOver = rate.compareTo(BigDecimal.ONE) > 0;
        boolean isUnexplained = rate.compareTo(LOW) < 0 && !isFree;
        Verdict verdict = isOver
                ? (isSure ? Verdict.VIOLATED : Verdict.NOT_DECIDABLE)
                : isUnexplained ? Verdict.NOT_DECIDABLE : Verdict.HOLDS;
        Label wording;
        if (isOver) {
            wording = new Label(
                    "{0}超过预算{1#}，多 " + over + "（是预算的 " + computed + "%），报告没有写明追加或调整"
                            + (isSure ? "。" : "，也可能所指不同，无法判断。"),
                    "{0} spent is more than the {1#} planned, by " + over + " (" + computed
                            + "% of the plan), and no adjusted budget is told"
                            + (isSure ? "." : "; they may be of different things, so that it can't be decided."));
        } else if (isUnexplained) {
            wording = new Label(
                    "{0}只占预算{1#}的 " + computed + "%，报告没有写执行率和结转，无法判断。",
                    "{0} spent is only " + computed
                            + "% of the {1#} planned; no execution rate or carry-over is told, so that it can't be decided.");
        } else {
            wording = new Label(
                    "{0}没有超过预算{1#}（是预算的 " + computed + "%）：相符。",
                    "{0} spent is not more than the {1#} planned (" + computed + "% of the plan): it holds.");
        }
        return Draft.plain(
                isItem ? Check.Kind.INEQUALITY : Check.Kind.BUDGET_VS_OUTTURN,
                verdict,
                Draft.severity(verdict, Severity.WARN),
                outturn.plain() + " / " + budget.plain(),
                computed,
                "",
                List.of(outturn, budget),
                wording);
    }

    /// A goal in money of a report that never tells what was spent.
    private static void unspent(Worksheet sheet, List<Figure> tellings, List<Check> checks) {
        boolean isSpendingTold = sheet.figures().all().stream()
                .anyMatch(it -> it.isMoney() && sheet.basis(it).equals("outturn") && it.isLevel());
        Optional<Figure> goal = tellings.stream()
                .filter(it -> it.metric().kind() == Kind.TARGET)
                .findFirst();
        if (!isSpendingTold && goal.isPresent()) {
            checks.add(Draft.plain(
                    Check.Kind.BUDGET_VS_OUTTURN,
                    Verdict.NOT_DECIDABLE,
                    Severity.INFO,
                    "? / " + goal.get().plain(),
                    "",
                    "",
                    List.of(goal.get()),
                    new Label(
                            "{0}，报告没有写出实际支出，无法判断。",
                            "The goal is {0}, what was spent is not told: it can't be decided.")));
        }
    }

    /// @param used pairs that explain an earlier rate
    private static Optional<Check> execution(Worksheet sheet, Figure rate, Set<List<Figure>> used) {
        List<Figure> money = sheet.figures().in(rate.paragraph()).stream()
                .filter(it -> it.number() < rate.number() && it.isMoney() && it.isLevel())
                .filter(it -> it.isSamePeriod(rate))
                .toList()
                .reversed();
        List<Figure> spent = money.stream().filter(it -> !isPlan(sheet, it)).toList();
        List<Figure> planned = money.stream()
                .filter(it -> isPlan(sheet, it) && it.amount().signum() > 0)
                .toList();
        for (Figure outturn : spent) {
            for (Figure budget : planned) {
                Judged judged = Judged.rate(List.of(outturn), List.of(budget), BigDecimal.ZERO, rate);
                if (judged.isFine()
                        && judged.mode() != Mode.BOUND
                        && isAll(outturn, budget, rate)
                        && used.add(List.of(outturn, budget))) {
                    return Optional.of(execution(outturn, budget, rate, judged));
                }
            }
        }
        List<Figure> here = money.stream()
                .filter(it -> it.isSameSentence(rate) && it.amount().signum() > 0)
                .toList();
        for (Figure outturn : here) {
            for (Figure budget : here) {
                Judged judged = outturn == budget
                        ? new Judged(Verdict.NOT_DECIDABLE, Mode.OFF)
                        : Judged.rate(List.of(outturn), List.of(budget), BigDecimal.ZERO, rate);
                boolean isFit = isReckoned(judged) && isAll(outturn, budget, rate);
                if (isFit && used.add(List.of(outturn, budget))) {
                    return Optional.of(execution(outturn, budget, rate, judged));
                }
            }
        }
        List<Figure> spentHere =
                spent.stream().filter(it -> it.isSameSentence(rate)).toList();
        List<Figure> plannedHere =
                planned.stream().filter(it -> it.isSameSentence(rate)).toList();
        if (spentHere.size() != 1
                || plannedHere.size() != 1
                || !used.add(List.of(spentHere.getFirst(), plannedHere.getFirst()))) {
            return Optional.empty();
        }
        boolean isSure =
                spentHere.getFirst().canonical().equals(plannedHere.getFirst().canonical())
                        && !spentHere.getFirst().canonical().isEmpty();
        Judged judged = Judged.rate(spentHere, plannedHere, BigDecimal.ZERO, rate);
        return Optional.of(execution(
                spentHere.getFirst(),
                plannedHere.getFirst(),
                rate,
                isSure ? judged : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF)));
    }

    /// Whether a rate of 100% is of two equal figures; else it is rather of another thing.
    private static boolean isAll(Figure outturn, Figure budget, Figure rate) {
        return rate.amount().compareTo(BigDecimal.ONE) != 0 || outturn.amount().compareTo(budget.amount()) == 0;
    }

    /// Whether a rate is the quotient itself, and not only near it or above it.
    private static boolean isReckoned(Judged judged) {
        return judged.mode() == Mode.EXACT || judged.mode() == Mode.HALF_UP || judged.mode() == Mode.TRUNCATED;
    }

    private static boolean isPlan(Worksheet sheet, Figure it) {
        String basis = sheet.basis(it);
        return basis.equals("budget") || basis.equals("appropriated") || basis.equals("target");
    }

    private static Check execution(Figure outturn, Figure budget, Figure rate, Judged judged) {
        BigDecimal quotient = Judged.quotient(outturn.amount(), budget.amount());
        String told = rate.percent(quotient);
        String computed =
                quotient.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString();
        return Draft.of(
                Check.Kind.RATIO,
                judged,
                Severity.ERROR,
                outturn.plain() + " / " + budget.plain(),
                computed,
                rate.plain(),
                List.of(outturn, budget, rate),
                new Label(
                        "{0} ÷ 预算{1} = " + told + "，报告写的是{2}",
                        "{0} spent / {1} planned = " + told + ", the report says {2}"));
    }
}
