package gewu.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final String FIRST = "2021年度临江市信访局部门整体支出绩效自评报告";
    private static final String SECOND = "预算执行总体平稳。基本支出1458.34万元，\n下降3.5%；项目支出略有上升。“三公”经费得到控制。";
    private static final String THIRD = "主要问题是预算编制不够精准";

    private static Report report(ReportFacts facts) {
        String text = FIRST + "\n" + SECOND + "\n" + THIRD;
        int second = FIRST.length() + 1;
        int third = second + SECOND.length() + 1;
        int turn = text.indexOf("下降");
        return new Report(
                "4517257875",
                1,
                facts,
                new SourceText(text, List.of(new Page(1, 0, turn), new Page(2, turn, text.length()))),
                List.of(
                        new Paragraph(1, 1, 0, 0, FIRST.length()),
                        new Paragraph(2, 1, 0, second, second + SECOND.length()),
                        new Paragraph(3, 2, 0, third, text.length())),
                List.of());
    }

    private static Report report() {
        return report(new ReportFacts(FIRST, "临江市信访局", "临江市", 2021, ReportKind.WHOLE_DEPARTMENT));
    }

    private static Citation cite(Report report, List<Fact> facts, String words) {
        int start = report.text().indexOf(words);
        return Citation.of(report, facts, start, start + words.length());
    }

    private static Fact fact(Fact.Field field, String value) {
        return new Fact(field, value, Fact.Origin.TEXT, Optional.empty(), 1);
    }

    @Test
    void citesTheWholeSentenceThatHoldsTheWords() {
        Citation citation = cite(report(), List.of(), "1458.34万元");

        assertThat(citation.words()).isEqualTo("基本支出1458.34万元,下降3.5%;");
        assertThat(citation.where()).isEqualTo("第 1-2 页第 2 段");
        assertThat(ReportAnchors.of(report()).find(citation.anchor()))
                .isInstanceOfSatisfying(
                        Whereabouts.Same.class,
                        same -> assertThat(same.passage().text()).isEqualTo("基本支出1458.34万元，\n下降3.5%；"));
    }

    @Test
    void aClosingQuoteBelongsToItsSentence() {
        assertThat(cite(report(), List.of(), "三公").words()).isEqualTo("“三公”经费得到控制。");
        assertThat(cite(report(), List.of(), SECOND).words()).startsWith("预算执行").endsWith("控制。");
        assertThat(cite(report(), List.of(), THIRD).words()).isEqualTo(THIRD);
    }

    @Test
    void isPlainForALetter() {
        Citation citation = cite(report(), List.of(), "平稳");

        assertThat(citation.written(Citation.Style.PLAIN))
                .isEqualTo("临江市信访局：《2021年度临江市信访局部门整体支出绩效自评报告》，第 1 页第 2 段：“预算执行总体平稳。”〔" + citation.anchor() + "〕");
    }

    @Test
    void isAReportOfTheStandardWithTheYearOfItsDate() {
        Citation citation = cite(
                report(),
                List.of(fact(Fact.Field.DATE, "2022-03-15"), fact(Fact.Field.NUMBER, "临信〔2022〕8号")),
                "编制不够精准");

        assertThat(citation.reference())
                .isEqualTo("临江市信访局. 2021年度临江市信访局部门整体支出绩效自评报告: 临信〔2022〕8号[R]. 临江: 临江市信访局, 2022: 2.");
        assertThat(citation.isYearEstimated()).isFalse();
    }

    @Test
    void aYearThatNobodyWroteDownStandsInBrackets() {
        Citation citation = cite(report(), List.of(), "编制不够精准");

        assertThat(citation.reference()).endsWith("临江: 临江市信访局, [2022]: 2.");
        assertThat(citation.isYearEstimated()).isTrue();
    }

    @Test
    void theTownIsTheCountyOrTheCityOfADistrict() {
        List<Fact> county = List.of(fact(Fact.Field.CITY, "白山市"), fact(Fact.Field.COUNTY, "临江市"));
        List<Fact> district = List.of(fact(Fact.Field.CITY, "长沙市"), fact(Fact.Field.COUNTY, "天心区"));

        assertThat(cite(report(), county, "编制不够精准").place()).isEqualTo("临江");
        assertThat(cite(report(), district, "编制不够精准").place()).isEqualTo("长沙");
    }

    @Test
    void withAnAddressItIsAnOnlineReport() {
        Citation citation = cite(report(), List.of(fact(Fact.Field.DATE, "2022-03-15")), "编制不够精准")
                .withAddress("http://example.org/1.html", LocalDate.of(2024, 5, 1));

        assertThat(citation.reference())
                .endsWith("自评报告[R/OL]. 临江: 临江市信访局, 2022: 2(2022-03-15)[2024-05-01]. http://example.org/1.html.");
    }

    @Test
    void whatIsUnknownIsSaidAsTheStandardSaysIt() {
        Citation citation = cite(report(new ReportFacts("", "", "", 0, ReportKind.OTHER)), List.of(), "编制不够精准");

        assertThat(citation.reference()).isEqualTo("佚名. （无题名）[R]. [出版地不详: 出版者不详], [日期不详]: 2.");
    }

    @Test
    void signsOfMarkdownStayWords() {
        Citation citation = cite(
                report(new ReportFacts("*自评*[报告](x)<b>", "临江市信访局", "临江市", 2021, ReportKind.OTHER)), List.of(), "编制不够");

        assertThat(citation.written(Citation.Style.MARKDOWN))
                .isEqualTo("> 主要问题是预算编制不够精准\n>\n> ——临江市信访局：《\\*自评\\*\\[报告\\](x)\\<b\\>》（2021 年度），第 2 页第 3 段，`"
                        + citation.anchor() + "`");
    }

    @Test
    void stylesAreNamedAsPeopleNameThem() {
        assertThat(Citation.Style.named("GB/T 7714")).contains(Citation.Style.GBT7714);
        assertThat(Citation.Style.named("gb")).isEmpty();
    }
}
