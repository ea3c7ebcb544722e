package gewu.index;

import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchAnswer.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/// One pass over everything that matches: all counts, exact, and the set of hits. For one question, by one thread.
final class Sweep {
    private final DirectoryReader reader;
    private final Question question;
    private final boolean facets;
    private final boolean isCounted;
    private final Marker marker;

    private final List<FixedBitSet> hits = new ArrayList<>();
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private long paragraphs;
    private long reports;
    private long occurrences;

    /// @param facets whether to count the values of the facets
    Sweep(DirectoryReader reader, Question question, boolean facets) {
        this.reader = reader;
        this.question = question;
        this.facets = facets;
        this.isCounted = Overlap.isImpossible(question);
        this.marker = new Marker(question);
    }

    /// @param matching the question with all filters
    Sweep over(Query matching) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(new PlainFrequency());
        ScoreMode mode = isCounted ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
        Weight weight = searcher.createWeight(searcher.rewrite(matching), mode, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            FixedBitSet set = new FixedBitSet(leaf.reader().maxDoc());
            hits.add(set);
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                sweep(leaf.reader(), scorer, set);
            }
        }
        return this;
    }

    HitSet hits() {
        return new HitSet(hits);
    }

    long paragraphs() {
        return paragraphs;
    }

    long reports() {
        return reports;
    }

    long occurrences() {
        return occurrences;
    }

    /// The counts of each facet's values, the most frequent first.
    List<Facet> facets() {
        List<Facet> all = new ArrayList<>();
        for (String facet : List.of(Fields.ORG, Fields.YEAR, Fields.REGION, Fields.KIND, Fields.ROLE)) {
            counts.getOrDefault(facet, Map.of()).entrySet().stream()
                    .map(it -> new Facet(facet, it.getKey(), it.getValue()))
                    .sorted(Comparator.comparingLong(Facet::count).reversed().thenComparing(Facet::value))
                    .forEach(all::add);
        }
        return all;
    }

    private void sweep(LeafReader leaf, Scorer scorer, FixedBitSet set) throws IOException {
        Bits live = leaf.getLiveDocs();
        StoredFields stored = leaf.storedFields();
        SortedDocValues report = DocValues.getSorted(leaf, Fields.REPORT);
        FacetCounter counter = new FacetCounter(leaf);
        int current = -1;
        DocIdSetIterator matches = scorer.iterator();
        for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            set.set(doc);
            paragraphs++;
            occurrences += isCounted ? (long) scorer.score() : marksIn(stored, doc);
            report.advanceExact(doc);
            if (report.ordValue() != current) { // the paragraphs of a report stand side by side
                current = report.ordValue();
                reports++;
                counter.beginReport(doc);
            }
            counter.count(doc);
        }
        counter.end();
        if (isCounted) {
            countCharacters(leaf, set);
        }
    }

    private long marksIn(StoredFields stored, int doc) throws IOException {
        return marker.marks(Stored.source(stored, doc), 0).size();
    }

    /// Single characters are the beginnings of bigrams, so their frequency is spread over many terms.
    private void countCharacters(LeafReader leaf, FixedBitSet set) throws IOException {
        Terms terms = leaf.terms(Fields.TEXT);
        if (terms == null) {
            return;
        }
        for (Question.Sought sought : question.sought()) {
            if (sought instanceof Question.Term term) {
                String words = term.spells().getFirst().words();
                if (words.length() == 1) {
                    occurrences += frequency(terms, Bigrams.prefix(words.charAt(0)), set);
                }
            }
        }
    }

    private static long frequency(Terms terms, BytesRef prefix, FixedBitSet set) throws IOException {
        long frequency = 0;
        TermsEnum all = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef at = all.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : all.term();
                at != null && StringHelper.startsWith(at, prefix);
                at = all.next()) {
            postings = all.postings(postings, PostingsEnum.FREQS);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (set.get(doc)) {
                    frequency += postings.freq();
                }
            }
        }
        return frequency;
    }

    /// Counts the hits of a leaf by the numbers that stand for values there, and looks the values up at the end.
    private final class FacetCounter {
        private final List<ValueCounter> ofReports;
        private final ValueCounter roles;
        private final NumericDocValues year;
        private final Map<Long, Long> years = new HashMap<>();
        private int first = -1;
        private long run;

        FacetCounter(LeafReader leaf) throws IOException {
            this.ofReports = List.of(
                    new ValueCounter(leaf, Fields.ORG),
                    new ValueCounter(leaf, Fields.REGION),
                    new ValueCounter(leaf, Fields.KIND));
            this.roles = new ValueCounter(leaf, Fields.ROLE);
            this.year = DocValues.getNumeric(leaf, Fields.YEAR);
        }

        void beginReport(int doc) throws IOException {
            endReport();
            first = doc;
            run = 0;
        }

        void count(int doc) throws IOException {
            if (facets) {
                run++;
                roles.add(doc, 1);
            }
        }

        void end() throws IOException {
            endReport();
            for (ValueCounter counter : ofReports) {
                counter.tell(
                        counter.field.equals(Fields.KIND)
                                ? kind -> ReportKind.valueOf(kind).id()
                                : word -> word);
            }
            roles.tell(role -> SectionRole.valueOf(role).id());
            years.forEach((value, count) -> Sweep.this.tell(Fields.YEAR, Long.toString(value), count));
        }

        private void endReport() throws IOException {
            if (run > 0) {
                for (ValueCounter counter : ofReports) {
                    counter.add(first, run);
                }
                year.advanceExact(first);
                years.merge(year.longValue(), run, Long::sum);
            }
        }
    }

    /// Counts by one field of a leaf; documents come in order.
    private final class ValueCounter {
        private final String field;
        private final SortedDocValues values;
        private final long[] byNumber;

        ValueCounter(LeafReader leaf, String field) throws IOException {
            this.field = field;
            this.values = DocValues.getSorted(leaf, field);
            this.byNumber = new long[facets ? values.getValueCount() : 0];
        }

        void add(int doc, long count) throws IOException {
            values.advanceExact(doc);
            byNumber[values.ordValue()] += count;
        }

        void tell(UnaryOperator<String> name) throws IOException {
            for (int i = 0; i < byNumber.length; i++) {
                if (byNumber[i] > 0) {
                    Sweep.this.tell(field, name.apply(values.lookupOrd(i).utf8ToString()), byNumber[i]);
                }
            }
        }
    }

    private void tell(String facet, String value, long count) {
        counts.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, count, Long::sum);
    }
}
