package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can't be worked out but should be seen: numbers that are none, claims without figures, full marks beside
/// admitted problems.
final class OddRule implements Rule {
    private static final Pattern CANDIDATE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern CLAIM =
            Pattern.compile("(?:是|超过?|相当于|达到?|为)?(?:近|过去|前|此前)[0-9一二三四五六七八九十两]+年(?:的|来的?)?(?:总和|总数|之和|总量)");
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        sheet.figures().malformed().forEach(it -> checks.add(malformed(sheet, it)));
        for (int paragraph : sheet.figures().paragraphs()) {
            claims(sheet, paragraph, checks);
        }
        fullMarks(sheet).ifPresent(checks::add);
        return checks;
    }

    private static Check malformed(Worksheet sheet, Metric malformed) {
        List<Metric> witnesses = new ArrayList<>();
        Matcher candidate = CANDIDATE.matcher(malformed.issue());
        while (candidate.find()) {
            BigDecimal value = new BigDecimal(candidate.group());
            sheet.figures().all().stream()
                    .filter(it -> it.metric().dimension().equals(malformed.dimension())
                            && new BigDecimal(it.plain()).compareTo(value) == 0)
                    .findFirst()
                    .map(Figure::metric)
                    .filter(it -> !witnesses.contains(it))
                    .ifPresent(witnesses::add);
        }
        boolean isRead = !witnesses.isEmpty();
        elsewhere(sheet, malformed).filter(it -> !witnesses.contains(it)).ifPresent(witnesses::add);
        List<Check.Operand> operands = new ArrayList<>(List.of(Draft.operand(malformed)));
        witnesses.forEach(it -> operands.add(Draft.operand(it)));
        String names = Draft.places(1, witnesses.size(), "、");
        String candidates = malformed.issue().replaceFirst("^[^:]*: ?", "").replaceAll("[{}]", "");
        Label seen = witnesses.isEmpty()
                ? new Label("。", ".")
                : new Label("；另见" + names + "。", "; compare " + names.replace("、", ", ") + ".");
        return new Check(
                Check.Kind.MALFORMED_NUMBER,
                Verdict.VIOLATED,
                Severity.ERROR,
                "? " + candidates,
                isRead ? witnesses.getFirst().value() : "",
                malformed.value(),
                operands,
                new Label(
                        "{0}不成数字，可能是 " + candidates.replace(" or ", " 或 ") + seen.zh(),
                        "{0} is no number; it may be " + candidates + seen.en()));
    }

    /// The same indicator where it is told well.
    private static Optional<Metric> elsewhere(Worksheet sheet, Metric malformed) {
        if (malformed.canonical().isEmpty()) {
            return Optional.empty();
        }
        boolean isPlan = malformed.basis().equals("budget");
        return sheet.figures().all().stream()
                .filter(it -> it.isLevel() && it.metric().dimension().equals(malformed.dimension()))
                .filter(it -> it.canonical().equals(malformed.canonical())
                        || (isPlan
                                && it.canonical().equals("fin.exp.total")
                                && malformed.canonical().equals("fin.rev.total")))
                .filter(it -> sheet.basis(it).equals(malformed.basis()))
                .filter(it -> it.metric().period().equals(malformed.period()))
                .findFirst()
                .map(Figure::metric);
    }

    private static void claims(Worksheet sheet, int paragraph, List<Check> checks) {
        Matcher claim = CLAIM.matcher(sheet.figures().text(paragraph));
        while (claim.find()) {
            int at = claim.start();
            sheet.figures().in(paragraph).stream()
                    .filter(it -> it.isLevel() && it.to() <= at && it.to() >= at - 40)
                    .reduce((_, later) -> later)
                    .ifPresent(
                            it -> checks.add(
                                    Draft.plain(
                                            Check.Kind.COMPARISON,
                                            Verdict.NOT_DECIDABLE,
                                            Severity.INFO,
                                            "",
                                            "",
                                            "",
                                            List.of(it),
                                            new Label(
                                                    "{0}“" + claim.group() + "”：报告没有写出这些年的数字，无法判断。",
                                                    "{0} “" + claim.group()
                                                            + "”: the report does not give the figures of those years; it can't be decided."))));
        }
    }

    private static Optional<Check> fullMarks(Worksheet sheet) {
        Report report = sheet.figures().report();
        boolean admits = report.sections().stream()
                .filter(it -> it.role() == SectionRole.PROBLEMS)
                .anyMatch(it -> words(report, it) > 20);
        return sheet.figures().all().stream()
                .filter(it -> it.canonical().equals("score.self") && it.amount().compareTo(FULL) == 0)
                .findFirst()
                .filter(_ -> admits)
                .map(
                        it -> Draft.plain(
                                Check.Kind.CONTRADICTION,
                                Verdict.NOT_DECIDABLE,
                                Severity.INFO,
                                "",
                                "",
                                it.plain(),
                                List.of(it),
                                new Label(
                                        "{0}是满分，报告又列出了存在的问题：这不是算术，请人来判断。",
                                        "{0} is full marks, and the report lists problems: no arithmetic decides that; a person should.")));
    }

    private static int words(Report report, Section section) {
        return report.text()
                .substring(Math.min(section.headingEnd(), section.end()), section.end())
                .strip()
                .length();
    }
}
