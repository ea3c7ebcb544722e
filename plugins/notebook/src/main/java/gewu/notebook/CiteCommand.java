package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Anchor;
import gewu.api.report.Citation;
import gewu.api.report.Reports;
import gewu.api.report.Whereabouts;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `gewu cite`: a passage as papers cite it.
final class CiteCommand implements Command {
    private final Reports reports;
    private final Clock clock;

    CiteCommand(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        if (call.arguments().isEmpty()) {
            throw Fault.usage("What is to be cited?", "Write it like gewu cite 4517257875 --paragraph 12.");
        }
        Optional<Citation.Style> style = call.option("--style").map(CiteCommand::style);
        Spot spot = Spot.of(String.join(" ", call.arguments()), call, reports);
        Citation bare = Citation.of(
                spot.report(),
                reports.facts(spot.report().id()),
                spot.passage().start(),
                spot.passage().end());
        Citation citation = call.option("--url")
                .map(it -> bare.withAddress(it, LocalDate.now(clock)))
                .orElse(bare);
        output.row(row(citation, spot));
        output.show(new Panel.Stack(panels(citation, style, spot)));
        return Exit.DONE;
    }

    private static List<Panel> panels(Citation citation, Optional<Citation.Style> style, Spot spot) {
        List<Panel> panels = new ArrayList<>();
        if (style.isPresent()) {
            panels.add(new Panel.Text(citation.written(style.get())));
        } else {
            for (Citation.Style each : Citation.Style.values()) {
                String written = citation.written(each);
                panels.add(KeptPanels.text(
                        name(each).zh() + "\n" + written, name(each).en() + "\n" + written));
            }
        }
        if (citation.isYearEstimated() && style.orElse(Citation.Style.GBT7714) == Citation.Style.GBT7714) {
            panels.add(KeptPanels.text(
                    "报告未写明日期，方括号内的出版年是推定的（报告年度的次年）。更正：gewu facts 报告 --set 日期=2022-03-15",
                    "The report is not dated; the year in brackets is an estimate (the one behind the year reported on)."
                            + " Correct it with gewu facts REPORT --set date=2022-03-15"));
        }
        if (!(spot.where() instanceof Whereabouts.Same)) {
            panels.add(new Panel.Text(OpenCommand.state(spot)));
        }
        return panels;
    }

    private static Label name(Citation.Style style) {
        return switch (style) {
            case PLAIN -> new Label("〔一行〕", "[one line]");
            case GBT7714 -> new Label("〔GB/T 7714—2015〕", "[GB/T 7714—2015]");
            case MARKDOWN -> Label.same("〔Markdown〕");
        };
    }

    private static Citation.Style style(String word) {
        return Citation.Style.named(word)
                .orElseThrow(() -> Fault.usage(
                        "There is no style “" + word + "”.",
                        Stream.of(Citation.Style.values())
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", "Known are: ", "."))));
    }

    private static DataRow row(Citation citation, Spot spot) {
        Anchor anchor = citation.anchor();
        return DataRow.of("citation")
                .with("report", anchor.report())
                .with("title", citation.facts().title())
                .with("org", citation.facts().org())
                .with("year", citation.facts().year())
                .with("date", citation.date())
                .with("number", citation.number())
                .with("page", citation.page())
                .with("last_page", citation.lastPage())
                .with("paragraph", citation.paragraph())
                .with("text", citation.words())
                .with("anchor", anchor.toString())
                .with("state", new Located(anchor, Optional.of(spot.report()), spot.where()).state())
                .with("year_estimated", citation.isYearEstimated())
                .with("reference", citation.reference())
                .with("plain", citation.written(Citation.Style.PLAIN))
                .with("gbt7714", citation.written(Citation.Style.GBT7714))
                .with("markdown", citation.written(Citation.Style.MARKDOWN));
    }
}
