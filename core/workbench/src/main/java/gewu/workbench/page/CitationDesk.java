package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Citation;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Reports;
import java.util.stream.Stream;

/// Cites a passage in every style. Safe for all threads.
final class CitationDesk {
    private final Reports reports;

    CitationDesk(Reports reports) {
        this.reports = reports;
    }

    /// @param ask its `paragraph` is cited as a whole, or its sentences from `start` to `end`
    /// @throws WorkbenchException if the report has no such place
    CitationPage cite(Report report, Ask ask) {
        int number = ask.number("paragraph", Integer.MAX_VALUE);
        int last = report.paragraphs().size();
        if (number < 1 || number > last) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    new Label("这份报告没有第 " + number + " 段。", "The report has no paragraph " + number + ".")
                            .in(ask.language()),
                    new Label("它有 " + last + " 段。", "It has " + last + ".").in(ask.language()));
        }
        Paragraph paragraph = report.paragraphs().get(number - 1);
        int start = Math.max(ask.number("start", Integer.MAX_VALUE), paragraph.start());
        int end = Math.min(ask.number("end", Integer.MAX_VALUE), paragraph.end());
        boolean isPart = start < end;
        Citation citation = Citation.of(
                report, reports.facts(report.id()), isPart ? start : paragraph.start(), isPart ? end : paragraph.end());
        boolean isWhole = citation.anchor().isWhole();
        return new CitationPage(
                Link.report(report.id(), number, ""),
                report.facts().title().isBlank() ? report.id() : report.facts().title(),
                Stream.of(Citation.Style.values())
                        .map(style -> new CitationPage.Written(name(style).in(ask.language()), citation.written(style)))
                        .toList(),
                Link.passage(citation.anchor()),
                citation.anchor().toString(),
                isWhole ? "" : Link.citations(report.id(), number, 0, 0),
                citation.isYearEstimated()
                        ? new Label(
                                        "报告未写明日期，方括号内的出版年是推定的（报告年度的次年）。",
                                        "The report is not dated; the year in brackets is an estimate"
                                                + " (the one behind the year reported on).")
                                .in(ask.language())
                        : "");
    }

    private static Label name(Citation.Style style) {
        return switch (style) {
            case PLAIN -> new Label("一行", "One line");
            case GBT7714 -> Label.same("GB/T 7714—2015");
            case MARKDOWN -> Label.same("Markdown");
        };
    }
}
