package gewu.notebook;

import gewu.api.Nearest;
import gewu.api.report.Anchor;
import gewu.api.report.CleanText;
import gewu.api.report.Paragraph;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.Whereabouts;
import gewu.api.workbench.CommandCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The passage that a call is about: named by an anchor, or by a report, a paragraph's number and words
/// in it.
///
/// @param where where the anchor's place stands now; [Whereabouts.Same] for what was named by its number
record Spot(Report report, Paragraph paragraph, Passage passage, Anchor anchor, Whereabouts where) {
    /// @param target an anchor, or what names a report
    /// @throws gewu.api.WorkbenchException if it leads nowhere; it says why
    static Spot of(String target, CommandCall call, Reports reports) {
        Optional<Anchor> anchor = Anchor.read(target);
        if (anchor.isPresent()) {
            return at(anchor.get(), reports);
        }
        if (target.contains("~")) {
            throw Fault.usage(
                    "“" + target + "” is no anchor.",
                    "Copy it whole, such as 4517257875~a1b2c3d4.1:10-20~135.Xq3yD0PzK1c; gewu cite writes it.");
        }
        String id = reports.named(target).id();
        Report report = reports.find(id)
                .orElseThrow(() -> Fault.usage(
                        "The report " + id + " was removed a moment ago.", "List what is there with gewu reports."));
        Paragraph paragraph = paragraph(report, call);
        Passage passage = call.option("--words")
                .map(words -> passage(report, paragraph, words))
                .orElseGet(() -> report.passage(paragraph.start(), paragraph.end()));
        return new Spot(
                report,
                paragraph,
                passage,
                Anchor.of(report, passage.start(), passage.end()),
                new Whereabouts.Same(paragraph, passage));
    }

    /// The headings above a paragraph, numbering included, in one line.
    static String path(Report report, Paragraph paragraph) {
        return report.path(paragraph).stream()
                .map(it -> it.label() + it.heading())
                .collect(Collectors.joining(" › "));
    }

    private static Spot at(Anchor anchor, Reports reports) {
        Located located = new PlaceFinder(reports).find(anchor);
        if (located.report().isEmpty()) {
            List<String> known = reports.list(ReportFilter.ALL).stream()
                    .map(ReportSummary::id)
                    .toList();
            throw Fault.usage(
                    "The workspace has no report " + anchor.report() + ", which the anchor is about.",
                    known.isEmpty() ? "Bring it in with gewu import PATH." : Nearest.hint(anchor.report(), known));
        }
        if (located.passage().isEmpty()) {
            throw Fault.usage(
                    "The paragraph of " + anchor + " is gone from the report, and none is nearly the same.",
                    "gewu versions diff " + anchor.report() + " shows what changed, gewu search finds words of it.");
        }
        return new Spot(
                located.report().orElseThrow(),
                located.paragraph().orElseThrow(),
                located.passage().orElseThrow(),
                anchor,
                located.where());
    }

    private static Paragraph paragraph(Report report, CommandCall call) {
        int number = call.number("--paragraph", 0);
        int last = report.paragraphs().size();
        if (number < 1 || number > last) {
            throw Fault.usage(
                    call.has("--paragraph")
                            ? "The report " + report.id() + " has no paragraph " + number + "; it has " + last + "."
                            : "Which paragraph of " + report.id() + " is meant?",
                    "Add --paragraph N, from 1 to " + last + "; gewu search shows the number of each hit.");
        }
        return report.paragraphs().get(number - 1);
    }

    /// The first place of the paragraph where the words stand, however their lines are broken and
    /// however wide they are.
    private static Passage passage(Report report, Paragraph paragraph, String words) {
        CleanText clean = report.clean(paragraph);
        String wanted = CleanText.of(words.strip()).text();
        int at = wanted.isEmpty() ? -1 : clean.text().indexOf(wanted);
        if (at < 0) {
            throw Fault.usage(
                    "The paragraph " + paragraph.number() + " of " + report.id() + " has no words “" + words + "”.",
                    "Copy them from the paragraph: gewu open " + report.id() + " --paragraph " + paragraph.number()
                            + " shows it.");
        }
        return report.passage(clean.sourceStart(at), clean.sourceEnd(at + wanted.length()));
    }
}
