package gewu.problems;

import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.file.Path;

/// A house with this room, the reading of texts, and two reports of one bureau.
final class SmallBench {
    private SmallBench() {}

    /// The same house without reports.
    static TemporaryWorkbench empty(Path folder) throws ClassNotFoundException, IOException {
        return TemporaryWorkbench.in(folder)
                .plugin(ReportFinder.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter();
    }

    static TemporaryWorkbench in(Path folder) throws ClassNotFoundException, IOException {
        TemporaryWorkbench bench = empty(folder);
        bringIn(bench, 2020, "（一）预算执行率偏低。", "（一）按月通报预算执行进度。");
        bringIn(bench, 2021, "（一）河道管护力量不足。\n（二）水费收缴不及时。", "（一）聘请专职河道管护员，每村一名。\n（二）推行水费线上收缴，逾期提醒。");
        return bench;
    }

    private static void bringIn(TemporaryWorkbench bench, int year, String problems, String remedies)
            throws IOException {
        bench.bringIn(
                "青禾" + year + ".txt",
                year + "年度青禾县水利局部门整体支出绩效自评报告\n\n一、存在的主要问题\n\n" + problems + "\n\n二、下一步改进措施\n\n" + remedies + "\n");
    }
}
