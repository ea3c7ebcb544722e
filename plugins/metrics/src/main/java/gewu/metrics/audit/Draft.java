package gewu.metrics.audit;

import gewu.api.Label;
import gewu.api.metric.Check;
import gewu.api.metric.Check.Kind;
import gewu.api.metric.Check.Severity;
import gewu.api.metric.Check.Verdict;
import gewu.api.metric.Metric;
import gewu.api.report.CleanText;
import gewu.metrics.MetricWords;
import gewu.metrics.audit.Judged.Mode;
import java.util.List;

/// Puts a check into words.
final class Draft {
    private Draft() {}

    /// A check that was judged, its sentence closed by how it came out.
    ///
    /// @param weight how much it matters if it is violated
    static Check of(
            Kind kind,
            Judged judged,
            Severity weight,
            String formula,
            String computed,
            String stated,
            List<Figure> operands,
            Label wording) {
        Label end = end(judged, computed);
        return new Check(
                kind,
                judged.verdict(),
                severity(judged.verdict(), weight),
                formula,
                computed,
                stated,
                operands.stream().map(it -> operand(it.metric())).toList(),
                new Label(wording.zh() + end.zh(), wording.en() + end.en()));
    }

    /// A check whose sentence says all.
    static Check plain(
            Kind kind,
            Verdict verdict,
            Severity severity,
            String formula,
            String computed,
            String stated,
            List<Figure> operands,
            Label wording) {
        return new Check(
                kind,
                verdict,
                severity,
                formula,
                computed,
                stated,
                operands.stream().map(it -> operand(it.metric())).toList(),
                wording);
    }

    /// A figure as a sentence tells it: as it is written, or as a person corrected it.
    static Check.Operand operand(Metric it) {
        String value = MetricWords.value(it);
        if (value.equals(it.value())) {
            return Check.Operand.of(it);
        }
        String written = CleanText.joined(it.passage().text());
        String now = it.qualifier() + value + it.unit();
        return Check.Operand.of(
                it, new Label(now + "（更正前 " + written + "）", now + " (" + written + " before it was corrected)"));
    }

    static Severity severity(Verdict verdict, Severity weight) {
        return switch (verdict) {
            case HOLDS -> Severity.NONE;
            case HOLDS_WITHIN_ROUNDING, NOT_DECIDABLE -> Severity.INFO;
            case VIOLATED -> weight;
        };
    }

    private static Label end(Judged judged, String computed) {
        return switch (judged.verdict()) {
            case HOLDS ->
                judged.mode() == Mode.BOUND
                        ? new Label("：没有超出所写的界限，相符。", ": within the bound that is told; it holds.")
                        : new Label("：相符。", ": it holds.");
            case HOLDS_WITHIN_ROUNDING -> rounding(judged.mode(), computed);
            case VIOLATED -> new Label("：不符。", ": it does not hold.");
            case NOT_DECIDABLE ->
                judged.mode() == Mode.VAGUE
                        ? new Label(
                                "：数字带有“约、余”等字，无法判断。", ": figures told as about or over, so that it can't be decided.")
                        : new Label(
                                "：两处数字相隔较远或另有所指，无法判断。",
                                ": the figures may be of different things, so that it can't be decided.");
        };
    }

    private static Label rounding(Mode mode, String computed) {
        return switch (mode) {
            case TRUNCATED ->
                new Label("：尾数直接舍去，未四舍五入，视为相符。", ": digits were cut off rather than rounded; it holds so.");
            case LAST_PLACE ->
                new Label("：末位相差不到 1，视为相符。", ": off by no more than one in the last place; it holds so.");
            case OPERANDS -> new Label("：原始数字本身经过四舍五入，视为相符。", ": the figures were rounded themselves; it holds so.");
            case EXACT, HALF_UP, BOUND, VAGUE, OFF ->
                new Label("：差额在四舍五入的误差之内，视为相符。", ": the difference is within rounding; it holds so.");
        };
    }

    /// Names of figures as operands in a row: `{1#}、{2#}`.
    static String places(int first, int count, String parted) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            words.append(i == first ? "" : parted).append('{').append(i).append('}');
        }
        return words.toString();
    }
}
