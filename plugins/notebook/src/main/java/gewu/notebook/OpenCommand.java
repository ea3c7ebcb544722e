package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.report.Whereabouts;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// `gewu open`: the place of an anchor, under its headings and between its neighbours.
final class OpenCommand implements Command {
    private static final int NEIGHBOURS = 1;

    private final Reports reports;
    private final SpotPanels panels;

    OpenCommand(Reports reports, Store store, Clock clock) {
        this.reports = reports;
        this.panels = new SpotPanels(new AnnotationTable(store, clock), reports);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        if (call.arguments().isEmpty()) {
            throw Fault.usage("What is to be opened?", "Write it like gewu open 4517257875 --paragraph 12.");
        }
        Spot spot = Spot.of(String.join(" ", call.arguments()), call, reports);
        output.row(row(spot));
        output.show(panels.of(spot, call.number("--around", NEIGHBOURS)));
        return Exit.DONE;
    }

    /// What became of the passage since its anchor was written.
    static Label state(Spot spot) {
        return switch (spot.where()) {
            case Whereabouts.Same _ -> new Label("原处：这一段没有变化。", "The paragraph is as it was.");
            case Whereabouts.Moved _ ->
                new Label("已移位：字句没有变，分段或次序变了。", "Moved: the words are the same, cut or ordered another way.");
            case Whereabouts.Changed changed ->
                new Label(
                        "已改动：原来的字句已不在，这是最相近的一段（约 " + changed.percent() + "% 相同），引用前请核对。",
                        "Changed: the words are gone, this is the nearest paragraph (about " + changed.percent()
                                + "% the same); check before you cite it.");
            case Whereabouts.Gone _ -> new Label("已不在。", "Gone.");
        };
    }

    private static DataRow row(Spot spot) {
        return DataRow.of("passage")
                .with("report", spot.report().id())
                .with("title", spot.report().facts().title())
                .with("org", spot.report().facts().org())
                .with("year", spot.report().facts().year())
                .with(
                        "section",
                        spot.report().path(spot.paragraph()).stream()
                                .map(it -> it.label() + it.heading())
                                .toList())
                .with("role", spot.report().roleOf(spot.paragraph()).id())
                .with("page", spot.passage().page())
                .with("paragraph", spot.paragraph().number())
                .with("start", spot.passage().start())
                .with("end", spot.passage().end())
                .with("text", spot.passage().text())
                .with("paragraph_start", spot.paragraph().start())
                .with("paragraph_end", spot.paragraph().end())
                .with("paragraph_text", spot.report().textOf(spot.paragraph()))
                .with("state", new Located(spot.anchor(), Optional.of(spot.report()), spot.where()).state())
                .with("anchor", spot.anchor().toString());
    }

    /// Where nothing was asked for.
    static Panel ask() {
        return new Panel.Stack(List.of(KeptPanels.text(
                "给出定位码（引文末尾〔〕里的一串），或报告和段号。", "Give an anchor (it ends each citation), or a report and a paragraph.")));
    }
}
