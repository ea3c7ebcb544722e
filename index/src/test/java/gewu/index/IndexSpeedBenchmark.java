package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast reports are taken into the index and how large it becomes, beside Lucene with its own Chinese analyser and
/// one stored field for the same paragraphs. One thread, merges included, both in turn in one run.
@Tag("bench")
class IndexSpeedBenchmark {
    private static final boolean LONG = Boolean.getBoolean("gewu.long");
    private static final int REPORTS = Integer.getInteger("gewu.reports", LONG ? 3_000 : 600);
    private static final int ROUNDS = LONG ? 5 : 2;

    @TempDir
    private Path folder;

    private final List<Report> reports = new ArrayList<>();

    @Test
    void indexesBesideLuceneWithItsOwnChineseAnalyser() throws IOException {
        new ReportGenerator(1).reports(REPORTS).forEach(it -> reports.add(GeneratedReports.cut(it)));
        long bytes = reports.stream()
                .mapToLong(it -> it.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        long paragraphs =
                reports.stream().mapToLong(it -> it.paragraphs().size()).sum();
        System.out.printf("%d reports, %d paragraphs, %.1f MB of text%n", REPORTS, paragraphs, bytes / 1e6);

        writeOurs(reports.subList(0, REPORTS / 5), folder.resolve("warm ours"));
        writeRaw(reports.subList(0, REPORTS / 5), folder.resolve("warm raw"));
        List<Time> ours = new ArrayList<>();
        List<Time> raw = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            raw.add(writeRaw(reports, folder.resolve("raw " + round)));
            ours.add(writeOurs(reports, folder.resolve("ours " + round)));
            print("round " + (round + 1), bytes, raw.getLast(), ours.getLast());
        }
        print("median", bytes, median(raw), median(ours));
        System.out.printf(
                "index / text: raw smartcn %.2f, words and bigrams %.2f (goal 1.65)%n",
                (double) size(folder.resolve("raw 0")) / bytes, (double) size(folder.resolve("ours 0")) / bytes);
        sizes(folder.resolve("ours 0"), bytes);
    }

    /// How long something took: on the clock, and as the thread's own work, which other work on the machine disturbs
    /// less.
    private record Time(double wall, double work) {
        static Time since(Time begun) {
            Time now = now();
            return new Time(now.wall - begun.wall, now.work - begun.work);
        }

        static Time now() {
            return new Time(
                    System.nanoTime() / 1e9, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
        }
    }

    private static void print(String name, long bytes, Time raw, Time ours) {
        System.out.printf(
                "%s: raw smartcn %.2f MB/s, words and bigrams %.2f MB/s: %.2f times (goal 1.5); by thread time %.2f and"
                        + " %.2f MB/s: %.2f times%n",
                name,
                bytes / 1e6 / raw.wall(),
                bytes / 1e6 / ours.wall(),
                raw.wall() / ours.wall(),
                bytes / 1e6 / raw.work(),
                bytes / 1e6 / ours.work(),
                raw.work() / ours.work());
    }

    private Time writeOurs(List<Report> some, Path into) throws IOException {
        ReportDocuments documents = new ReportDocuments(new Words(folder));
        Time begun = Time.now();
        try (FSDirectory directory = FSDirectory.open(into);
                IndexWriter writer = new IndexWriter(directory, oneThread(Shelf.writing()))) {
            for (Report report : some) {
                writer.addDocuments(documents.of(report));
            }
            writer.commit();
        }
        return Time.since(begun);
    }

    private static Time writeRaw(List<Report> some, Path into) throws IOException {
        Time begun = Time.now();
        try (FSDirectory directory = FSDirectory.open(into);
                IndexWriter writer = new IndexWriter(
                        directory,
                        oneThread(new IndexWriterConfig(new SmartChineseAnalyzer()).setRAMBufferSizeMB(32)))) {
            for (Report report : some) {
                for (Paragraph paragraph : report.paragraphs()) {
                    Document document = new Document();
                    document.add(new TextField("text", report.textOf(paragraph), Field.Store.YES));
                    writer.addDocument(document);
                }
            }
            writer.commit();
        }
        return Time.since(begun);
    }

    private static IndexWriterConfig oneThread(IndexWriterConfig config) {
        return config.setMergeScheduler(new SerialMergeScheduler()).setUseCompoundFile(false);
    }

    private static Time median(List<Time> times) {
        return new Time(
                median(times.stream().mapToDouble(Time::wall)),
                median(times.stream().mapToDouble(Time::work)));
    }

    private static double median(DoubleStream times) {
        double[] sorted = times.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long size(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.mapToLong(it -> it.toFile().length()).sum();
        }
    }

    private static void sizes(Path index, long bytes) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            files.collect(Collectors.groupingBy(
                            it -> it.toString().replaceAll(".*\\.", ""),
                            TreeMap::new,
                            Collectors.summingLong(it -> it.toFile().length())))
                    .forEach((ending, size) -> System.out.printf("  .%s %.3f%n", ending, (double) size / bytes));
        }
    }
}
