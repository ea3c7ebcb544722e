package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.RecordedOutput;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The acceptance test: four reports are planted among the seeds, and the map finds what was copied in them, and
/// nothing else.
final class BoilerplateMapTest {
    private static final Path SEEDS = Path.of(System.getProperty("gewu.root", "../.."), "seeds", "reports");

    /// What the others copy from. Its citation, its headings and its formula of last year are in all of them.
    private static final String SOURCE = """
            2022年度东麓市民政局部门整体支出绩效自评报告

            一、部门概况

            （一）主要职责。东麓市民政局主管全市社会救助、养老服务和殡葬管理等民政事务。

            二、预算支出情况

            根据《中华人民共和国预算法》《项目支出绩效评价管理办法》（财预〔2020〕10号）等文件的规定和要求，开展本次自评。

            全年支出合计2318.40万元，较2021年增长6.2%，主要是提高了高龄津贴标准。

            2022年共为困难家庭发放临时救助金418.60万元，惠及1264户，做到了当月申请当月打卡。

            社区食堂实行财政补一点、企业让一点、老人出一点的办法，每餐补助4元，全年供餐31.20万人次，浪费少了，口碑好了。

            三、存在的问题

            救助对象的家庭经济状况核对主要依靠人工上门，部门之间数据不通，核一户往往要跑三四个单位。

            东麓市的养老护理员年龄普遍偏大，持证的不到四成，东麓市又没有护理专业的职业学校，新人接不上来。

            四、改进措施

            推动与人社、公积金、车管等部门联网核对，让数据多跑路。
            """;

    /// Copies: one paragraph word for word, one with other figures, one with the old city's name.
    private static final String NEIGHBOUR = """
            2022年度西屏县民政局部门整体支出绩效自评报告

            一、部门概况

            （一）主要职责。西屏县民政局承担全县低保审批、婚姻登记、地名管理三大块业务。

            二、预算支出情况

            根据《中华人民共和国预算法》《项目支出绩效评价管理办法》（财预〔2020〕10号）等文件的规定和要求，开展本次自评。

            本县当年民政支出846.15万元，同2021年相比少了12.08万元，少在办公用房维修上。

            社区食堂实行财政补一点、企业让一点、老人出一点的办法，每餐补助3元，全年供餐9.85万人次，浪费少了，口碑好了。

            三、存在的问题

            救助对象的家庭经济状况核对主要依靠人工上门，部门之间数据不通，核一户往往要跑三四个单位。

            东麓市的养老护理员年龄普遍偏大，持证的不到四成，东麓市又没有护理专业的职业学校，新人接不上来。

            四、改进措施

            在县职业中学试开护理班，头一年先招三十人。
            """;

    /// Next year's report of the first office: one paragraph with last year's year left in it.
    private static final String NEXT_YEAR = """
            2023年度东麓市民政局部门整体支出绩效自评报告

            一、部门概况

            （一）主要职责。我局业务范围当年增加了未成年人保护一项。

            二、预算支出情况

            当年部门支出2405.77万元，比2022年多87.37万元，多在未成年人保护站建设。

            2022年共为困难家庭发放临时救助金395.20万元，惠及1108户，做到了当月申请当月打卡。

            三、存在的问题

            未成年人保护站点的社工流动快，干满两年的不多。

            四、改进措施

            给社工涨一档岗位补贴，并把服务年限同评优挂钩。
            """;

    /// A report that copies from a seed and leaves the seed's city in it; the rest is its own.
    private static final String FAR_AWAY = """
            2024年度北岭市信访局部门整体支出绩效自评报告

            一、部门概况

            北岭市信访局设五个科室，在编二十一人，另有三名公益岗。

            二、工作成绩

            联席会议印发《清源市信访法治化工作方案（试行）》，市县两级开了高规格的推进会，任务和要求讲得清清楚楚。

            三、存在的问题

            窗口同志轮岗太勤，刚摸清政策又换了人。
            """;

    private static String told(DataRow row) {
        Map<String, @Nullable Object> values = row.values();
        String text = String.valueOf(values.get("text"));
        String whose = values.get("org") + " " + values.get("year");
        return row.type().equals("carried")
                ? whose + " " + values.get("kind") + " " + text + " | "
                        + String.valueOf(values.get("sentence")).substring(0, 8)
                : whose + " " + values.get("scope") + " " + values.get("how") + " | " + text.substring(0, 8);
    }

    @Test
    void findsWhatWasPlantedAndNothingElse(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(Sheets.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            bench.house().intake().bringIn(List.of(SEEDS), Intake.Overrides.NONE, Progress.NONE, _ -> {});
            bench.bringIn("东麓2022.txt", SOURCE);
            bench.bringIn("西屏2022.txt", NEIGHBOUR);
            bench.bringIn("东麓2023.txt", NEXT_YEAR);
            bench.bringIn("北岭2024.txt", FAR_AWAY);

            List<DataRow> rows = bench.run("boilerplate").rows();

            assertThat(rows.stream().filter(it -> it.type().equals("carried")).map(BoilerplateMapTest::told))
                    .containsExactlyInAnyOrder(
                            "西屏县民政局 2022 other_region 东麓市 | 东麓市的养老护理",
                            "东麓市民政局 2023 old_year 2022年 | 2022年共为困",
                            "北岭市信访局 2024 other_region 清源市 | 联席会议印发《清");
            assertThat(rows.stream().filter(it -> it.type().equals("copied")).map(BoilerplateMapTest::told))
                    .containsExactlyInAnyOrder(
                            "西屏县民政局 2022 other figures | 社区食堂实行财政",
                            "西屏县民政局 2022 other exact | 救助对象的家庭经",
                            "西屏县民政局 2022 other exact | 东麓市的养老护理",
                            "东麓市民政局 2023 own figures | 2022年共为困",
                            "北岭市信访局 2024 other exact | 联席会议印发《清");
            // of two reports of one year only a name left in it tells who copied
            assertThat(rows.stream().filter(it -> it.type().equals("copied")))
                    .extracting(
                            it -> it.values().get("year") + " " + it.values().get("direction"))
                    .containsExactlyInAnyOrder("2022 guess", "2022 guess", "2022 known", "2023 known", "2024 known");
            assertThat(rows.stream()
                            .filter(it -> it.type().equals("share")
                                    && Boolean.TRUE.equals(it.values().get("signal"))))
                    .extracting(it -> it.values().get("org") + " " + it.values().get("year"))
                    .contains("西屏县民政局 2022", "北岭市信访局 2024")
                    .doesNotContain("东麓市民政局 2023")
                    .noneMatch(it -> it.contains("临江") || it.contains("云海") || it.contains("柳浦"));
            assertThat(rows.stream().filter(it -> it.type().equals("run")))
                    .singleElement()
                    .satisfies(it ->
                            assertThat(String.valueOf(it.values().get("text"))).contains("核一户往往要跑三四个单位", "新人接不上来"));
        }
    }

    @Test
    void theSeedsAloneCopyNothing(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(Sheets.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            bench.house().intake().bringIn(List.of(SEEDS), Intake.Overrides.NONE, Progress.NONE, _ -> {});

            assertThat(bench.run("boilerplate").rows())
                    .filteredOn(it -> it.type().equals("total"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.values())
                            .containsEntry("reports", 5)
                            .containsEntry("copied", 0)
                            .containsEntry("carried", 0));
        }
    }

    @Test
    void aReportThatWasCorrectedIsNoLongerBlamed(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(Sheets.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            bench.bringIn("东麓2022.txt", SOURCE);
            bench.bringIn("东麓2023.txt", NEXT_YEAR);
            assertThat(bench.run("boilerplate").rows()).anyMatch(it -> it.type().equals("carried"));

            bench.bringIn("东麓2023.txt", NEXT_YEAR.replace("2022年共为困", "2023年共为困"));

            assertThat(bench.run("boilerplate").rows())
                    .noneMatch(it -> it.type().equals("carried"));
        }
    }

    @Test
    void peopleAreToldOfTheMistakesFirst(@TempDir Path folder) throws Exception {
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(Sheets.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter()) {
            bench.bringIn("东麓2022.txt", SOURCE);
            bench.bringIn("西屏2022.txt", NEIGHBOUR);
            RecordedOutput output = RecordedOutput.people();
            bench.extension(Command.class, "boilerplate").run(new CommandCall(List.of("西屏"), Map.of()), output);

            assertThat(output.panels().toString())
                    .contains("照搬后忘了改", "别处地名“东麓市”", "值得细看", "最长的一段相同文字", "同见于 东麓市民政局 2022");
        }
    }
}
