package gewu.problems;

import gewu.api.Label;
import gewu.api.metric.Metric;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Scope;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what only figures show (rule K): less reached than planned, a rate below what such a rate
/// should be, so many of them left. Figures of another year, of a year that is not over, bounds that
/// are good to stay under, thrift, and what the report explains or names as a problem right there are
/// none.
final class Shortfalls {
    private static final double OF_PLAN = 0.55;
    private static final double OF_COUNT = 0.5;
    private static final double OF_RATE = 0.45;
    /// How far a plan and what was reached may stand from each other.
    private static final int REACH = 160;

    private static final Set<SectionRole> SPOKEN =
            EnumSet.of(SectionRole.PROBLEMS, SectionRole.CAUSES, SectionRole.REMEDIES);

    private final Map<String, List<String>> words = new HashMap<>();
    private final List<Rate> rates = new ArrayList<>();

    /// @param least below it the rate is short
    private record Rate(String name, BigDecimal least, String category) {}

    private record Found(int start, int end, String category, double confidence, Label why) {}

    private static final class Shared {
        static final Shortfalls OWN = new Shortfalls();
    }

    private Shortfalls() {
        for (List<String> row : WordTable.rows("shortfalls.tsv")) {
            if (row.getFirst().equals("rate")) {
                rates.add(new Rate(row.get(1), new BigDecimal(row.get(2)), row.get(3)));
            } else {
                words.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.get(1));
            }
        }
    }

    static Shortfalls own() {
        return Shared.OWN;
    }

    /// The shortfalls of one report, in reading order.
    ///
    /// @param metrics what it states, in reading order
    /// @param found   what it says outright
    List<Shortfall> in(Report report, List<Metric> metrics, List<Findings> found) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            if (metric.kind() == Metric.Kind.LEVEL && metric.known().isPresent() && mayBeShort(report, metric, found)) {
                of(report.text(), metrics, i).ifPresent(it -> add(all, report.text(), it));
            }
        }
        List<Shortfall> shortfalls = new ArrayList<>();
        for (Found it : all) {
            String said = stated(report.text().substring(it.start(), it.end()), it.category(), found);
            shortfalls.add(new Shortfall(
                    "S" + (shortfalls.size() + 1),
                    it.category(),
                    report.passage(it.start(), it.end()),
                    said,
                    it.confidence(),
                    it.why()));
        }
        return List.copyOf(shortfalls);
    }

    /// What one sentence tells twice, by counts and by their rate, is one.
    private static void add(List<Found> all, String text, Found found) {
        if (all.isEmpty() || !goesOn(text, all.getLast(), found)) {
            all.add(found);
            return;
        }
        Found last = all.removeLast();
        all.add(new Found(
                last.start(),
                Math.max(last.end(), found.end()),
                last.category(),
                Math.max(last.confidence(), found.confidence()),
                last.why()));
    }

    private static boolean goesOn(String text, Found last, Found found) {
        boolean isNext = found.start() >= last.start() && found.start() - last.end() <= 3;
        String between = text.substring(Math.min(last.end(), found.start()), found.start());
        return isNext && between.indexOf('。') < 0 && between.indexOf('\n') < 0;
    }

    private boolean mayBeShort(Report report, Metric metric, List<Findings> found) {
        String text = report.text();
        int start = metric.passage().start();
        Span sentence = sentence(text, start);
        String before = text.substring(clause(text, sentence, start), start);
        boolean isOther = holds("part", text.substring(sentence.start(), start))
                || holds("before", before)
                || holds("thrift", text.substring(sentence.start(), start) + metric.indicator());
        return !isOther && !isSpoken(report, start) && !isNamed(sentence, found);
    }

    private Optional<Found> of(String text, List<Metric> metrics, int at) {
        Metric metric = metrics.get(at);
        Optional<Found> found = ofPlan(text, metrics, at);
        if (found.isPresent()) {
            return found;
        }
        return metric.amountUnit().equals("ratio") ? ofRate(text, metric) : ofCount(text, metric);
    }

    /// `计划培训500人，实际培训462人`, `≥90% | 86%`.
    private Optional<Found> ofPlan(String text, List<Metric> metrics, int at) {
        Metric metric = metrics.get(at);
        for (int i : new int[] {at - 1, at + 1}) {
            if (i < 0 || i >= metrics.size()) {
                continue;
            }
            Metric plan = metrics.get(i);
            int start = Math.min(plan.passage().start(), metric.passage().start());
            int end = Math.max(plan.passage().end(), metric.passage().end());
            boolean isPair = plan.known().isPresent()
                    && plan.amountUnit().equals(metric.amountUnit())
                    && !plan.amountUnit().equals("元")
                    && plan.known().orElseThrow().compareTo(metric.known().orElseThrow()) > 0
                    && end - start <= REACH
                    && sentence(text, start).end() >= end;
            if (isPair && isPlan(text, plan, metric, i > at)) {
                int from = whole(text, sentence(text, start), start);
                return Optional.of(new Found(
                        from,
                        end,
                        category(metric),
                        OF_PLAN,
                        new Label(
                                "计划" + plan.value() + plan.unit() + "，实际" + metric.value() + metric.unit(),
                                plan.value() + plan.unit() + " planned, " + metric.value() + metric.unit()
                                        + " reached")));
            }
        }
        return Optional.empty();
    }

    private boolean isPlan(String text, Metric plan, Metric metric, boolean isBehind) {
        int start = plan.passage().start();
        int from = clause(text, sentence(text, start), start);
        String before = text.substring(from, start);
        boolean isCeiling = holds("most", before + plan.qualifier()) || holds("most", plan.indicator());
        boolean isTarget = plan.kind() == Metric.Kind.TARGET || holds("plan", before);
        boolean isSame = plan.indicator().equals(metric.indicator()) && plan.kind() == Metric.Kind.TARGET;
        int reached = metric.passage().start();
        boolean isReached = isSame
                || isBehind
                || holds("done", text.substring(clause(text, sentence(text, reached), reached), reached));
        return isTarget && !isCeiling && isReached && (!isBehind || before.contains("目标"));
    }

    /// `预算执行率68.1%`, where nothing says why.
    private Optional<Found> ofRate(String text, Metric metric) {
        BigDecimal value = metric.known().orElseThrow();
        int start = metric.passage().start();
        Span sentence = sentence(text, start);
        int from = clause(text, sentence, start);
        boolean isTarget = holds("plan", text.substring(from, start)) || holds("most", text.substring(from, start));
        boolean isExplained = holds("reason", text.substring(metric.passage().end(), next(text, sentence.end())));
        for (Rate rate : rates) {
            boolean isShort =
                    metric.indicator().endsWith(rate.name()) && value.compareTo(rate.least()) < 0 && value.signum() > 0;
            if (isShort && !isTarget && !isExplained) {
                return Optional.of(new Found(
                        from,
                        metric.passage().end(),
                        rate.category(),
                        OF_RATE,
                        new Label(
                                rate.name() + metric.value() + metric.unit() + "，未说明原因",
                                rate.name() + " " + metric.value() + metric.unit() + ", and nothing says why")));
            }
        }
        return Optional.empty();
    }

    /// `3所仍未完工`, `尚未办结的3件`.
    private Optional<Found> ofCount(String text, Metric metric) {
        boolean isCount = metric.known().orElseThrow().signum() > 0
                && !metric.amountUnit().equals("元")
                && !metric.amountUnit().isEmpty();
        int start = metric.passage().start();
        int end = metric.passage().end();
        Span sentence = sentence(text, start);
        int from = clause(text, sentence, start);
        int to = end;
        while (to < sentence.end() && to - end < 14 && "，,；;|0123456789".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        boolean isLeft =
                isCount && (holds("open", text.substring(end, to)) || holds("open", text.substring(from, start)));
        return isLeft
                ? Optional.of(new Found(
                        from,
                        to,
                        category(metric),
                        OF_COUNT,
                        new Label(
                                "还有" + metric.value() + metric.unit() + "没有完成",
                                metric.value() + metric.unit() + " are left")))
                : Optional.empty();
    }

    private String category(Metric metric) {
        return rates.stream()
                .filter(it -> metric.indicator().endsWith(it.name()))
                .map(Rate::category)
                .findFirst()
                .orElse("目标完成");
    }

    // ---- where it stands

    private static boolean isSpoken(Report report, int place) {
        boolean isSpoken = false;
        for (Section section : report.sections()) {
            if (section.start() <= place) {
                isSpoken = SPOKEN.contains(section.role());
            }
        }
        return isSpoken;
    }

    private static boolean isNamed(Span sentence, List<Findings> found) {
        return found.stream()
                .flatMap(it -> it.problems().stream())
                .anyMatch(it ->
                        it.passage().start() < sentence.end() && it.passage().end() > sentence.start());
    }

    /// A problem that the report names, about the same matter.
    private static String stated(String said, String category, List<Findings> found) {
        Likeness likeness = Lexicon.own().likeness();
        Set<String> concepts = likeness.concepts(said).keySet();
        for (Findings findings : found) {
            for (Problem problem : findings.problems()) {
                boolean isSame = problem.category().equals(category)
                        || likeness.concepts(problem.passage().text()).keySet().stream()
                                .anyMatch(concepts::contains);
                if (problem.scope() == Scope.CORE && isSame) {
                    return problem.id();
                }
            }
        }
        return "";
    }

    /// The sentence around a place; a row of a table is one.
    private static Span sentence(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 400 && "。；;\n".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        int end = at;
        while (end < text.length() && end - at < 400 && "。；;\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Span(start, end);
    }

    private static int next(String text, int end) {
        int to = Math.min(text.length(), end + 1);
        while (to < text.length() && to - end < 120 && "。\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    private static int clause(String text, Span sentence, int at) {
        int start = at;
        while (start > sentence.start() && !parts(text, start - 1)) {
            start--;
        }
        while (start < at && " 　\t".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private static boolean parts(String text, int at) {
        char c = text.charAt(at);
        return "，,：:|\t".indexOf(c) >= 0 || c == '、' && at > 0 && "%％".indexOf(text.charAt(at - 1)) >= 0;
    }

    /// Where a row of a table begins; elsewhere the clause.
    private static int whole(String text, Span sentence, int at) {
        boolean isRow = text.substring(sentence.start(), at).indexOf('|') >= 0;
        int start = isRow && at - sentence.start() <= 80 ? sentence.start() : clause(text, sentence, at);
        while (start < at && "| 　\t".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    private boolean holds(String what, String part) {
        return words.getOrDefault(what, List.of()).stream().anyMatch(part::contains);
    }
}
