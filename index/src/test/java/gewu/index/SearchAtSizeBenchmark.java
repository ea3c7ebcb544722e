package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.search.SearchQuery;
import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Indexing and answering at the size of a province, beside plain Lucene with its own Chinese analyser: one paragraph a
/// document in both, two threads write, one or two ask. `-Dgewu.reports=20000` and `100000` are the sizes to quote; the
/// short form only shows that it runs.
@Tag("bench")
class SearchAtSizeBenchmark {
    private static final int REPORTS = Integer.getInteger("gewu.reports", 300);
    private static final int QUESTIONS = 200;
    private static final int DEEP = 10_000;

    @TempDir
    private Path folder;

    /// Questions of one kind.
    private record Kind(String name, List<List<String>> words, boolean isAny) {
        String typed(int i) {
            String between = isAny ? "|" : " ";
            return String.join(
                    between, words.get(i).stream().map(it -> '"' + it + '"').toList());
        }
    }

    /// Something that is timed for one question.
    @FunctionalInterface
    private interface Asking {
        void ask(Kind kind, int number) throws IOException;
    }

    @Test
    void answersBesideLuceneWithItsOwnChineseAnalyser() throws Exception {
        Words words = new Words(folder);
        Path ours = folder.resolve("ours");
        Path raw = folder.resolve("raw");
        Spent making = write(folder.resolve("none"), Shelf.writing(), (writer, report) -> {});
        Spent plain = write(raw, new IndexWriterConfig(new SmartChineseAnalyzer()), SearchAtSizeBenchmark::plain);
        Spent own = writeOurs(ours, words);
        System.out.printf(
                "%d reports indexed on two threads: raw smartcn %.1f s, ours %.1f s, %.2f of it without the %.1f s in which"
                        + " the reports are made; by the processors' time %.1f s and %.1f s, %.2f of it%n",
                REPORTS,
                plain.seconds(),
                own.seconds(),
                (own.seconds() - making.seconds()) / (plain.seconds() - making.seconds()),
                making.seconds(),
                plain.processors(),
                own.processors(),
                (own.processors() - making.processors()) / (plain.processors() - making.processors()));
        try (DirectoryReader smart = DirectoryReader.open(FSDirectory.open(raw));
                DirectoryReader shelf = DirectoryReader.open(FSDirectory.open(ours));
                SmartChineseAnalyzer analyser = new SmartChineseAnalyzer()) {
            System.out.printf(
                    "%d paragraphs, heap %d MB used%n",
                    shelf.numDocs(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
            ask(kinds(), smart, shelf, analyser, words);
        }
    }

    private static void ask(
            List<Kind> kinds, DirectoryReader smart, DirectoryReader own, SmartChineseAnalyzer analyser, Words words)
            throws Exception {
        IndexSearcher smartSearcher = searcher(smart);
        IndexSearcher ownSearcher = searcher(own);
        Map<String, Asking> ways = new LinkedHashMap<>();
        ways.put("smartcn, top 10", (kind, i) -> smartSearcher.search(phrases(kind, i, analyser), 10));
        ways.put("exact, top 10", (kind, i) -> ownSearcher.search(new Rewriter(own).matching(read(kind, i)), 10));
        ways.put("ranked, top 10", (kind, i) -> ownSearcher.search(Rewriter.ranking(read(kind, i), words), 10));
        ways.put("exact count", (kind, i) -> answer(own, words, kind, i, it -> it.withLimit(0)));
        ways.put("whole answer", (kind, i) -> answer(own, words, kind, i, it -> it));
        ways.put("with facets", (kind, i) -> answer(own, words, kind, i, SearchQuery::withFacets));
        ways.put("folded", (kind, i) -> answer(own, words, kind, i, it -> it.folded(true)));
        ways.put("deep page", (kind, i) -> answer(own, words, kind, i, it -> it.withOffset(DEEP)));
        for (Kind kind : kinds) {
            for (Map.Entry<String, Asking> way : ways.entrySet()) {
                times(kind, way.getValue());
                double[] times = times(kind, way.getValue());
                System.out.printf(
                        "%-14s %-16s p50 %7.2f  p95 %7.2f  p99 %7.2f ms%n",
                        kind.name(), way.getKey(), at(times, 50), at(times, 95), at(times, 99));
            }
        }
        for (String way : List.of("smartcn, top 10", "exact, top 10", "whole answer")) {
            Asking asking = ways.get(way);
            if (asking != null) {
                System.out.printf(
                        "%-16s %8.0f questions a second on one thread, %8.0f on two%n",
                        way, throughput(kinds, asking, 1), throughput(kinds, asking, 2));
            }
        }
    }

    private static void answer(
            DirectoryReader reader,
            Words words,
            Kind kind,
            int number,
            java.util.function.UnaryOperator<SearchQuery> page)
            throws IOException {
        SearchQuery query = page.apply(SearchQuery.of(kind.typed(number)));
        new Inquiry(reader, query, read(kind, number), words, List.of(), new KeptMatches()).answer(System.nanoTime());
    }

    private static Question read(Kind kind, int number) {
        return QuestionReader.read(kind.typed(number), SearchQuery.Matching.USUAL, SmallHouse.NOTHING_MORE);
    }

    private static Query phrases(Kind kind, int number, SmartChineseAnalyzer analyser) {
        QueryBuilder builder = new QueryBuilder(analyser);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : kind.words().get(number)) {
            Query phrase = builder.createPhraseQuery("text", word);
            if (phrase != null) {
                all.add(phrase, kind.isAny() ? Occur.SHOULD : Occur.MUST);
            }
        }
        return all.build();
    }

    private static IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return searcher;
    }

    private static double[] times(Kind kind, Asking asking) throws IOException {
        double[] times = new double[kind.words().size()];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            asking.ask(kind, i);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static double throughput(List<Kind> kinds, Asking asking, int threads) throws Exception {
        long begun = System.nanoTime();
        int asked = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                for (Kind kind : kinds) {
                    asked += kind.words().size();
                    running.add(pool.submit(() -> times(kind, asking)));
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return asked / ((System.nanoTime() - begun) / 1e9);
    }

    // ---- the texts

    private static Report report(int number) {
        return GeneratedReports.cut(new ReportGenerator(4).report(number));
    }

    /// Puts one report into an index.
    @FunctionalInterface
    private interface Filling {
        void add(IndexWriter writer, Report report) throws IOException;
    }

    private static void plain(IndexWriter writer, Report report) throws IOException {
        for (Paragraph paragraph : report.paragraphs()) {
            Document document = new Document();
            document.add(new TextField("text", report.textOf(paragraph), Field.Store.YES));
            writer.addDocument(document);
        }
    }

    /// Seconds on the clock, and of all processors together: the latter tell more on a machine with other work.
    private record Spent(double seconds, double processors) {}

    private static Spent writeOurs(Path into, Words words) throws Exception {
        ThreadLocal<ReportDocuments> documents = ThreadLocal.withInitial(() -> {
            try {
                return new ReportDocuments(words);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return write(
                into,
                Shelf.writing(),
                (writer, report) -> writer.addDocuments(documents.get().of(report)));
    }

    private static double processors() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private static Spent write(Path into, IndexWriterConfig config, Filling filling) throws Exception {
        long begun = System.nanoTime();
        double before = processors();
        try (FSDirectory directory = FSDirectory.open(into);
                IndexWriter writer = new IndexWriter(directory, config.setRAMBufferSizeMB(32));
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                int first = thread;
                running.add(pool.submit(() -> {
                    for (int i = first; i < REPORTS; i += 2) {
                        filling.add(writer, report(i));
                    }
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            writer.commit();
        }
        return new Spent((System.nanoTime() - begun) / 1e9, processors() - before);
    }

    private static List<Kind> kinds() {
        Random random = new Random(8);
        return List.of(
                kind("2 characters", random, false, 2, 2),
                kind("3-4", random, false, 3, 4),
                kind("6-10", random, false, 6, 10),
                kind("and of three", random, false, 2, 2, 2, 2, 2, 2),
                kind("or of three", random, true, 2, 2, 2, 2, 2, 2));
    }

    /// @param sizes the least and the most characters of each word
    private static Kind kind(String name, Random random, boolean isAny, int... sizes) {
        List<List<String>> all = new ArrayList<>();
        while (all.size() < QUESTIONS) {
            Report report = report(random.nextInt(REPORTS));
            Paragraph paragraph =
                    report.paragraphs().get(random.nextInt(report.paragraphs().size()));
            String text = SearchText.of(report.textOf(paragraph)).toString();
            List<String> words = new ArrayList<>();
            for (int i = 0; i < sizes.length; i += 2) {
                int size = sizes[i] + random.nextInt(sizes[i + 1] - sizes[i] + 1);
                int at = text.length() > size ? random.nextInt(text.length() - size) : 0;
                String word = text.substring(at, Math.min(text.length(), at + size));
                if (word.length() == size && word.chars().allMatch(Character::isIdeographic)) {
                    words.add(word);
                }
            }
            if (words.size() == sizes.length / 2 && words.stream().distinct().count() == words.size()) {
                all.add(words);
            }
        }
        return new Kind(name, all, isAny);
    }
}
