package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.export.ExportTable;
import gewu.api.report.Report;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CheckFileTest {
    private static final String WRONG = "全年会议费支出8万元，比上年12.5万元减少4.35万元，下降36%。";

    @Test
    void aCheckIsARowWithTheFiguresItDrawsOn() {
        Report report = Sample.report("r1", 2021, WRONG);
        ExportTable table = CheckFile.of(List.of(new Audits.Audited(report, Sample.audit(report))).stream());

        List<Object> row = table.rows().iterator().next();

        assertThat(row).hasSameSizeAs(table.columns());
        assertThat(row)
                .contains("临江市信访局", 2021, "violated", "error", "difference", "4.5", "4.35", "8万元")
                .contains("会议费支出 8万元与上期的12.5万元相差 4.5万元，报告写的是4.35万元：不符。");
        assertThat((String) row.getLast()).matches("r1/m\\d+ 7-10 8万元; r1/m\\d+ 14-20 12.5万元; r1/m\\d+ 22-28 4.35万元");
    }

    @Test
    void reportsAreAuditedWhileTheyAreWritten() {
        List<Integer> audited = new ArrayList<>();
        Iterator<List<Object>> rows = CheckFile.of(IntStream.range(0, 1000).mapToObj(i -> {
                    audited.add(i);
                    Report report = Sample.report("r" + i, 2021, WRONG);
                    return new Audits.Audited(report, Sample.audit(report));
                }))
                .rows()
                .iterator();

        rows.next();

        assertThat(audited).as("reports looked at for the first row").hasSize(1);
    }
}
