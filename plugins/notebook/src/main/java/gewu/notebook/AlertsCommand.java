package gewu.notebook;

import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

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
        Consumer<Consumer<Alert>> news = switch (words.action()) {
            case "list" -> to -> alerts.tell(output.progress(), to);
            case "peek" -> alerts::pending;
            case "history" -> alerts::told;
            default -> throw words.unknown(List.of("list", "peek", "history"));
        };
        if (ExtractFile.write(call, output, to -> news.accept(it -> to.accept(extract(it))))) {
            return Exit.DONE;
        }
        if (output.isJson()) {
            news.accept(it -> output.row(row(it)));
        } else {
            AlertPanels panels = new AlertPanels(reports, call.number("--limit", FOR_PEOPLE));
            news.accept(panels);
            output.show(panels.panel());
        }
        return Exit.DONE;
    }

    private static DataRow row(Alert alert) {
        DataRow row = DataRow.of("alert")
                .with("search", alert.search())
                .with("found_at", alert.foundAt().toString());
        return Extract.row(row, alert.kept());
    }

    private static Extract extract(Alert alert) {
        return Extract.of(alert.id(), "提醒", alert.search(), alert.kept(), "", KeptPanels.day(alert.foundAt()));
    }
}
