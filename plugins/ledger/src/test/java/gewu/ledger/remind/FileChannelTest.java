package gewu.ledger.remind;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileChannelTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-07-07");

    @TempDir
    Path folder;

    private static Notice notice(long number, String title) {
        return new Notice(
                number,
                "ZG-2024-0001-0001",
                title,
                "red",
                TODAY.minusDays(1),
                TODAY,
                new Label("超过整改时限（2026-07-06）1 天", "1 day past the deadline (2026-07-06)"),
                List.of(new Notice.Recipient(new Label("责任人", "person"), "RY-0001", "李四")),
                List.of(new Label("约谈", "talk")));
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("data/ledger/reminders/2026-07-07.txt"));
    }

    @Test
    void aDayIsOneFileAndWhatIsGivenTwiceStandsThereOnce() throws IOException {
        FileChannel channel = new FileChannel(new TemporaryScope("ledger", folder));
        channel.handOver(new Digest(TODAY, List.of(notice(1, "预算编制不够精准"))));
        channel.handOver(new Digest(TODAY, List.of(notice(1, "预算编制不够精准"), notice(2, "资产账实不符"))));

        assertThat(file()).isEqualTo("""
                格物　整改提醒　2026-07-07

                [1] 【红】ZG-2024-0001-0001　预算编制不够精准
                    超过整改时限（2026-07-06）1 天（应于 2026-07-06 提醒，补发）
                    责任人 李四
                    建议：约谈

                [2] 【红】ZG-2024-0001-0001　资产账实不符
                    超过整改时限（2026-07-06）1 天（应于 2026-07-06 提醒，补发）
                    责任人 李四
                    建议：约谈
                """);
        try (Stream<Path> files = Files.list(folder.resolve("data/ledger/reminders"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void wordsThatLookLikeAnEntryAreNone() throws IOException {
        FileChannel channel = new FileChannel(new TemporaryScope("ledger", folder));
        channel.handOver(new Digest(TODAY, List.of(notice(1, "甲\n[2] 乙"))));
        channel.handOver(new Digest(TODAY, List.of(notice(2, "真的第二条"))));

        assertThat(file()).contains("甲 [2] 乙", "[2] 【红】ZG-2024-0001-0001　真的第二条");
    }
}
