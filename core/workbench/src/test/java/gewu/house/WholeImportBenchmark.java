package gewu.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleFiles;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many reports a second the distribution brings in, from the call to its end, the start of its processes included;
/// and without what one single report takes, which is the start. Beside it, in the same run and on as many threads, two
/// bare loops over the same files: the library alone, and the
/// library with Lucene and its own Chinese analyser behind it, each paragraph a document. Neither keeps, isolates or
/// explains anything. Needs a packaged distribution.
@Tag("bench")
final class WholeImportBenchmark {
    private static final boolean LONG = Boolean.getBoolean("gewu.long");
    private static final int WORKERS = 2;
    private static final int REPORTS = LONG ? 2_000 : 100;
    private static final int TEXTS = LONG ? 20_000 : 500;
    private static final int SCANS = LONG ? 40 : 6;
    private static final Pattern AFTER_COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /// Reads a file with a library and gives its text.
    private interface Bare {
        String text(Path file) throws Exception;
    }

    private static final Map<String, Bare> LOOPS = loops();

    @TempDir
    private Path folder = Path.of("");

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void reportsASecondByFormat() throws Exception {
        assumeThereIsADistribution();
        System.out.printf(
                "%-6s %7s %10s %12s %8s %10s %10s %10s %14s%n",
                "kind",
                "reports",
                "library/s",
                "+ Lucene/s",
                "gewu/s",
                "/ library",
                "/ + Lucene",
                "started/s",
                "started / both");
        for (Map.Entry<String, Bare> loop : LOOPS.entrySet()) {
            Path files = write(loop.getKey(), REPORTS);
            bare(files, loop.getValue());
            double library = REPORTS / bare(files, loop.getValue());
            double indexed = REPORTS / indexed(files, loop.getValue());
            double seconds = bringIn(files, "来件-" + loop.getKey(), REPORTS, "");
            double ours = REPORTS / seconds;
            Path one = folder.resolve("one-" + loop.getKey());
            try (Stream<Path> listed = Files.list(files)) {
                Path first = listed.sorted().findFirst().orElseThrow();
                Files.copy(first, Files.createDirectories(one).resolve(first.getFileName()));
            }
            double start = bringIn(one, "单件-" + loop.getKey(), 1, "");
            double started = (REPORTS - 1) / (seconds - start);
            System.out.printf(
                    "%-6s %7d %10.0f %12.0f %8.0f %10.2f %10.2f %10.0f %14.2f%n",
                    loop.getKey(),
                    REPORTS,
                    library,
                    indexed,
                    ours,
                    ours / library,
                    ours / indexed,
                    started,
                    started / indexed);
        }
    }

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void heapWhileManyTextsComeIn() throws Exception {
        assumeThereIsADistribution();
        Path files = write("txt", TEXTS);
        Path log = folder.resolve("gc.log");
        double seconds = bringIn(files, "大批", TEXTS, "-Xlog:gc:file=" + log);
        int kept = 0;
        int size = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = AFTER_COLLECTION.matcher(line);
            if (matcher.find()) {
                kept = Math.max(kept, Integer.parseInt(matcher.group(2)));
                size = Math.max(size, Integer.parseInt(matcher.group(3)));
            }
        }
        assertThat(kept).as("the log of collections was understood").isPositive();
        System.out.printf(
                "%d texts: %.0f/s; the main process held at most %d MB after a collection, its heap grew to %d MB%n",
                TEXTS, TEXTS / seconds, kept, size);
    }

    @Test
    @SuppressWarnings("SystemOut") // a benchmark prints its figures
    void scannedPagesASecond() throws Exception {
        assumeThereIsADistribution();
        Font font = chineseFont();
        assumeTrue(font != null, "No Chinese font is installed (apt install fonts-noto-cjk).");
        assumeTrue(hasTesseract(), "tesseract is not installed (apt install tesseract-ocr tesseract-ocr-chi-sim).");
        Path files = Files.createDirectories(folder.resolve("扫描件"));
        for (int i = 0; i < SCANS; i++) {
            ImageIO.write(page(i, font), "png", files.resolve(i + ".png").toFile());
        }
        double bare = SCANS / bare(files, WholeImportBenchmark::recognised);
        double ours = SCANS / bringIn(files, "扫描", SCANS, "");
        System.out.printf(
                "%d scanned pages, %d workers: tesseract alone %.2f/s, gewu %.2f/s, ratio %.2f%n",
                SCANS, WORKERS, bare, ours, ours / bare);
    }

    private static Map<String, Bare> loops() {
        Map<String, Bare> loops = new LinkedHashMap<>();
        loops.put("txt", Files::readString);
        loops.put("docx", file -> {
            try (InputStream in = Files.newInputStream(file);
                    XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(in))) {
                return words.getText();
            }
        });
        loops.put("xlsx", file -> {
            try (InputStream in = Files.newInputStream(file);
                    XSSFExcelExtractor words = new XSSFExcelExtractor(new XSSFWorkbook(in))) {
                return words.getText();
            }
        });
        loops.put("pdf", file -> {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                return new PDFTextStripper().getText(document);
            }
        });
        loops.put("html", file -> Jsoup.parse(file.toFile()).wholeText());
        loops.put("rtf", file -> {
            StringTextConverter words = new StringTextConverter();
            try (InputStream in = Files.newInputStream(file)) {
                words.convert(new RtfStreamSource(in));
            }
            return words.getText();
        });
        loops.put("zip", file -> {
            try (ZipFile zip = new ZipFile(file.toFile(), Charset.forName("GBK"))) {
                return zip.stream().map(it -> unpacked(zip, it)).collect(Collectors.joining());
            }
        });
        return loops;
    }

    private static String unpacked(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path write(String kind, int count) throws IOException {
        Path files = Files.createDirectories(folder.resolve("files-" + kind + "-" + count));
        ReportGenerator generator = new ReportGenerator(kind.hashCode());
        for (int i = 0; i < count; i++) {
            Files.write(
                    files.resolve(String.format("%05d.%s", i, kind)),
                    SampleFiles.of(kind, generator.report(i).text()));
        }
        return files;
    }

    /// Seconds that the library takes alone.
    private static double bare(Path files, Bare loop) throws Exception {
        return onAll(files, file -> assertThat(loop.text(file)).isNotBlank());
    }

    /// Seconds that the library and Lucene take together.
    private double indexed(Path files, Bare loop) throws Exception {
        Path place = Files.createTempDirectory(folder, "lucene");
        try (FSDirectory directory = FSDirectory.open(place);
                Analyzer analyzer = new SmartChineseAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            return onAll(files, file -> {
                for (String paragraph : loop.text(file).split("\n")) {
                    Document document = new Document();
                    document.add(new TextField("text", paragraph, Field.Store.YES));
                    writer.addDocument(document);
                }
            });
        }
    }

    private interface Task {
        void run(Path file) throws Exception;
    }

    private static double onAll(Path files, Task task) throws Exception {
        List<Path> all;
        try (Stream<Path> listed = Files.list(files)) {
            all = listed.sorted().toList();
        }
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            List<Callable<Path>> tasks = new ArrayList<>();
            all.forEach(file -> tasks.add(() -> {
                task.run(file);
                return file;
            }));
            for (Future<Path> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).exists();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /// Seconds from the call of the distribution to its end.
    private double bringIn(Path files, String workspace, int reports, String options) throws Exception {
        Path papers = Files.createDirectories(folder.resolve("papers"));
        Distribution gewu =
                new Distribution(folder.resolve(workspace), papers).with("-Dgewu.workers=" + WORKERS, options);
        long began = System.nanoTime();
        Distribution.Answer answer = gewu.call("import", files.toString(), "--json");
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(answer.out().stream()
                        .filter(it -> it.contains("\"state\":\"imported\"") && !it.contains("\"report\":null")))
                .as(answer.err())
                .hasSize(reports);
        return seconds;
    }

    private static void assumeThereIsADistribution() {
        assumeTrue(Distribution.isThere(), "There is no packaged distribution: run mvn package before.");
    }

    private static String recognised(Path picture) throws IOException, InterruptedException {
        ProcessBuilder tesseract = new ProcessBuilder(
                        "tesseract", picture.toString(), "-", "-l", "chi_sim", "--psm", "6", "--dpi", "300")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        tesseract.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = tesseract.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? text : "";
    }

    private static boolean hasTesseract() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(20, TimeUnit.SECONDS) && said.contains("chi_sim");
        } catch (IOException missing) {
            return false;
        }
    }

    private static @Nullable Font chineseFont() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(it -> it.canDisplay('绩') && it.getName().contains("Serif"))
                .findFirst()
                .orElse(null);
    }

    /// A page of twenty lines, printed at 300 dots an inch.
    private static BufferedImage page(int number, Font font) {
        BufferedImage page = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(font.deriveFont(58f));
        String text = new ReportGenerator(number).report(number).text().replaceAll("\\s+", "");
        for (int line = 0; line < 20; line++) {
            int from = line * 30;
            pen.drawString(text.substring(from, from + 30), 300, 400 + line * 110);
        }
        pen.dispose();
        return page;
    }
}
