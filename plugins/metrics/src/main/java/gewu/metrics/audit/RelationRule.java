package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.Relation;
import gewu.metrics.audit.Judged.Mode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the pack says of indicators: rates and what they are made of, and what can't be more than something else.
final class RelationRule implements Rule {
    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        for (Figure it : sheet.figures().all()) {
            if (it.isRatio()
                    && (it.metric().kind() == Kind.LEVEL || it.metric().kind() == Kind.SHARE)
                    && !it.isPrevious()) {
                rate(sheet, it, checks);
            }
        }
        Set<List<Figure>> seen = new LinkedHashSet<>();
        for (Relation.Most most : sheet.relations().mosts()) {
            for (Figure less : sheet.figures().all()) {
                if (isOf(less, most.less()) && isTold(less)) {
                    more(sheet, less, most)
                            .filter(more -> seen.add(List.of(less, more)))
                            .ifPresent(more -> checks.add(most(sheet, less, more, most.weight())));
                }
            }
        }
        inLists(sheet, seen, checks);
        return checks;
    }

    private static boolean isTold(Figure it) {
        Kind kind = it.metric().kind();
        return (kind == Kind.LEVEL || kind == Kind.SCORE) && !it.isPrevious();
    }

    /// Whether a figure is of an indicator, or of what it is measured in.
    private static boolean isOf(Figure it, String id) {
        return it.canonical().equals(id) || it.family().equals(id);
    }

    private static void rate(Worksheet sheet, Figure rate, List<Check> checks) {
        List<Check> wrong = new ArrayList<>();
        boolean isSecond = sheet.figures()
                .nearestBefore(
                        rate, it -> it.isSameSentence(rate) && it.canonical().equals(rate.canonical()))
                .isPresent();
        int pairs = 0;
        for (Relation.Rate relation : sheet.relations().rates()) {
            if (!rate.canonical().equals(relation.rate())) {
                continue;
            }
            List<Figure> parts = candidates(sheet, rate, relation.part());
            List<Figure> wholes = candidates(sheet, rate, relation.whole());
            for (Figure part : parts) {
                for (Figure whole : wholes) {
                    if (part == whole
                            || whole.amount().signum() <= 0
                            || !part.measure().equals(whole.measure())) {
                        continue;
                    }
                    Judged judged = Judged.rate(List.of(part), List.of(whole), BigDecimal.ZERO, rate);
                    if (judged.isFine()) {
                        checks.add(ratio(part, whole, rate, judged, relation.weight()));
                        return;
                    }
                    pairs++;
                    if (part.isSameSentence(rate) && whole.isSameSentence(rate)) {
                        boolean isSure = part.isExact()
                                && whole.isExact()
                                && part.metric().scope().equals(whole.metric().scope())
                                && rate.metric().scope().equals(part.metric().scope());
                        wrong.add(ratio(
                                part,
                                whole,
                                rate,
                                isSure ? judged : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF),
                                relation.weight()));
                    }
                }
            }
        }
        Optional<Check> neighbours = neighbours(sheet, rate);
        if (neighbours.isPresent()) {
            checks.add(neighbours.get());
        } else if (pairs == 1 && !isSecond) {
            wrong.stream().filter(it -> it.verdict() == Verdict.VIOLATED).forEach(checks::add);
        }
    }

    /// The two counts just in front of a rate, where their quotient is the rate, whatever they are called.
    private static Optional<Check> neighbours(Worksheet sheet, Figure rate) {
        if (!sheet.pack().isWithin(rate.canonical(), "rate")) {
            return Optional.empty();
        }
        List<Figure> counts = sheet.figures().in(rate.paragraph()).stream()
                .filter(it -> it.number() < rate.number() && it.isSameSentence(rate) && it.isLevel() && it.isExact())
                .toList();
        if (counts.size() < 2) {
            return Optional.empty();
        }
        Figure part = counts.getLast();
        Figure whole = counts.get(counts.size() - 2);
        boolean isPair = part.measure().equals(whole.measure())
                && part.amount().compareTo(whole.amount()) <= 0
                && whole.amount().signum() > 0;
        return Optional.of(rate)
                .filter(_ -> isPair)
                .map(_ -> Judged.rate(List.of(part), List.of(whole), BigDecimal.ZERO, rate))
                .filter(it -> it.verdict() == Verdict.HOLDS || it.mode() == Mode.TRUNCATED)
                .map(it -> ratio(part, whole, rate, it, Severity.ERROR));
    }

    /// The figures of an indicator in front of a rate, in its paragraph, the nearest first.
    private static List<Figure> candidates(Worksheet sheet, Figure rate, String id) {
        return sheet.figures().in(rate.paragraph()).reversed().stream()
                .filter(it -> it.number() != rate.number() && it.canonical().equals(id) && isTold(it))
                .filter(it -> it.number() < rate.number() || it.isSameSentence(rate))
                .filter(it -> it.isSamePeriod(rate))
                .toList();
    }

    private static Check ratio(Figure part, Figure whole, Figure rate, Judged judged, Severity weight) {
        BigDecimal quotient = Judged.quotient(part.amount(), whole.amount());
        String told = rate.percent(quotient);
        String computed =
                quotient.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString();
        return Draft.of(
                Check.Kind.RATIO,
                judged,
                weight,
                part.plain() + " / " + whole.plain(),
                computed,
                rate.plain(),
                List.of(part, whole, rate),
                new Label("{0} ÷ {1} = " + told + "，报告写的是{2}", "{0} / {1} = " + told + ", the report says {2}"));
    }

    private static Optional<Figure> more(Worksheet sheet, Figure less, Relation.Most most) {
        Predicate<Figure> fits = it -> it != less
                && isOf(it, most.more())
                && isTold(it)
                && it.isSamePeriod(less)
                && (it.measure().equals(less.measure()) || !it.canonical().equals(most.more()) || isMeasureOf(most));
        Optional<Figure> after = isMeasureOf(most) ? next(sheet, less).filter(fits) : Optional.empty();
        return after.or(() -> sheet.figures()
                        .nearestBefore(less, fits.and(it -> it.amount().compareTo(less.amount()) >= 0)))
                .or(() -> sheet.figures().nearestBefore(less, fits))
                .filter(it -> (!isMeasureOf(most) && !less.isRatio()) || it.isSameSentence(less))
                .filter(it -> isComparable(less, it, most));
    }

    private static Optional<Figure> next(Worksheet sheet, Figure it) {
        int next = it.number() + 1;
        return next < sheet.figures().all().size()
                ? Optional.of(sheet.figures().all().get(next)).filter(other -> other.paragraph() == it.paragraph())
                : Optional.empty();
    }

    /// Whether a relation is between two measures of one indicator, such as 批次 and 人次.
    private static boolean isMeasureOf(Relation.Most most) {
        int less = most.less().lastIndexOf('.') + 1;
        int more = most.more().lastIndexOf('.') + 1;
        return less > 0
                && most.less().substring(0, less).equals(most.more().substring(0, more))
                && Set.of("batch", "group").contains(most.less().substring(less));
    }

    private static boolean isComparable(Figure less, Figure more, Relation.Most most) {
        return isMeasureOf(most)
                || less.measure().equals(more.measure())
                || (less.isCount()
                        && more.isCount()
                        && (more.measure().equals("mixed") || less.measure().equals("mixed")))
                || (less.isCount()
                        && more.isCount()
                        && less.measure().length() == 1
                        && more.measure().length() == 1);
    }

    private static Check most(Worksheet sheet, Figure less, Figure more, Severity weight) {
        boolean isFine = less.amount().compareTo(more.amount()) <= 0;
        boolean isSure = less.isSameSentence(more)
                && isNamed(sheet, less)
                && isNamed(sheet, more)
                && !less.isVague()
                && !more.isVague()
                && less.metric().scope().equals(more.metric().scope())
                && (less.measure().equals(more.measure()) || less.measure().equals("batch"))
                && Math.abs(less.number() - more.number()) <= 2;
        return inequality(less, more, isFine, isSure, weight);
    }

    private static boolean isNamed(Worksheet sheet, Figure it) {
        String words = it.metric().indicator();
        return sheet.pack().isNamed(words, it.canonical()) || sheet.pack().isNamed(words, it.family());
    }

    static Check inequality(Figure less, Figure more, boolean isFine, boolean isSure, Severity weight) {
        Judged judged = isFine
                ? new Judged(Verdict.HOLDS, Mode.EXACT)
                : new Judged(isSure ? Verdict.VIOLATED : Verdict.NOT_DECIDABLE, Mode.OFF);
        return Draft.of(
                Check.Kind.INEQUALITY,
                judged,
                weight,
                less.plain() + " <= " + more.plain(),
                "",
                "",
                List.of(less, more),
                new Label("{0}不应多于{1}", "{0} can't be more than {1}"));
    }

    /// Two lists of the same things, one about a part of the other: 市本级 within 全市.
    private static void inLists(Worksheet sheet, Set<List<Figure>> seen, List<Check> checks) {
        for (Whole small : sheet.wholes()) {
            for (Whole big : sheet.wholes()) {
                if (small.total().paragraph() != big.total().paragraph()
                        || !isPartOf(sheet, small.total(), big.total())) {
                    continue;
                }
                if (seen.add(List.of(small.total(), big.total()))) {
                    checks.add(inequality(
                            small.total(), big.total(), isLess(small.total(), big.total()), false, Severity.WARN));
                }
                for (Figure less : small.members()) {
                    big.members().stream()
                            .filter(more -> more != less && !less.canonical().isEmpty())
                            .filter(more -> more.canonical().equals(less.canonical()))
                            .findFirst()
                            .filter(more -> seen.add(List.of(less, more)))
                            .ifPresent(more ->
                                    checks.add(inequality(less, more, isLess(less, more), false, Severity.WARN)));
                }
            }
        }
    }

    private static boolean isLess(Figure less, Figure more) {
        return less.amount().compareTo(more.amount()) <= 0;
    }

    private static boolean isPartOf(Worksheet sheet, Figure small, Figure big) {
        return sheet.relations().mosts().stream()
                .anyMatch(it -> isOf(small, it.less()) && isOf(big, it.more()) && !isMeasureOf(it));
    }
}
