package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric.Kind;
import gewu.metrics.audit.Judged.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What happened against the limit that was set: a control line from above, a goal from below.
final class LimitRule implements Rule {
    private static final Pattern UPPER = Pattern.compile("(?:不超过|不高于|不多于|不得超过|控制在|控制数|控制线|≤|低于|少于)[^,，。;]{0,8}$");
    private static final Pattern UPPER_BEHIND = Pattern.compile("^(?:的)?(?:控制线|控制数|控制指标|红线|上限|以内)");
    private static final Pattern LOWER = Pattern.compile("(?:不低于|不少于|不得低于|≥|最低标准)[^,，。;]{0,6}$");

    @Override
    public List<Check> apply(Worksheet sheet) {
        List<Check> checks = new ArrayList<>();
        for (Figure limit : sheet.figures().all()) {
            if (limit.metric().kind() != Kind.TARGET || limit.canonical().isEmpty()) {
                continue;
            }
            String before = sheet.figures().before(limit, 16);
            boolean isUpper = UPPER.matcher(before).find()
                    || UPPER_BEHIND.matcher(sheet.figures().after(limit, 6)).find();
            boolean isLower = LOWER.matcher(before).find();
            if (isUpper != isLower) {
                actual(sheet, limit).ifPresent(actual -> checks.add(check(actual, limit, isUpper)));
            }
        }
        return checks;
    }

    private static Optional<Figure> actual(Worksheet sheet, Figure limit) {
        return sheet.figures()
                .nearestBefore(
                        limit,
                        it -> it.isLevel()
                                && it.canonical().equals(limit.canonical())
                                && it.metric().dimension().equals(limit.metric().dimension())
                                && it.isSamePeriod(limit));
    }

    private static Check check(Figure actual, Figure limit, boolean isUpper) {
        int compared = actual.amount().compareTo(limit.amount());
        boolean isFine = isUpper ? compared <= 0 : compared >= 0;
        boolean isSure = actual.isSameSentence(limit) && !actual.isVague() && limit.number() - actual.number() <= 3;
        Judged judged = isFine
                ? new Judged(Verdict.HOLDS, Mode.EXACT)
                : new Judged(isSure ? Verdict.VIOLATED : Verdict.NOT_DECIDABLE, Mode.OFF);
        return Draft.of(
                Check.Kind.INEQUALITY,
                judged,
                Severity.WARN,
                actual.plain() + (isUpper ? " <= " : " >= ") + limit.plain(),
                "",
                limit.plain(),
                List.of(actual, limit),
                isUpper
                        ? new Label("{0}不应超过{1#}的上限", "{0} must not be more than the limit of {1#}")
                        : new Label("{0}不应低于{1#}的目标", "{0} must not be less than the goal of {1#}"));
    }
}
