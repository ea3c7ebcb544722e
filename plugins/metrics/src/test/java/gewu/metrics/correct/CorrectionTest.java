package gewu.metrics.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gewu.api.WorkbenchException;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricFilter;
import gewu.api.metric.StoredMetric;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.workbench.DataRow;
import gewu.metrics.Packs;
import gewu.metrics.SmallHouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people say of figures, and how it lasts.
class CorrectionTest {
    private static final String HEAD = "本单位机构与人员情况如下。";
    private static final String MONEY = "2021年基本支出458.34万元，公务接待费2.41万元，会议费1.2万元。";
    private static final String RATE = "信访事项及时受理率99.1%，群众满意率96.5%。";

    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void open() {
        house = SmallHouse.in(folder);
        house.bringIn("r1", "青禾县信访局", 2021, HEAD, MONEY, RATE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<DataRow> correct(String... words) throws Exception {
        return SmallHouse.rows(
                new CorrectCommand(house.metrics, house.reports, house.store, SmallHouse.CLOCK, Packs.own()), words);
    }

    /// The id of the figure with these words, as it is read.
    private String id(String text) {
        return "r1/"
                + house.metrics.of("r1").stream()
                        .filter(it -> it.passage().text().equals(text))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private CorrectedFigure figure(String text) {
        return house.corrected.figures("r1").stream()
                .filter(it -> it.metric().passage().text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts() {
        return house.corrected.of("r1").stream().map(it -> it.passage().text()).toList();
    }

    private List<String> states() throws Exception {
        return correct("list").stream()
                .map(it -> String.valueOf(it.values().get("state")))
                .toList();
    }

    @Test
    void aCorrectedFieldIsReplacedAndWhyTellsIt() throws Exception {
        correct("set", id("1.2万元"), "--canonical=基本支出", "--period=2020", "--by=李明");

        assertThat(figure("1.2万元").verdict()).isEqualTo(Verdict.CORRECTED);
        Metric metric = figure("1.2万元").metric();
        assertThat(metric.canonical()).isEqualTo("fin.exp.basic");
        assertThat(metric.period()).isEqualTo("2020");
        assertThat(metric.known().orElseThrow()).isEqualByComparingTo("12000");
        assertThat(metric.why())
                .endsWith("corrected by a person on 2026-05-01: canonical "
                        + read("1.2万元").canonical() + " → fin.exp.basic, period 2021 → 2020");
        assertThat(read("1.2万元").period()).isEqualTo("2021");
    }

    private Metric read(String text) {
        return house.metrics.of("r1").stream()
                .filter(it -> it.passage().text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRejectedFigureIsLeftOutAndAConfirmedOneSaysSo() throws Exception {
        correct("reject", id("1.2万元"));
        correct("confirm", id("2.41万元"), id("99.1%"));

        assertThat(texts()).doesNotContain("1.2万元").contains("2.41万元", "458.34万元");
        assertThat(figure("99.1%").verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(figure("458.34万元").verdict()).isEqualTo(Verdict.NONE);
    }

    @Test
    void anAddedFigureIsPutInAtItsPlace() throws Exception {
        house.bringIn("r1", "青禾县信访局", 2021, "全县共有驻村工作队若干，下派干部一十五名。", MONEY);
        int start = house.reports.find("r1").orElseThrow().text().indexOf("一十五名");
        correct(
                "add",
                "r1",
                "--at=" + start + "-" + (start + 4),
                "--indicator=下派干部",
                "--canonical=-",
                "--value=15",
                "--unit=名");

        CorrectedFigure added = house.corrected.figures("r1").getFirst();
        assertThat(added.verdict()).isEqualTo(Verdict.ADDED);
        assertThat(added.metric().known().orElseThrow()).isEqualByComparingTo("15");
        assertThat(added.metric().dimension()).isEqualTo("count.名");
        assertThat(added.metric().why()).isEqualTo("added by a person on 2026-05-01");
        assertThat(correct("list").getFirst().values().get("metric")).isEqualTo("r1/c1");
    }

    @Test
    void correctionsFollowTheirSentenceWhenTheReportComesInWithOtherWordsAround() throws Exception {
        correct("set", id("1.2万元"), "--basis=budget");
        correct("reject", id("99.1%"));
        house.bringIn("r1", "青禾县信访局", 2021, "新增一段：2021年项目支出77.1万元。", HEAD, "（二）" + MONEY, RATE);

        assertThat(figure("1.2万元").metric().basis()).isEqualTo("budget");
        assertThat(texts()).contains("77.1万元").doesNotContain("99.1%");
        assertThat(states()).containsExactly("same", "same");
    }

    @Test
    void aCorrectionFollowsItsNumberIntoAChangedParagraph() throws Exception {
        correct("set", id("1.2万元"), "--basis=budget");
        house.bringIn("r1", "青禾县信访局", 2021, HEAD, MONEY.replace("458.34", "461.02") + "以上均已公开。", RATE);

        assertThat(figure("1.2万元").metric().basis()).isEqualTo("budget");
        assertThat(states()).containsExactly("changed");
    }

    @Test
    void aNumberThatIsGoneIsListedAsSuchAndNeverLost() throws Exception {
        correct("set", id("1.2万元"), "--basis=budget", "--remark=见决算表");
        house.bringIn("r1", "青禾县信访局", 2021, HEAD, MONEY.replace("1.2", "3.7"), RATE);

        assertThat(house.corrected.figures("r1")).allMatch(it -> it.verdict() == Verdict.NONE);
        DataRow row = correct("list").getFirst();
        assertThat(row.values()).containsEntry("state", "gone").containsEntry("remark", "见决算表");

        house.bringIn("r1", "青禾县信访局", 2021, HEAD, MONEY, RATE);
        assertThat(figure("1.2万元").metric().basis()).isEqualTo("budget");
    }

    @Test
    void theSameNumberOfAnotherIndicatorIsNotTakenForIt() throws Exception {
        correct("reject", id("1.2万元"));
        house.bringIn("r1", "青禾县信访局", 2021, HEAD, "2021年基本支出458.34万元，公务接待费2.41万元，会议费9万元，培训费1.2万元。", RATE);

        assertThat(texts()).contains("1.2万元", "9万元");
        assertThat(states()).containsExactly("gone");
    }

    @Test
    void correctionsSurviveAnotherEditionThatReadsOtherwise() throws Exception {
        correct("set", id("1.2万元"), "--canonical=fin.exp.basic");
        correct("confirm", id("2.41万元"));
        correct("reject", id("99.1%"));
        Metric confirmed = read("2.41万元");

        house.become("2", all -> all.stream().map(CorrectionTest::otherwise).toList());

        assertThat(read("2.41万元").canonical()).isEqualTo("fin");
        assertThat(figure("2.41万元").metric().canonical()).isEqualTo(confirmed.canonical());
        assertThat(figure("1.2万元").metric().canonical()).isEqualTo("fin.exp.basic");
        assertThat(texts()).doesNotContain("99.1%");
    }

    @Test
    void aFigureThatIsNotReadAnyMoreStandsByItsCorrection() throws Exception {
        correct("set", id("1.2万元"), "--basis=budget");
        house.become("2", _ -> List.of());

        CorrectedFigure only = house.corrected.figures("r1").getFirst();
        assertThat(only.metric().id()).isEqualTo("c1");
        assertThat(only.metric().basis()).isEqualTo("budget");
        assertThat(only.metric().passage().text()).isEqualTo("1.2万元");
    }

    /// Another edition: other numbers, another head.
    private static Metric otherwise(Metric it) {
        return new Metric(
                "x" + it.id(),
                it.indicator(),
                "fin",
                it.subject(),
                it.period(),
                it.value(),
                it.unit(),
                it.amount(),
                it.amountUnit(),
                it.dimension(),
                it.qualifier(),
                it.kind(),
                it.basis(),
                it.scope(),
                it.direction(),
                "",
                Metric.Base.NONE,
                it.passage(),
                it.confidence(),
                "another edition",
                it.issue());
    }

    @Test
    void undoBringsBackWhatHeldBefore() throws Exception {
        correct("set", id("1.2万元"), "--basis=budget");
        correct("set", id("1.2万元"), "--period=2019");
        assertThat(figure("1.2万元").metric()).satisfies(it -> {
            assertThat(it.basis()).isEqualTo("budget");
            assertThat(it.period()).isEqualTo("2019");
        });
        off("undo", "1").hasMessage("The correction 1 was replaced by 2.");

        correct("undo", "2");
        assertThat(figure("1.2万元").metric().period()).isEqualTo("2021");
        assertThat(figure("1.2万元").metric().basis()).isEqualTo("budget");

        correct("undo", "1");
        assertThat(figure("1.2万元").metric()).isEqualTo(read("1.2万元"));
        off("undo", "1").hasMessage("The correction 1 was taken back already.");
    }

    @Test
    void figuresOfAllReportsAreFoundAsPeopleLeftThem() throws Exception {
        house.bringIn("r0", "白水县信访局", 2021, "2021年会议费3万元。");
        house.bringIn("r2", "青禾县信访局", 2022, "2022年会议费4万元，培训费5万元。");
        String meeting = read("1.2万元").canonical();
        correct("set", id("2.41万元"), "--canonical=" + meeting);
        correct("reject", id("1.2万元"));

        List<String> found = new ArrayList<>();
        house.corrected.forEach(
                MetricFilter.of(meeting).with(Metric.Kind.LEVEL),
                (StoredMetric it) -> found.add(it.metric().passage().report() + " "
                        + it.metric().passage().text()));

        assertThat(found).containsExactly("r0 3万元", "r1 2.41万元", "r2 4万元");
    }

    @Test
    void inBriefFiguresStandAsPeopleLeftThemToo() throws Exception {
        house.bringIn("r0", "白水县信访局", 2021, "2021年会议费3万元。");
        house.bringIn("r2", "青禾县信访局", 2022, "2022年会议费4万元，培训费5万元。");
        String meeting = read("1.2万元").canonical();
        correct("set", id("2.41万元"), "--canonical=" + meeting, "--value=2.5");
        correct("reject", id("1.2万元"));
        correct("confirm", "r2/m1");

        List<String> found = new ArrayList<>();
        house.corrected.briefly(
                meeting,
                Metric.Kind.LEVEL,
                ReportFilter.ALL,
                it -> found.add(it.org() + " " + it.report() + " "
                        + it.amount().stripTrailingZeros().toPlainString()));

        assertThat(found).containsExactlyInAnyOrder("白水县信访局 r0 30000", "青禾县信访局 r1 25000", "青禾县信访局 r2 40000");
    }

    @Test
    void aWholePassIsTheSameAsReportByReport() throws Exception {
        for (int i = 2; i < 30; i++) {
            house.bringIn("r" + i, "青禾县信访局", 1990 + i, MONEY.replace("2.41", "2.4" + i), RATE);
        }
        correct("reject", "r5/m1", "r9/m2", "r11/m4");
        correct("set", "r7/m2", "--canonical=fin.exp.total");
        correct("set", "r29/m1", "--canonical=rate.satisfy", "--value=5", "--unit=%");
        house.bringIn("r9", "青禾县信访局", 1999, HEAD, MONEY.replace("2.41", "2.49"), RATE);

        List<Metric> oneByOne = new ArrayList<>();
        for (ReportSummary report : house.reports.list(ReportFilter.ALL)) {
            oneByOne.addAll(house.corrected.of(report.id()));
        }
        for (String indicator : List.of("", "fin", "fin.exp.total", "fin.exp.basic", "rate.satisfy")) {
            List<Metric> passed = new ArrayList<>();
            house.corrected.forEach(MetricFilter.of(indicator), (StoredMetric it) -> passed.add(it.metric()));
            assertThat(passed)
                    .isEqualTo(oneByOne.stream()
                            .filter(it -> indicator.isEmpty()
                                    || it.canonical().equals(indicator)
                                    || it.canonical().startsWith(indicator + "."))
                            .toList());
        }
    }

    @Test
    void whatIsExportedReadsBackAsRecordsAndDecoys() throws Exception {
        correct("set", id("1.2万元"), "--basis=budget", "--remark=见\"决算\"表");
        correct("confirm", id("99.1%"));
        correct("reject", id("2.41万元"));
        Path file = folder.resolve("gold.json");

        assertThat(correct("export", file.toString()).getFirst().values())
                .containsEntry("records", 2)
                .containsEntry("decoys", 1);

        Map<?, ?> gold = (Map<?, ?>) Objects.requireNonNull(new PlainJson(Files.readString(file)).read());
        List<?> records = (List<?>) Objects.requireNonNull(gold.get("records"));
        String text = house.reports.find("r1").orElseThrow().text();
        assertThat(records).allSatisfy(it -> {
            Map<?, ?> record = (Map<?, ?>) it;
            assertThat(record.get("file")).isEqualTo("r1.txt");
            assertThat(record.get("tier")).isEqualTo("core");
            assertThat(text.substring(
                            Integer.parseInt(String.valueOf(record.get("start"))),
                            Integer.parseInt(String.valueOf(record.get("end")))))
                    .isEqualTo(record.get("text"));
        });
        assertThat(records)
                .extracting(
                        it -> ((Map<?, ?>) it).get("text"),
                        it -> ((Map<?, ?>) it).get("norm_value"),
                        it -> ((Map<?, ?>) it).get("basis"),
                        it -> ((Map<?, ?>) it).get("note"))
                .containsExactly(
                        tuple("1.2万元", "12000", "budget", "见\"决算\"表"),
                        tuple("99.1%", "0.991", figure("99.1%").metric().basis().isEmpty() ? null : "outturn", null));
        assertThat(((Map<?, ?>) ((List<?>) Objects.requireNonNull(gold.get("decoys"))).getFirst()).get("text"))
                .isEqualTo("2.41万元");
    }

    private AbstractThrowableAssert<?, ?> off(String... words) {
        return assertThatThrownBy(() -> correct(words))
                .isInstanceOfSatisfying(
                        WorkbenchException.class, it -> assertThat(it.kind()).isEqualTo(WorkbenchException.Kind.USAGE));
    }

    @Test
    void whatIsMistypedIsToldWithTheNearest() {
        String meeting = id("1.2万元");
        assertRemedy("Did you mean “m1”?", "confirm", "r1/n1");
        assertRemedy("Did you mean “level”?", "set", meeting, "--kind=levl");
        assertRemedy("Did you mean “outturn”?", "set", meeting, "--basis=outurn");
        assertRemedy("Did you mean “down”?", "set", meeting, "--direction=dwn");
        assertRemedy("Did you mean “万元”?", "set", meeting, "--unit=万圆");
        assertRemedy("Did you mean “confirm”?", "confrim", meeting);
        off("set", meeting, "--canonical=fin.exp.basc").hasMessage("There is no indicator “fin.exp.basc”.");
        off("set", meeting).hasMessage("Which field is to be corrected?");
        off("set", meeting, "--period=21年").hasMessage("“21年” is no period.");
        off("confirm", "m1").hasMessage("“m1” names no figure.");
    }

    private void assertRemedy(String remedy, String... words) {
        assertThatThrownBy(() -> correct(words))
                .isInstanceOfSatisfying(
                        WorkbenchException.class, it -> assertThat(it.remedy()).isEqualTo(remedy));
    }

    @Test
    void ofSeveralFiguresAllAreDecidedOrNone() {
        off("reject", id("1.2万元"), "r1/m99");

        assertThat(texts()).contains("1.2万元");
    }
}
