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
        for (Question.Term term : question.sought()) {
            String words = term.spells().getFirst().words();
            if (words.length() == 1) {
                occurrences += frequency(terms, Bigrams.prefix(words.charAt(0)), set);
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

    /// Counts hits by report, and looks up what the report is only once.
    private final class FacetCounter {
        private final LeafReader leaf;
        private final SortedDocValues role;
        private final long[] roles;
        private int first = -1;
        private long run;

        FacetCounter(LeafReader leaf) throws IOException {
            this.leaf = leaf;
            this.role = DocValues.getSorted(leaf, Fields.ROLE);
            this.roles = new long[role.getValueCount()];
        }

        void beginReport(int doc) throws IOException {
            endReport();
            first = doc;
            run = 0;
        }

        void count(int doc) throws IOException {
            if (facets) {
                run++;
                role.advanceExact(doc);
                roles[role.ordValue()]++;
            }
        }

        void end() throws IOException {
            endReport();
            for (int i = 0; i < roles.length; i++) {
                add(
                        Fields.ROLE,
                        SectionRole.valueOf(role.lookupOrd(i).utf8ToString()).id(),
                        roles[i]);
            }
        }

        private void endReport() throws IOException {
            if (run > 0) {
                add(Fields.ORG, Stored.word(leaf, Fields.ORG, first), run);
                add(Fields.REGION, Stored.word(leaf, Fields.REGION, first), run);
                add(
                        Fields.KIND,
                        ReportKind.valueOf(Stored.word(leaf, Fields.KIND, first))
                                .id(),
                        run);
                NumericDocValues year = DocValues.getNumeric(leaf, Fields.YEAR);
                year.advanceExact(first);
                add(Fields.YEAR, Long.toString(year.longValue()), run);
            }
        }

        private void add(String facet, String value, long count) {
            if (count > 0) {
                counts.computeIfAbsent(facet, _ -> new HashMap<>()).merge(value, count, Long::sum);
            }
        }
    }
}
