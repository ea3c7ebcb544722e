package gewu.index.segment;

import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lucene's own tokenizer is the judge: every term, offset, step and type must be the same.
final class SegmenterIdentityTest {
    @TempDir
    static Path folder;

    private static WordDictionary dictionary;

    @BeforeAll
    static void open() throws IOException {
        dictionary = WordDictionary.open(folder);
    }

    @Test
    void cutsGeneratedReportsAsLuceneDoes() {
        holdsFor(new ReportGenerator(7).reports(300).map(ReportGenerator.Generated::text));
    }

    @Test
    void cutsStrangeTextsAsLuceneDoes() {
        holdsFor(new StrangeTexts(11).texts(3_000));
    }

    @Test
    void cutsEverySingleUnitAsLuceneDoes() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 1 << 16; c++) {
            all.append((char) c).append("的人");
        }
        holdsFor(Stream.of(all.toString()));
    }

    @Test
    void cutsWindowsOfEveryLengthAsLuceneDoes() {
        String text = new ReportGenerator(3).report(1).text().replaceAll("\\s", "");
        holdsFor(Stream.iterate(1_000, length -> length <= 1_060, length -> length + 1)
                .map(length -> text.substring(0, length)));
        holdsFor(Stream.iterate(1_000, at -> at <= 1_060, at -> at + 1)
                .map(at -> text.substring(0, at) + "\n" + text.substring(at, at + 1_500)));
    }

    @Test
    void cutsRealReportsAsLuceneDoes() throws IOException {
        Path seeds = Path.of(System.getProperty("gewu.root"), "..", "shared", "seeds");
        Assumptions.assumeTrue(Files.isDirectory(seeds), "skipped: the real reports are not beside this project");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".txt")).toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        holdsFor(texts.stream());
    }

    private static void holdsFor(Stream<String> texts) {
        new Identity(dictionary).holdsFor(texts);
    }
}
