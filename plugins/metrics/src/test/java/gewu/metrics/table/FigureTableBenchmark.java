package gewu.metrics.table;

import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.YearRange;
import gewu.kernel.report.Finding;
import gewu.kernel.report.MetricTable;
import gewu.kernel.report.Origin;
import gewu.kernel.report.ReportTable;
import gewu.metrics.GeneralExtractor;
import gewu.metrics.Packs;
import gewu.metrics.SmallHouse;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One indicator over all organisations and five years, beside the bare question to the store, at the size of a
/// province: `-Dgewu.reports=20000` is the size to quote; the short form only shows that it runs.
@Tag("bench")
class FigureTableBenchmark {
    private static final int REPORTS =
            Integer.getInteger("gewu.reports", Boolean.getBoolean("gewu.long") ? 1_000 : 300);
    private static final int YEARS = 5;
    private static final int AT_ONCE = 500;
    private static final int TURNS = 15;
    private static final String ASKED =
            "基本支出%d.34万元，比上年%d.1万元增加；“三公”经费支出%d.76万元，其中公务接待费0.42万元，公务用车运行维护费5.34万元。在职人数%d人，群众满意率98.%d%%。";
    private static final int TOLD = 2;
    private static final String OTHER = "%s年初预算%d.2万元，支出%d.15万元，完成预算的9%d.5%%，比上年增加%d.3万元。";
    private static final List<String> OTHERS = List.of(
            "会议费", "培训费", "办公费", "印刷费", "水费", "电费", "邮电费", "差旅费", "维修费", "租赁费", "劳务费", "委托业务费", "工会经费", "福利费", "物业管理费",
            "取暖费", "咨询费", "手续费", "专用材料费", "其他交通费用", "税金及附加费用", "被装购置费", "专用燃料费", "因公出国费");

    @TempDir
    private Path folder;

    @Test
    void oneIndicatorOverAllOrganisationsAndFiveYears() {
        try (SmallHouse house = SmallHouse.in(folder)) {
            long figures = fill(house);
            System.out.printf("%d reports, %d figures%n", REPORTS, figures);
            FigureTable table = new FigureTable(house.metrics);
            for (String indicator : List.of("fin.exp.3public", "fin.exp.basic", "org.staff.onpost")) {
                FigureTable.Question question = new FigureTable.Question(
                        indicator, Metric.Kind.LEVEL, "", "", new YearRange(2018, 2018 + YEARS - 1), false);
                double[] ours = new double[TURNS];
                double[] bare = new double[TURNS];
                int cells = 0;
                for (int i = 0; i < TURNS; i++) {
                    long begun = System.nanoTime();
                    cells = table.answer(question).cells().values().stream()
                            .mapToInt(it -> it.size())
                            .sum();
                    ours[i] = (System.nanoTime() - begun) / 1e6;
                    long again = System.nanoTime();
                    house.store.query(
                            "SELECT m.report AS report, m.period AS period, m.amount AS amount FROM metric m"
                                    + " JOIN report r ON r.id = m.report AND r.version = m.version WHERE m.canonical = ?",
                            row -> row.text("report") + row.text("period") + row.text("amount"),
                            indicator);
                    bare[i] = (System.nanoTime() - again) / 1e6;
                }
                Arrays.sort(ours);
                Arrays.sort(bare);
                System.out.printf(
                        "%-18s %d cells: p50 %.0f ms, worst %.0f ms; the bare question p50 %.0f ms: %.1f of it%n",
                        indicator,
                        cells,
                        ours[TURNS / 2],
                        ours[TURNS - 1],
                        bare[TURNS / 2],
                        ours[TURNS / 2] / bare[TURNS / 2]);
            }
        }
    }

    private static long fill(SmallHouse house) {
        GeneralExtractor extractor = new GeneralExtractor(Packs.own());
        ReportTable reports = new ReportTable(house.store);
        MetricTable metrics = new MetricTable(house.store);
        long figures = 0;
        for (int first = 0; first < REPORTS; first += AT_ONCE) {
            int from = first;
            figures += house.store.inTransaction(() -> {
                long kept = 0;
                for (int i = from; i < Math.min(REPORTS, from + AT_ONCE); i++) {
                    kept += bringIn(i, extractor, reports, metrics);
                }
                return kept;
            });
        }
        return figures;
    }

    private static int bringIn(int number, GeneralExtractor extractor, ReportTable reports, MetricTable metrics) {
        int year = 2018 + number % YEARS;
        ReportFacts facts =
                new ReportFacts("自评报告", "第" + number / YEARS + "县水利局", "", year, ReportKind.WHOLE_DEPARTMENT);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < TOLD; i++) {
            text.append(ASKED.formatted(
                            300 + number % 500, 290 + number % 500, 1 + number % 40, 20 + number % 90, number % 10))
                    .append('\n');
        }
        for (int i = 0; i < OTHERS.size(); i++) {
            int base = 1 + (number + i) % 70;
            text.append(OTHER.formatted(OTHERS.get(i), base, base, number % 10, 1 + i))
                    .append('\n');
        }
        String id = "r" + number;
        Report report = SampleReport.of(id, 1, facts, text.toString());
        Origin origin = new Origin(
                id, "/" + id, id, report.text().length(), "text/plain", SmallHouse.CLOCK.instant(), "text", "1.0.0");
        reports.keep(report, facts, origin, List.of());
        List<Metric> read = extractor.extract(report);
        metrics.keep(id, 1, new Finding.Owner("metrics", "1.0.0", "prose"), read);
        return read.size();
    }
}
