package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年度青山市档案局部门整体支出绩效自评报告        | 青山市档案局         | 青山市   | 2023 | WHOLE_DEPARTMENT
            青山市教育局2022年部门整体支出绩效自评报告          | 青山市教育局         | 青山市   | 2022 | WHOLE_DEPARTMENT
            云溪县财政局2023年度部门整体支出绩效评价报告        | 云溪县财政局         | 云溪县   | 2023 | WHOLE_DEPARTMENT
            青山市住房和城乡建设局2023年整体支出绩效自评报告    | 青山市住房和城乡建设局 | 青山市 | 2023 | WHOLE_DEPARTMENT
            青山市市场监督管理局 2021 年度部门决算公开说明      | 青山市市场监督管理局   | 青山市 | 2021 | FINAL_ACCOUNTS
            青山市中级人民法院2023年度单位整体支出绩效自评报告  | 青山市中级人民法院   | 青山市   | 2023 | WHOLE_DEPARTMENT
            云溪县人民检察院2020年项目支出绩效自评报告          | 云溪县人民检察院     | 云溪县   | 2020 | PROJECT
            临河区桃源街道办事处2023年度部门整体支出绩效自评报告 | 临河区桃源街道办事处 | 临河区   | 2023 | WHOLE_DEPARTMENT
            青山市发展和改革委员会2023年度整体支出绩效自评报告  | 青山市发展和改革委员会 | 青山市 | 2023 | WHOLE_DEPARTMENT
            南江省教育厅2022年度部门整体支出绩效自评报告        | 南江省教育厅         | 南江省   | 2022 | WHOLE_DEPARTMENT
            南江省青山市临河区民政局2022年度部门整体支出绩效报告 | 南江省青山市临河区民政局 | 南江省青山市临河区 | 2022 | WHOLE_DEPARTMENT
            云岭苗族自治州水利局2022年度部门整体支出绩效报告    | 云岭苗族自治州水利局 | 云岭苗族自治州 | 2022 | WHOLE_DEPARTMENT
            中共青山市委宣传部2023年度部门整体支出绩效自评报告  | 中共青山市委宣传部   | 青山市   | 2023 | WHOLE_DEPARTMENT
            青山市人民政府办公室2023年度部门整体支出绩效自评报告 | 青山市人民政府办公室 | 青山市  | 2023 | WHOLE_DEPARTMENT
            青山市疾病预防控制中心2023年度专项资金绩效自评报告  | 青山市疾病预防控制中心 | 青山市 | 2023 | PROJECT
            关于青山市水务局2023年度项目支出绩效自评情况的报告  | 青山市水务局         | 青山市   | 2023 | PROJECT
            ２０２３年度青州市林业局部门整体支出绩效自评报告    | 青州市林业局         | 青州市   | 2023 | WHOLE_DEPARTMENT
            二〇二二年度云溪县审计局部门整体支出绩效自评报告    | 云溪县审计局         | 云溪县   | 2022 | WHOLE_DEPARTMENT
            云溪县审计局2021—2023年度专项资金绩效评价报告       | 云溪县审计局         | 云溪县   | 2023 | PROJECT
            """)
    void readsWhoWhereWhenAndWhatFromTheTitle(String title, String org, String region, int year, ReportKind kind) {
        ReportFacts facts = read("a.txt", title + "\n\n一、部门概况\n本单位运转正常，2019年以来工作平稳。\n");
        assertThat(facts.org()).isEqualTo(org);
        assertThat(facts.region()).isEqualTo(region);
        assertThat(facts.year()).isEqualTo(year);
        assertThat(facts.kind()).isEqualTo(kind);
    }

    @Test
    void joinsATitlePrintedOverSeveralLines() {
        ReportFacts facts = read("a.txt", """
                附件2

                青山市档案局
                2023 年度部门整体支出
                绩效自评报告

                2024年3月

                一、部门概况
                青山市档案局负责档案工作。
                """);
        assertThat(facts.title()).isEqualTo("青山市档案局2023年度部门整体支出绩效自评报告");
        assertThat(facts.org()).isEqualTo("青山市档案局");
        assertThat(facts.year()).isEqualTo(2023);
    }

    @Test
    void mendsATitleThatTheLayoutBroke() {
        assertThat(read("a.txt", "2023 年度青山市档案局部门 整体支出 绩效自评报告\n一、概况\n无。\n").title())
                .isEqualTo("2023年度青山市档案局部门整体支出绩效自评报告");
    }

    @Test
    void takesTheOrganisationFromTheFirstSentencesWhenTheTitleIsSilent() {
        ReportFacts facts = read("a.txt", """
                部门整体支出绩效自评报告

                一、单位基本情况
                （一）部门职责
                云溪县林业局是县政府工作部门，主要职责是：
                1、管理全县森林资源，承办云溪县人民政府交办的事项。
                二、预算支出情况
                2023年支出总额 812.4 万元，2023年预算执行率 98%，比2022年提高。
                """);
        assertThat(facts.org()).isEqualTo("云溪县林业局");
        assertThat(facts.year()).isEqualTo(2023);
    }

    @Test
    void takesTheOrganisationFromTheFormAboveTheReport() {
        ReportFacts facts = read("a.txt", """
                部门整体支出绩效自评报告
                单位名称（盖章）：临河区文化馆
                一、基本情况
                本馆免费开放，得到临河区人民政府支持，临河区人民政府多次调研。
                """);
        assertThat(facts.org()).isEqualTo("临河区文化馆");
        assertThat(facts.region()).isEqualTo("临河区");
    }

    @Test
    void takesTheOrganisationFromTheSealAndTheYearFromTheSentencesBefore() {
        ReportFacts facts = read("a.txt", """
                整体支出绩效自评报告
                一、基本情况
                2023年预算收入 300 万元，支出 298 万元。
                二、存在的问题
                预算编制不够细。

                青山市残疾人联合会
                2024 年 2 月 20 日
                """);
        assertThat(facts.org()).isEqualTo("青山市残疾人联合会");
        assertThat(facts.year()).isEqualTo(2023);
    }

    @Test
    void readsASealWithItsDateOnOneLine() {
        assertThat(read("a.txt", "绩效自评报告\n一、概况\n运转正常。\n\n青山市档案局 2024 年 2 月 22 日")
                        .org())
                .isEqualTo("青山市档案局");
    }

    @Test
    void infersABureauThatOnlySaysOurBureau() {
        ReportFacts facts = read("a.txt", """
                档案数字化项目支出绩效评价报告
                一、基本情况
                临河区2022年档案数字化工作按国家档案局的要求推进，局党组多次研究。临河区共完成三万卷。
                """);
        assertThat(facts.org()).isEqualTo("临河区档案局");
        assertThat(facts.year()).isEqualTo(2022);
        assertThat(facts.kind()).isEqualTo(ReportKind.PROJECT);
    }

    @Test
    void asksTheFileNameLast() {
        ReportFacts facts = read("03_云溪县统计局2021年自评报告.txt", "工作平稳，运转正常。\n");
        assertThat(facts.org()).isEqualTo("云溪县统计局");
        assertThat(facts.year()).isEqualTo(2021);
    }

    @Test
    void leavesEmptyWhatNothingSays() {
        assertThat(read("notes.txt", "今天下雨。\n")).isEqualTo(new ReportFacts("notes", "", "", 0, ReportKind.OTHER));
        assertThat(read("empty.txt", "")).isEqualTo(new ReportFacts("empty", "", "", 0, ReportKind.OTHER));
    }

    @ParameterizedTest
    @CsvSource({
        "000, 长沙市信访局, 长沙市, 2021, WHOLE_DEPARTMENT",
        "001, 广州市信访局, 广州市, 2021, WHOLE_DEPARTMENT",
        "002, 衡阳市信访局, 衡阳市, 2024, WHOLE_DEPARTMENT",
        "003, 赫山区信访局, 赫山区, 2021, PROJECT",
        "004, 盘龙区信访局, 盘龙区, 2022, WHOLE_DEPARTMENT"
    })
    void readsTheFactsOfARealReport(String report, String org, String region, int year, ReportKind kind)
            throws IOException {
        ReportFacts facts = read(report + ".txt", RealOutlinesTest.textOf(report));
        assertThat(facts.org()).isEqualTo(org);
        assertThat(facts.region()).isEqualTo(region);
        assertThat(facts.year()).isEqualTo(year);
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.title()).endsWith("报告").doesNotContain(" ");
    }

    private static ReportFacts read(String fileName, String text) {
        SourceText source = SourceText.onePage(text);
        return new FactReader()
                .read(fileName, source, new HeadingSectioner().cut(source))
                .facts();
    }
}
