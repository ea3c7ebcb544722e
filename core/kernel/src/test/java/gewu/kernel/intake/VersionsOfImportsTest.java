package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.report.OtherVersion;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.version.VersionFinder;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsOfImportsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String WATER = """
            青禾县水利局2021年度部门整体支出绩效自评报告

            一、部门概况
            青禾县水利局是县政府工作部门，共有职工42人。2021年基本支出458.34万元，比2020年减少12.5万元。
            二、存在的问题
            预算编制不够细化，个别项目进度偏慢，水库除险资金到位较晚。
            三、改进措施
            提前谋划次年项目，按月通报支出进度，对进度偏慢的单位约谈负责人。
            青禾县水利局
            2022年3月8日
            """;

    @TempDir
    private Path folder;

    private Path files;
    private Workspace workspace;
    private SqliteStore store;

    @BeforeEach
    void open() throws IOException {
        files = Files.createDirectory(folder.resolve("来件"));
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @Test
    void offersTheSameReportFromAnotherFileAndNotNextYears() throws IOException {
        String first = bringIn("水利局.txt", WATER);
        String again = bringIn("水利局（定稿）.txt", WATER.replace("42人", "43人").replace("\n", "\r\n\r\n"));
        String next = bringIn("水利局2022.txt", nextYear(WATER));

        StoredReports reports = new StoredReports(store);
        assertThat(reports.versions(first)).containsExactly(new OtherVersion(again, true, true, false));
        assertThat(reports.versions(again)).containsExactly(new OtherVersion(first, true, false, false));
        assertThat(reports.versions(next)).isEmpty();
        assertThat(new VersionFinder(store, NOON).waiting(Set.of(first, again, next)))
                .isEqualTo(1);
    }

    @Test
    void offersNothingTwiceWhenFilesAreImportedAgain() throws IOException {
        String first = bringIn("水利局.txt", WATER);
        bringIn("乙.txt", WATER.replace("42人", "43人"));
        bringIn("水利局.txt", WATER);
        bringIn("乙.txt", WATER.replace("42人", "43人"));

        assertThat(new StoredReports(store).versions(first)).hasSize(1);
        assertThat(store.first("SELECT count(*) AS n FROM version_sketch", row -> row.number("n")))
                .contains(2L);
    }

    @Test
    void keepsAReportAndItsOfferTogetherOrNot() throws IOException {
        bringIn("水利局.txt", WATER);
        store.update("DROP TABLE version_offer");

        Brought failed = bring("乙.txt", WATER.replace("42人", "43人"));

        assertThat(failed.state()).isEqualTo(Brought.State.FAILED);
        assertThat(store.first("SELECT count(*) AS n FROM report", row -> row.number("n")))
                .contains(1L);
        assertThat(store.first("SELECT count(*) AS n FROM version_sketch", row -> row.number("n")))
                .contains(1L);
    }

    private static String nextYear(String text) {
        return text.replace("2022年", "2023年")
                .replace("2021年", "2022年")
                .replace("2020年", "2021年")
                .replace("458.34", "470.01");
    }

    private String bringIn(String name, String text) throws IOException {
        return bring(name, text).report();
    }

    private Brought bring(String name, String text) throws IOException {
        Path file = Files.writeString(files.resolve(name), text);
        Contributions plugins = Contributions.ofTheHouse();
        return new FileIntake(workspace, store, plugins, new HouseReader(plugins), id -> "1.0.0", () -> {}, NOON)
                .bringIn(List.of(file), Intake.Overrides.NONE, Progress.NONE, brought -> {})
                .getFirst();
    }
}
