package gewu.metrics.audit;

import gewu.api.metric.Check;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.metrics.GeneralExtractor;
import gewu.metrics.Pack;
import gewu.metrics.Packs;
import gewu.testkit.SampleReport;
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
