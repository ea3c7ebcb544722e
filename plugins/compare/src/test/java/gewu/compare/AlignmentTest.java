package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Report;
import gewu.testkit.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How two reports are set side by side.
final class AlignmentTest {
    private static final String LAST_YEAR = """
            南江市档案馆2021年度部门整体支出绩效自评报告
            一、基本情况
            本馆负责全市档案的接收、保管和利用服务。
            二、支出情况
            全年支出312.50万元，其中人员经费208.00万元。
            馆藏数字化扫描外包费用46.20万元，已按合同付清。
            三、存在的问题
            数字化进度偏慢，库房湿度控制设备老化。
            档案宣传的形式比较单调，来馆查阅的年轻人不多。
            """;
    private static final String THIS_YEAR = """
            南江市档案馆2022年度部门整体支出绩效自评报告
            一、单位基本情况
            本馆负责全市档案的接收、保管和利用服务。
            二、问题与不足
            新进人员对业务系统还不熟悉。
            数字化进度仍然偏慢，库房湿度控制设备老化。
            三、支出情况
            全年支出298.10万元，其中人员经费211.30万元。
            """;

    private static List<String> sideBySide(Report before, Report after) {
        return Alignment.of(Block.all(before), Block.all(after), false).stream()
                .flatMap(section -> section.rows().stream().map(row -> section.heading() + "：" + told(row)))
                .toList();
    }

    private static String told(Alignment.Row row) {
        return switch (row) {
            case Alignment.Row.Both both ->
                DifferencePanels.label(both.difference().kind()).zh() + " "
                        + both.difference().after().text();
            case Alignment.Row.Gone(var before) -> "仅前者有 " + before.text();
            case Alignment.Row.New(var after) -> "仅后者有 " + after.text();
            case Alignment.Row.Away(var difference) ->
                "移到第 " + difference.after().paragraph().number() + " 段";
            case Alignment.Row.Moved(var difference, var _) ->
                "移来 " + difference.after().text();
        };
    }

    @Test
    void sectionsFindEachOtherThoughTheyMovedWereRenumberedAndRenamed() {
        assertThat(sideBySide(SampleReport.of("a", LAST_YEAR), SampleReport.of("b", THIS_YEAR)))
                .contains(
                        "基本情况 → 单位基本情况：一字未改 本馆负责全市档案的接收、保管和利用服务。",
                        "支出情况：只改数字 全年支出298.10万元，其中人员经费211.30万元。",
                        "支出情况：仅前者有 馆藏数字化扫描外包费用46.20万元，已按合同付清。",
                        "存在的问题 → 问题与不足：仅后者有 新进人员对业务系统还不熟悉。",
                        "存在的问题 → 问题与不足：文字有改动 数字化进度仍然偏慢，库房湿度控制设备老化。",
                        "存在的问题 → 问题与不足：仅前者有 档案宣传的形式比较单调，来馆查阅的年轻人不多。");
    }

    @Test
    void aSectionIsAskedForByItsRoleOrByWordsOfItsHeading() {
        Report report = SampleReport.of("a", LAST_YEAR);

        assertThat(Block.named(report, "存在问题")).extracting(Block::heading).containsExactly("存在的问题");
        assertThat(Block.named(report, "支出")).extracting(Block::heading).containsExactly("支出情况");
        assertThat(Block.named(report, "资产")).isEmpty();
    }

    @Test
    void everyParagraphStandsSomewhereAndOnlyOnce() {
        Report before = SampleReport.of("a", LAST_YEAR);
        Report after = SampleReport.of("b", THIS_YEAR);
        List<Alignment.Row> rows = Alignment.of(Block.all(before), Block.all(after), false).stream()
                .flatMap(it -> it.rows().stream())
                .toList();
        long both = rows.stream().filter(Alignment.Row.Both.class::isInstance).count();

        assertThat(rows.size() + both)
                .isEqualTo(before.paragraphs().size() + after.paragraphs().size());
    }

    @Test
    void whatStandsInAnotherChapterNowHasMovedAndItsWordsAreStillCompared() {
        Report before = SampleReport.of("a", """
                一、支出情况
                全年支出312.50万元，其中人员经费208.00万元。
                馆藏数字化扫描外包费用46.20万元，已按合同付清。
                二、管理情况
                档案入库前逐卷清点，发现破损的当日登记。
                """);
        Report after = SampleReport.of("b", """
                一、支出情况
                全年支出298.10万元，其中人员经费211.30万元。
                二、管理情况
                档案入库前逐卷清点，发现破损的当日登记。
                馆藏数字化扫描外包费用51.80万元，已按合同付清。
                """);

        assertThat(sideBySide(before, after))
                .contains("支出情况：移到第 5 段", "管理情况：移来 馆藏数字化扫描外包费用51.80万元，已按合同付清。")
                .noneMatch(it -> it.contains("仅前者有") || it.contains("仅后者有"));
    }

    @Test
    void paragraphsKeepTheirOrder() {
        Report before = SampleReport.of("a", "甲乙丙丁戊己庚辛第一段的话。\n天地玄黄宇宙洪荒第二段的话。");
        Report after = SampleReport.of("b", "天地玄黄宇宙洪荒第二段的话。\n甲乙丙丁戊己庚辛第一段的话。");

        assertThat(sideBySide(before, after))
                .hasSize(3)
                .filteredOn(it -> it.contains("一字未改"))
                .hasSize(1);
    }
}
