package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.audit.Judged.Mode;
import gewu.metrics.audit.Whole.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A total is the sum of its parts: this year, the year before, and in what changed.
final class SumRule implements Rule {
    private static final Label BEFORE = new Label("上期数：", "Before: ");
    private static final Label CHANGES = new Label("增减额：", "Changes: ");

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        Set<Figure> settled = new HashSet<>();
        Set<Set<Figure>> placed = new HashSet<>();
        for (Whole whole : sheet.wholes()) {
            if (judged(sheet, whole).isFine()) {
                settled.add(whole.total());
                placed.add(Set.copyOf(whole.parts()));
            }
        }
        for (Whole whole : sheet.wholes()) {
            Judged judged = judged(sheet, whole);
            boolean isExplained = settled.contains(whole.total()) || placed.contains(Set.copyOf(whole.parts()));
            if (!judged.isFine() && isExplained) {
                continue;
            }
            checks.add(check(whole, judged));
            previous(sheet.figures(), whole, judged).ifPresent(checks::add);
            changes(sheet.figures(), whole, judged).ifPresent(checks::add);
            rates(sheet.figures(), whole, judged).ifPresent(checks::add);
        }
        return checks;
    }

    private static Judged judged(Worksheet sheet, Whole whole) {
        List<Figure> operands = operands(whole.total(), whole.parts());
        BigDecimal residual = whole.total().amount().subtract(Judged.sum(whole.parts()));
        Judged judged = Judged.residual(residual, operands);
        boolean isMixed = whole.parts().stream()
                .anyMatch(it -> !it.measure().equals(whole.total().measure()));
        if (judged.verdict() != Verdict.VIOLATED) {
            return judged;
        }
        boolean isTooMuch = residual.signum() < 0;
        boolean isWrong = !isMixed
                && switch (whole.form()) {
                    case OPEN -> isTooMuch && isPartition(sheet, whole);
                    case CLOSED -> isNear(whole) && isPartition(sheet, whole);
                    case RELATION -> isNear(whole) && hasOneBasis(sheet, whole);
                    case PARTIAL -> isTooMuch && isNear(whole) && hasOneBasis(sheet, whole);
                    case ITEMS, SENTENCES, RUN -> false;
                }
                && isSlip(residual, whole);
        return isWrong ? judged : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF);
    }

    /// Sums that are far off were rather read of other things than reckoned wrong.
    private static boolean isSlip(BigDecimal residual, Whole whole) {
        BigDecimal share = whole.form() == Form.RELATION ? HALF : QUARTER;
        return residual.abs().compareTo(whole.total().amount().multiply(share)) <= 0;
    }

    /// Whether the parts can't overlap: money whose parts aren't parts of one another, or children of the total that
    /// divide it.
    private static boolean isPartition(Worksheet sheet, Whole whole) {
        List<Figure> parts = whole.parts();
        boolean isNested = parts.size() > 2 && parts.stream().anyMatch(it -> isSumOfOthers(it, parts));
        boolean isMoney = whole.total().isMoney();
        boolean areChildren = parts.stream()
                .allMatch(it -> !it.canonical().equals(whole.total().canonical())
                        && sheet.pack().isWithin(it.canonical(), whole.total().canonical()));
        boolean areDistinct = parts.stream().map(Figure::canonical).distinct().count() == parts.size();
        boolean isCertain = parts.stream().allMatch(it -> it.metric().confidence() >= 0.5);
        return !isNested
                && isCertain
                && parts.size() > 1
                && (isMoney || (areChildren && areDistinct && isDividing(whole.total())))
                && hasOneBasis(sheet, whole);
    }

    private static boolean isDividing(Figure total) {
        return total.canonical().startsWith("org.post") || total.canonical().startsWith("problem.");
    }

    private static boolean isSumOfOthers(Figure it, List<Figure> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Figure other : parts) {
            if (other.number() > it.number()) {
                sum = sum.add(other.amount());
                if (sum.compareTo(it.amount()) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNear(Whole whole) {
        return whole.parts().stream().allMatch(it -> it.isSameSentence(whole.total()))
                || (whole.form() == Form.RELATION
                        && whole.parts().stream()
                                .allMatch(it -> it.paragraph() == whole.total().paragraph()));
    }

    private static boolean hasOneBasis(Worksheet sheet, Whole whole) {
        String basis = sheet.basis(whole.total());
        return whole.parts().stream()
                .map(sheet::basis)
                .allMatch(it -> it.equals(basis) || it.isEmpty() || basis.isEmpty());
    }

    static List<Figure> operands(Figure total, List<Figure> parts) {
        List<Figure> operands = new ArrayList<>();
        operands.add(total);
        operands.addAll(parts);
        return operands;
    }

    private static Check check(Whole whole, Judged judged) {
        Figure total = whole.total();
        String sum = total.plain(Judged.sum(whole.parts()));
        String toldSum = total.told(Judged.sum(whole.parts()));
        String names = Draft.places(1, whole.parts().size(), "、");
        List<Figure> operands = operands(total, whole.parts());
        String formula = formula(whole.parts(), total);
        if (judged.verdict() == Verdict.NOT_DECIDABLE) {
            String rest = total.told(
                    total.amount().subtract(Judged.sum(whole.parts())).abs());
            Label why = why(whole, judged);
            return Draft.plain(
                    Check.Kind.SUM,
                    Verdict.NOT_DECIDABLE,
                    Severity.INFO,
                    formula,
                    sum,
                    total.plain(),
                    operands,
                    whole.parts().size() == 1
                            ? new Label(
                                    "{0}的组成部分只写出{1}，与它相差 " + rest + "：" + why.zh(),
                                    "Of {0} the only part told is {1}, " + rest + " off it: " + why.en())
                            : new Label(
                                    names + "合计 " + toldSum + "，与{0}相差 " + rest + "：" + why.zh(),
                                    names.replace("、", ", ") + " add up to " + toldSum + ", " + rest + " off {0}: "
                                            + why.en()));
        }
        return Draft.of(
                Check.Kind.SUM,
                judged,
                whole.weight(),
                formula,
                sum,
                total.plain(),
                operands,
                new Label(
                        names + "合计 " + toldSum + "，总数是{0}",
                        names.replace("、", ", ") + " add up to " + toldSum + ", the total is {0}"));
    }

    private static Label why(Whole whole, Judged judged) {
        if (judged.mode() == Mode.VAGUE) {
            return new Label("有的数字带有“约、余”等字，无法判断。", "some are told as about or over; it can't be decided.");
        }
        return switch (whole.form()) {
            case OPEN -> new Label("“其中”一类的列举可以不全，无法判断。", "a list behind 其中 may leave parts out; it can't be decided.");
            case PARTIAL -> new Label("有的组成部分没有写出，无法判断。", "some parts are not told; it can't be decided.");
            case CLOSED, RELATION ->
                new Label("各数的口径或位置不尽一致，无法判断。", "they may not be of one whole; it can't be decided.");
            case ITEMS, SENTENCES, RUN ->
                new Label(
                        "报告没有说这些就是全部组成部分，无法判断。",
                        "the report doesn't say that these are all parts; it can't be decided.");
        };
    }

    private static String formula(List<Figure> parts, Figure total) {
        return parts.stream().map(it -> total.plain(it.amount())).collect(Collectors.joining(" + "));
    }

    /// The same sum a year before. A part that did not change and is nothing now was nothing then.
    private static Optional<Check> previous(Figures figures, Whole whole, Judged now) {
        Optional<Figure> total = figures.previous(whole.total());
        if (total.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> parts = new ArrayList<>();
        boolean isComplete = true;
        for (Figure part : whole.parts()) {
            Optional<Figure> before = figures.previous(part);
            before.ifPresent(parts::add);
            isComplete &= before.isPresent() || isNothing(figures, part);
        }
        return parts.size() < 2
                ? Optional.empty()
                : other(BEFORE, whole, now, total.get(), parts, isComplete, Judged.sum(parts));
    }

    private static boolean isNothing(Figures figures, Figure part) {
        return part.amount().signum() == 0
                && (part.metric().direction() == Direction.FLAT
                        || figures.belonging(part).stream()
                                .allMatch(it -> it.amount().signum() == 0));
    }

    /// What changed in the total is the sum of what changed in the parts.
    private static Optional<Check> changes(Figures figures, Whole whole, Judged now) {
        Optional<Figure> total = figures.change(whole.total(), Kind.CHANGE_ABS);
        if (total.isEmpty() || total.get().metric().direction() == Direction.NONE) {
            return Optional.empty();
        }
        List<Figure> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean isComplete = true;
        for (Figure part : whole.parts()) {
            Optional<Figure> change = figures.change(part, Kind.CHANGE_ABS)
                    .filter(it -> it.metric().direction() != Direction.NONE)
                    .filter(it -> it.metric()
                            .base()
                            .period()
                            .equals(total.get().metric().base().period()));
            isComplete &= change.isPresent() || isNothing(figures, part);
            if (change.isPresent()) {
                parts.add(change.get());
                sum = sum.add(signed(change.get()));
            }
        }
        BigDecimal signed = signed(total.get()).signum() < 0 ? sum.negate() : sum;
        return parts.size() < 2
                ? Optional.empty()
                : other(CHANGES, whole, now, total.get(), parts, isComplete, signed)
                        .filter(it -> whole.form() != Form.SENTENCES || it.verdict() != Verdict.NOT_DECIDABLE);
    }

    private static BigDecimal signed(Figure change) {
        BigDecimal amount = change.amount().abs();
        return change.metric().direction() == Direction.DOWN ? amount.negate() : amount;
    }

    /// A sum that follows from another.
    ///
    /// @param of what is added, which begins the sentence
    private static Optional<Check> other(
            Label of, Whole whole, Judged now, Figure total, List<Figure> parts, boolean isComplete, BigDecimal sum) {
        List<Figure> operands = operands(total, parts);
        Judged judged = Judged.residual(total.amount().abs().subtract(sum), operands);
        boolean isSure = isComplete && now.isFine() && whole.form() != Form.SENTENCES && whole.form() != Form.ITEMS;
        if (judged.verdict() == Verdict.VIOLATED && !isSure) {
            judged = new Judged(Verdict.NOT_DECIDABLE, Mode.OFF);
        }
        String names = Draft.places(1, parts.size(), "、");
        return Optional.of(Draft.of(
                Check.Kind.SUM,
                judged,
                Severity.ERROR,
                formula(parts, total),
                total.plain(sum),
                total.plain(),
                operands,
                new Label(
                        of.zh() + names + "合计 " + total.told(sum) + "，总数是{0}",
                        of.en() + names.replace("、", ", ") + " add up to " + total.told(sum) + ", the total is {0}")));
    }

    /// Rates of change without the figures before: the total's must lie between those of its parts.
    private static Optional<Check> rates(Figures figures, Whole whole, Judged now) {
        Optional<Figure> total = figures.change(whole.total(), Kind.CHANGE_PCT);
        boolean isTold = figures.previous(whole.total()).isPresent()
                || figures.change(whole.total(), Kind.CHANGE_ABS).isPresent();
        if (total.isEmpty() || isTold || !now.isFine()) {
            return Optional.empty();
        }
        List<Figure> parts = new ArrayList<>();
        for (Figure part : whole.parts()) {
            figures.change(part, Kind.CHANGE_PCT).ifPresent(parts::add);
        }
        if (parts.size() < 2) {
            return Optional.empty();
        }
        boolean isComplete = parts.size() == whole.parts().size();
        Judged judged = isBetween(total.get(), parts)
                ? new Judged(Verdict.HOLDS, Mode.EXACT)
                : new Judged(Verdict.VIOLATED, Mode.OFF);
        String names = Draft.places(1, parts.size(), "、");
        String formula = "min <= " + total.get().plain() + "% <= max";
        List<Figure> operands = operands(total.get(), parts);
        if (!isComplete) {
            return Optional.of(Draft.plain(
                    Check.Kind.SUM,
                    Verdict.NOT_DECIDABLE,
                    Severity.INFO,
                    formula,
                    "",
                    total.get().plain(),
                    operands,
                    new Label(
                            "总数的增减率{0}与" + names + "：有的部分没有写出增减率，无法判断。",
                            "The rate of change of the total, {0}, beside " + names.replace("、", ", ")
                                    + ": some parts have none, so that it can't be decided.")));
        }
        return Optional.of(Draft.of(
                Check.Kind.SUM,
                judged,
                Severity.WARN,
                formula,
                "",
                total.get().plain(),
                operands,
                new Label(
                        "总数的增减率{0}应当介于各部分的增减率（" + names + "）之间",
                        "The rate of change of the total, {0}, must lie between those of its parts ("
                                + names.replace("、", ", ") + ")")));
    }

    private static boolean isBetween(Figure total, List<Figure> parts) {
        BigDecimal slack = total.place().add(parts.getFirst().place());
        BigDecimal least =
                parts.stream().map(SumRule::signed).min(BigDecimal::compareTo).orElseThrow();
        BigDecimal most =
                parts.stream().map(SumRule::signed).max(BigDecimal::compareTo).orElseThrow();
        BigDecimal told = signed(total);
        return told.compareTo(least.subtract(slack)) >= 0 && told.compareTo(most.add(slack)) <= 0;
    }
}
