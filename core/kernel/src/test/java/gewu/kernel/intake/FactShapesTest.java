package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.report.Fact;
import gewu.api.report.Passage;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Titles, headers and seal lines in the shapes that offices give them.
class FactShapesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String BODY = "\n一、基本情况\n按要求开展自评，全年运转正常。\n二、存在的问题\n个别项目进度偏慢。\n";

    @TempDir
    private Path folder;

    private Workspace workspace;
    private SqliteStore store;
    private final Contributions plugins = Contributions.ofTheHouse();

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            浏阳市财政局2023年度部门整体支出绩效自评报告 | 浏阳市财政局 | 湖南省 | 长沙市 | 浏阳市 | whole_department
            津市市水利局2023年度部门整体支出绩效自评报告 | 津市市水利局 | 湖南省 | 常德市 | 津市市 | whole_department
            云溪县城市管理局2023年度部门整体支出绩效自评报告 | 云溪县城市管理局 | - | - | 云溪县 | whole_department
            临河区市场监督管理局2023年度项目支出绩效自评报告 | 临河区市场监督管理局 | - | - | 临河区 | project
            衡阳市城市管理和综合执法局2023年度部门整体支出绩效自评报告 | 衡阳市城市管理和综合执法局 | 湖南省 | 衡阳市 | - | whole_department
            麻阳苗族自治县民政局2023年度部门整体支出绩效自评报告 | 麻阳苗族自治县民政局 | - | - | 麻阳苗族自治县 | whole_department
            宁乡市花明楼镇人民政府2023年度部门整体支出绩效自评报告 | 宁乡市花明楼镇人民政府 | 湖南省 | 长沙市 | 宁乡市 | whole_department
            云溪县桃花镇2023年度部门整体支出绩效自评报告 | 云溪县桃花镇 | - | - | 云溪县 | whole_department
            湖南省省直机关事务管理局2023年度部门整体支出绩效自评报告 | 湖南省省直机关事务管理局 | 湖南省 | - | - | whole_department
            湖南省财政厅2023年度部门决算公开说明 | 湖南省财政厅 | 湖南省 | - | - | final_accounts
            青山市教育局2023年度部门决算公开 | 青山市教育局 | - | 青山市 | - | final_accounts
            长沙高新技术产业开发区管理委员会2023年度部门整体支出绩效自评报告 | 长沙高新技术产业开发区管理委员会 | 湖南省 | 长沙市 | 长沙高新技术产业开发区 | whole_department
            上海市浦东新区水务局2023年度项目支出绩效自评报告 | 上海市浦东新区水务局 | 上海市 | - | 浦东新区 | project
            新疆生产建设兵团第八师水利局2023年度部门整体支出绩效自评报告 | 新疆生产建设兵团第八师水利局 | 新疆维吾尔自治区 | - | - | whole_department
            生态环境部2023年度部门决算公开说明 | 生态环境部 | - | - | - | final_accounts
            国家税务总局青山市税务局2023年度部门整体支出绩效自评报告 | 国家税务总局青山市税务局 | - | 青山市 | - | whole_department
            审计署2023年度部门决算公开说明 | 审计署 | - | - | - | final_accounts
            内蒙古自治区锡林郭勒盟行政公署2023年度部门整体支出绩效自评报告 | 内蒙古自治区锡林郭勒盟行政公署 | 内蒙古自治区 | 锡林郭勒盟 | - | whole_department
            关于报送青山市档案局2023年度部门整体支出绩效自评报告的函 | 青山市档案局 | - | 青山市 | - | whole_department
            青山市档案局关于报送2023年度部门整体支出绩效自评报告的函 | 青山市档案局 | - | 青山市 | - | whole_department
            青山市财政局关于2023年度专项资金绩效自评情况的报告 | 青山市财政局 | - | 青山市 | - | project
            中共青山市委组织部2023年度部门整体支出绩效自评报告 | 中共青山市委组织部 | - | 青山市 | - | whole_department
            政协青山市委员会办公室2023年度部门整体支出绩效自评报告 | 政协青山市委员会办公室 | - | 青山市 | - | whole_department
            辉县市残疾人联合会2023年度项目支出绩效自评报告 | 辉县市残疾人联合会 | 河南省 | 新乡市 | 辉县市 | project
            恩施州林业局2023年度部门整体支出绩效自评报告 | 恩施州林业局 | 湖北省 | 恩施土家族苗族自治州 | - | whole_department
            北京市朝阳区建外街道办事处2023年度部门整体支出绩效自评报告 | 北京市朝阳区建外街道办事处 | 北京市 | - | 朝阳区 | whole_department
            """)
    void readsWhoAndWhereFromATitle(String title, String org, String province, String city, String county, String kind)
            throws IOException {
        Map<Fact.Field, Fact> facts = facts(title + "\n" + BODY);

        assertThat(value(facts, Fact.Field.ORG)).isEqualTo(org);
        assertThat(value(facts, Fact.Field.PROVINCE)).isEqualTo(province);
        assertThat(value(facts, Fact.Field.CITY)).isEqualTo(city);
        assertThat(value(facts, Fact.Field.COUNTY)).isEqualTo(county);
        assertThat(value(facts, Fact.Field.YEAR)).isEqualTo("2023");
        assertThat(value(facts, Fact.Field.KIND)).isEqualTo(kind);
        assertThat(value(facts, Fact.Field.TITLE)).isEqualTo(title);
        assertThat(passage(facts, Fact.Field.YEAR).start()).isLessThan(title.length());
    }

    @Test
    void readsTheHeaderOfAWebPage() throws IOException {
        Map<Fact.Field, Fact> facts = facts("""
                索引号：430000/2024-00123 发文字号：青财绩〔2024〕5号 发布机构：青山市财政局 发布日期：2024-03-08

                青山市财政局2023年度部门整体支出绩效自评报告
                """ + BODY);

        assertThat(value(facts, Fact.Field.TITLE)).isEqualTo("青山市财政局2023年度部门整体支出绩效自评报告");
        assertThat(value(facts, Fact.Field.NUMBER)).isEqualTo("青财绩〔2024〕5号");
        assertThat(value(facts, Fact.Field.DATE)).isEqualTo("2024-03-08");
        assertThat(value(facts, Fact.Field.YEAR)).isEqualTo("2023");
        assertThat(words(facts, Fact.Field.NUMBER)).isEqualTo("青财绩〔2024〕5号");
    }

    @Test
    void readsTheHeaderOfAWebPageAsATable() throws IOException {
        Map<Fact.Field, Fact> facts = facts("""
                索引号\t430000/2024-00123\t文号\t青财绩〔2024〕5号
                发布机构\t青山市财政局\t成文日期\t2024年3月8日

                2023年度部门整体支出绩效自评报告
                """ + BODY);

        assertThat(value(facts, Fact.Field.NUMBER)).isEqualTo("青财绩〔2024〕5号");
        assertThat(value(facts, Fact.Field.DATE)).isEqualTo("2024-03-08");
        assertThat(value(facts, Fact.Field.ORG)).isEqualTo("青山市财政局");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            青山市档案局\\n二〇二四年三月一日                | 2024-03-01
            青山市档案局 2024年3月1日                        | 2024-03-01
            （盖章）\\n2024年3月1日                          | 2024-03-01
            青山市档案局（公章）\\n日期：2024年3月1日        | 2024-03-01
            青山市档案局\\n二○二四年十二月二十一日           | 2024-12-21
            青山市档案局\\n2024年3月1日\\n（联系人：张某 电话：0000-1234567） | 2024-03-01
            青山市档案局办公室　　2024年3月1日印发           | 2024-03-01
            填报人：李某　　填报日期：2024年3月1日           | 2024-03-01
            """)
    void readsTheDateOfASealLine(String seal, String date) throws IOException {
        Map<Fact.Field, Fact> facts =
                facts("青山市档案局2023年度部门整体支出绩效自评报告\n" + BODY + "\n" + seal.replace("\\n", "\n") + "\n");

        assertThat(value(facts, Fact.Field.DATE)).isEqualTo(date);
        assertThat(value(facts, Fact.Field.ORG)).isEqualTo("青山市档案局");
    }

    @ParameterizedTest
    @CsvSource({"编号：青财绩〔2023〕5号", "青财绩〔2023〕5号", "文号:青财绩[2023]5号", "青财绩〔2023〕5 号 签发人：张某", "青财绩〔2023〕第5号"})
    void readsADocumentNumberAboveTheTitle(String line) throws IOException {
        assertThat(value(facts(line + "\n青山市档案局2022年度部门整体支出绩效自评报告\n" + BODY), Fact.Field.NUMBER))
                .isEqualTo("青财绩〔2023〕5号");
    }

    @Test
    void pointsToTheSentenceTheYearWasTakenFromNotToADate() throws IOException {
        Map<Fact.Field, Fact> facts = facts("""
                部门整体支出绩效自评报告

                一、基本情况
                本局于2023年5月6日召开会议。
                2023年预算收入300万元，2023年支出298万元。
                """);

        assertThat(value(facts, Fact.Field.YEAR)).isEqualTo("2023");
        assertThat(passage(facts, Fact.Field.YEAR).start()).isGreaterThan(38);
    }

    @Test
    void pointsToTheKeyBehindWhichTheOrganisationStands() throws IOException {
        String text = """
                部门整体支出绩效自评报告
                根据青山市档案局和市财政局要求开展。
                单位名称（盖章）：青山市档案局
                """ + BODY;
        Map<Fact.Field, Fact> facts = facts(text);

        assertThat(value(facts, Fact.Field.ORG)).isEqualTo("青山市档案局");
        assertThat(passage(facts, Fact.Field.ORG).start()).isEqualTo(text.indexOf("：青山市") + 1);
    }

    @Test
    void aCentralAuthorityHasNoRegionWhateverItsTextSpeaksOf() throws IOException {
        Map<Fact.Field, Fact> facts = facts("水利部2023年度部门决算公开说明\n" + BODY + "青山市项目完成。\n青山市项目验收。\n");

        assertThat(value(facts, Fact.Field.REGION)).isNull();
    }

    private static @Nullable String value(Map<Fact.Field, Fact> facts, Fact.Field field) {
        Fact fact = facts.get(field);
        return fact == null ? null : fact.value();
    }

    private static String words(Map<Fact.Field, Fact> facts, Fact.Field field) {
        return passage(facts, field).text();
    }

    private static Passage passage(Map<Fact.Field, Fact> facts, Fact.Field field) {
        return Optional.ofNullable(facts.get(field)).flatMap(Fact::passage).orElseThrow();
    }

    private Map<Fact.Field, Fact> facts(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text);
        FileIntake intake =
                new FileIntake(workspace, store, plugins, new HouseReader(plugins), _ -> "1.0.0", () -> {}, NOON);
        Brought brought = intake.bringIn(List.of(file), Intake.Overrides.NONE, Progress.NONE, _ -> {})
                .getFirst();
        Map<Fact.Field, Fact> facts = new EnumMap<>(Fact.Field.class);
        new StoredReports(store).facts(brought.report()).forEach(it -> facts.put(it.field(), it));
        return facts;
    }
}
