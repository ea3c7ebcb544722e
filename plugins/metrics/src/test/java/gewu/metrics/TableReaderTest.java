package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Page;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import gewu.testkit.SampleReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableReaderTest {
    private static final ReportFacts FACTS =
            new ReportFacts("2021年度自评报告", "临江市信访局", "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
    private final GeneralExtractor extractor = new GeneralExtractor(Packs.own());

    private List<String> read(Report report) {
        return extractor.extract(report).stream()
                .map(it -> String.join(
                        " ",
                        it.passage().text(),
                        it.canonical(),
                        it.kind().id() + it.direction().id(),
                        it.period(),
                        it.known().map(value -> value.toPlainString()).orElse("?")))
                .toList();
    }

    private List<String> read(String text) {
        return read(SampleReport.of("r", 1, FACTS, text));
    }

    @Test
    void aCellIsReadByItsRowAndColumn() {
        assertThat(read("项目\t预算数（万元）\t决算数（万元）\t执行率\n基本支出\t63.2\t63\t99.7%"))
                .containsExactly(
                        "63.2 fin.exp.basic level 2021 632000",
                        "63 fin.exp.basic level 2021 630000",
                        "99.7% fin.rate.exec level 2021 0.997");
    }

    @Test
    void aSerialNumberIsNoFigure() {
        assertThat(read("| 序号 | 渠道 | 件数 |\n|---|---|---|\n| 1 | 来信 | 203 |\n| 2 | 来访 | 452 |"))
                .containsExactly("203 pet.letter.case level 2021 203", "452 pet.visit.case level 2021 452");
    }

    @Test
    void aTableWithoutAUnitOfMoneyHasNoAmountsOfMoney() {
        assertThat(read("项目\t决算数\n基本支出\t63.2\n项目支出\t21.4"))
                .containsExactly("63.2 fin.exp.basic level 2021 ?", "21.4 fin.exp.project level 2021 ?");
    }

    @Test
    void cellsThatBecameLinesAreLaidOutAgain() {
        assertThat(read("指标名称\n目标值\n完成值\n得分\n及时受理率\n≥98%\n99.5%\n10\n群众满意度\n≥90%\n96%\n9.5"))
                .containsExactly(
                        "98% rate.accept.timely target 2021 0.98",
                        "99.5% rate.accept.timely level 2021 0.995",
                        "10 score.self score 2021 10",
                        "90% rate.satisfy target 2021 0.9",
                        "96% rate.satisfy level 2021 0.96",
                        "9.5 score.self score 2021 9.5");
    }

    @Test
    void aRowWithAMissingCellIsLeftOut() {
        assertThat(read("指标名称\n目标值\n完成值\n及时受理率\n99.5%\n群众满意度\n≥90%\n96%"))
                .contains("90% rate.satisfy target 2021 0.9", "96% rate.satisfy level 2021 0.96")
                .noneMatch(it -> it.contains("target") && it.startsWith("99.5%"));
    }

    @Test
    void theCellsOfAnImporterAreReadAsTheyStand() {
        String text = "三公经费（单位：万元）\n项目\t上年决算数\t本年决算数\n公务接待费\t1.5\t0.98\n";
        List<Table.Cell> cells = new ArrayList<>();
        int at = text.indexOf("项目");
        for (int row = 1; row <= 2; row++) {
            for (int column = 1; column <= 3; column++) {
                int end = at;
                while (text.charAt(end) != '\t' && text.charAt(end) != '\n') {
                    end++;
                }
                cells.add(new Table.Cell(row, column, 1, 1, row == 1, at, end));
                at = end + 1;
            }
        }
        Table table = new Table(1, text.indexOf("项目"), text.length(), 2, 3, cells);
        Report plain = SampleReport.of("r", 1, FACTS, text);
        SourceText source = new SourceText(
                text, List.of(new Page(1, 0, text.length())), SourceText.Lines.WHOLE, List.of(table), List.of());
        Report report = new Report("r", 1, FACTS, source, plain.paragraphs(), plain.sections());

        assertThat(read(report))
                .containsExactly(
                        "1.5 fin.exp.3public.reception level 2020 15000",
                        "0.98 fin.exp.3public.reception level 2021 9800");
    }
}
