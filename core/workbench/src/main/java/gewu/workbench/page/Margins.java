package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.report.Report;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What plugins have to say beside the paragraphs of an open report, such as notes that people wrote: the links of the
/// views whose manifest says `margin`. Safe for all threads.
final class Margins {
    private final Extensions extensions;

    Margins(Extensions extensions) {
        this.extensions = extensions;
    }

    /// By the number of the paragraph; in the order in which the views tell it.
    Map<Integer, List<Label>> of(Report report) {
        Map<Integer, List<Label>> all = new HashMap<>();
        for (Extension<View> view : extensions.of(View.class)) {
            if (view.attribute("margin").orElse("").equals("true")) {
                add(view.instance().show(Map.of("report", report.id())), report, all);
            }
        }
        return all;
    }

    private static void add(Panel panel, Report report, Map<Integer, List<Label>> all) {
        if (panel instanceof Panel.Stack(var panels)) {
            panels.forEach(it -> add(it, report, all));
        } else if (panel instanceof Panel.Links links) {
            for (Panel.Link link : links.links()) {
                if (link.to() instanceof Panel.Place place && place.report().equals(report.id())) {
                    int paragraph = ReadingDesk.paragraphAt(report, String.valueOf(place.offset()));
                    all.computeIfAbsent(paragraph, _ -> new ArrayList<>()).add(link.words());
                }
            }
        }
    }
}
