package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.report.Fact;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.ReportTable;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String LETTER = """
            衡阳市财政局文件
            衡财绩〔2023〕5号

            衡阳市财政局2022年度部门整体支出绩效自评报告

            一、部门概况
            根据上级要求（湘财绩〔2020〕7号）开展自评。2022年支出300万元。
            二、存在的问题
            预算编制不够细。

            衡阳市财政局
            二〇二三年三月二十日
            """;

    @TempDir
    private Path folder;

    private Workspace workspace;
    private SqliteStore store;
    private StoredReports reports;
    private final Contributions plugins = Contributions.ofTheHouse();

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
        reports = new StoredReports(store);
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @Test
    void tellsOfManyReportsInOneQuestionAndPassesOverWhatIsNone() throws IOException {
        String id = bringIn("来文.txt", LETTER);

        assertThat(reports.known(Set.of(id, "0000000000")))
                .singleElement()
                .extracting(it -> it.facts().name().zh())
                .isEqualTo("衡阳市财政局 2022 部门整体支出");
    }

    @Test
    void showsWhichPassageEachFactWasReadFrom() throws IOException {
        String id = bringIn("来文.txt", LETTER);

        assertThat(value(id, Fact.Field.ORG)).contains("衡阳市财政局");
        assertThat(value(id, Fact.Field.YEAR)).contains("2022");
        assertThat(value(id, Fact.Field.NUMBER)).contains("衡财绩〔2023〕5号");
        assertThat(value(id, Fact.Field.DATE)).contains("2023-03-20");
        assertThat(value(id, Fact.Field.PROVINCE)).contains("湖南省");
        assertThat(value(id, Fact.Field.CITY)).contains("衡阳市");
        assertThat(words(id, Fact.Field.YEAR)).contains("2022年度");
        assertThat(words(id, Fact.Field.DATE)).contains("二〇二三年三月二十日");
        Report report = reports.find(id).orElseThrow();
        assertThat(reports.facts(id))
                .flatExtracting(it -> it.passage().stream().toList())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(report.text().substring(it.start(), it.end()))
                        .isEqualTo(it.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "青财绩[2022]5号, 青财绩〔2022〕5号",
        "青财绩【2022】5号, 青财绩〔2022〕5号",
        "青财绩（2022）第5号, 青财绩〔2022〕5号",
        "青财绩〔２０２２〕５号, 青财绩〔2022〕5号"
    })
    void readsADocumentNumberInBracketsOfAllForms(String written, String number) throws IOException {
        assertThat(value(bringIn("a.txt", LETTER.replace("衡财绩〔2023〕5号", written)), Fact.Field.NUMBER))
                .contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2024 年 2 月 9 日, 2024-02-09",
        "2024-02-09, 2024-02-09",
        "2024.2.9, 2024-02-09",
        "二〇二四年十一月三十日, 2024-11-30",
        "2024年2月, 2024-02"
    })
    void readsASealsDateInAllForms(String written, String date) throws IOException {
        assertThat(value(bringIn("a.txt", LETTER.replace("二〇二三年三月二十日", written)), Fact.Field.DATE))
                .contains(date);
    }

    @Test
    void takesNoNumberOfAnotherDocumentAndNoDayThatIsNotThere() throws IOException {
        String id = bringIn("a.txt", LETTER.replace("衡财绩〔2023〕5号\n", "").replace("二〇二三年三月二十日", "2023年2月30日"));

        assertThat(value(id, Fact.Field.NUMBER)).isEmpty();
        assertThat(value(id, Fact.Field.DATE)).isEmpty();
    }

    @Test
    void saysThatAFactStandsOnlyInTheFileName() throws IOException {
        String id = bringIn("03_云溪县统计局2021年自评报告.txt", "工作平稳，运转正常。\n");

        assertThat(reports.facts(id))
                .filteredOn(it -> it.field() == Fact.Field.ORG || it.field() == Fact.Field.YEAR)
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.origin()).isEqualTo(Fact.Origin.FILE_NAME);
                    assertThat(it.passage()).isEmpty();
                });
    }

    @Test
    void putsAPersonsWordOverTheTextInTheNextVersionToo() throws IOException {
        String id = bringIn("a.txt", LETTER);
        ReportTable table = new ReportTable(store);
        store.inTransaction(() -> {
            table.say(id, "region", "广东省广州市", NOON.instant());
            table.showAnew(id);
        });

        assertThat(bringIn("a.txt", LETTER.replace("300万元", "301万元"))).isEqualTo(id);

        assertThat(reports.find(id).orElseThrow().version()).isEqualTo(2);
        assertThat(value(id, Fact.Field.REGION)).contains("广东省广州市");
        assertThat(value(id, Fact.Field.PROVINCE)).contains("广东省");
        assertThat(value(id, Fact.Field.CITY)).contains("广州市");
    }

    private Optional<String> value(String id, Fact.Field field) {
        return fact(id, field).map(Fact::value);
    }

    private Optional<String> words(String id, Fact.Field field) {
        return fact(id, field).flatMap(Fact::passage).map(Passage::text);
    }

    private Optional<Fact> fact(String id, Fact.Field field) {
        return reports.facts(id).stream().filter(it -> it.field() == field).findFirst();
    }

    private String bringIn(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        FileIntake intake =
                new FileIntake(workspace, store, plugins, new HouseReader(plugins), _ -> "1.0.0", () -> {}, NOON);
        Brought brought = intake.bringIn(List.of(file), Intake.Overrides.NONE, Progress.NONE, _ -> {})
                .getFirst();
        return brought.report();
    }
}
