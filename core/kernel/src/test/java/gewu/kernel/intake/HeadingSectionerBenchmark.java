package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Outline;
import gewu.api.report.SourceText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prints how fast texts are cut, beside a mere walk over their characters.
@Tag("bench")
class HeadingSectionerBenchmark {

    @Test
    void cutsReportsAndOddTexts() {
        String report = """
                一、单位概况
                （一）机构设置
                本馆设有三个科室，共有十二人，全年免费开放，接待读者十二万人次，外借图书八万册次，举办读书活动六十场。
                1.人员情况。在职十二人，退休两人，全部持证上岗，按规定参加继续教育。
                二、存在的问题
                1.目标设置偏粗，没有分解到季度，不便检查。
                三、改进措施
                从编制预算开始细化，按季度检查，结果在馆内公示。

                """;
        measure("reports", report.repeat(Boolean.getBoolean("gewu.long") ? 20_000 : 4_000));
        measure("one line", "按规定执行，没有挪用，".repeat(450_000));
        measure("short lines", "甲乙丙丁\n".repeat(200_000));
        measure("titles only", "1、资金管理。按规定执行，没有挪用。\n".repeat(50_000));
    }

    private static void measure(String name, String text) {
        SourceText source = SourceText.onePage(text);
        new HeadingSectioner().cut(SourceText.onePage(text.substring(0, 50_000)));
        long began = System.nanoTime();
        Outline outline = new HeadingSectioner().cut(source);
        long cut = System.nanoTime();
        long walked = text.chars().filter(c -> c == '\n').count();
        long end = System.nanoTime();
        double seconds = (cut - began) / 1e9;
        System.out.printf(
                "%-12s %8d characters, %6d lines, %6d sections: %.2f s, %.1f million characters a second, %.0f × a walk%n",
                name,
                text.length(),
                walked,
                outline.sections().size(),
                seconds,
                text.length() / seconds / 1e6,
                (double) (cut - began) / (end - cut));
        assertThat(outline.paragraphs()).isNotEmpty();
    }
}
