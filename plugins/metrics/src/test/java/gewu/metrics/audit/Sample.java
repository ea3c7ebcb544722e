package gewu.metrics.audit;

import gewu.api.metric.Check;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.metrics.GeneralExtractor;
import gewu.metrics.Pack;
import gewu.metrics.Packs;
import gewu.testkit.SampleReport;
import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Small reports of one bureau, and their checks.
final class Sample {
    private static final GeneralExtractor EXTRACTOR = new GeneralExtractor(Packs.own());
    private static final Audit AUDIT = new Audit(Pack.own());

    private Sample() {}

    static Report report(String id, int year, String text) {
        ReportFacts facts = new ReportFacts(year + "年度自评报告", "临江市信访局", "临江市", year, ReportKind.WHOLE_DEPARTMENT);
        return SampleReport.of(id, 1, facts, text);
    }

    /// A house with this room and the reading of texts.
    static TemporaryWorkbench workbench(Path folder) throws ClassNotFoundException {
        return TemporaryWorkbench.in(folder)
                .plugin(Audit.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter();
    }

    static void bringIn(TemporaryWorkbench bench, int year, String words) throws IOException {
        bench.bringIn("临江" + year + ".txt", year + "年度临江市信访局部门整体支出绩效自评报告\n\n一、支出情况\n\n" + words + "\n");
    }

    static List<Check> audit(String text) {
        return audit(report("r", 2021, text));
    }

    static List<Check> audit(Report report) {
        return AUDIT.of(report, EXTRACTOR.extract(report));
    }

    static List<Check> between(Report now, Report before) {
        return AUDIT.between(now, EXTRACTOR.extract(now), before, EXTRACTOR.extract(before));
    }
}
