package gewu.ledger;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands behind figures: the items of a rate, results in an office's scheme, 反弹率 by verifier.
final class FigureLists {
    private final LedgerFigures figures;
    private final ZoneId zone;

    FigureLists(LedgerFigures figures, ZoneId zone) {
        this.figures = figures;
        this.zone = zone;
    }

    static boolean isAsked(LedgerCall call) {
        return call.has("--list")
                || call.has("--scheme")
                || call.option("--by").orElse("").equals("verifier");
    }

    Exit tell(LedgerCall call, Output output) {
        LocalDate day = call.asOf().orElse(call.ledger().today());
        if (call.has("--list")) {
            list(rate(call.option("--list").orElse("")), day, call, output);
        } else if (call.has("--scheme")) {
            results(Scheme.read(call.option("--scheme").orElse("")), day, output);
        } else {
            verifiers(day, call, output);
        }
        return Exit.DONE;
    }

    private static Rate rate(String word) {
        return Named.find(Rate.values(), word)
                .orElseThrow(() -> Fault.usage(
                        "There is no rate “" + word + "”.",
                        Nearest.hint(
                                word,
                                List.of(Rate.values()).stream()
                                        .map(it -> it.label().zh())
                                        .toList())));
    }

    private void list(Rate rate, LocalDate day, LedgerCall call, Output output) {
        List<Standing> all = figures.items(rate, false, day, zone);
        List<Standing> some = figures.items(rate, true, day, zone);
        Set<String> counted = Set.copyOf(some.stream().map(Standing::id).toList());
        List<Standing> both = new ArrayList<>(some);
        all.stream().filter(it -> !counted.contains(it.id())).forEach(both::add);
        Parties parties = call.ledger().parties();
        for (Standing it : both) {
            output.row(DataRow.of("behind")
                    .with("figure", rate.id())
                    .with("item", it.id())
                    .with("numerator", rate.numerator(it, day))
                    .with("denominator", rate.denominator(it))
                    .with("title", it.of("title"))
                    .with("unit", parties.name(it.of("unit")))
                    .with("state", it.state().id()));
        }
        long numerator = both.stream().mapToLong(it -> rate.numerator(it, day)).sum();
        long denominator = both.stream().mapToLong(rate::denominator).sum();
        LedgerFigures.Figure figure = new LedgerFigures.Figure("", rate, numerator, denominator);
        output.row(row(figure, day));
        Label head = new Label(
                rate.label().zh() + " " + figure.shown() + "："
                        + rate.numerator().zh() + " " + numerator + "，"
                        + rate.denominator().zh() + " " + denominator + "（截至 " + day + "）",
                rate.label().en() + " " + figure.shown() + ": " + numerator + " "
                        + rate.numerator().en() + " of " + denominator + " "
                        + rate.denominator().en() + " (as of " + day + ")");
        output.show(new Panel.Stack(List.of(
                new Panel.Text(head),
                new Panel.Table(
                        Label.same(""),
                        List.of(
                                Panel.Column.text("问题编号", "Number"),
                                Panel.Column.text("状态", "State"),
                                Panel.Column.text("问题", "Problem"),
                                Panel.Column.text("责任单位", "Unit"),
                                Panel.Column.number("分子", "Numerator"),
                                Panel.Column.number("分母", "Denominator")),
                        both.stream()
                                .map(it -> Panel.Row.of(
                                        it.id(),
                                        it.state().label(),
                                        LedgerPanels.cut(it.of("title")),
                                        parties.name(it.of("unit")),
                                        rate.numerator(it, day),
                                        rate.denominator(it)))
                                .toList()))));
    }

    private static DataRow row(LedgerFigures.Figure it, LocalDate day) {
        return DataRow.of("figure")
                .with("figure", it.rate().id())
                .with("name", it.rate().label().zh())
                .with("as_of", day.toString())
                .with("numerator", it.numerator())
                .with("denominator", it.denominator())
                .with("numerator_is", it.rate().numerator().zh())
                .with("denominator_is", it.rate().denominator().zh())
                .with("value", it.value().isEmpty() ? null : it.value());
    }

    private void results(Scheme scheme, LocalDate day, Output output) {
        Map<Scheme.Result, List<String>> results = figures.results(scheme, day, zone);
        long of = results.values().stream().mapToLong(List::size).sum();
        results.forEach((result, ids) -> output.row(DataRow.of("result")
                .with("result", result.id())
                .with("name", result.label().zh())
                .with("as_of", day.toString())
                .with("numerator", ids.size())
                .with("denominator", of)
                .with("items", ids)));
        output.show(new Panel.Table(
                new Label("认定结果（截至 " + day + "，应整改 " + of + " 项）", "Results (as of " + day + ", of " + of + ")"),
                List.of(Panel.Column.text("认定结果", "Result"), Panel.Column.number("项", "Items")),
                results.entrySet().stream()
                        .map(it ->
                                Panel.Row.of(it.getKey().label(), it.getValue().size()))
                        .toList()));
    }

    private void verifiers(LocalDate day, LedgerCall call, Output output) {
        Parties parties = call.ledger().parties();
        Map<String, LedgerFigures.Figure> all = figures.reboundsByVerifier(day, zone);
        all.values().forEach(it -> output.row(row(it, day).with("group", parties.name(it.group()))));
        output.show(new Panel.Table(
                new Label("反弹率（按销号的验收员，截至 " + day + "）", "Found back, by who closed it (as of " + day + ")"),
                List.of(
                        Panel.Column.text("验收员", "Verifier"),
                        Panel.Column.text("反弹率", "Rate"),
                        Panel.Column.number("回头看发现反弹", "Found back"),
                        Panel.Column.number("回头看次数", "Look-backs")),
                all.values().stream()
                        .map(it -> Panel.Row.of(parties.name(it.group()), it.shown(), it.numerator(), it.denominator()))
                        .toList()));
    }
}
