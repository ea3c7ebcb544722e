package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.audit.Judged.Mode;
import gewu.metrics.audit.Whole.Form;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A share is its part divided by its whole; the shares of one whole come to 100%.
final class ShareRule implements Rule {
    private static final Pattern OF_BUDGET = Pattern.compile("占(?:年初|全年|总|调整)?预算[^,，。;]{0,8}$");
    private static final int LEAST_COMMON = 2;

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        Map<String, List<Figure>> families = new LinkedHashMap<>();
        for (Figure share : sheet.figures().all()) {
            if (share.metric().kind() != Kind.SHARE || !share.isRatio()) {
                continue;
            }
            Optional<Figure> level = level(sheet, share);
            level.ifPresent(it -> families.computeIfAbsent(parent(sheet, it), _ -> new ArrayList<>())
                    .add(share));
        }
        for (List<Figure> family : families.values()) {
            Optional<List<Figure>> complete = complete(sheet, family);
            complete.ifPresent(them -> checks.add(hundred(them)));
            List<Figure> siblings = complete.map(them -> them.stream()
                            .map(it -> level(sheet, it).orElseThrow())
                            .toList())
                    .orElse(List.of());
            for (Figure share : family) {
                check(sheet, share, siblings, checks);
            }
        }
        worded(sheet, checks);
        return checks;
    }

    private static Optional<Figure> level(Worksheet sheet, Figure share) {
        return sheet.figures().find(share.metric().of()).filter(it -> !it.isRatio());
    }

    private static String parent(Worksheet sheet, Figure level) {
        return sheet.pack()
                .find(level.family())
                .map(it -> it.parent().isEmpty() ? it.id() : it.parent())
                .orElse("?" + level.paragraph());
    }

    /// Shares of different levels of one period that come to 100%.
    private static Optional<List<Figure>> complete(Worksheet sheet, List<Figure> family) {
        List<Figure> shares = new ArrayList<>();
        for (Figure share : family) {
            Figure level = level(sheet, share).orElseThrow();
            boolean isNew = shares.stream()
                    .map(it -> level(sheet, it).orElseThrow())
                    .allMatch(it -> it != level
                            && it.measure().equals(level.measure())
                            && (!it.canonical().equals(level.canonical())
                                    || !it.metric()
                                            .indicator()
                                            .equals(level.metric().indicator())));
            if (isNew) {
                shares.add(share);
            }
        }
        BigDecimal rest = BigDecimal.ONE.subtract(Judged.sum(shares)).abs();
        return shares.size() >= 2 && rest.compareTo(Judged.tolerance(shares)) <= 0
                ? Optional.of(shares)
                : Optional.empty();
    }

    private static Check hundred(List<Figure> shares) {
        BigDecimal rest = BigDecimal.ONE.subtract(Judged.sum(shares));
        Judged judged = Judged.residual(rest, shares);
        String sum = shares.getFirst().plain(Judged.sum(shares));
        String names = Draft.places(0, shares.size(), "、");
        return Draft.of(
                Check.Kind.SHARE_SUM,
                judged,
                Severity.ERROR,
                String.join(" + ", shares.stream().map(Figure::plain).toList()),
                sum,
                "100",
                shares,
                new Label(names + "合计 " + sum + "%", names.replace("、", ", ") + " add up to " + sum + "%"));
    }

    private static void check(Worksheet sheet, Figure share, List<Figure> siblings, List<Check> checks) {
        Figure level = level(sheet, share).orElseThrow();
        List<Figure> certain = new ArrayList<>();
        for (Whole whole : sheet.wholes()) {
            boolean isSaid = whole.form() == Form.OPEN || whole.form() == Form.CLOSED || whole.form() == Form.RELATION;
            if (isSaid
                    && whole.members().contains(level)
                    && whole.total().measure().equals(level.measure())) {
                certain.add(whole.total());
            }
        }
        if (fits(sheet, share, level, siblings, checks)) {
            return;
        }
        Optional<Figure> beside = sheet.figures()
                .nearestBefore(level, it -> it.number() == level.number() - 1 && it.isLevel() && it.isCount())
                .filter(it -> sheet.figures().between(it, level).length() <= 1);
        if (beside.isPresent() && fits(sheet, share, beside.get(), List.of(), checks)) {
            return;
        }
        Optional<Figure> only =
                certain.stream().filter(it -> it.amount().signum() > 0).findFirst();
        if (only.isPresent()) {
            boolean isSure = certain.size() == 1
                    && only.get().isSameSentence(level)
                    && share.isSameSentence(level)
                    && sheet.figures().belonging(level).stream()
                                    .filter(it -> it.metric().kind() == Kind.SHARE)
                                    .count()
                            == 1;
            Judged judged = Judged.rate(List.of(level), List.of(only.get()), BigDecimal.ZERO, share);
            checks.add(check(
                    level, List.of(only.get()), share, isSure ? judged : new Judged(Verdict.NOT_DECIDABLE, Mode.OFF)));
            return;
        }
        checks.add(Draft.plain(
                Check.Kind.SHARE,
                Verdict.NOT_DECIDABLE,
                Severity.INFO,
                level.plain() + " / ?",
                "",
                share.plain(),
                List.of(level, share),
                new Label("{0}占{1#}：没有写明是占什么的比重，无法判断。", "{0} is {1#}: of what is not told; it can't be decided.")));
    }

    /// Tells the first whole that gives the share, of those that may be meant, the likeliest first.
    private static boolean fits(
            Worksheet sheet, Figure share, Figure level, List<Figure> siblings, List<Check> checks) {
        for (List<Figure> whole : wholes(sheet, level, siblings)) {
            if (Judged.sum(whole).signum() > 0) {
                Judged judged = Judged.rate(List.of(level), whole, BigDecimal.ZERO, share);
                if (judged.isFine()) {
                    checks.add(check(level, whole, share, judged));
                    label(sheet, level, whole, share).ifPresent(checks::add);
                    return true;
                }
            }
        }
        return false;
    }

    private static List<List<Figure>> wholes(Worksheet sheet, Figure level, List<Figure> siblings) {
        List<List<Figure>> wholes = new ArrayList<>();
        for (Whole whole : sheet.wholes()) {
            boolean isMeasured = whole.total().measure().equals(level.measure())
                    || whole.parts().contains(level);
            if (whole.members().contains(level) && isMeasured) {
                wholes.add(List.of(whole.total()));
            }
        }
        ancestor(sheet, level).ifPresent(it -> wholes.add(List.of(it)));
        sheet.figures().in(level.paragraph()).stream()
                .filter(it -> it.number() < level.number() && it.isLevel())
                .filter(it ->
                        it.measure().equals(level.measure()) && it.amount().compareTo(level.amount()) >= 0)
                .forEach(it -> wholes.add(List.of(it)));
        if (siblings.contains(level)) {
            wholes.add(siblings);
        }
        return wholes;
    }

    private static Optional<Figure> ancestor(Worksheet sheet, Figure level) {
        return sheet.figures()
                .nearestBefore(
                        level,
                        it -> it.isLevel()
                                && !it.canonical().equals(level.canonical())
                                && !it.canonical().isEmpty()
                                && sheet.pack().isWithin(level.canonical(), it.canonical())
                                && it.measure().equals(level.measure()));
    }

    private static Check check(Figure level, List<Figure> whole, Figure share, Judged judged) {
        List<Figure> others = whole.stream().filter(it -> it != level).toList();
        List<Figure> operands = new ArrayList<>(List.of(level, share));
        operands.addAll(others);
        BigDecimal quotient = Judged.quotient(level.amount(), Judged.sum(whole));
        String told = share.percent(quotient);
        String computed =
                quotient.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString();
        String names = whole.contains(level)
                ? "{0}" + (others.isEmpty() ? "" : " + " + Draft.places(2, others.size(), " + "))
                : Draft.places(2, others.size(), " + ");
        boolean isOne = whole.size() == 1;
        return Draft.of(
                Check.Kind.SHARE,
                judged,
                Severity.ERROR,
                level.plain() + " / " + level.plain(Judged.sum(whole)),
                computed,
                share.plain(),
                operands,
                new Label(
                        "{0}占" + (isOne ? names : "（" + names + "）") + "的 " + told + "，报告写的是{1#}",
                        "{0} is " + told + " of " + (isOne ? names : "(" + names + ")") + ", the report says {1#}"));
    }

    /// A share said to be of the budget that comes out with what was spent only.
    private static Optional<Check> label(Worksheet sheet, Figure level, List<Figure> whole, Figure share) {
        boolean isOfBudget =
                OF_BUDGET.matcher(sheet.figures().before(share, 16)).find();
        boolean isOutturn = whole.stream().allMatch(it -> sheet.basis(it).equals("outturn"));
        if (!isOfBudget || !isOutturn) {
            return Optional.empty();
        }
        List<Figure> operands = new ArrayList<>(List.of(share, level));
        whole.stream().filter(it -> it != level).forEach(operands::add);
        String total = level.plain(Judged.sum(whole));
        return Optional.of(Draft.plain(
                Check.Kind.LABEL,
                Verdict.NOT_DECIDABLE,
                Severity.INFO,
                level.plain() + " / " + total,
                total,
                "预算",
                operands,
                new Label(
                        "{0}写的是占预算的比重，实际是占支出 " + level.told(Judged.sum(whole)) + " 的比重，报告没有写出预算数，无法判断。",
                        "{0} is said to be of the budget, but comes out with what was spent, "
                                + level.told(Judged.sum(whole))
                                + "; the budget is not told, so that it can't be decided.")));
    }

    /// A share that names its part, such as 网上件占比 behind 网上件.
    private static void worded(Worksheet sheet, List<Check> checks) {
        for (Figure share : sheet.figures().all()) {
            boolean isNamed =
                    share.metric().indicator().contains("占比") || share.metric().kind() == Kind.SHARE;
            if (!isNamed || !share.isRatio() || level(sheet, share).isPresent()) {
                continue;
            }
            List<Figure> before = sheet.figures().in(share.paragraph()).stream()
                    .filter(it -> it.number() < share.number() && it.isLevel() && it.isCount() == it.isExact())
                    .filter(it -> it.isCount() || it.isMoney())
                    .toList();
            for (Figure part : before.reversed()) {
                Optional<Figure> whole = before.stream()
                        .filter(it -> it.measure().equals(part.measure())
                                && it.amount().compareTo(part.amount()) > 0)
                        .filter(it -> Judged.rate(List.of(part), List.of(it), BigDecimal.ZERO, share)
                                .isFine())
                        .findFirst();
                if (whole.isPresent() && isNamedAfter(share, part)) {
                    checks.add(check(
                            part,
                            List.of(whole.get()),
                            share,
                            Judged.rate(List.of(part), List.of(whole.get()), BigDecimal.ZERO, share)));
                    break;
                }
            }
        }
    }

    private static boolean isNamedAfter(Figure share, Figure part) {
        String mine = share.metric().indicator();
        String its = part.metric().indicator();
        for (int i = 0; i + LEAST_COMMON <= mine.length(); i++) {
            if (!mine.startsWith("占比", i) && its.contains(mine.substring(i, i + LEAST_COMMON))) {
                return true;
            }
        }
        return share.family().startsWith(part.family()) && !part.family().isEmpty();
    }
}
