package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The same section of several reports side by side, as a panel.
final class AlignView implements View {
    private final Reports reports;
    private final SideBySide sideBySide;

    AlignView(Reports reports) {
        this.reports = reports;
        this.sideBySide = new SideBySide(reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        List<String> named = Stream.of(asked.words("reports").split("\\s+"))
                .filter(it -> !it.isEmpty())
                .toList();
        String org = asked.words("org");
        String year = asked.words("year");
        if (named.isEmpty() && org.isEmpty() && year.isEmpty()) {
            return Panel.Stack.of(
                    new Panel.Text(new Label(
                            "写单位名称看它的各个年度，写一个年度看各个单位，或写两份报告。",
                            "Give an organisation to see its years, a year to see its organisations, or two reports.")),
                    new Panel.Links(
                            Label.same(""),
                            List.of(new Panel.Link(
                                    new Label("从列表里选两份", "Choose two from a list"), new Panel.Target("align-with")))));
        }
        String section = asked.words("section");
        Lineup lineup = Lineup.of(reports, named, org, year, asked.number("limit", AlignCommand.REPORTS));
        List<SideBySide.Aligned> couples = new ArrayList<>();
        sideBySide.align(lineup, section, couples::add);
        List<Panel> panels = new ArrayList<>();
        panels.add(AlignPanels.head(lineup, section));
        panels.add(AlignPanels.counts(couples));
        panels.add(others(lineup));
        couples.forEach(it -> panels.add(AlignPanels.beside(it)));
        return new Panel.Stack(panels);
    }

    /// Ways to set one of the two beside another report.
    private static Panel others(Lineup lineup) {
        return new Panel.Links(
                new Label("换一份与它对照", "Something else beside"),
                lineup.reports().stream()
                        .map(it -> new Panel.Link(
                                Label.same(Places.name(it.facts())),
                                new Panel.Target("align-with", Map.of("report", it.id()))))
                        .toList());
    }
}
