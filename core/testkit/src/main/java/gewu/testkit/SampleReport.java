package gewu.testkit;

import gewu.api.intake.Outline;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.testkit.ReportGenerator.Generated;

/// Reports for tests that need no workspace, cut by [PlainSectioner].
public final class SampleReport {
    private SampleReport() {}

    /// A report with this text.
    public static Report of(String id, String text) {
        return of(id, 1, new ReportFacts("自评报告 " + id, "", "", 0, ReportKind.OTHER), text);
    }

    /// A generated report, its organisation and year taken from its name.
    public static Report of(String id, Generated generated) {
        String[] words = generated.name().split("-");
        String org = words[0];
        int year = Integer.parseInt(words[1]);
        return of(
                id,
                1,
                new ReportFacts(
                        year + "年度" + org + "自评报告", org, org.substring(0, 3), year, ReportKind.WHOLE_DEPARTMENT),
                generated.text());
    }

    /// A report with everything said.
    public static Report of(String id, int version, ReportFacts facts, String text) {
        SourceText source = SourceText.onePage(text);
        Outline outline = new PlainSectioner().cut(source);
        return new Report(id, version, facts, source, outline.paragraphs(), outline.sections());
    }
}
