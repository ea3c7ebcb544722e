package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Anchor;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.Whereabouts;
import java.util.Optional;

/// An anchor's place in the workspace as it is now.
///
/// @param report empty where the workspace has no such report
record Located(Anchor anchor, Optional<Report> report, Whereabouts where) {
    /// Where it stands; empty where it is gone.
    Optional<Passage> passage() {
        return switch (where) {
            case Whereabouts.Same same -> Optional.of(same.passage());
            case Whereabouts.Moved moved -> Optional.of(moved.passage());
            case Whereabouts.Changed changed -> Optional.of(changed.passage());
            case Whereabouts.Gone _ -> Optional.empty();
        };
    }

    /// The paragraph in which it begins; empty where it is gone.
    Optional<Paragraph> paragraph() {
        return switch (where) {
            case Whereabouts.Same same -> Optional.of(same.paragraph());
            case Whereabouts.Moved moved -> Optional.of(moved.paragraph());
            case Whereabouts.Changed changed -> Optional.of(changed.paragraph());
            case Whereabouts.Gone _ -> Optional.empty();
        };
    }

    /// The place narrowed to the words quoted, where a changed paragraph still has them.
    Optional<Passage> passage(String quote) {
        Optional<Passage> whole = passage();
        if (quote.isEmpty() || !(where instanceof Whereabouts.Changed)) {
            return whole;
        }
        return whole.map(it -> {
            int at = it.text().indexOf(quote);
            return at < 0 ? it : report.orElseThrow().passage(it.start() + at, it.start() + at + quote.length());
        });
    }

    /// The name used in JSON: `same`, `moved`, `changed`, `gone`, `no_report`.
    String state() {
        return switch (where) {
            case Whereabouts.Same _ -> "same";
            case Whereabouts.Moved _ -> "moved";
            case Whereabouts.Changed _ -> "changed";
            case Whereabouts.Gone _ -> report.isPresent() ? "gone" : "no_report";
        };
    }

    Label shown() {
        return switch (where) {
            case Whereabouts.Same _ -> new Label("原处", "as it was");
            case Whereabouts.Moved _ -> new Label("已移位", "moved");
            case Whereabouts.Changed changed ->
                new Label(
                        "已改动（约 " + changed.percent() + "% 相同）", "changed (about " + changed.percent() + "% the same)");
            case Whereabouts.Gone _ ->
                report.isPresent()
                        ? new Label("报告里已没有这一段", "gone from the report")
                        : new Label("工作区里已没有这份报告", "its report is gone");
        };
    }
}
