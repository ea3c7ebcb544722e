package gewu.metrics;

import gewu.testkit.TemporaryWorkbench;
import java.io.IOException;
import java.nio.file.Path;

/// A house with this room, the reading of texts, and two reports of one bureau.
final class SmallBench {
    private SmallBench() {}

    static TemporaryWorkbench in(Path folder) throws ClassNotFoundException, IOException {
        TemporaryWorkbench bench = empty(folder);
        bringIn(bench, 2020, "全年会议费支出12.4万元。公务接待费支出0.51万元。");
        bringIn(bench, 2021, "全年会议费支出8万元，比上年12.5万元减少4.5万元。社会评价得分96.5分。没有发生安全事故。");
        return bench;
    }

    /// A house with this room and the reading of texts, without a report.
    static TemporaryWorkbench empty(Path folder) throws ClassNotFoundException, IOException {
        return TemporaryWorkbench.in(folder)
                .plugin(FigureReader.class)
                .plugin(Class.forName("gewu.importtext.TextImporter"))
                .enter();
    }

    private static void bringIn(TemporaryWorkbench bench, int year, String words) throws IOException {
        bench.bringIn("青禾" + year + ".txt", year + "年度青禾县水利局部门整体支出绩效自评报告\n\n一、支出情况\n\n" + words + "\n");
    }
}
