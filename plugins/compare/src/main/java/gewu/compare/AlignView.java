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
            return new Panel.Text(new Label(
                    "写单位名称看它的各个年度，写一个年度看各个单位，或写两份报告。",
                    "Give an organisation to see its years, a year to see its organisations, or two reports."));
        }
        String section = asked.words("section");
        Lineup lineup = Lineup.of(reports, named, org, year, asked.number("limit", AlignCommand.REPORTS));
        List<SideBySide.Aligned> couples = new ArrayList<>();
        sideBySide.align(lineup, section, couples::add);
        List<Panel> panels = new ArrayList<>();
        panels.add(AlignPanels.head(lineup, section));
        panels.add(AlignPanels.counts(couples));
        couples.forEach(it -> panels.add(AlignPanels.couple(it)));
        return new Panel.Stack(panels);
    }
}
