package gewu.index;

import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/// Answers one question from one state of the index.
final class Inquiry {
    private static final SortField BY_YEAR = new SortField(Fields.YEAR, SortField.Type.LONG, true);
    private static final SortField BY_ORG = new SortField(Fields.ORG, SortField.Type.STRING);
    private static final SortField BY_REPORT = new SortField(Fields.REPORT, SortField.Type.STRING);
    private static final SortField BY_PARAGRAPH = new SortField(Fields.PARAGRAPH, SortField.Type.LONG);

    private final DirectoryReader reader;
    private final SearchQuery query;
    private final Question question;
    private final Words words;

    Inquiry(DirectoryReader reader, SearchQuery query, Question question, Words words) {
        this.reader = reader;
        this.query = query;
        this.question = question;
        this.words = words;
    }

    /// @param begun when the question was asked, in [System#nanoTime] terms
    SearchAnswer answer(long begun) throws IOException {
        Sweep sweep = new Sweep(reader, question, query.facets()).over(matching());
        List<Hit> hits = sweep.paragraphs() > query.offset() && query.limit() > 0 ? hits(sweep.hits()) : List.of();
        return new SearchAnswer(
                hits,
                sweep.facets(),
                question.understood(),
                sweep.paragraphs(),
                sweep.reports(),
                sweep.occurrences(),
                (System.nanoTime() - begun) / 1_000_000.0);
    }

    private List<Hit> hits(HitSet set) throws IOException {
        int most = (int) Math.min(reader.maxDoc(), (long) query.offset() + query.limit());
        ScoreDoc[] best = best(set, most);
        Marker marker = new Marker(question);
        List<Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < best.length; i++) {
            double score = Float.isNaN(best[i].score) ? 0 : best[i].score;
            hits.add(Stored.hit(reader, best[i].doc, score, marker));
        }
        return hits;
    }

    private ScoreDoc[] best(HitSet set, int most) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return switch (query.sort()) {
            case RELEVANCE -> searcher.search(ranked(set), new TopScoreDocCollectorManager(most, most)).scoreDocs;
            case YEAR -> sorted(searcher, set, most, new Sort(BY_YEAR, BY_ORG, BY_REPORT, BY_PARAGRAPH));
            case ORG -> sorted(searcher, set, most, new Sort(BY_ORG, BY_YEAR, BY_REPORT, BY_PARAGRAPH));
        };
    }

    private static ScoreDoc[] sorted(IndexSearcher searcher, HitSet set, int most, Sort sort) throws IOException {
        return searcher.search(set, new TopFieldCollectorManager(sort, most, most)).scoreDocs;
    }

    private Query ranked(HitSet set) throws IOException {
        return new BooleanQuery.Builder()
                .add(set, Occur.FILTER)
                .add(Rewriter.ranking(question, words), Occur.SHOULD)
                .build();
    }

    private Query matching() throws IOException {
        BooleanQuery.Builder matching = new BooleanQuery.Builder().add(Rewriter.matching(question), Occur.MUST);
        if (!query.org().isBlank()) {
            matching.add(SortedDocValuesField.newSlowSetQuery(Fields.ORG, orgsHolding(query.org())), Occur.FILTER);
        }
        if (query.from() > 0 || query.to() > 0) {
            long last = query.to() > 0 ? query.to() : Long.MAX_VALUE;
            matching.add(
                    NumericDocValuesField.newSlowRangeQuery(Fields.YEAR, Math.max(1, query.from()), last),
                    Occur.FILTER);
        }
        query.role().ifPresent(role -> matching.add(is(Fields.ROLE, role.name()), Occur.FILTER));
        query.kind().ifPresent(kind -> matching.add(is(Fields.KIND, kind.name()), Occur.FILTER));
        return matching.build();
    }

    private static Query is(String field, String value) {
        return SortedDocValuesField.newSlowExactQuery(field, new BytesRef(value));
    }

    /// All organisations whose name holds `part`.
    private Set<BytesRef> orgsHolding(String part) throws IOException {
        String wanted = SearchText.of(part).toString();
        Set<BytesRef> orgs = new LinkedHashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum names = DocValues.getSorted(leaf.reader(), Fields.ORG).termsEnum();
            for (BytesRef name = names.next(); name != null; name = names.next()) {
                if (SearchText.of(name.utf8ToString()).find(wanted, 0) >= 0) {
                    orgs.add(BytesRef.deepCopyOf(name));
                }
            }
        }
        return orgs;
    }
}
