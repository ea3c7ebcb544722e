package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gewu.api.intake.Brought;
import gewu.api.intake.FileRecord;
import gewu.api.intake.Intake;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.TextRecogniser;
import gewu.api.intake.Unpacker;
import gewu.api.job.Progress;
import gewu.api.report.Box;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.SourceText;
import gewu.kernel.read.FileReader;
import gewu.kernel.read.HouseReader;
import gewu.kernel.read.ReadRequest;
import gewu.kernel.read.ReadResult;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that end badly, come late, stand in archives, or wait for what is not there yet.
class UnfinishedImportTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-11-01T08:00:00Z"));

    @TempDir
    private Path folder;

    private Path files;
    private Workspace workspace;
    private SqliteStore store;
    private StoredReports reports;
    private final Contributions plugins = Contributions.ofTheHouse();
    private final AtomicBoolean isMended = new AtomicBoolean();

    @BeforeEach
    void open() throws IOException {
        files = Files.createDirectory(folder.resolve("来件"));
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
        reports = new StoredReports(store);
        plugins.with(
                        ReportImporter.class,
                        "rtf",
                        Map.of("media", "application/rtf"),
                        file -> isMended.get()
                                ? new Reading.Text(SourceText.onePage("云岭市水务局2023年度部门整体支出绩效自评报告"))
                                : new Reading.Refused("It is locked.", "Unlock it."))
                .with(Unpacker.class, "zip", Map.of("media", "application/zip"), UnfinishedImportTest::unzip);
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @Test
    void goesOnWhereABrokenOffImportStopped() throws IOException {
        for (int i = 1; i <= 5; i++) {
            write(i + ".txt", report(i));
        }
        List<Brought> told = new ArrayList<>();

        assertThatThrownBy(() -> intake().bringIn(
                                List.of(files), new Intake.Overrides("", 2019), cancelledAfter(2, told), told::add))
                .isInstanceOf(CancellationException.class);
        assertThat(intake().files())
                .extracting(FileRecord::state)
                .contains(Brought.State.QUEUED)
                .haveExactly(2, new org.assertj.core.api.Condition<>(it -> it == Brought.State.IMPORTED, "imported"));

        assertThat(bringIn(Intake.Order.of(List.of())))
                .extracting(Brought::state)
                .containsOnly(Brought.State.IMPORTED);
        assertThat(intake().files()).hasSize(5).extracting(FileRecord::state).containsOnly(Brought.State.IMPORTED);
        assertThat(reports.list(ReportFilter.ALL))
                .as("what was said when it began still holds")
                .extracting(it -> it.facts().year())
                .containsOnly(2019);
        assertThat(bringIn(Intake.Order.of(List.of()))).as("nothing is left").isEmpty();
    }

    @Test
    void retriesOnlyWhatFailed() throws IOException {
        write("好.txt", report(1));
        write("锁.rtf", "{\\rtf1 }");
        assertThat(bringIn(Intake.Order.of(List.of(files))))
                .extracting(Brought::state)
                .containsExactlyInAnyOrder(Brought.State.IMPORTED, Brought.State.FAILED);
        isMended.set(true);

        List<Brought> retried = bringIn(Intake.Order.of(List.of()).with(Intake.Which.FAILED));

        assertThat(retried)
                .extracting(Brought::file, Brought::state)
                .containsExactly(tuple(files.resolve("锁.rtf").toString(), Brought.State.IMPORTED));
        assertThat(bringIn(Intake.Order.of(List.of()).with(Intake.Which.FAILED)))
                .isEmpty();
    }

    @Test
    void tellsAWatcherOfAFailedFileOnceAndOfOneThatIsStillWrittenNotYet() throws IOException {
        write("锁.rtf", "{\\rtf1 }");
        write("照片.gif", "GIF89a");
        Files.setLastModifiedTime(write("正在写.txt", report(2)), FileTime.from(NOON.instant()));
        Intake.Order news = Intake.Order.of(List.of(files)).with(Intake.Which.NEWS);

        assertThat(bringIn(news))
                .extracting(Brought::state)
                .containsOnly(Brought.State.FAILED)
                .hasSize(2);
        assertThat(bringIn(news)).isEmpty();

        Files.setLastModifiedTime(files.resolve("正在写.txt"), LONG_AGO);
        assertThat(bringIn(news)).extracting(Brought::state).containsExactly(Brought.State.IMPORTED);
        assertThat(bringIn(news)).isEmpty();
    }

    @Test
    void writesFilesAndTheirStatesAsCsvInWhichNoNameIsAFormula() throws IOException {
        write("锁.rtf", "{\\rtf1 }");
        bringIn(Intake.Order.of(List.of(files)));
        Path list = folder.resolve("失败清单.csv");
        List<FileRecord> records = new ArrayList<>(intake().files());
        records.add(new FileRecord("=1+1|'x'!A1", Brought.State.FAILED, "", "“坏”,\n坏", "", 3, NOON.instant()));

        FileList.write(records, UnaryOperator.identity(), list);

        assertThat(Files.readString(list))
                .startsWith("\ufeff文件,状态,state,报告,页,原因,怎么办,时间")
                .contains("锁.rtf,失败,failed,,,", "It is locked.,Unlock it.,")
                .contains("'=1+1|'x'!A1,失败,failed,,3,\"“坏”,\n坏\"");
    }

    @Test
    void takesArchivesApartAndNamesEachFileByItsArchive() throws IOException {
        Path archive = zip("十二局.zip", Map.of("水务/自评.txt", report(1).getBytes(StandardCharsets.UTF_8)));
        Path outer = zip("全部.zip", Map.of("十二局.zip", Files.readAllBytes(archive), "坏.rtf", bytes("{\\rtf1 }")));
        Files.delete(archive);

        List<Brought> all = bringIn(Intake.Order.of(List.of(files)));

        assertThat(all)
                .extracting(Brought::file, Brought::state)
                .containsExactlyInAnyOrder(
                        tuple(outer + "!/十二局.zip!/水务/自评.txt", Brought.State.IMPORTED),
                        tuple(outer + "!/十二局.zip", Brought.State.IMPORTED),
                        tuple(outer + "!/坏.rtf", Brought.State.FAILED),
                        tuple(outer.toString(), Brought.State.IMPORTED));
        assertThat(all.getLast().reason()).contains("2 files", "1 of them failed");
        assertThat(reports.list(ReportFilter.ALL))
                .extracting(ReportSummary::file)
                .containsExactly(outer + "!/十二局.zip!/水务/自评.txt");
        assertThat(workspace.state().resolve("unpacked")).isEmptyDirectory();

        isMended.set(true);
        assertThat(bringIn(Intake.Order.of(List.of()).with(Intake.Which.FAILED)))
                .filteredOn(it -> it.file().endsWith("坏.rtf"))
                .extracting(Brought::state)
                .containsExactly(Brought.State.IMPORTED);
        assertThat(bringIn(Intake.Order.of(List.of(files))))
                .as("an archive of known files is not opened again")
                .extracting(Brought::file, Brought::state)
                .containsExactly(tuple(outer.toString(), Brought.State.DUPLICATE));
    }

    @Test
    void takesAnArchiveApartAmongManyOtherFiles() throws IOException {
        for (int i = 0; i < 30; i++) {
            write(String.format("%02d.txt", i), report(i));
        }
        zip("05-附件.zip", Map.of("甲.txt", bytes(report(101)), "乙.txt", bytes(report(102))));
        assertThat(bringIn(Intake.Order.of(List.of(files))))
                .hasSize(33)
                .extracting(Brought::state)
                .containsOnly(Brought.State.IMPORTED);
    }

    @Test
    void opensNoMoreThanEightArchivesOneInAnother() throws IOException {
        Path archive = zip("0.zip", Map.of("报告.txt", bytes(report(1))));
        for (int i = 1; i < 12; i++) {
            Path next = zip(i + ".zip", Map.of((i - 1) + ".zip", Files.readAllBytes(archive)));
            Files.delete(archive);
            archive = next;
        }
        List<Brought> all = bringIn(Intake.Order.of(List.of(files)));
        assertThat(all)
                .filteredOn(it -> it.state() == Brought.State.FAILED)
                .hasSize(1)
                .first()
                .satisfies(it -> {
                    assertThat(it.file().split("!/")).hasSize(9);
                    assertThat(it.reason()).contains("8 archives", "Unpack it");
                });
    }

    @Test
    void waitsForARecogniserAndReadsAsSoonAsThereIsOne() throws IOException {
        AtomicBoolean isReady = new AtomicBoolean();
        plugins.with(ReportImporter.class, "pdf", Map.of("media", "application/pdf"), _ -> {
                    throw new AssertionError("the reader of this test answers");
                })
                .with(TextRecogniser.class, "eyes", Map.of(), new Eyes(isReady));
        write("扫描.pdf", "%PDF-1.7 …");
        FileReader reader = new ScanReader(isReady);

        Brought waiting = bringIn(reader, Intake.Order.of(List.of(files))).getFirst();
        assertThat(waiting.state()).isEqualTo(Brought.State.NEEDS_OCR);
        assertThat(waiting.reason()).contains("3 pages", "Install one.");
        assertThat(bringIn(reader, Intake.Order.of(List.of()))).as("still none").isEmpty();

        isReady.set(true);
        assertThat(bringIn(reader, Intake.Order.of(List.of())))
                .extracting(Brought::state)
                .containsExactly(Brought.State.IMPORTED);
    }

    @Test
    @Timeout(60)
    void noticesWhatIsPutIntoAWatchedFolderAndBelow() throws Exception {
        List<String> seen = new ArrayList<>();
        try (FolderWatch watch = new FolderWatch(List.of(files), Duration.ofMillis(100), Duration.ofSeconds(30))) {
            Thread writer = Thread.ofPlatform().start(() -> putAfterAMoment("新/2023/水务局.txt"));
            watch.follow(
                    () -> !seen.isEmpty() && Files.exists(files.resolve("新/2023/水务局.txt")), () -> seen.add("changed"));
            writer.join();
        }
        assertThat(seen).isNotEmpty();
        assertThat(files.resolve("新/2023/水务局.txt"))
                .as("files are only looked at")
                .exists();
    }

    private void putAfterAMoment(String name) {
        try {
            Thread.sleep(300);
            write(name, report(3));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static java.util.Optional<Reading.Refused> unzip(gewu.api.intake.SourceFile archive, Unpacker.Receiver into)
            throws IOException {
        try (ZipInputStream zip = new ZipInputStream(archive.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                into.file(entry.getName(), entry.getCompressedSize(), new ByteArrayInputStream(zip.readAllBytes()));
            }
        }
        return java.util.Optional.empty();
    }

    private Path zip(String name, Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new LinkedHashMap<>(content).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        Path file = Files.write(files.resolve(name), bytes.toByteArray());
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    private static Progress cancelledAfter(int count, List<Brought> told) {
        return new Progress() {
            @Override
            public void total(long steps) {}

            @Override
            public void step(String what) {}

            @Override
            public boolean isCancelled() {
                return told.size() >= count;
            }
        };
    }

    private List<Brought> bringIn(Intake.Order order) {
        return intake().bringIn(order, Progress.NONE, it -> {});
    }

    private List<Brought> bringIn(FileReader reader, Intake.Order order) {
        return new FileIntake(workspace, store, plugins, reader, id -> "1.0.0", () -> {}, NOON)
                .bringIn(order, Progress.NONE, it -> {});
    }

    private FileIntake intake() {
        return new FileIntake(workspace, store, plugins, new HouseReader(plugins), id -> "1.0.0", () -> {}, NOON);
    }

    private Path write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, LONG_AGO);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String report(int number) {
        return "云岭市第" + number + "水库管理处2022年度部门整体支出绩效自评报告\n\n一、概况\n本处有职工" + number + "0人。\n";
    }

    /// Reads scans once somebody can see.
    private record ScanReader(AtomicBoolean isReady) implements FileReader {
        @Override
        public ReadResult read(ReadRequest request) {
            return isReady.get()
                    ? new ReadResult.Words(SourceText.onePage(report(7)), List.of(), List.of(), "")
                    : new ReadResult.NeedsOcr(3, "No recogniser.", "Install one.");
        }

        @Override
        public void close() {}
    }

    /// A recogniser that comes and goes.
    private record Eyes(AtomicBoolean isReady) implements TextRecogniser {
        @Override
        public Readiness readiness() {
            return isReady.get() ? new Readiness.Ready("眼睛 1.0") : new Readiness.Missing("没有眼睛。", "装上眼睛。");
        }

        @Override
        public Recognised recognise(BufferedImage page, int dpi) {
            Box box = new Box(0, 0, 10, 10);
            return new Recognised(List.of(new LaidPage.Glyph("字", box, 10, false, 0.9)), 0);
        }
    }
}
