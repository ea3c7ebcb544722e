package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.api.search.SearchQuery;
import gewu.index.JudgedCollection.Place;
import gewu.index.JudgedCollection.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The paragraphs of a judged collection in an index: as we index them, and beside that as Lucene's own Chinese
/// analyser sees them; asked in several ways.
final class RankedCollection implements AutoCloseable {
    static final int SEEN = 10;
    private static final String SMARTCN = "smartcn";
    private static final String SMARTCN_WITH_HEADINGS = "smartcn with headings";

    private final Analyzer smartcn = new SmartChineseAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final List<Place> places = new ArrayList<>();
    private final Words words;
    private final DirectoryReader reader;

    /// @param dictionary folder of the word dictionary
    RankedCollection(JudgedCollection collection, Path dictionary) throws IOException {
        words = new Words(dictionary);
        ReportDocuments documents = new ReportDocuments(words);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(smartcn))) {
            for (Report report : collection.reports()) {
                Report known = collection.hasTitles() ? report : withoutTitles(report);
                int number = 0;
                for (Document document : documents.of(known)) {
                    Paragraph paragraph = known.paragraphs().get(number++);
                    String text = report.textOf(paragraph);
                    document.add(new TextField(SMARTCN, text, Field.Store.NO));
                    document.add(new TextField(
                            SMARTCN_WITH_HEADINGS, headings(known, paragraph) + "\n" + text, Field.Store.NO));
                    writer.addDocument(document);
                    places.add(new Place(report.id(), paragraph.number()));
                }
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
    }

    /// The same paragraphs, under no headings.
    private static Report withoutTitles(Report report) {
        List<Paragraph> bare = report.paragraphs().stream()
                .map(it -> new Paragraph(it.number(), it.page(), 0, it.start(), it.end()))
                .toList();
        return new Report(report.id(), 1, report.facts(), report.source(), bare, List.<Section>of());
    }

    private static String headings(Report report, Paragraph paragraph) {
        return report.path(paragraph).stream().map(Section::heading).collect(Collectors.joining("\n"));
    }

    Words dictionary() {
        return words;
    }

    /// Makes a query of what a person asked.
    @FunctionalInterface
    interface Asking {
        Query query(String asked) throws IOException;
    }

    /// A way of ranking.
    record Way(String name, Asking asking, Similarity scoring) {}

    /// As Lucene with its own Chinese analyser ranks, any word being enough.
    Way smartcn() {
        return plain("smartcn alone", asked -> any(words(SMARTCN, asked)));
    }

    /// The same words, with our way of making scores.
    Way smartcnScoredAsOurs() {
        return new Way("smartcn alone, scored as ours", asked -> any(words(SMARTCN, asked)), Rewriter.SCORING);
    }

    /// As smartcn alone, and what is compared holds the headings above the paragraph, too.
    Way smartcnWithHeadings() {
        return plain("smartcn, headings in its text", asked -> any(words(SMARTCN_WITH_HEADINGS, asked)));
    }

    /// Pairs of characters alone.
    Way bigrams() {
        return plain("bigrams alone", asked -> any(pairs(Fields.TEXT, asked)));
    }

    /// Smartcn's score and that of the pairs, added.
    Way sum() {
        return plain("plain sum", asked -> {
            Set<Query> clauses = words(SMARTCN, asked);
            clauses.addAll(pairs(Fields.TEXT, asked));
            return any(clauses);
        });
    }

    /// As the index ranks.
    Way ours() {
        return new Way(
                "ours",
                asked -> Rewriter.ranking(
                        QuestionReader.read(asked, SearchQuery.Matching.USUAL, SmallHouse.NOTHING_MORE), words),
                Rewriter.SCORING);
    }

    private static Way plain(String name, Asking asking) {
        return new Way(name, asking, IndexSearcher.getDefaultSimilarity());
    }

    private Set<Query> words(String field, String asked) throws IOException {
        Set<Query> clauses = new LinkedHashSet<>();
        try (TokenStream stream = smartcn.tokenStream(field, asked)) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                clauses.add(new TermQuery(new Term(field, word.toString())));
            }
            stream.end();
        }
        return clauses;
    }

    /// Each pair of characters that stand one after another in what was asked, blanks parting them.
    static Set<Query> pairs(String field, String asked) {
        Set<Query> clauses = new LinkedHashSet<>();
        for (String piece : asked.split(" ")) {
            SearchText text = SearchText.of(piece);
            for (int i = 0; i + 1 < text.length(); i++) {
                clauses.add(new TermQuery(new Term(field, Bigrams.term(text.charAt(i), text.charAt(i + 1)))));
            }
        }
        return clauses;
    }

    private static Query any(Set<Query> clauses) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        clauses.forEach(clause -> any.add(clause, Occur.SHOULD));
        return any.build();
    }

    /// The first paragraphs; of equal ones, the one that stands first in the reports.
    List<Place> best(Way way, String asked) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(way.scoring());
        List<Place> best = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(way.asking().query(asked), SEEN).scoreDocs) {
            best.add(places.get(hit.doc));
        }
        return best;
    }

    /// nDCG of the first ten for each question, with the gains 1 and 3 for the grades 1 and 2.
    double[] gains(List<Topic> topics, Way way) throws IOException {
        double[] gains = new double[topics.size()];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = gain(topics.get(i), best(way, topics.get(i).words()));
        }
        return gains;
    }

    static double mean(double[] gains) {
        return IntStream.range(0, gains.length)
                .mapToDouble(i -> gains[i])
                .average()
                .orElse(0);
    }

    private static double gain(Topic topic, List<Place> best) {
        int[] found =
                best.stream().mapToInt(it -> topic.grades().getOrDefault(it, 0)).toArray();
        int[] ideal = topic.grades().values().stream()
                .sorted((one, other) -> other - one)
                .limit(SEEN)
                .mapToInt(it -> it)
                .toArray();
        return discounted(found) / discounted(ideal);
    }

    private static double discounted(int[] grades) {
        return IntStream.range(0, grades.length)
                .mapToDouble(i -> ((1 << grades[i]) - 1) / (Math.log(i + 2) / Math.log(2)))
                .sum();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        smartcn.close();
    }
}
