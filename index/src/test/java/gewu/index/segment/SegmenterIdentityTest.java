package gewu.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lucene's own tokenizer is the judge: every term, offset, step and type must be the same.
final class SegmenterIdentityTest {
    @TempDir
    static Path folder;

    private static WordTokenizer ours;

    @BeforeAll
    static void open() throws IOException {
        ours = new WordTokenizer(WordDictionary.open(folder));
    }

    @Test
    void cutsGeneratedReportsAsLuceneDoes() {
        same(new ReportGenerator(7)
                .reports(Integer.getInteger("gewu.reports", 300))
                .map(ReportGenerator.Generated::text));
    }

    @Test
    void cutsStrangeTextsAsLuceneDoes() {
        same(new StrangeTexts(11).texts(Integer.getInteger("gewu.strange", 3_000)));
    }

    @Test
    void cutsRealReportsAsLuceneDoes() throws IOException {
        Path seeds = Path.of(System.getProperty("gewu.root"), "..", "shared", "seeds");
        Assumptions.assumeTrue(Files.isDirectory(seeds), "skipped: the real reports are not beside this project");
        try (Stream<Path> files = Files.list(seeds)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(it -> it.toString().endsWith(".txt")).toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            assertThat(texts).isNotEmpty();
            same(texts.stream());
        }
    }

    private static void same(Stream<String> texts) {
        HMMChineseTokenizer theirs = new HMMChineseTokenizer();
        texts.forEach(text -> assertThat(Token.firstDifference(text, Token.all(ours, text), Token.all(theirs, text)))
                .isEmpty());
    }
}
