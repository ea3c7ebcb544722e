package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.SourceText;
import gewu.kernel.page.PageComposer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [ReportImporter] must do. Extend it in the importer's own package and add cases of your own.
public abstract class ImporterContract {
    /// The importer under test.
    protected abstract ReportImporter importer();

    /// Files that become a text; at least one.
    protected abstract List<SourceFile> readable();

    /// Files that can't become a text, each for a reason of its own; at least one.
    protected abstract List<SourceFile> unreadable();

    @Test
    void readsWhatIsReadable() throws IOException {
        assertThat(readable()).isNotEmpty();
        for (SourceFile file : readable()) {
            Reading reading = read(file);
            assertThat(reading).as(file.name()).isInstanceOf(Reading.Text.class);
            if (reading instanceof Reading.Text text) {
                InChinese.check(importer(), text.remark());
            }
        }
    }

    @Test
    void pagesAreNumberedFromOneAndCoverTheText() throws IOException {
        for (SourceFile file : readable()) {
            if (read(file) instanceof Reading.Text text) {
                SourceText source = text.source();
                int number = 0;
                for (Page page : source.pages()) {
                    assertThat(page.number()).as(file.name()).isEqualTo(++number);
                }
                assertThat(source.pages().getLast().end())
                        .isEqualTo(source.text().length());
            }
        }
    }

    @Test
    void refusesWithAReasonAndTheNextMove() throws IOException {
        assertThat(unreadable()).isNotEmpty();
        for (SourceFile file : unreadable()) {
            switch (read(file)) {
                case Reading.Refused(var why, var remedy) -> {
                    assertThat(why).as(file.name()).isNotBlank();
                    assertThat(remedy).as(file.name()).isNotBlank();
                    InChinese.check(importer(), why);
                    InChinese.check(importer(), remedy);
                }
                case Reading.Text text ->
                    assertThat(text).as(file.name() + " was to be refused").isNull();
                case Reading.Laid laid ->
                    assertThat(laid).as(file.name() + " was to be refused").isNull();
            }
        }
    }

    @Test
    void theSameFileReadsTheSameTwice() throws IOException {
        for (SourceFile file : readable()) {
            assertThat(read(file)).as(file.name()).isEqualTo(read(file));
        }
    }

    @Test
    void leavesTheBytesAlone() throws IOException {
        for (SourceFile file : readable()) {
            byte[] before = file.bytes().clone();
            importer().read(file);

            assertThat(Arrays.equals(file.bytes(), before)).as(file.name()).isTrue();
        }
    }

    /// A cut or scrambled file is refused, or read as what it says; the only exception is [IOException].
    @Test
    void survivesDamagedFiles() throws IOException {
        Random random = new Random(3);
        for (SourceFile file : readable()) {
            for (int i = 0; i < 20; i++) {
                byte[] damaged = Arrays.copyOf(file.bytes(), random.nextInt(file.bytes().length + 1));
                for (int j = 0; j < damaged.length / 50; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                answered(new SourceFile(file.path(), file.mediaType(), damaged));
            }
        }
        answered(new SourceFile(Path.of("空文件"), readable().getFirst().mediaType(), new byte[0]));
    }

    @Test
    void oneImporterServesFourThreads() throws Exception {
        ReportImporter shared = importer();
        SourceFile file = readable().getFirst();

        FourThreads.allGet(read(shared, file), () -> read(shared, file));
    }

    /// Reads to the end: fixed pages are composed as the house does, without recognising any.
    private Reading read(SourceFile file) throws IOException {
        return read(importer(), file);
    }

    private static Reading read(ReportImporter importer, SourceFile file) throws IOException {
        Reading reading = importer.read(file);
        if (!(reading instanceof Reading.Laid(var document))) {
            return reading;
        }
        try (document) {
            PageComposer composer = new PageComposer();
            for (int number = 1; number <= document.pages(); number++) {
                composer.add(document.page(number), PageLook.Origin.TEXT_LAYER, "", 0, "");
            }
            return composer.finish();
        }
    }

    private void answered(SourceFile file) {
        try {
            Reading reading = read(file);
            assertThat(reading).isNotNull();
            if (reading instanceof Reading.Refused(var why, var remedy)) {
                InChinese.check(importer(), why);
                InChinese.check(importer(), remedy);
            }
        } catch (IOException allowed) {
            assertThat(allowed).hasMessageMatching("(?s).+");
        }
    }
}
