package gewu.metrics.table;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.YearRange;
import gewu.kernel.store.SqliteStore;
import gewu.metrics.ReadFigures;
import gewu.testkit.ReportShelf;
import gewu.testkit.SampleReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTableTest {
    private static final String THREE_PUBLIC = "fin.exp.3public";

    @TempDir
    private Path folder;

    private SqliteStore store;
    private ReportShelf shelf;
    private FigureTable table;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
        table = new FigureTable(new ReadFigures(shelf));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void add(String org, int year, String text) {
        ReportFacts facts = new ReportFacts("自评报告", org, "", year, ReportKind.WHOLE_DEPARTMENT);
        shelf.put(SampleReport.of(org + year, 1, facts, text));
    }

    @Test
    void amountsInDifferentUnitsAreSetSideBySideInYuan() {
        add("青禾县水利局", 2021, "“三公”经费支出5.76万元。");
        add("云岭市公路局", 2021, "“三公”经费支出48000元。");

        FigureTable.Answer answer = answer("", 0);

        assertThat(answer.unit()).isEqualTo("元");
        assertThat(cell(answer, "青禾县水利局", 2021).amount()).isEqualByComparingTo("57600");
        assertThat(cell(answer, "青禾县水利局", 2021).rank()).isEqualTo(1);
        assertThat(cell(answer, "云岭市公路局", 2021).rank()).isEqualTo(2);
    }

    @Test
    void aYearTellsHowItDiffersFromTheOneBefore() {
        add("青禾县水利局", 2021, "“三公”经费支出5万元。");
        add("青禾县水利局", 2022, "“三公”经费支出4万元。");

        FigureCell cell = cell(answer("", 0), "青禾县水利局", 2022);

        assertThat(cell.change().orElseThrow()).isEqualByComparingTo("-10000");
        assertThat(cell.rate().orElseThrow()).isEqualByComparingTo("-0.2");
    }

    @Test
    void anotherNumberForLastYearInTheNextReportIsARestatement() {
        add("青禾县水利局", 2021, "“三公”经费支出5.2万元。");
        add("青禾县水利局", 2022, "“三公”经费支出4万元，比上年5.6万元减少1.6万元。");

        FigureCell cell = cell(answer("", 0), "青禾县水利局", 2021);

        assertThat(cell.amount()).isEqualByComparingTo("52000");
        assertThat(cell.restated().orElseThrow().amount()).isEqualByComparingTo("56000");
        assertThat(cell.restated().orElseThrow().year()).isEqualTo(2022);
    }

    @Test
    void aYearWithoutAReportIsTakenFromTheNextOne() {
        add("青禾县水利局", 2022, "“三公”经费支出4万元，比上年5.6万元减少1.6万元。");
        assertThat(cell(answer("", 0), "青禾县水利局", 2021).reported()).isEqualTo(2022);
    }

    @Test
    void whereStaffIsToldAmountsAreSharedOut() {
        add("青禾县水利局", 2021, "在职人数40人。“三公”经费支出5万元。");
        assertThat(cell(answer("", 0), "青禾县水利局", 2021).perHead().orElseThrow()).isEqualByComparingTo("1250");
    }

    @Test
    void oneThatIsFarFromAllOthersIsMarked() {
        for (int i = 1; i <= 9; i++) {
            add("第" + i + "县水利局", 2021, "“三公”经费支出" + (40 + i) + "万元。");
        }
        add("远山县水利局", 2021, "“三公”经费支出410万元。");
        FigureTable.Answer answer = answer("", 0);

        assertThat(cell(answer, "远山县水利局", 2021).isOutlier()).isTrue();
        assertThat(cell(answer, "第1县水利局", 2021).isOutlier()).isFalse();
    }

    @Test
    void onlyTheBasisThatIsAskedForIsTaken() {
        add("青禾县水利局", 2021, "2021年“三公”经费年初预算6万元，“三公”经费支出5万元。");
        FigureTable.Question budget =
                new FigureTable.Question(THREE_PUBLIC, Metric.Kind.LEVEL, "budget", "", new YearRange(0, 0), true);
        assertThat(cell(table.answer(budget), "青禾县水利局", 2021).amount()).isEqualByComparingTo("60000");
        assertThat(cell(answer("", 0), "青禾县水利局", 2021).amount()).isEqualByComparingTo("50000");
    }

    @Test
    void amountsAreShownInTheUnitThatMostOfThemFillAndExactly() {
        Amounts amounts = Amounts.of("元", List.of(new BigDecimal("57600"), new BigDecimal("1234567.89")));
        assertThat(amounts.unit()).isEqualTo("万元");
        assertThat(amounts.shown(new BigDecimal("1234567.89"))).isEqualTo("123.456789");
        assertThat(Amounts.of("ratio", List.of()).shown(new BigDecimal("0.9885")))
                .isEqualTo("98.85");
    }

    private FigureTable.Answer answer(String org, int year) {
        return table.answer(
                new FigureTable.Question(THREE_PUBLIC, Metric.Kind.LEVEL, "", org, new YearRange(year, year), true));
    }

    private static FigureCell cell(FigureTable.Answer answer, String org, int year) {
        FigureCell cell = answer.cells().getOrDefault(org, new TreeMap<>()).get(year);
        assertThat(cell).as(org + " " + year).isNotNull();
        return Objects.requireNonNull(cell);
    }
}
