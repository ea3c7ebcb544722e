package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.audit.Judged.Mode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A level, the level before, the difference and the rate of change must fit one another.
final class ChangeRule implements Rule {
    private static final Pattern AGAINST_BUDGET =
            Pattern.compile("(?:比|较|与)(?:当?年初?|全年|调整后?)?预算数?(?:(?!比上年|较上年|比去年|较去年|同比)[^。;]){0,16}$");
    private static final int BUDGET_REACH = 28;
    private static final Pattern LAST_YEARS = Pattern.compile("(?:上年|去年|同期|上期)[^,，。;]{0,8}$");
    private static final int LAST_YEARS_REACH = 14;

    @Override
    public List<Check> apply(Worksheet sheet) {
        Figures figures = sheet.figures();
        List<Check> checks = new ArrayList<>();
        for (Figure level : figures.all()) {
            if (!level.isPrevious() && !figures.belonging(level).isEmpty()) {
                check(sheet, level, checks);
            }
        }
        return checks;
    }

    private static void check(Worksheet sheet, Figure level, List<Check> checks) {
        Figures figures = sheet.figures();
        List<Figure> told = new ArrayList<>();
        Set<Figure> directed = new HashSet<>();
        for (Figure change : figures.belonging(level)) {
            if (!isChange(change)) {
                continue;
            }
            Optional<Figure> base = base(sheet, level, change);
            if (base.isEmpty()) {
                told.add(change);
                continue;
            }
            checks.add(
                    change.metric().kind() == Kind.CHANGE_PCT
                            ? rate(figures, level, base.get(), change)
                            : difference(figures, level, base.get(), change));
            if (change.metric().direction() != Direction.NONE && directed.add(base.get())) {
                checks.add(direction(figures, level, base.get(), change));
            }
        }
        if (LAST_YEARS.matcher(figures.before(level, LAST_YEARS_REACH)).find()) {
            // last year's level that was taken for this year's, whose own stands in another paragraph
            return;
        }
        for (List<Figure> group : groups(told)) {
            without(figures, level, group, checks);
        }
    }

    /// What a change is against: what it names, the budget where that is said, else the year before.
    private static Optional<Figure> base(Worksheet sheet, Figure level, Figure change) {
        Figures figures = sheet.figures();
        if (AGAINST_BUDGET.matcher(figures.before(change, BUDGET_REACH)).find()) {
            return figures.nearestBefore(
                    level,
                    it -> it.isLevel()
                            && it.canonical().equals(level.canonical())
                            && it.measure().equals(level.measure())
                            && sheet.basis(it).equals("budget"));
        }
        return figures.base(level, change).or(() -> figures.previous(level).filter(it -> isAgainst(change, it)));
    }

    /// Changes told one after another, a second of one kind being against something else.
    private static List<List<Figure>> groups(List<Figure> told) {
        List<List<Figure>> groups = new ArrayList<>();
        for (Figure it : told) {
            boolean isNew = groups.isEmpty()
                    || groups.getLast().stream()
                            .anyMatch(
                                    mate -> mate.metric().kind() == it.metric().kind());
            if (isNew) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(it);
        }
        return groups;
    }

    /// Changes of which the report does not tell what they are against.
    private static void without(Figures figures, Figure level, List<Figure> told, List<Check> checks) {
        Optional<Figure> amount = first(told, Kind.CHANGE_ABS);
        Optional<Figure> percent = first(told, Kind.CHANGE_PCT);
        if (amount.isPresent() && percent.isPresent() && isSameUnit(level, amount.get())) {
            implied(figures, level, amount.get(), percent.get()).ifPresent(checks::add);
        } else if (percent.isPresent()) {
            impliedBase(figures, level, percent.get()).ifPresent(checks::add);
        }
        first(told, Kind.CHANGE_PP).filter(_ -> level.isRatio()).ifPresent(it -> checks.add(points(level, it)));
    }

    private static boolean isChange(Figure it) {
        return switch (it.metric().kind()) {
            case CHANGE_ABS, CHANGE_PCT, CHANGE_PP -> true;
            case LEVEL, SHARE, SCORE, RANK, TARGET -> false;
        };
    }

    private static Optional<Figure> first(List<Figure> told, Kind kind) {
        return told.stream().filter(it -> it.metric().kind() == kind).findFirst();
    }

    /// A change without a base of its own may be against something else than the year before.
    private static boolean isAgainst(Figure change, Figure previous) {
        String period = change.metric().base().period();
        return change.metric().base().metric().isEmpty()
                && (period.isEmpty() || period.equals(previous.metric().period()));
    }

    private static boolean isSameUnit(Figure level, Figure change) {
        return level.measure().equals(change.measure())
                || (level.isRatio() && change.metric().dimension().equals("pp"));
    }

    private static Check difference(Figures figures, Figure level, Figure previous, Figure change) {
        BigDecimal computed = level.amount().subtract(previous.amount()).abs();
        Judged judged = isSameUnit(level, change)
                ? Judged.residual(computed.subtract(change.amount().abs()), List.of(level, previous, change))
                : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF);
        return Draft.of(
                Check.Kind.DIFFERENCE,
                certain(figures, judged, level, change),
                Severity.ERROR,
                "|" + level.plain() + " - " + previous.plain() + "|",
                level.plain(computed),
                change.plain(),
                List.of(level, previous, change),
                new Label(
                        "{0}与上期的{1#}相差 " + level.told(computed) + "，报告写的是{2#}",
                        "{0} and {1#} before differ by " + level.told(computed) + ", the report says {2#}"));
    }

    private static Check rate(Figures figures, Figure level, Figure previous, Figure change) {
        List<Figure> operands = List.of(level, previous, change);
        String formula = "|" + level.plain() + " - " + previous.plain() + "| / " + previous.plain();
        if (previous.amount().signum() == 0) {
            return Draft.plain(
                    Check.Kind.CHANGE_RATE,
                    level.amount().signum() == 0 ? Verdict.HOLDS : Verdict.NOT_DECIDABLE,
                    level.amount().signum() == 0 ? Severity.NONE : Severity.INFO,
                    formula,
                    "",
                    change.plain(),
                    operands,
                    new Label(
                            "{0}的上期数为{1#}，算不出增减率（报告写的是{2#}）。",
                            "{0} was {1#} before: no rate of change can be worked out (the report says {2#})."));
        }
        Judged judged = Judged.rate(List.of(level), List.of(previous), BigDecimal.ONE, change);
        BigDecimal exact = Judged.quotient(level.amount().subtract(previous.amount()), previous.amount())
                .abs();
        Label way = word(direction(level, previous));
        return Draft.of(
                Check.Kind.CHANGE_RATE,
                certain(figures, judged, level, change),
                Severity.ERROR,
                formula,
                percent(exact),
                change.plain(),
                operands,
                new Label(
                        "{0}比上期的{1#}" + way.zh() + " " + change.percent(exact) + "，报告写的是{2#}",
                        "{0} against {1#} before went " + way.en() + " by " + change.percent(exact)
                                + ", the report says {2#}"));
    }

    /// Figures bound by a reading of far-away words are not called wrong.
    private static Judged certain(Figures figures, Judged judged, Figure level, Figure change) {
        boolean isSure = judged.verdict() != Verdict.VIOLATED
                || (figures.isBound(level, change) && isFirst(figures, level, change));
        return isSure ? judged : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF);
    }

    /// Whether it is the only change of its kind that the level has.
    private static boolean isFirst(Figures figures, Figure level, Figure change) {
        return figures.belonging(level).stream()
                        .filter(it -> it.metric().kind() == change.metric().kind())
                        .filter(it -> it.metric().base().equals(change.metric().base()))
                        .count()
                == 1;
    }

    private static Check direction(Figures figures, Figure level, Figure previous, Figure change) {
        Direction computed = direction(level, previous);
        Direction told = change.metric().direction();
        boolean isNothing = computed == Direction.FLAT && change.amount().signum() == 0;
        Judged judged = new Judged(
                computed == told || isNothing ? Verdict.HOLDS : Verdict.VIOLATED,
                computed == told || isNothing ? Mode.EXACT : Mode.OFF);
        return Draft.of(
                Check.Kind.DIRECTION,
                certain(figures, judged, level, change),
                Severity.ERROR,
                "sign(" + level.plain() + " - " + previous.plain() + ")",
                computed.id(),
                told.id(),
                List.of(level, previous, change),
                new Label(
                        "{0}与上期的{1#}相比是" + word(computed).zh() + "，报告写的是"
                                + word(told).zh() + "{2#}",
                        "{0} against {1#} before went " + word(computed).en() + ", the report says "
                                + word(told).en() + " {2#}"));
    }

    private static Direction direction(Figure level, Figure previous) {
        return switch (level.amount().compareTo(previous.amount())) {
            case 0 -> Direction.FLAT;
            case 1 -> Direction.UP;
            default -> Direction.DOWN;
        };
    }

    static Label word(Direction direction) {
        return switch (direction) {
            case UP -> new Label("上升", "up");
            case DOWN -> new Label("下降", "down");
            case FLAT, NONE -> new Label("持平", "nowhere");
        };
    }

    /// Level, difference and rate without the level before: the level before follows from the first two.
    private static Optional<Check> implied(Figures figures, Figure level, Figure amount, Figure percent) {
        BigDecimal change = amount.amount().abs();
        BigDecimal base = switch (amount.metric().direction()) {
            case UP -> level.amount().subtract(change);
            case DOWN -> level.amount().add(change);
            case FLAT, NONE -> BigDecimal.ZERO;
        };
        if (base.signum() <= 0
                || amount.metric().direction() != percent.metric().direction()) {
            return Optional.empty();
        }
        BigDecimal exact = Judged.quotient(change, base);
        Judged judged = Judged.rate(exact, percent);
        if (!judged.isFine() && isPossible(level, amount, percent, base)) {
            judged = new Judged(Verdict.HOLDS_WITHIN_ROUNDING, Mode.OPERANDS);
        }
        return Optional.of(Draft.of(
                Check.Kind.CHANGE_RATE,
                certain(figures, judged, level, percent),
                Severity.ERROR,
                amount.plain() + " / " + level.plain(base),
                percent(exact),
                percent.plain(),
                List.of(level, amount, percent),
                new Label(
                        "{0}，增减{1#}，推得上期数为 " + level.told(base) + "、增减率 " + percent.percent(exact) + "，报告写的是{2#}",
                        "{0} and a change of {1#} mean " + level.told(base) + " before and a rate of "
                                + percent.percent(exact) + ", the report says {2#}")));
    }

    private static boolean isPossible(Figure level, Figure amount, Figure percent, BigDecimal base) {
        if (level.isVague() || amount.isVague()) {
            return true;
        }
        BigDecimal slack = Judged.tolerance(List.of(amount, level));
        BigDecimal half = percent.place().movePointLeft(0).divide(BigDecimal.TWO, Judged.DIGITS);
        if (amount.decimals() == 0 && !amount.isCount()) {
            return false;
        }
        BigDecimal low = Judged.quotient(amount.amount().abs().subtract(slack), base.add(slack));
        BigDecimal least = base.subtract(slack);
        return least.signum() > 0
                && percent.amount().add(half).compareTo(low) >= 0
                && percent.amount()
                                .subtract(half)
                                .compareTo(Judged.quotient(amount.amount().abs().add(slack), least))
                        <= 0;
    }

    /// A counted level and a rate: a whole number must have stood before.
    private static Optional<Check> impliedBase(Figures figures, Figure level, Figure percent) {
        Direction direction = percent.metric().direction();
        if ((direction != Direction.UP && direction != Direction.DOWN) || percent.isVague()) {
            return Optional.empty();
        }
        if (!level.isExact()) {
            return level.isCount() || level.isMoney() ? impliedLevel(level, percent) : Optional.empty();
        }
        BigDecimal half = percent.place().divide(BigDecimal.TWO, Judged.DIGITS);
        ImpliedBase halfUp = ImpliedBase.of(level.amount(), percent, half.negate(), half);
        ImpliedBase truncated = ImpliedBase.of(level.amount(), percent, BigDecimal.ZERO, percent.place());
        ImpliedBase near =
                ImpliedBase.of(level.amount(), percent, percent.place().negate(), percent.place());
        Judged judged;
        ImpliedBase base;
        if (halfUp.exists()) {
            judged = new Judged(Verdict.HOLDS, Mode.HALF_UP);
            base = halfUp;
        } else if (truncated.exists()) {
            judged = new Judged(Verdict.HOLDS_WITHIN_ROUNDING, Mode.TRUNCATED);
            base = truncated;
        } else if (near.exists()) {
            judged = new Judged(Verdict.HOLDS_WITHIN_ROUNDING, Mode.LAST_PLACE);
            base = near;
        } else {
            judged = new Judged(Verdict.VIOLATED, Mode.OFF);
            base = near;
        }
        Label way = word(direction);
        String which = base.words().replace("..", "–") + level.metric().unit();
        Label wording = base.exists()
                ? new Label(
                        "{0}，" + way.zh() + "{1#}，上期数没有写出；推得上期为 " + which + "，有这样的整数",
                        "{0}, " + way.en() + " {1#}, without the figure before, which would be " + which
                                + ", a whole number")
                : new Label(
                        "{0}，" + way.zh() + "{1#}，上期数没有写出；没有哪个整数能算出这个增减率",
                        "{0}, " + way.en() + " {1#}, without the figure before: no whole number gives this rate");
        return Optional.of(Draft.of(
                Check.Kind.IMPLIED_BASE,
                certain(figures, judged, level, percent),
                Severity.ERROR,
                level.plain() + " / (1 " + (direction == Direction.UP ? "+ " : "- ") + percent.plain() + "%)",
                base.exists() ? base.words() : "",
                percent.plain(),
                List.of(level, percent),
                wording));
    }

    private static Optional<Check> impliedLevel(Figure level, Figure percent) {
        boolean isUp = percent.metric().direction() == Direction.UP;
        BigDecimal factor = isUp ? BigDecimal.ONE.add(percent.amount()) : BigDecimal.ONE.subtract(percent.amount());
        if (factor.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal before = Judged.quotient(level.amount(), factor);
        String base = level.plain(before);
        String about = level.about(before);
        Label way = word(percent.metric().direction());
        return Optional.of(Draft.plain(
                Check.Kind.IMPLIED_BASE,
                Verdict.NOT_DECIDABLE,
                Severity.INFO,
                level.plain() + " / (1 " + (isUp ? "+ " : "- ") + percent.plain() + "%)",
                base,
                percent.plain(),
                List.of(level, percent),
                new Label(
                        "{0}，" + way.zh() + "{1#}，上期数没有写出（约 " + about + "），无法判断。",
                        "{0}, " + way.en() + " {1#}, without the figure before (about " + about
                                + "): it can't be decided.")));
    }

    private static Check points(Figure level, Figure change) {
        BigDecimal base = switch (change.metric().direction()) {
            case UP -> level.amount().subtract(change.amount());
            case DOWN -> level.amount().add(change.amount());
            case FLAT, NONE -> level.amount();
        };
        Label way = word(change.metric().direction());
        Label moved = new Label(
                "{0}，" + way.zh() + "{1#}，推得上期为 " + level.plain(base) + "%",
                "{0}, " + way.en() + " {1#}, means " + level.plain(base) + "% before");
        boolean isImpossible = base.signum() < 0 || base.compareTo(BigDecimal.ONE) > 0;
        return Draft.plain(
                Check.Kind.IMPLIED_BASE,
                Verdict.NOT_DECIDABLE,
                isImpossible ? Severity.WARN : Severity.INFO,
                level.plain() + (change.metric().direction() == Direction.DOWN ? " + " : " - ") + change.plain(),
                level.plain(base),
                "",
                List.of(level, change),
                isImpossible
                        ? new Label(
                                moved.zh() + "，超出了 0 到 100%，请核对。",
                                moved.en() + ", which is not between 0 and 100%: look again.")
                        : new Label(
                                moved.zh() + "，报告没有写出，无法判断。",
                                moved.en() + ", which the report does not give: it can't be decided."));
    }

    private static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2)
                .setScale(4, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }
}
