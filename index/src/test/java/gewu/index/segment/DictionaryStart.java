package gewu.index.segment;

import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;

/// A program of its own for [SegmenterBenchmark]: prints how many milliseconds the dictionary took to open, by the
/// clock and in CPU time of the thread; without a folder, how many Lucene's tokenizer took to its first token.
final class DictionaryStart {
    private DictionaryStart() {}

    public static void main(String[] arguments) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        if (arguments.length > 0) {
            WordDictionary.open(Path.of(arguments[0]));
        } else {
            firstToken();
        }
        long took = System.nanoTime() - begin;
        System.out.println(took / 1e6 + " " + (threads.getCurrentThreadCpuTime() - worked) / 1e6);
    }

    private static void firstToken() throws IOException {
        try (HMMChineseTokenizer tokenizer = new HMMChineseTokenizer()) {
            tokenizer.setReader(new StringReader("预算"));
            tokenizer.reset();
            if (!tokenizer.incrementToken()) {
                throw new IllegalStateException("Lucene's tokenizer found no word.");
            }
        }
    }
}
