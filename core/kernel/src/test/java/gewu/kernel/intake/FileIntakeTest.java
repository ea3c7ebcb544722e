package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import gewu.api.WorkbenchException;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.job.Progress;
import gewu.api.metric.Metric;
import gewu.api.metric.MetricExtractor;
import gewu.api.plugin.PluginFault;
import gewu.api.problem.Findings;
import gewu.api.problem.ProblemFinder;
import gewu.api.report.Found;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.store.Change;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIntakeTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String WATER = """
            青禾县水利局2021年度部门整体支出绩效自评报告

            一、部门概况
            本局共有职工42人。2021年基本支出458.34万元。
            \f二、存在的问题
            预算编制不够细化，个别项目进度偏慢。
            """;
    private static final String ROADS = "云岭市公路管理处2022年度项目支出绩效自评报告\n\n一、项目概况\n养护公路120公里。\n";

    @TempDir
    private Path folder;

    private Path files;
    private Workspace workspace;
    private SqliteStore store;
    private StoredReports reports;
    private final Contributions plugins = Contributions.ofTheHouse();
    private final AtomicInteger caughtUp = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        files = Files.createDirectory(folder.resolve("报告"));
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
    void keepsTextPagesParagraphsAndOriginalOfAReport() throws IOException {
        Path file = write("水利局.txt", WATER);

        Brought brought = bringIn(file).getFirst();

        assertThat(brought.state()).isEqualTo(Brought.State.IMPORTED);
        assertThat(brought.reason()).isEmpty();
        assertThat(brought.pages()).isEqualTo(2);
        assertThat(brought.characters()).isEqualTo(WATER.length());
        Report report = reports.find(brought.report()).orElseThrow();
        assertThat(report.text()).isEqualTo(WATER);
        assertThat(report.pages()).hasSize(2);
        assertThat(report.paragraphs()).extracting(report::textOf).contains("本局共有职工42人。2021年基本支出458.34万元。");
        ReportSummary summary = reports.list(ReportFilter.ALL).getFirst();
        assertThat(summary.sha256()).startsWith(brought.report()).hasSize(64);
        assertThat(workspace.original(summary.sha256())).hasSameBinaryContentAs(file);
        assertThat(store.changesAfter(0, 9))
                .extracting(Change::id, Change::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(brought.report(), Change.Kind.ADDED));
    }

    @Test
    void takesTheSameContentUnderAnotherNameForADuplicate() throws IOException {
        Brought first = bringIn(write("甲.txt", WATER)).getFirst();
        Brought again = bringIn(write("乙.txt", WATER)).getFirst();

        assertThat(again.state()).isEqualTo(Brought.State.DUPLICATE);
        assertThat(again.report()).isEqualTo(first.report());
        assertThat(reports.list(ReportFilter.ALL)).hasSize(1);
        assertThat(store.lastChange()).isEqualTo(1);
    }

    @Test
    void takesAChangedFileForANewVersionOfItsReportAndKeepsTheOldOne() throws IOException {
        Brought first = bringIn(write("甲.txt", WATER)).getFirst();
        Brought second = bringIn(write("甲.txt", WATER + "\n三、改进措施\n细化预算。\n")).getFirst();

        assertThat(second.state()).isEqualTo(Brought.State.UPDATED);
        assertThat(second.report()).isEqualTo(first.report());
        Report report = reports.find(first.report()).orElseThrow();
        assertThat(report.version()).isEqualTo(2);
        assertThat(report.text()).contains("细化预算");
        assertThat(store.query("SELECT text FROM report_text WHERE version = 1", row -> row.text("text")))
                .containsExactly(WATER);
    }

    @Test
    void followsAFileThatGetsItsFormerContentBack() throws IOException {
        bringIn(write("甲.txt", WATER));
        bringIn(write("甲.txt", WATER.replace("42", "43")));
        Brought third = bringIn(write("甲.txt", WATER)).getFirst();

        assertThat(third.state()).isEqualTo(Brought.State.UPDATED);
        Report report = reports.find(third.report()).orElseThrow();
        assertThat(report.version()).isEqualTo(3);
        assertThat(report.text()).isEqualTo(WATER);
    }

    @Test
    void takesNextYearsReportInTheSameFileForAReportOfItsOwn() throws IOException {
        Brought first = bringIn(write("甲.txt", WATER)).getFirst();
        Brought next = bringIn(write("甲.txt", WATER.replace("2021", "2022"))).getFirst();
        Brought back = bringIn(write("甲.txt", WATER)).getFirst();

        assertThat(next.state()).isEqualTo(Brought.State.IMPORTED);
        assertThat(next.report()).isNotEqualTo(first.report());
        assertThat(next.reason()).contains(first.report(), "another year");
        assertThat(back.state()).isEqualTo(Brought.State.DUPLICATE);
        assertThat(back.report()).isEqualTo(first.report());
        assertThat(reports.list(ReportFilter.ALL)).hasSize(2);
    }

    @Test
    void readsNoUnchangedFileAgainAndStillCallsItADuplicate() throws IOException {
        Path file = write("甲.txt", WATER);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
        bringIn(file);
        Files.writeString(file, WATER.replace("42", "43"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));

        assertThat(bringIn(file)).extracting(Brought::state).containsExactly(Brought.State.DUPLICATE);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-02T00:00:00Z")));
        assertThat(bringIn(file)).extracting(Brought::state).containsExactly(Brought.State.UPDATED);
    }

    @Test
    void bringsFoldersInByNameAndPassesOverHiddenFilesAndItsOwnWorkspace() throws IOException {
        write("2-路.txt", ROADS);
        write("1-水.txt", WATER);
        write(".隐藏.txt", "隐藏");
        write("下级/3.txt", "第三份报告");
        Files.createSymbolicLink(files.resolve("下级/环"), files);

        List<Brought> all = bringIn(folder);

        assertThat(all)
                .extracting(Brought::file, Brought::state)
                .containsExactly(
                        tuple(folder.resolve("工作区"), Brought.State.SKIPPED),
                        tuple(files.resolve("1-水.txt"), Brought.State.IMPORTED),
                        tuple(files.resolve("2-路.txt"), Brought.State.IMPORTED),
                        tuple(files.resolve("下级/3.txt"), Brought.State.IMPORTED));
    }

    @Test
    void tellsOfEachBadFileAndBringsTheOthersIn() throws IOException {
        write("1-空.txt", "");
        Files.write(
                files.resolve("2-其实是.txt"), "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(files.resolve("3-太大.txt"), "支".repeat(400_000));
        write("4-好.txt", WATER);
        Files.createSymbolicLink(files.resolve("5-断链.txt"), files.resolve("没有"));

        List<Brought> all = bringIn(files);

        assertThat(all)
                .extracting(Brought::state)
                .containsExactly(
                        Brought.State.FAILED,
                        Brought.State.FAILED,
                        Brought.State.FAILED,
                        Brought.State.IMPORTED,
                        Brought.State.SKIPPED);
        assertThat(all.get(0).reason()).contains("is empty");
        assertThat(all.get(1).reason())
                .contains("2-其实是.txt is a PDF although it is named .txt; no importer for such files is installed.")
                .contains("gewu plugins install");
        assertThat(all.get(2).reason()).contains("1.2 MB").contains("at most 1.0 MB");
        assertThat(all.get(4).reason()).contains("leads nowhere");
        assertThat(reports.list(ReportFilter.ALL)).hasSize(1);
    }

    @Test
    void proposesTheNearestNameForAPathThatIsNotThere() throws IOException {
        write("水利局自评报告.txt", WATER);
        assertThat(bringIn(files.resolve("水利局自平报告.txt")).getFirst().reason())
                .contains("does not exist. Did you mean “水利局自评报告.txt”?");
    }

    @Test
    void tellsOfAFolderWithoutRightsAndGoesOn() throws IOException {
        Path closed = Files.createDirectory(files.resolve("1-关"));
        write("2.txt", WATER);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(closed))
                    .as("skipped: this user (root) may read everything, so rights can't be tested")
                    .isFalse();
            assertThat(bringIn(files))
                    .extracting(Brought::state)
                    .containsExactly(Brought.State.FAILED, Brought.State.IMPORTED);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void tellsWhyAnImporterWouldNotOrCouldNot() throws IOException {
        plugins.with(
                        ReportImporter.class,
                        "pdf",
                        Map.of("media", "application/pdf"),
                        file -> new Reading.Refused("It has 3 pages that are pictures.", "Scan it again."))
                .with(
                        ReportImporter.class,
                        "rtf",
                        Map.of("media", "application/rtf"),
                        file -> new Reading.Refused("It is protected by a password.", "Save a copy without it."))
                .with(ReportImporter.class, "html", Map.of("media", "text/html"), file -> {
                    throw new PluginFault("html", "importer/html", "html/importer/html failed: broken tag");
                });
        write("1.pdf", "%PDF-1.4 …");
        write("2.rtf", "{\\rtf1 …}");
        write("3.html", "<html><body>…");

        assertThat(bringIn(files))
                .extracting(Brought::reason)
                .satisfiesExactly(
                        scanned -> assertThat(scanned).contains("3 pages that are pictures"),
                        refused -> assertThat(refused).contains("protected by a password. Save a copy without it."),
                        failed -> assertThat(failed).contains("broken tag"));
    }

    @Test
    void keepsWhatPluginsFindAndRemarksOnThoseThatFailOrPointNowhere() throws IOException {
        plugins.with(MetricExtractor.class, "spending", Map.of(), FileIntakeTest::spending)
                .with(MetricExtractor.class, "broken", Map.of(), report -> {
                    throw new IllegalStateException("没有表格");
                })
                .with(ProblemFinder.class, "words", Map.of(), FileIntakeTest::problems);

        Brought brought = bringIn(write("甲.txt", WATER)).getFirst();

        assertThat(brought.state()).isEqualTo(Brought.State.IMPORTED);
        assertThat(brought.reason())
                .contains("plugin-broken/broken: It failed: java.lang.IllegalStateException: 没有表格")
                .contains("plugin-words/words: 1 of its findings were left out");
        assertThat(store.query(
                        "SELECT plugin, plugin_version, amount, confidence FROM metric",
                        row -> List.of(
                                row.text("plugin"),
                                row.text("plugin_version"),
                                row.text("amount"),
                                row.number("confidence"))))
                .containsExactly(List.of("plugin-spending", "2.0.0", "4583400.00", 9900L));
        assertThat(store.query(
                        "SELECT start_at, end_at FROM problem",
                        row -> WATER.substring((int) row.number("start_at"), (int) row.number("end_at"))))
                .containsExactly("预算编制不够细化");
        assertThat(store.query("SELECT words FROM intake_remark", row -> row.text("words")))
                .hasSize(2);
    }

    @Test
    void letsAPersonsWordWinOverTheTextNowAndForLaterVersions() throws IOException {
        Path file = write("甲.txt", WATER);
        bringIn(List.of(file), new Intake.Overrides("青禾县水务中心", 2019));
        assertThat(facts()).isEqualTo("青禾县水务中心 2019");

        write("甲.txt", WATER + "\n补充。\n");
        bringIn(file);
        assertThat(facts()).isEqualTo("青禾县水务中心 2019");

        List<Brought> again = bringIn(List.of(file), new Intake.Overrides("", 2020));
        assertThat(again).extracting(Brought::state).containsExactly(Brought.State.UPDATED);
        assertThat(facts()).isEqualTo("青禾县水务中心 2020");
        assertThat(store.lastChange()).isEqualTo(3);
    }

    @Test
    void readsTheSameReportFromGb18030() throws IOException {
        Path file = files.resolve("国标.txt");
        Files.write(file, WATER.getBytes(Charset.forName("GB18030")));
        Brought brought = bringIn(file).getFirst();
        assertThat(reports.find(brought.report()).orElseThrow().text()).isEqualTo(WATER);
    }

    @Test
    void endsBetweenTwoFilesWhenCancelledAndKeepsWhatIsDone() throws IOException {
        write("1.txt", WATER);
        write("2.txt", ROADS);
        List<Brought> told = new ArrayList<>();
        Progress cancelled = new Progress() {
            @Override
            public void total(long steps) {}

            @Override
            public void step(String what) {}

            @Override
            public boolean isCancelled() {
                return !told.isEmpty();
            }
        };

        assertThatThrownBy(() -> intake().bringIn(List.of(files), Intake.Overrides.NONE, cancelled, told::add))
                .isInstanceOf(CancellationException.class);

        assertThat(reports.list(ReportFilter.ALL)).hasSize(1);
        assertThat(caughtUp).hasValue(1);
        assertThat(bringIn(files))
                .extracting(Brought::state)
                .containsExactly(Brought.State.DUPLICATE, Brought.State.IMPORTED);
    }

    @Test
    void keepsReportsWhenTheIndexCannotTakeThemIn() throws IOException {
        FileIntake intake = new FileIntake(
                workspace, store, plugins, new HouseReader(plugins), id -> "1.0.0", FileIntakeTest::brokenIndex, NOON);
        List<Brought> all =
                intake.bringIn(List.of(write("甲.txt", WATER)), Intake.Overrides.NONE, Progress.NONE, it -> {});
        assertThat(all).extracting(Brought::state).containsExactly(Brought.State.IMPORTED);
    }

    @Test
    void findsAReportByWhatPeopleCallIt() throws IOException {
        String water = bringIn(write("水利局自评.txt", WATER)).getFirst().report();
        bringIn(write("公路处自评.txt", ROADS));

        for (String words : List.of(water, water.substring(0, 6), "水利局自评.txt", "水利局自评", "青禾县水利局")) {
            assertThat(reports.named(words).id()).as(words).isEqualTo(water);
        }
        assertThatThrownBy(() -> reports.named("自评报告"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("means 2 reports")
                .hasMessageContaining("云岭市公路管理处");
        assertThatThrownBy(() -> reports.named("青禾县水力局"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("There is no report “青禾县水力局”; the nearest: " + water);
    }

    @Test
    void findsAReportByOrganisationAndYearWhenItsTitleNamesNeither() throws IOException {
        String library = intake().bringIn(
                        List.of(write("自评.txt", "部门整体支出绩效自评报告\n一、概况\n本馆免费开放。\n")),
                        new Intake.Overrides("南溪县图书馆", 2023),
                        Progress.NONE,
                        it -> {})
                .getFirst()
                .report();
        assertThat(reports.named("南溪县图书馆").id()).isEqualTo(library);
        assertThat(reports.named("图书馆2023").id()).isEqualTo(library);
    }

    private FileIntake intake() {
        return new FileIntake(
                workspace, store, plugins, new HouseReader(plugins), id -> "2.0.0", caughtUp::incrementAndGet, NOON);
    }

    private List<Brought> bringIn(Path path) {
        return bringIn(List.of(path), Intake.Overrides.NONE);
    }

    private List<Brought> bringIn(List<Path> paths, Intake.Overrides said) {
        return intake().bringIn(paths, said, Progress.NONE, it -> {});
    }

    private Path write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String facts() {
        ReportSummary only = reports.list(ReportFilter.ALL).getFirst();
        return only.facts().org() + " " + only.facts().year();
    }

    private static void brokenIndex() {
        throw new IllegalStateException("索引坏了");
    }

    private static List<Metric> spending(Report report) {
        return report.find(Pattern.compile("基本支出(?<now>[\\d.]+)万元")).stream()
                .map(FileIntakeTest::metric)
                .toList();
    }

    private static Metric metric(Found it) {
        BigDecimal yuan = new BigDecimal(it.group("now")).movePointRight(4).setScale(2);
        return new Metric("基本支出", "", "2021", it.group("now"), "万元", yuan, "元", it.passage("now"), 0.99, "基本支出…万元");
    }

    private static Findings problems(Report report) {
        Passage there = report.find(Pattern.compile("预算编制不够细化")).getFirst().passage();
        Passage elsewhere = new Passage(report.id(), 1, 0, 2, "没有");
        return new Findings(
                List.of(new Findings.Problem("P1", "预算编制", there, 0.5), new Findings.Problem("P2", "", elsewhere, 0.5)),
                List.of(),
                List.of(),
                List.of());
    }

    private static org.assertj.core.groups.Tuple tuple(Path file, Brought.State state) {
        return org.assertj.core.groups.Tuple.tuple(file.toString(), state);
    }
}
