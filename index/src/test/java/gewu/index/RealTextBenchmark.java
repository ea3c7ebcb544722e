package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.search.SearchQuery;
import gewu.index.segment.WordDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much is found, and how much that is not there, in texts that others published: our exact match beside quoted
/// phrases of Lucene's Chinese analyser. By hand, with `-Dgewu.texts=FOLDER`; the tables: `index/RECALL.md`.
@Tag("bench")
class RealTextBenchmark {
    private static final Path DICTIONARY = Path.of("target", "words");
    private static final int WORD_LIKE = 450;
    private static final int ANYWHERE = 350;
    private static final String SMARTCN = "smartcn";

    @TempDir
    private Path folder;

    /// Found and missed paragraphs of a way to search.
    private static final class Tally {
        private long wanted;
        private long found;
        private long wrong;
        private int terms;
        private int lossy;
        private int nothing;

        void add(BitSet truth, BitSet answer) {
            BitSet right = (BitSet) truth.clone();
            right.and(answer);
            terms++;
            wanted += truth.cardinality();
            found += right.cardinality();
            wrong += answer.cardinality() - right.cardinality();
            lossy += right.cardinality() < truth.cardinality() ? 1 : 0;
            nothing += right.isEmpty() && !truth.isEmpty() ? 1 : 0;
        }

        String row() {
            return String.format(
                    "recall %.4f (%d of %d), terms that lose something %.1f %%, that lose all %.1f %%, false hits %.4f",
                    (double) found / wanted,
                    found,
                    wanted,
                    100.0 * lossy / terms,
                    100.0 * nothing / terms,
                    found + wrong == 0 ? 0 : (double) wrong / (found + wrong));
        }
    }

    @Test
    void findsEveryTermOfRealTexts() throws IOException {
        List<Report> reports = RealTexts.in(texts(), 1).reports();
        List<String> folded = new ArrayList<>();
        try (SmartChineseAnalyzer smartcn = new SmartChineseAnalyzer();
                FSDirectory directory = FSDirectory.open(folder)) {
            write(reports, folded, smartcn, directory);
            System.out.printf(
                    "%d texts, %d paragraphs, %d characters%n",
                    reports.size(),
                    folded.size(),
                    folded.stream().mapToLong(String::length).sum());
            TermPicker picker = new TermPicker(folded);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Asked asked = new Asked(folded, reader, smartcn);
                asked.print("word-like", picker.wordLike(WORD_LIKE));
                asked.print("from anywhere", picker.anywhere(ANYWHERE));
                asked.print("of the field", terms());
                System.out.printf("all, ours: %s%nall, smartcn: %s%n", asked.ours.row(), asked.phrases.row());
            }
        }
    }

    @Test
    void ranksParagraphsBelowPublicTitles() throws IOException {
        WordDictionary.open(DICTIONARY);
        JudgedCollection titles = RealTexts.in(texts(), 4).titles(600);
        try (RankedCollection ranked = new RankedCollection(titles, DICTIONARY)) {
            RelevanceBenchmark.print(titles, ranked);
        }
    }

    /// Terms looked for in all ways.
    private static final class Asked {
        private final List<String> folded;
        private final DirectoryReader reader;
        private final QueryBuilder builder;
        private final Tally ours = new Tally();
        private final Tally phrases = new Tally();

        Asked(List<String> folded, DirectoryReader reader, SmartChineseAnalyzer smartcn) {
            this.folded = folded;
            this.reader = reader;
            this.builder = new QueryBuilder(smartcn);
        }

        void print(String name, List<String> terms) throws IOException {
            Tally exact = new Tally();
            Tally phrase = new Tally();
            int present = 0;
            for (String term : terms) {
                BitSet truth = truth(BruteForce.fold(term));
                if (!truth.isEmpty()) {
                    present++;
                    Question question =
                            QuestionReader.read('"' + term + '"', SearchQuery.Matching.USUAL, SmallHouse.NOTHING_MORE);
                    BitSet our = hits(new Rewriter(reader).matching(question));
                    BitSet its = hits(builder.createPhraseQuery(SMARTCN, term));
                    exact.add(truth, our);
                    phrase.add(truth, its);
                    ours.add(truth, our);
                    phrases.add(truth, its);
                }
            }
            System.out.printf("%d terms %s%n  ours:    %s%n  smartcn: %s%n", present, name, exact.row(), phrase.row());
        }

        private BitSet truth(String term) {
            BitSet truth = new BitSet(folded.size());
            for (int i = 0; i < folded.size(); i++) {
                if (folded.get(i).contains(term)) {
                    truth.set(i);
                }
            }
            return truth;
        }

        private BitSet hits(Query query) throws IOException {
            BitSet hits = new BitSet(folded.size());
            IndexSearcher searcher = new IndexSearcher(reader);
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : reader.leaves()) {
                Scorer scorer = weight.scorer(leaf);
                DocIdSetIterator found = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
                while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    hits.set(leaf.docBase + found.docID());
                }
            }
            return hits;
        }
    }

    private static void write(
            List<Report> reports, List<String> folded, SmartChineseAnalyzer smartcn, FSDirectory directory)
            throws IOException {
        WordDictionary.open(DICTIONARY);
        ReportDocuments documents = new ReportDocuments(new Words(DICTIONARY));
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(smartcn).setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (Report report : reports) {
                int number = 0;
                for (Document document : documents.of(report)) {
                    Paragraph paragraph = report.paragraphs().get(number++);
                    document.add(new TextField(SMARTCN, report.textOf(paragraph), Field.Store.NO));
                    writer.addDocument(document);
                    folded.add(BruteForce.fold(report.textOf(paragraph)));
                }
            }
        }
    }

    private static List<String> terms() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/gewu/index/terms.txt")).stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
    }

    private static Path texts() {
        String folder = System.getProperty("gewu.texts", "");
        Assumptions.assumeFalse(folder.isEmpty(), "Name a folder of texts: -Dgewu.texts=FOLDER.");
        return Path.of(folder);
    }
}
