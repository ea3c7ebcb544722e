package gewu.index;

import gewu.index.RankedCollection.Way;
import gewu.index.segment.WordDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How good rankings are: nDCG@10 of several ways over judged questions, and over titles that ask for their sections.
/// Prints the tables of `index/RELEVANCE.md`; the figures are the same in every run.
@Tag("bench")
class RelevanceBenchmark {
    private static final Path DICTIONARY = Path.of("target", "words");
    private static final int DRAWS = 10_000;

    @TempDir
    private Path folder;

    /// Weights that might have been chosen.
    private record Mix(
            double words, double pairs, double headings, double whole, boolean hasPhrase, float k1, float b) {
        Way way(Words dictionary) {
            return new Way(toString(), asked -> query(asked, dictionary), new BM25Similarity(k1, b));
        }

        private Query query(String asked, Words dictionary) throws IOException {
            BooleanQuery.Builder sum = new BooleanQuery.Builder();
            Set<Query> terms = new LinkedHashSet<>();
            WordStream stream = new WordStream(dictionary.tokenizer());
            for (String piece : asked.split(" ")) {
                SearchText text = SearchText.of(piece);
                stream.list(text).forEach(word -> terms.add(new TermQuery(new Term(Fields.WORDS, word))));
                if (hasPhrase && text.length() > 2) {
                    sum.add(Rewriter.sequence(text.toString()), Occur.SHOULD);
                }
                if (whole > 0) {
                    BooleanQuery.Builder headed = new BooleanQuery.Builder();
                    RankedCollection.pairs(Fields.HEADING, piece).forEach(pair -> headed.add(pair, Occur.MUST));
                    sum.add(new BoostQuery(headed.build(), (float) whole), Occur.SHOULD);
                }
            }
            add(terms, words, sum);
            add(RankedCollection.pairs(Fields.TEXT, asked), pairs, sum);
            add(RankedCollection.pairs(Fields.HEADING, asked), headings, sum);
            return sum.build();
        }

        private static void add(Set<Query> terms, double weight, BooleanQuery.Builder sum) {
            if (weight > 0) {
                terms.forEach(term -> sum.add(new BoostQuery(term, (float) weight), Occur.SHOULD));
            }
        }
    }

    @Test
    void printsHowWellParagraphsAreRanked() throws IOException {
        WordDictionary.open(DICTIONARY);
        List<JudgedCollection> collections = List.of(
                JudgedCollection.judged(fresh()),
                JudgedCollection.titles(fresh()),
                JudgedCollection.titlesKnown(fresh()));
        for (JudgedCollection collection : collections) {
            try (RankedCollection ranked = new RankedCollection(collection, DICTIONARY)) {
                print(collection, ranked);
            }
        }
        JudgedCollection judged = collections.getFirst();
        try (RankedCollection ranked = new RankedCollection(judged, DICTIONARY);
                RankedCollection bare = new RankedCollection(collections.get(1), DICTIONARY);
                RankedCollection known = new RankedCollection(collections.get(2), DICTIONARY)) {
            System.out.println(
                    "\nwords | pairs | headings | whole | phrase | k1 | b | judged | even | odd | titles | known");
            for (Mix mix : mixes()) {
                System.out.printf(
                        "%.1f | %.1f | %.1f | %.1f | %s | %.1f | %.2f | %.4f | %.4f | %.4f | %.4f | %.4f%n",
                        mix.words(),
                        mix.pairs(),
                        mix.headings(),
                        mix.whole(),
                        mix.hasPhrase() ? "yes" : "no",
                        mix.k1(),
                        mix.b(),
                        mean(ranked, judged, mix),
                        mean(ranked, judged.half(0), mix),
                        mean(ranked, judged.half(1), mix),
                        mean(bare, collections.get(1), mix),
                        mean(known, collections.get(2), mix));
            }
        }
    }

    /// One thing changed at a time around what was chosen, and the grid of k1 and b.
    private static List<Mix> mixes() {
        List<Mix> mixes = new ArrayList<>();
        for (double words : new double[] {0, 0.5, 1, 1.5}) {
            mixes.add(new Mix(words, 1, 0.3, 1, false, 0.9f, 0.3f));
        }
        mixes.add(new Mix(1, 0, 0.3, 1, false, 0.9f, 0.3f));
        mixes.add(new Mix(1, 1, 0.3, 1, true, 0.9f, 0.3f));
        for (double headings : new double[] {0, 0.2, 0.5, 1}) {
            mixes.add(new Mix(1, 1, headings, 1, false, 0.9f, 0.3f));
        }
        for (double whole : new double[] {0, 0.5, 1.5}) {
            mixes.add(new Mix(1, 1, 0.3, whole, false, 0.9f, 0.3f));
        }
        for (float k1 : new float[] {0.6f, 0.9f, 1.2f, 1.6f}) {
            for (float b : new float[] {0, 0.2f, 0.3f, 0.5f, 0.75f}) {
                mixes.add(new Mix(1, 1, 0.3, 1, false, k1, b));
            }
        }
        return mixes;
    }

    private static double mean(RankedCollection ranked, JudgedCollection collection, Mix mix) throws IOException {
        return RankedCollection.mean(ranked.gains(collection.topics(), mix.way(ranked.dictionary())));
    }

    /// Each way with what it gains over smartcn alone, and how likely that gain is chance.
    static void print(JudgedCollection collection, RankedCollection ranked) throws IOException {
        System.out.printf(
                "%n%s: %d questions, %d paragraphs%n",
                collection.name(),
                collection.topics().size(),
                collection.reports().stream()
                        .mapToInt(it -> it.paragraphs().size())
                        .sum());
        double[] smartcn = ranked.gains(collection.topics(), ranked.smartcn());
        List<Way> ways = List.of(
                ranked.smartcn(),
                ranked.smartcnScoredAsOurs(),
                ranked.smartcnWithHeadings(),
                ranked.bigrams(),
                ranked.sum(),
                ranked.ours());
        for (Way way : ways) {
            double[] gains = ranked.gains(collection.topics(), way);
            int better = 0;
            int worse = 0;
            for (int i = 0; i < gains.length; i++) {
                better += gains[i] > smartcn[i] ? 1 : 0;
                worse += gains[i] < smartcn[i] ? 1 : 0;
            }
            double mean = RankedCollection.mean(gains);
            System.out.printf(
                    "%-30s | %.4f | %+.4f | %d better, %d worse | P %.4f%n",
                    way.name(), mean, mean - RankedCollection.mean(smartcn), better, worse, chance(gains, smartcn));
        }
    }

    /// In what share of draws of as many questions, with replacement, there is no gain.
    private static double chance(double[] gains, double[] before) {
        Random random = new Random(1);
        int without = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < gains.length; i++) {
                int drawn = random.nextInt(gains.length);
                sum += gains[drawn] - before[drawn];
            }
            without += sum <= 0 ? 1 : 0;
        }
        return (double) without / DRAWS;
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "house");
    }
}
