package gewu.kernel.read;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.kernel.plugin.PluginForge;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that behave, and pages that don't, drawn in workers.
final class WorkerPainterTest {
    private static final int SECONDS = 4;

    /// What a page does when it is drawn stands in its file, a line a page.
    private static final String PAINTER = """
            import gewu.api.intake.*;
            import java.awt.image.BufferedImage;
            import java.io.*;
            import java.util.*;

            public class Papers implements ReportImporter {
                public Reading read(SourceFile file) throws IOException {
                    List<String> pages = new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
                    return new Reading.Laid(new LaidDocument() {
                        public int pages() { return pages.size(); }
                        public LaidPage page(int number) throws IOException { throw new IOException("not asked for"); }
                        public BufferedImage picture(int number, int dpi) throws IOException {
                            switch (pages.get(number - 1)) {
                                case "loop" -> { long n = 0; while (System.nanoTime() != 0) { n++; } }
                                case "hoard" -> { List<Object> all = new ArrayList<>(); while (true) {
                                    all.add(new BufferedImage(4000, 4000, BufferedImage.TYPE_INT_RGB)); } }
                                case "halt" -> Runtime.getRuntime().halt(8);
                                case "broken" -> throw new IOException("its ink is dry.");
                                case "throw" -> throw new IllegalStateException("坏透了");
                                default -> {}
                            }
                            return new BufferedImage(dpi, 2 * dpi, BufferedImage.TYPE_BYTE_GRAY);
                        }
                        public void close() {}
                    });
                }
            }
            """;

    @TempDir
    private Path folder;

    private WorkerPainter painter;

    @BeforeEach
    void open() throws IOException {
        Path bundled = Files.createDirectories(folder.resolve("bundled/papers"));
        PluginForge.plugin("papers")
                .xml("<extension point=\"importer\" id=\"papers\" class=\"forged.papers.Papers\" media=\"text/x\"/>")
                .source("Papers", PAINTER)
                .jar(bundled);
        painter = painter(Duration.ofMinutes(5));
    }

    private WorkerPainter painter(Duration warm) {
        WorkerSetup setup = new WorkerSetup(
                2,
                96,
                List.of(folder.resolve("bundled")),
                folder.resolve("plugins"),
                folder.resolve("state/disabled.txt"),
                folder.resolve("workers"),
                false,
                Map.of());
        return new WorkerPainter(setup, warm, SECONDS);
    }

    @AfterEach
    void close() throws IOException {
        painter.close();
        assertThat(workers()).as("no worker is left").isEmpty();
        try (var left = Files.list(folder.resolve("workers"))) {
            assertThat(left).as("workers clean up behind themselves").isEmpty();
        }
    }

    @Test
    void pagesAreDrawnOneAfterTheOtherByTheSameWorker() throws IOException {
        Path file = write("一\n二\n三");

        assertThat(sizeOf(draw(file, 1))).isEqualTo("72x144");
        Set<Long> first = workers();
        assertThat(sizeOf(draw(file, 2))).isEqualTo("72x144");
        assertThat(sizeOf(draw(file, 3))).isEqualTo("72x144");

        assertThat(first).hasSize(1);
        assertThat(workers()).isEqualTo(first);
    }

    @Test
    void aPageThatNeverEndsIsBrokenOffAndTheNextOneIsDrawn() throws IOException {
        Path file = write("loop\n二");

        assertThat(refusalOf(draw(file, 1)).why()).isEqualTo("Page 1 could not be drawn within 4 seconds.");
        assertThat(sizeOf(draw(file, 2))).isEqualTo("72x144");
    }

    @Test
    void aPageThatWantsAllMemoryIsRefusedAndTheNextOneIsDrawn() throws IOException {
        Path file = write("hoard\n二");

        assertThat(refusalOf(draw(file, 1)).why()).isEqualTo("Page 1 takes more memory than a worker has.");
        assertThat(sizeOf(draw(file, 2))).isEqualTo("72x144");
    }

    @Test
    void aWorkerThatDiesIsNamedAndReplaced() throws IOException {
        Path file = write("halt\n二");

        assertThat(refusalOf(draw(file, 1)).why()).contains("died", "8");
        assertThat(sizeOf(draw(file, 2))).isEqualTo("72x144");
    }

    @Test
    void aBrokenPageSaysWhyWithoutLosingTheWorker() throws IOException {
        Path file = write("一\nbroken\nthrow\n");
        draw(file, 1);
        Set<Long> first = workers();

        assertThat(refusalOf(draw(file, 2)).why()).isEqualTo("Page 2 can't be drawn: its ink is dry.");
        assertThat(refusalOf(draw(file, 3)).why()).contains("坏透了");
        assertThat(workers()).isEqualTo(first);
    }

    @Test
    void aWorkerThatNobodyNeedsAnyMoreEnds() throws Exception {
        painter.close();
        painter = painter(Duration.ofMillis(200));
        draw(write("一"), 1);

        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!workers().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(workers()).isEmpty();
    }

    private static Set<Long> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private Drawing draw(Path file, int page) {
        return painter.draw(new DrawRequest(file, file, "text/x", "papers/papers", page, 72));
    }

    private Path write(String words) throws IOException {
        return Files.writeString(folder.resolve("file.x"), words);
    }

    private static String sizeOf(Drawing drawing) throws IOException {
        assertThat(drawing).isInstanceOf(Drawing.Picture.class);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(((Drawing.Picture) drawing).png()));
        return picture.getWidth() + "x" + picture.getHeight();
    }

    private static Drawing.Refused refusalOf(Drawing drawing) {
        assertThat(drawing).isInstanceOf(Drawing.Refused.class);
        return (Drawing.Refused) drawing;
    }
}
