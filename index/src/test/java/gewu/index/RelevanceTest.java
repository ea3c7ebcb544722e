package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.index.RankedCollection.Way;
import gewu.index.segment.WordDictionary;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What answers a question stands further up than it would with the words of Lucene's Chinese analyser alone. The
/// figures: `index/RELEVANCE.md`.
class RelevanceTest {
    private static final Path DICTIONARY = Path.of("target", "words");
    private static final double CLEARLY = 0.02;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeDictionary() throws IOException {
        WordDictionary.open(DICTIONARY);
    }

    @Test
    void ranksJudgedParagraphsClearlyBetterThanWordsAlone() throws IOException {
        JudgedCollection judged = JudgedCollection.judged(folder);
        assertThat(judged.topics()).hasSizeGreaterThanOrEqualTo(60);
        try (RankedCollection ranked = new RankedCollection(judged, DICTIONARY)) {
            assertThat(mean(ranked, judged, ranked.ours()))
                    .isGreaterThanOrEqualTo(mean(ranked, judged, ranked.smartcn()) + CLEARLY);
        }
    }

    @Test
    void eachHalfOfTheQuestionsGains() throws IOException {
        JudgedCollection judged = JudgedCollection.judged(folder);
        try (RankedCollection ranked = new RankedCollection(judged, DICTIONARY)) {
            for (int odd = 0; odd < 2; odd++) {
                JudgedCollection half = judged.half(odd);
                assertThat(mean(ranked, half, ranked.ours()))
                        .as(half.name())
                        .isGreaterThanOrEqualTo(mean(ranked, half, ranked.smartcn()) + CLEARLY);
            }
        }
    }

    @Test
    void findsTheParagraphsOfASectionByItsTitle() throws IOException {
        JudgedCollection titles = JudgedCollection.titlesKnown(folder);
        try (RankedCollection ranked = new RankedCollection(titles, DICTIONARY)) {
            assertThat(mean(ranked, titles, ranked.ours()))
                    .isGreaterThanOrEqualTo(mean(ranked, titles, ranked.smartcnWithHeadings()) + CLEARLY)
                    .isGreaterThanOrEqualTo(mean(ranked, titles, ranked.smartcn()) + CLEARLY);
        }
    }

    @Test
    void losesNothingWhereTitlesAreUnknown() throws IOException {
        JudgedCollection titles = JudgedCollection.titles(folder);
        try (RankedCollection ranked = new RankedCollection(titles, DICTIONARY)) {
            assertThat(mean(ranked, titles, ranked.ours())).isGreaterThan(mean(ranked, titles, ranked.smartcn()));
        }
    }

    private static double mean(RankedCollection ranked, JudgedCollection collection, Way way) throws IOException {
        return RankedCollection.mean(ranked.gains(collection.topics(), way));
    }
}
