package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Shows alerts by saved search, at most so many of each; the others are only counted.
final class AlertPanels implements Consumer<Alert> {
    private final Reports reports;
    private final int limit;
    private final Map<String, OfSearch> searches = new LinkedHashMap<>();

    AlertPanels(Reports reports, int limit) {
        this.reports = reports;
        this.limit = limit;
    }

    private static final class OfSearch {
        private final List<Kept> first = new ArrayList<>();
        private int all;
    }

    @Override
    public void accept(Alert alert) {
        OfSearch its = searches.computeIfAbsent(alert.search(), _ -> new OfSearch());
        its.all++;
        if (its.first.size() < limit) {
            its.first.add(alert.kept());
        }
    }

    /// What came, or that nothing did.
    Panel panel() {
        if (searches.isEmpty()) {
            return KeptPanels.text("没有新的命中。", "No new hits.");
        }
        KeptPanels paragraphs = new KeptPanels(new PlaceFinder(reports));
        List<Panel> panels = new ArrayList<>();
        searches.forEach((search, its) -> {
            panels.add(KeptPanels.text(
                    "“" + search + "”：新命中 " + its.all + " 段", "“" + search + "”: new paragraphs: " + its.all));
            panels.addAll(paragraphs.paragraphs(its.first, limit));
            KeptPanels.more(its.all, limit, Label.same("gewu alerts history --limit N"))
                    .ifPresent(panels::add);
        });
        return new Panel.Stack(panels);
    }
}
