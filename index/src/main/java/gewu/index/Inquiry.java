package gewu.index;

import gewu.api.report.YearRange;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Answers one question from one state of the index.
final class Inquiry {
    private static final SortField BY_YEAR = new SortField(Fields.YEAR, SortField.Type.LONG, true);
    private static final SortField BY_ORG = new SortField(Fields.ORG, SortField.Type.STRING);
    private static final SortField BY_REPORT = new SortField(Fields.REPORT, SortField.Type.STRING);
    private static final SortField BY_PARAGRAPH = new SortField(Fields.PARAGRAPH, SortField.Type.LONG);

    private static final int MOST_PARTS_EXPLAINED = 12;

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
                (System.nanoTime() - begun) / 1_000_000.0,
                sweep.paragraphs() == 0 ? parts() : List.of());
    }

    /// Why nothing was found.
    private List<SearchAnswer.Part> parts() throws IOException {
        List<Question> all = question instanceof Question.All(var several) ? several : List.of(question);
        Misses misses = new Misses(reader);
        List<SearchAnswer.Part> parts = new ArrayList<>();
        for (Question part : all.subList(0, Math.min(all.size(), MOST_PARTS_EXPLAINED))) {
            List<Question> others = all.stream().filter(it -> it != part).toList();
            Question rest = filtered(new Question.All(others));
            boolean isAsked = others.stream().anyMatch(Question::isAffirmative);
            parts.add(misses.explained(part, isAsked ? misses.count(rest) : 0));
        }
        return parts;
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
        searcher.setSimilarity(Rewriter.SCORING);
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
        return new Rewriter(reader).matching(filtered(question));
    }

    /// The question with the conditions that stand beside it.
    private Question filtered(Question asked) {
        List<Question> parts = new ArrayList<>();
        parts.add(asked);
        if (!query.org().isBlank()) {
            parts.add(new Where.Org(query.org()));
        }
        if (query.from() > 0 || query.to() > 0) {
            parts.add(new Where.Years(new YearRange(query.from(), query.to())));
        }
        query.role().ifPresent(role -> parts.add(new Where.Role(role)));
        query.kind().ifPresent(kind -> parts.add(new Where.Kind(kind)));
        return parts.size() == 1 ? asked : new Question.All(parts);
    }
}
