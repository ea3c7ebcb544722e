package gewu.index.segment;

import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our segmenter beside Lucene's, in one run and in turns; and how long a fresh JVM takes to open the dictionary.
@Tag("bench")
final class SegmenterBenchmark {
    private static final boolean LONG = Boolean.getBoolean("gewu.long");
    private static final int REPORTS = LONG ? 600 : 150;
    private static final int ROUNDS = LONG ? 15 : 7;
    private static final int WARM_UP = 3;
    private static final int STARTS = LONG ? 21 : 9;
    private static final String WIDE = "，；：！？（）";
    private static final String NARROW = ",;:!?()";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    static Path folder;

    @Test
    void comparesSpeedWithLucenesTokenizer() throws IOException {
        WordDictionary dictionary = WordDictionary.open(folder);
        compare("full-width punctuation", dictionary, text -> replaced(text, NARROW, WIDE));
        compare(
                "ASCII punctuation",
                dictionary,
                text -> replaced(text, WIDE, NARROW).replace('。', '.'));
    }

    @Test
    void timesOpeningTheDictionaryInAFreshJvm() throws IOException, InterruptedException {
        WordDictionary.open(folder);
        double[][] ours = new double[2][STARTS];
        double[][] theirs = new double[2][STARTS];
        for (int i = 0; i < STARTS; i++) {
            freshJvm(i, ours, folder.toString());
            freshJvm(i, theirs);
        }
        System.out.printf(
                "dictionary, fresh JVM, %d starts, median (least) ms: ours %.1f (%.1f) by the clock, %.1f (%.1f) CPU; "
                        + "Lucene's to its first token %.1f (%.1f), %.1f (%.1f) CPU%n",
                STARTS,
                median(ours[0]),
                least(ours[0]),
                median(ours[1]),
                least(ours[1]),
                median(theirs[0]),
                least(theirs[0]),
                median(theirs[1]),
                least(theirs[1]));
    }

    private static String replaced(String text, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            text = text.replace(from.charAt(i), to.charAt(i));
        }
        return text;
    }

    private static void compare(String name, WordDictionary dictionary, UnaryOperator<String> punctuation)
            throws IOException {
        List<String> texts = new ReportGenerator(5)
                .reports(REPORTS)
                .map(report -> punctuation.apply(report.text()))
                .toList();
        double megabytes = texts.stream()
                        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / 1e6;
        Tokenizer ours = new WordTokenizer(dictionary);
        Tokenizer theirs = new HMMChineseTokenizer();
        double[] oursSpeed = new double[ROUNDS];
        double[] theirsSpeed = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double oursSeconds = seconds(ours, texts);
            double theirsSeconds = seconds(theirs, texts);
            if (round >= 0) {
                oursSpeed[round] = megabytes / oursSeconds;
                theirsSpeed[round] = megabytes / theirsSeconds;
                ratio[round] = theirsSeconds / oursSeconds;
            }
        }
        System.out.printf(
                "%s, %d reports, %.1f MB, %d rounds, CPU time, medians: ours %.1f MB/s, Lucene's %.2f MB/s, ratio %.2f (least %.2f)%n",
                name, REPORTS, megabytes, ROUNDS, median(oursSpeed), median(theirsSpeed), median(ratio), least(ratio));
    }

    // CPU time of this thread: other work on the machine disturbs it less than the clock.
    private static double seconds(Tokenizer tokenizer, List<String> texts) throws IOException {
        long before = THREADS.getCurrentThreadCpuTime();
        for (String text : texts) {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                // the work is done
            }
            tokenizer.end();
            tokenizer.close();
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static void freshJvm(int start, double[][] into, String... arguments)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder command = new ProcessBuilder(
                java, "-XX:+UseSerialGC", "-Xmx256m", "-cp", classPath, DictionaryStart.class.getName());
        command.command().addAll(Arrays.asList(arguments));
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        String[] figures = said.split(" ", -1);
        for (int i = 0; i < figures.length; i++) {
            into[i][start] = Double.parseDouble(figures[i]);
        }
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
