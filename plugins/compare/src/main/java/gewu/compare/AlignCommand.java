package gewu.compare;

import gewu.api.report.Reports;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `gewu align`: the same section over the years of an organisation, over the organisations of a year, or of reports by
/// name.
final class AlignCommand implements Command {
    static final int REPORTS = 12;
    private static final double HUNDRED = 100;

    private final Reports reports;
    private final SideBySide sideBySide;

    AlignCommand(Reports reports) {
        this.reports = reports;
        this.sideBySide = new SideBySide(reports);
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        String section = call.option("--section").orElse("");
        Lineup lineup = Lineup.of(
                reports,
                call.arguments(),
                call.option("--org").orElse(""),
                call.option("--year").orElse(""),
                call.number("--limit", REPORTS));
        if (output.isJson()) {
            sideBySide.align(lineup, section, couple -> write(couple, output));
            return Exit.DONE;
        }
        output.show(AlignPanels.head(lineup, section));
        List<SideBySide.Aligned> counted = new ArrayList<>();
        List<Panel> couples = new ArrayList<>();
        sideBySide.align(lineup, section, couple -> {
            counted.add(couple);
            couples.add(AlignPanels.couple(couple));
        });
        output.show(AlignPanels.counts(counted));
        if (!call.has("--counts")) {
            couples.forEach(output::show);
        }
        return Exit.DONE;
    }

    private static void write(SideBySide.Aligned couple, Output output) {
        for (Alignment.Matched section : couple.sections()) {
            for (Alignment.Row row : section.rows()) {
                told(couple, section, row).ifPresent(output::row);
            }
        }
    }

    /// What has moved is told once, where it stands now.
    private static Optional<DataRow> told(SideBySide.Aligned couple, Alignment.Matched section, Alignment.Row row) {
        return switch (row) {
            case Alignment.Row.Both(var it, var likeness) ->
                Optional.of(both(couple, section, it, DifferencePanels.id(it.kind()), likeness));
            case Alignment.Row.Moved(var it, var likeness) -> Optional.of(both(couple, section, it, "moved", likeness));
            case Alignment.Row.Away _ -> Optional.empty();
            case Alignment.Row.Gone(var before) ->
                Optional.of(row(couple, section, Places.side(before), null, "gone", 0, List.of()));
            case Alignment.Row.New(var after) ->
                Optional.of(row(couple, section, null, Places.side(after), "new", 0, List.of()));
        };
    }

    private static DataRow both(
            SideBySide.Aligned couple, Alignment.Matched section, Difference it, String change, double likeness) {
        return row(
                couple, section, Places.side(it.before()), Places.side(it.after()), change, likeness, Places.spans(it));
    }

    private static DataRow row(
            SideBySide.Aligned couple,
            Alignment.Matched section,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            String change,
            double likeness,
            List<Map<String, Object>> difference) {
        return DataRow.of("aligned")
                .with("before_report", couple.before().id())
                .with("after_report", couple.after().id())
                .with("heading", section.heading())
                .with("change", change)
                .with("likeness", Math.round(likeness * HUNDRED) / HUNDRED)
                .with("before", before)
                .with("after", after)
                .with("difference", difference);
    }
}
