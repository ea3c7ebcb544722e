package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.Section;
import gewu.api.workbench.DataRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says where something stands, for people and for programs.
final class Places {
    private Places() {}

    /// A report in a few words: `临江市信访局 2021`, or its title where it names nobody.
    static String name(ReportFacts facts) {
        String who = facts.org().isEmpty() ? facts.title() : facts.org();
        return facts.year() == 0 ? who : who + " " + facts.year();
    }

    /// `三、存在问题 › （一）… · 第 3 页第 12 段`.
    static Label place(Report report, Paragraph paragraph) {
        String path = report.path(paragraph).stream().map(Section::heading).collect(Collectors.joining(" › "));
        String before = path.isEmpty() ? "" : path + " · ";
        return new Label(
                before + "第 " + paragraph.page() + " 页第 " + paragraph.number() + " 段",
                before + "page " + paragraph.page() + ", paragraph " + paragraph.number());
    }

    /// A paragraph as one value of a row.
    static Map<String, Object> side(Wording wording) {
        Report report = wording.report();
        Paragraph paragraph = wording.paragraph();
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("report", report.id());
        side.put("org", report.facts().org());
        side.put("year", report.facts().year());
        side.put(
                "section", report.path(paragraph).stream().map(Section::heading).toList());
        side.put("page", paragraph.page());
        side.put("paragraph", paragraph.number());
        side.put("start", paragraph.start());
        side.put("end", paragraph.end());
        side.put("text", wording.text());
        return side;
    }

    /// The row of a report's facts: report, title, org, region, year.
    static DataRow facts(DataRow row, SheetTable.Head head) {
        return row.with("report", head.report())
                .with("title", head.facts().title())
                .with("org", head.facts().org())
                .with("region", head.facts().region())
                .with("year", head.facts().year());
    }

    /// The words of a difference as values of a row: kind, both places, both texts.
    static List<Map<String, Object>> spans(Difference difference) {
        return difference.parts().stream()
                .filter(it -> it.kind() != Difference.Kind.SAME)
                .map(it -> span(difference, it))
                .toList();
    }

    private static Map<String, Object> span(Difference difference, Difference.Part part) {
        var before = difference.before().passage(part.fromBefore(), part.toBefore());
        var after = difference.after().passage(part.fromAfter(), part.toAfter());
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("kind", DifferencePanels.id(part.kind()));
        span.put("before", List.of(before.start(), before.end()));
        span.put("after", List.of(after.start(), after.end()));
        span.put("before_text", before.text());
        span.put("after_text", after.text());
        return span;
    }
}
