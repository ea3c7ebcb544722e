package gewu.kernel.read;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.kernel.plugin.PluginForge;
import gewu.kernel.plugin.PluginSettings;
import gewu.kernel.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Importers that do their worst, each in a real worker process: every one costs its own file only.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkerReaderTest {
    private static final String GOOD = "二〇二三年度绩效自评报告";

    /// What the first words of a file tell the importer to do.
    private static final String DEED = """
            final class Deeds implements gewu.api.intake.ReportImporter {
                public gewu.api.intake.Reading read(gewu.api.intake.SourceFile file) throws IOException {
                    String words = new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8);
                    try {
                        switch (words.split(" ")[0]) {
                            case "sleep" -> Thread.sleep(600_000);
                            case "loop" -> { while (System.nanoTime() != 0) { words = words + ""; } }
                            case "hoard" -> { List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[10_000_000]); } }
                            case "exit" -> System.exit(7);
                            case "halt" -> Runtime.getRuntime().halt(8);
                            case "deep" -> deep(0);
                            case "throw" -> throw new IllegalStateException("坏透了");
                            case "print" -> { for (int i = 0; i < 10_000; i++) { System.out.println("hello"); } }
                            case "long" -> words = "字".repeat(30_000_000);
                            case "child" -> { new ProcessBuilder("sleep", "600").start(); Thread.sleep(600_000); }
                            case "socket" -> new java.net.Socket("127.0.0.1", 9).close();
                            case "channel" -> java.nio.channels.SocketChannel.open().close();
                            case "url" -> java.net.URI.create("http://127.0.0.1:9/x").toURL().openStream().close();
                            case "entity" -> javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
                                    new ByteArrayInputStream(("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>").getBytes()));
                            default -> {}
                        }
                    } catch (InterruptedException e) { throw new IOException(e); } catch (Exception e) {
                        if (e instanceof RuntimeException r) { throw r; }
                        return new gewu.api.intake.Reading.Refused(e.getClass().getSimpleName() + ": " + e.getMessage(), "none");
                    }
                    return new gewu.api.intake.Reading.Text(gewu.api.report.SourceText.onePage(words));
                }
                static int deep(int n) { return deep(n + 1) + 1; }
            }
            """;

    @TempDir
    private Path folder;

    private Plugins plugins;
    private WorkerReader reader;

    @BeforeEach
    void open() throws IOException {
        Path bundled = Files.createDirectories(folder.resolve("bundled/deeds"));
        PluginForge.plugin("deeds")
                .xml(
                        "<extension point=\"importer\" id=\"deeds\" class=\"forged.deeds.Deeds\" media=\"text/x\" seconds=\"4\"/>")
                .source("Deeds", DEED)
                .jar(bundled);
        plugins = new Plugins(new PluginSettings(
                getClass().getClassLoader(),
                List.of(folder.resolve("bundled")),
                folder.resolve("plugins"),
                folder.resolve("state"),
                folder.resolve("data"),
                Map.of(),
                Clock.systemUTC(),
                false));
        plugins.start();
        WorkerSetup setup = new WorkerSetup(
                2,
                96,
                List.of(folder.resolve("bundled")),
                folder.resolve("plugins"),
                folder.resolve("state/disabled.txt"),
                folder.resolve("workers"),
                false,
                Map.of());
        reader = new WorkerReader(setup, plugins, new HouseReader(plugins));
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        plugins.close();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .as("no worker and none of its children is left")
                .isEmpty();
        try (var left = Files.list(folder.resolve("workers"))) {
            assertThat(left).as("workers clean up behind themselves").isEmpty();
        }
    }

    @Test
    void readsOneFileAfterAnotherInTheSameWorker() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(textOf(read(GOOD + i))).isEqualTo(GOOD + i);
        }
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(it -> it.info().commandLine().orElse("").contains(Worker.class.getName())))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void endsAFileThatNeverEndsAndWhateverItStarted() throws IOException {
        for (String deed : List.of("sleep", "loop", "child")) {
            assertThat(refusalOf(deed).why()).as(deed).contains("longer than 4 s");
            assertThat(textOf(read(GOOD))).isEqualTo(GOOD);
        }
    }

    @Test
    void saysThatAFileWantedTooMuchMemory() throws IOException {
        ReadResult.Refused refused = refusalOf("hoard");
        assertThat(refused.why()).contains("more memory");
        assertThat(refused.remedy()).contains("gewu.worker.megabytes");
        assertThat(textOf(read(GOOD))).isEqualTo(GOOD);
    }

    @Test
    void outlivesWhateverEndsAWorkerAndNamesHowItEnded() throws IOException {
        assertThat(refusalOf("halt").why()).contains("died", "8");
        assertThat(textOf(read(GOOD))).isEqualTo(GOOD);
        assertThat(refusalOf("exit").why()).isNotBlank();
        assertThat(textOf(read(GOOD))).isEqualTo(GOOD);
    }

    @Test
    void answersForFaultsWithoutLosingTheWorker() throws IOException {
        assertThat(refusalOf("throw").why()).contains("坏透了");
        assertThat(refusalOf("deep").why()).contains("StackOverflow");
        assertThat(textOf(read("print " + GOOD))).endsWith(GOOD);
        assertThat(refusalOf("long").why()).matches(".*(20000000 characters|memory).*");
        assertThat(textOf(read(GOOD))).isEqualTo(GOOD);
    }

    @Test
    void hasNoNetworkAndFetchesNoEntity() throws IOException {
        for (String deed : List.of("socket", "channel", "url")) {
            assertThat(refusalOf(deed).why()).as(deed).contains("no network");
        }
        assertThat(refusalOf("entity").why()).contains("accessExternalDTD");
    }

    @Test
    void endsTheWorkerOfAFileThatNobodyWantsAnyMore() throws Exception {
        int busyWithAChildOfItsOwn = 2;
        assertThatNoWorkerIsLeftAfterInterrupting(write("child"), busyWithAChildOfItsOwn);
    }

    @Test
    void endsAWorkerThatIsNotReadyYetWhenNobodyWaitsForItAnyMore() throws Exception {
        int justStarted = 1;
        assertThatNoWorkerIsLeftAfterInterrupting(write("sleep"), justStarted);
    }

    private void assertThatNoWorkerIsLeftAfterInterrupting(Path file, int processes) throws Exception {
        Thread wanting = Thread.ofPlatform().start(() -> reader.read(request(file)));
        while (ProcessHandle.current().descendants().count() < processes) {
            Thread.sleep(5);
        }
        List<ProcessHandle> workers = ProcessHandle.current().descendants().toList();
        wanting.interrupt();
        wanting.join();
        for (ProcessHandle worker : workers) {
            assertThat(worker.onExit())
                    .as("it is ended, whenever the system buries it")
                    .succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    private ReadResult.Refused refusalOf(String deed) throws IOException {
        ReadResult result = read(deed);
        assertThat(result).as(deed).isInstanceOf(ReadResult.Refused.class);
        return (ReadResult.Refused) result;
    }

    private static String textOf(ReadResult result) {
        assertThat(result).isInstanceOf(ReadResult.Words.class);
        return ((ReadResult.Words) result).source().text();
    }

    private ReadResult read(String words) throws IOException {
        return reader.read(request(write(words)));
    }

    private Path write(String words) throws IOException {
        return Files.writeString(folder.resolve("file.x"), words);
    }

    private ReadRequest request(Path file) {
        return new ReadRequest(file, file, "text/x", "deeds/deeds", ReadRequest.Ocr.AUTO, folder.resolve("scratch"));
    }
}
