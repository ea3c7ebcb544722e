package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginFault;
import gewu.api.report.Report;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What plugins have to say beside the paragraphs of an open report, such as notes that people wrote: the links of the
/// views whose manifest says `margin`. Safe for all threads.
final class Margins {
    private static final Logger LOG = LoggerFactory.getLogger(Margins.class);

    private final Extensions extensions;

    Margins(Extensions extensions) {
        this.extensions = extensions;
    }

    /// By the number of the paragraph; in the order in which the views tell it.
    Map<Integer, List<Label>> of(Report report) {
        Map<Integer, List<Label>> all = new HashMap<>();
        for (Extension<View> view : extensions.of(View.class)) {
            if (view.attribute("margin").orElse("").equals("true")) {
                try {
                    add(view.instance().show(Map.of("report", report.id())), report, all);
                } catch (PluginFault fault) {
                    LOG.warn("The remarks of {} beside {} are missing.", view.id(), report.id(), fault);
                    report.paragraphs().stream()
                            .findFirst()
                            .ifPresent(it -> all.computeIfAbsent(it.number(), _ -> new ArrayList<>())
                                    .add(missing(view)));
                }
            }
        }
        return all;
    }

    /// The report is read all the same; that something is missing stands at its beginning.
    private static Label missing(Extension<View> view) {
        return new Label(
                "“" + view.title().zh() + "”出错，这里少了它的内容；原因见插件页。",
                "“" + view.title().en()
                        + "” failed, and what it has to say is missing here; the page of plugins tells why.");
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
