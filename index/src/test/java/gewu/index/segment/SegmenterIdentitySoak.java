package gewu.index.segment;

import gewu.testkit.ReportGenerator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [SegmenterIdentityTest] at length.
@Tag("soak")
final class SegmenterIdentitySoak {
    private static final int TIMES = Boolean.getBoolean("gewu.long") ? 10 : 1;

    @TempDir
    static Path folder;

    private static WordDictionary dictionary;

    @BeforeAll
    static void open() throws IOException {
        dictionary = WordDictionary.open(folder);
    }

    @Test
    void cutsManyGeneratedReportsAsLuceneDoes() {
        System.out.println("generated reports: "
                + new Identity(dictionary)
                        .holdsFor(new ReportGenerator(23).reports(2_000 * TIMES).map(ReportGenerator.Generated::text)));
    }

    @Test
    void cutsManyStrangeTextsAsLuceneDoes() {
        System.out.println(
                "strange texts: " + new Identity(dictionary).holdsFor(new StrangeTexts(29).texts(30_000 * TIMES)));
    }
}
