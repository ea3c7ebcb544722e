package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `gewu alerts`: new hits of saved searches, each told once; `gewu alerts history` tells them again.
final class AlertsCommand implements Command {
    private static final int FOR_PEOPLE = 20;

    private final AlertBook alerts;
    private final Reports reports;

    AlertsCommand(Store store, Reports reports, ReportSearch search, Clock clock) {
        this.alerts = new AlertBook(store, reports, search, clock);
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Words words = Words.of(call);
        List<Alert> news = switch (words.action()) {
            case "list" -> alerts.tell(output.progress());
            case "peek" -> alerts.pending();
            case "history" -> alerts.told();
            default -> throw words.unknown(List.of("list", "peek", "history"));
        };
        if (ExtractFile.write(call, output, to -> news.forEach(it -> to.accept(extract(it))))) {
            return Exit.DONE;
        }
        news.forEach(it -> output.row(Extract.row(
                DataRow.of("alert")
                        .with("search", it.search())
                        .with("found_at", it.foundAt().toString()),
                it.kept())));
        if (!output.isJson()) {
            output.show(panel(news, reports, call.number("--limit", FOR_PEOPLE)));
        }
        return Exit.DONE;
    }

    private static Extract extract(Alert alert) {
        return Extract.of(alert.id(), "提醒", alert.search(), alert.kept(), "", KeptPanels.day(alert.foundAt()));
    }

    /// Alerts by saved search, at most so many of each.
    static Panel panel(List<Alert> news, Reports reports, int limit) {
        if (news.isEmpty()) {
            return KeptPanels.text("没有新的命中。", "No new hits.");
        }
        Map<String, List<Kept>> bySearch = new LinkedHashMap<>();
        news.forEach(it ->
                bySearch.computeIfAbsent(it.search(), _ -> new ArrayList<>()).add(it.kept()));
        KeptPanels paragraphs = new KeptPanels(new PlaceFinder(reports));
        List<Panel> panels = new ArrayList<>();
        bySearch.forEach((search, kept) -> {
            panels.add(KeptPanels.text(
                    "“" + search + "”：新命中 " + kept.size() + " 段", "“" + search + "”: new paragraphs: " + kept.size()));
            panels.addAll(paragraphs.paragraphs(kept, limit));
            KeptPanels.more(
                            kept.size(),
                            limit,
                            new Label("gewu alerts history --limit N", "gewu alerts history --limit N"))
                    .ifPresent(panels::add);
        });
        return new Panel.Stack(panels);
    }
}
