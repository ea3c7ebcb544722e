package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import gewu.api.job.Progress;
import gewu.api.report.Fact;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.ReportTable;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRulesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String TEXT = "青山市档案局2021年度部门整体支出绩效自评报告\n\n一、概况\n运转正常。\n";

    @TempDir
    private Path folder;

    private Path files;
    private Workspace workspace;
    private SqliteStore store;
    private StoredReports reports;
    private final Contributions plugins = Contributions.ofTheHouse();

    @BeforeEach
    void open() throws IOException {
        files = Files.createDirectory(folder.resolve("来件"));
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
        reports = new StoredReports(store);
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @Test
    void aRuleWinsOverTheTextAndAPersonOverARule() throws IOException {
        write("2023/云溪县林业局/正文.txt", TEXT);
        write("gewu-rules.txt", "# 各单位一个文件夹\n{年度}/{单位}/** => 地区=云溪县\n");

        String id = report(bringIn(files));

        assertThat(fact(id, Fact.Field.YEAR)).contains("2023 RULE");
        assertThat(fact(id, Fact.Field.ORG)).contains("云溪县林业局 RULE");
        assertThat(fact(id, Fact.Field.COUNTY)).contains("云溪县 CONCLUDED");
        assertThat(fact(id, Fact.Field.CITY)).isEmpty();
        assertThat(fact(id, Fact.Field.KIND)).contains("whole_department TEXT");
        assertThat(reports.find(id).orElseThrow().facts().year()).isEqualTo(2023);

        say(id, "org", "云溪县自然资源局");
        assertThat(fact(id, Fact.Field.ORG)).contains("云溪县自然资源局 PERSON");
        assertThat(fact(id, Fact.Field.YEAR)).contains("2023 RULE");
    }

    @Test
    void anOrganisationThatARuleNamesBringsItsRegion() throws IOException {
        write("浏阳市林业局/正文.txt", TEXT);
        write("gewu-rules.txt", "{单位}/**\n");

        String id = report(bringIn(files));

        assertThat(fact(id, Fact.Field.REGION)).contains("浏阳市 CONCLUDED");
        assertThat(fact(id, Fact.Field.CITY)).contains("长沙市 CONCLUDED");
        assertThat(reports.find(id).orElseThrow().facts().region()).isEqualTo("浏阳市");
    }

    @Test
    void aRulesFileIsNoReport() throws IOException {
        write("gewu-rules.txt", "{年度}/** \n");

        List<Brought> brought = bringIn(files);

        assertThat(brought).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo(Brought.State.SKIPPED);
            assertThat(it.reason()).startsWith("rules").contains("1 rule");
        });
    }

    @Test
    void theNearerFolderWinsAndInOneFileTheLaterLine() throws IOException {
        write("市直/正文.txt", TEXT);
        write("gewu-rules.txt", "** => 年度=2018; 类型=项目支出\n**=>单位=甲局；年度＝2019\n");
        write("市直/gewu-rules.txt", "*.txt => 单位=乙局\n");

        String id = report(bringIn(files));

        assertThat(fact(id, Fact.Field.ORG)).contains("乙局 RULE");
        assertThat(fact(id, Fact.Field.YEAR)).contains("2019 RULE");
        assertThat(fact(id, Fact.Field.KIND)).contains("project RULE");
    }

    @Test
    void wrongLinesAreToldWithTheirNumberAndTheOthersHold() throws IOException {
        write("2023/正文.txt", TEXT);
        write("gewu-rules.txt", "*.txt => 颜色=红\n*.txt => 年度=2020\n*.txt => 年度=二〇二〇\n只有名字\n");

        List<Brought> brought = bringIn(files);

        assertThat(brought)
                .filteredOn(it -> it.state() == Brought.State.FAILED)
                .singleElement()
                .satisfies(it -> assertThat(it.reason())
                        .contains("gewu-rules.txt, line 1: There is no field “颜色”", "单位", "line 3", "line 4")
                        .doesNotContain("line 2"));
        assertThat(fact(report(brought), Fact.Field.YEAR)).contains("2020 RULE");
    }

    @Test
    void changedRulesCountForReportsThatAreThere() throws IOException {
        write("正文.txt", TEXT);
        write("gewu-rules.txt", "*.txt => 年度=2020\n");
        String id = report(bringIn(files));

        assertThat(bringIn(files)).extracting(Brought::state).doesNotContain(Brought.State.UPDATED);

        write("gewu-rules.txt", "# 改\n*.txt => 年度=2022\n");
        assertThat(bringIn(files)).extracting(Brought::state).contains(Brought.State.UPDATED);
        assertThat(reports.find(id).orElseThrow().facts().year()).isEqualTo(2022);

        Files.delete(files.resolve("gewu-rules.txt"));
        assertThat(bringIn(files)).extracting(Brought::state).containsExactly(Brought.State.UPDATED);
        assertThat(fact(id, Fact.Field.YEAR)).contains("2021 TEXT");
    }

    @Test
    void rulesOfAFolderOnceImportedCountWhenAFileOfItComesAlone() throws IOException {
        write("2023/甲局/正文.txt", TEXT);
        write("gewu-rules.txt", "{年度}/{单位}/**\n");
        String id = report(bringIn(files));

        bringIn(files.resolve("2023/甲局/正文.txt"));

        assertThat(fact(id, Fact.Field.ORG)).contains("甲局 RULE");
    }

    @Test
    void rulesAboveTheImportedFolderAreNotOurs() throws IOException {
        Files.writeString(folder.resolve("gewu-rules.txt"), "** => 单位=甲局\n");
        write("正文.txt", TEXT);

        assertThat(fact(report(bringIn(files)), Fact.Field.ORG)).contains("青山市档案局 TEXT");
    }

    @Test
    void archivesCountAsFoldersButFollowNoRulesOfTheirOwn() throws IOException {
        plugins.with(Unpacker.class, "zip", Map.of("media", "application/zip"), FolderRulesTest::unpack);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.resolve("来件.zip")))) {
            put(zip, "2022/甲局/正文.txt", TEXT);
            put(zip, "gewu-rules.txt", "** => 单位=乙局\n");
        }
        write("gewu-rules.txt", "*.zip/{年度}/{单位}/**\n");

        List<Brought> brought = bringIn(files);

        String id = report(brought);
        assertThat(fact(id, Fact.Field.ORG)).contains("甲局 RULE");
        assertThat(fact(id, Fact.Field.YEAR)).contains("2022 RULE");
        assertThat(brought)
                .filteredOn(it -> it.file().endsWith("zip!/gewu-rules.txt"))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("archive are not followed"));

        write("gewu-rules.txt", "*.zip/{年度}/** => 单位=丙局\n");
        assertThat(bringIn(files)).extracting(Brought::state).contains(Brought.State.UPDATED);
        assertThat(fact(id, Fact.Field.ORG)).contains("丙局 RULE");
    }

    @Test
    void rulesSavedInGbkAreRead() throws IOException {
        write("正文.txt", TEXT);
        Files.write(files.resolve("gewu-rules.txt"), "*.txt => 单位=甲市财政局\r\n".getBytes(Charset.forName("GBK")));

        assertThat(fact(report(bringIn(files)), Fact.Field.ORG)).contains("甲市财政局 RULE");
    }

    private static Optional<Reading.Refused> unpack(SourceFile file, Unpacker.Receiver to) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(file.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                to.file(entry.getName(), -1, zip);
            }
        }
        return Optional.empty();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOON.instant().minusSeconds(3_600)));
    }

    private void say(String id, String field, String value) {
        ReportTable table = new ReportTable(store);
        store.inTransaction(() -> {
            table.say(id, field, value, NOON.instant());
            table.showAnew(id);
        });
    }

    private Optional<String> fact(String id, Fact.Field field) {
        return reports.facts(id).stream()
                .filter(it -> it.field() == field)
                .map(it -> it.value() + " " + it.origin())
                .findFirst();
    }

    private static String report(List<Brought> brought) {
        return brought.stream()
                .map(Brought::report)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<Brought> bringIn(Path path) {
        FileIntake intake =
                new FileIntake(workspace, store, plugins, new HouseReader(plugins), _ -> "1.0.0", () -> {}, NOON);
        return intake.bringIn(List.of(path), Intake.Overrides.NONE, Progress.NONE, _ -> {});
    }
}
