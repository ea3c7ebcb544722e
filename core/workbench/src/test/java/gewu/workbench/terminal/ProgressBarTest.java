package gewu.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private ProgressBar bar(int columns) {
        return new ProgressBar(new PrintStream(screen, true, StandardCharsets.UTF_8), columns, nanos::get, () -> false);
    }

    private String shown() {
        String all = screen.toString(StandardCharsets.UTF_8);
        return all.substring(all.lastIndexOf("\u001b[K") + 3);
    }

    @Test
    void tellsShareRateTimeLeftAndTheFile() {
        ProgressBar bar = bar(100);
        bar.total(10);
        nanos.set(1_000_000_000L);
        bar.step("甲.txt");
        nanos.set(2_000_000_000L);
        bar.step("乙.txt");

        assertThat(shown()).isEqualTo("████░░░░░░░░░░░░░░░░  2/10  1.0/s  -0:08  乙.txt");
    }

    @Test
    void neverWrapsIntoASecondLine() {
        ProgressBar bar = bar(40);
        bar.total(10);
        nanos.set(1_000_000_000L);
        bar.step("一个名字特别长的部门整体支出绩效自评报告文件.txt");

        assertThat(TextWidth.of(shown())).isLessThan(40);
    }

    @Test
    void nothingInAFileNameSteersTheTerminal() {
        ProgressBar bar = bar(100);
        bar.total(1);
        nanos.set(1_000_000_000L);
        bar.step("甲\n乙\u001b[2J.txt");

        assertThat(shown()).endsWith("  甲 乙 [2J.txt");
    }

    @Test
    void drawsNoMoreOftenThanAnEyeSees() {
        ProgressBar bar = bar(100);
        bar.total(1_000);
        for (int i = 0; i < 999; i++) {
            bar.step("x");
        }

        assertThat(screen.toString(StandardCharsets.UTF_8).split("\u001b\\[K")).hasSizeLessThan(4);
    }

    @Test
    void leavesNothingBehind() {
        ProgressBar bar = bar(100);
        bar.step("x");
        bar.clear();

        assertThat(shown()).isEmpty();
    }
}
