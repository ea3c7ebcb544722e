package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingAgainTest {
    @TempDir
    Path folder;

    @Test
    void whenAllReportsWereReadByThisEditionNothingIsDueAndNothingIsSaid() {
        try (SmallHouse house = SmallHouse.in(folder)) {
            house.bringIn("a", "青禾县水利局", 2021, "会议费支出3.2万元。");

            assertThat(new ReadingAgain(house.metrics).run(Progress.NONE)).isEmpty();
        }
    }

    @Test
    void whatAnOlderEditionReadIsReadAgainAndWhatChangedIsSaid() {
        try (SmallHouse house = SmallHouse.in(folder)) {
            house.bringIn("a", "青禾县水利局", 2021, "会议费支出3.2万元。", "培训费支出1.5万元。");
            house.reads("2", read -> List.of(read.getFirst()));

            assertThat(new ReadingAgain(house.metrics)
                            .run(Progress.NONE)
                            .orElseThrow()
                            .zh())
                    .isEqualTo("重读了 1 份报告：1 个数字不变，0 个新增，1 个不再认作指标，0 个读法有变。");
            assertThat(house.metrics.of("a")).hasSize(1);
        }
    }
}
