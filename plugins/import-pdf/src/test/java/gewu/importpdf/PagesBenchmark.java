package gewu.importpdf;

import gewu.api.intake.LaidDocument;
import gewu.api.intake.LaidPage;
import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prints how many pages a second are read, beside the library's own text stripper on the same file. Other files are
/// measured with `-Dgewu.bench.pdf=FILE`.
@Tag("bench")
class PagesBenchmark {
    private static final int ROUNDS = Boolean.getBoolean("gewu.long") ? 15 : 5;
    private static final int PAGES = 300;

    @Test
    void measure(@TempDir Path folder) throws IOException {
        String other = System.getProperty("gewu.bench.pdf", "");
        Path file = other.isEmpty() ? Files.write(folder.resolve("报告.pdf"), report()) : Path.of(other);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        // The first round warms up.
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            int pages = readByUs(file);
            double seconds = since(start);
            start = System.nanoTime();
            readByThem(file);
            double bare = since(start);
            if (round > 0) {
                ours.add(pages / seconds);
                theirs.add(pages / bare);
            }
        }
        System.out.printf(
                "%s: %.0f pages/s with places and lines, %.0f pages/s with PDFTextStripper, ratio %.2f (medians of %d)%n",
                other.isEmpty() ? PAGES + " generated pages" : other,
                median(ours),
                median(theirs),
                median(ours) / median(theirs),
                ROUNDS);
    }

    private static int readByUs(Path file) throws IOException {
        Reading reading = new PdfImporter().read(SourceFile.onDisk(file, Pdf.MEDIA_TYPE, file));
        try (LaidDocument document = ((Reading.Laid) reading).document()) {
            int glyphs = 0;
            for (int number = 1; number <= document.pages(); number++) {
                LaidPage page = document.page(number);
                glyphs += page.glyphs().size();
            }
            if (glyphs == 0) {
                throw new IllegalStateException("Nothing was read.");
            }
            return document.pages();
        }
    }

    private static void readByThem(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()))) {
            if (new PDFTextStripper().getText(document).isBlank()) {
                throw new IllegalStateException("Nothing was read.");
            }
        }
    }

    /// Each page has thirty lines of words and a table of forty cells.
    private static byte[] report() {
        Pdf pdf = new Pdf();
        for (int number = 1; number <= PAGES; number++) {
            List<String> drawing = new ArrayList<>();
            for (int line = 0; line < 30; line++) {
                drawing.add(Pdf.words(
                        "Song",
                        12,
                        "本年度第" + line + "项支出" + number * 37 + "." + line + "万元，用于办理群众来信来访和督查督办。",
                        90,
                        780 - 16 * line));
            }
            for (int row = 0; row <= 10; row++) {
                drawing.add("90 " + (50 + 20 * row) + " 400 0.48 re f");
                for (int column = 0; column < 4 && row < 10; column++) {
                    drawing.add((90 + 100 * column) + " " + (50 + 20 * row) + " 0.48 20 re f");
                    drawing.add(
                            Pdf.words("Song", 10, "指标" + row + "得" + column + "分", 95 + 100 * column, 56 + 20 * row));
                }
            }
            pdf.page(drawing.toArray(new String[0]));
        }
        return pdf.bytes();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
