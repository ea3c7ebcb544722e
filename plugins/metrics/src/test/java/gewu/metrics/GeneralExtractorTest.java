package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.testkit.ExtractorContract;
import gewu.testkit.SampleReport;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class GeneralExtractorTest extends ExtractorContract {
    private final GeneralExtractor extractor = new GeneralExtractor(Packs.own());

    @Override
    protected MetricExtractor extractor() {
        return extractor;
    }

    private List<String> read(String text) {
        ReportFacts facts = new ReportFacts("2021年度自评报告", "临江市信访局", "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
        Report report = SampleReport.of("r", 1, facts, text);
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

    @Test
    void oneHeadHasItsLevelLastYearsTheDifferenceAndTheRate() {
        assertThat(read("公务接待费支出2.41万元，比上年3.05万元，减少0.64万元，下降21%。"))
                .containsExactly(
                        "2.41万元 fin.exp.3public.reception level 2021 24100",
                        "3.05万元 fin.exp.3public.reception level 2020 30500",
                        "0.64万元 fin.exp.3public.reception change_absdown 2021 6400",
                        "21% fin.exp.3public.reception change_pctdown 2021 0.21");
    }

    @Test
    void respectivelyGivesEachHeadItsValueByOrder() {
        assertThat(read("及时受理率、按期答复率和满意率分别达到99.1%、98.2%和90.5%。"))
                .containsExactly(
                        "99.1% rate.accept.timely level 2021 0.991",
                        "98.2% rate.reply.ontime level 2021 0.982", "90.5% rate.satisfy level 2021 0.905");
    }

    @Test
    void oneValueMayHaveSeveralHeads() {
        assertThat(read("办结率、满意率均为100%。"))
                .containsExactly("100% rate.close level 2021 1", "100% rate.satisfy level 2021 1");
    }

    @Test
    void aNumberThatMeasuresNothingIsNoFigure() {
        assertThat(read("根据临信发〔2019〕16号文件，2021年9月1日起，建党100周年前，第3次会议近10年来首次，详见《2021年3项制度》。"))
                .isEmpty();
    }

    @Test
    void aMalformedNumberIsReportedWithItsCandidatesAndHasNoValue() {
        ReportFacts facts = new ReportFacts("自评报告", "临江市信访局", "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
        List<Metric> found = extractor.extract(SampleReport.of("r", 1, facts, "本年支出合计1203.55.51万元。"));

        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.known()).isEmpty();
            assertThat(it.issue()).isEqualTo("malformed number: 1203.55 or 120355.51");
        });
    }

    @Test
    void anUnrelatedSentenceChangesNothingElse() {
        String sentence = "2021年基本支出458.34万元，较上年同期增长3.2%。";
        List<String> alone = read(sentence);

        assertThat(read("我局认真学习有关文件。" + sentence + "各科室分工明确。")).isEqualTo(alone);
        assertThat(read(sentence + "\n\n办公室负责日常工作。")).isEqualTo(alone);
    }

    @Test
    void theLocaleChangesNothing() {
        String text = "信访总量1,203件，同比下降12.5%；办结1180件，办结率98.1%。";
        List<String> here = read(text);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(read(text)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNumberAndItsUnitMayBePartedByLayout() {
        assertThat(read("接待来访154 批 次３18 人次，支出8. 91 万\n元。").getFirst()).startsWith("154 批 次 pet.visit.batch");
    }

    @Test
    void aParagraphOfDigitsIsReadInBoundedTime() {
        assertThat(read("1".repeat(200_000))).isEmpty();
    }

    @Test
    void aHeadingOverOneSpendingDoesNotCutTheThreePublicExpenses() {
        ReportFacts facts = new ReportFacts("2021年度自评报告", "临江市信访局", "临江市", 2021, ReportKind.WHOLE_DEPARTMENT);
        Report report = SampleReport.of(
                "r",
                1,
                facts,
                "一、基本支出\n\n2021年基本支出820万元。\n\n“三公”经费的使用。“三公”经费支出6.2万元。\n\n" + "二、其他说明\n\n2021年“三公”经费支出6.2万元。\n");
        assertThat(extractor.extract(report))
                .filteredOn(it -> it.canonical().equals("fin.exp.3public"))
                .extracting(Metric::scope)
                .containsExactly("", "");
    }
}
