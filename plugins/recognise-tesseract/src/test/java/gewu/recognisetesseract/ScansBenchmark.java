package gewu.recognisetesseract;

import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.TextRecogniser.Recognised;
import gewu.recognisetesseract.Scan.Cell;
import gewu.recognisetesseract.Scan.Scanner;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prints the table in the README: how many characters are read wrongly, and how long a page takes.
@Tag("bench")
class ScansBenchmark {
    private static final Map<String, Scanner> SCANNERS = new TreeMap<>(Map.of(
            "1 300 dpi", Scanner.clean(300),
            "2 200 dpi", Scanner.clean(200),
            "3 150 dpi", Scanner.clean(150),
            "4 300 dpi, 0.8 degrees askew, blur, noise, JPEG 60", new Scanner(300, 0.8, 1, 12, 0.6f),
            "5 200 dpi, 0.8 degrees askew, blur, noise, JPEG 40", new Scanner(200, 0.8, 1, 12, 0.4f),
            "6 200 dpi, 1.5 degrees askew, noise", new Scanner(200, -1.5, 0, 12, 1),
            "7 150 dpi, 1.5 degrees askew, JPEG 60", new Scanner(150, 1.5, 0, 0, 0.6f)));

    @Test
    void measure() throws IOException {
        TesseractRecogniser recogniser = new TesseractRecogniser(new Program());
        for (Map.Entry<String, Scanner> scanner : SCANNERS.entrySet()) {
            Scan prose = Scan.prose(scanner.getValue());
            long start = System.nanoTime();
            Recognised read = recogniser.recognise(prose.picture(), prose.dpi());
            double proseSeconds = since(start);
            Scan table = Scan.table(scanner.getValue());
            start = System.nanoTime();
            List<Glyph> cells =
                    recogniser.recognise(table.picture(), table.dpi()).glyphs();
            double tableSeconds = since(start);
            System.out.printf(
                    "| %s | %.2f %% | %.1f s | %.2f | %d of %d | %.1f s |%n",
                    scanner.getKey(),
                    prose.errors(read.glyphs()),
                    proseSeconds,
                    read.turned(),
                    table.cells().stream()
                            .filter(cell -> Scan.in(cell, cells).equals(cell.text()))
                            .count(),
                    table.cells().size(),
                    tableSeconds);
            for (Cell cell : table.cells()) {
                if (!Scan.in(cell, cells).equals(cell.text())) {
                    System.out.println("    " + cell.text() + " read as " + Scan.in(cell, cells));
                }
            }
            System.out.println("    " + Scan.wordsOf(read.glyphs()));
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
