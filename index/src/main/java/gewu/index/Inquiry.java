package gewu.index;

import gewu.api.plugin.Extension;
import gewu.api.report.YearRange;
import gewu.api.search.Concordance;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchFacet;
import gewu.api.search.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.FixedBitSet;

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
    private final List<Extension<SearchFacet>> facets;

    /// @param facets those that plugins contribute
    Inquiry(
            DirectoryReader reader,
            SearchQuery query,
            Question question,
            Words words,
            List<Extension<SearchFacet>> facets) {
        this.reader = reader;
        this.query = query;
        this.question = question;
        this.words = words;
        this.facets = List.copyOf(facets);
    }

    /// @param begun when the question was asked, in [System#nanoTime] terms
    SearchAnswer answer(long begun) throws IOException {
        Sweep sweep = sweep();
        long distinct = sweep.paragraphs();
        List<Hit> hits = List.of();
        if (query.folded()) {
            Sameness sameness = new Sameness(reader, sweep.hits());
            distinct = sameness.distinct();
            hits = hits(sameness.shown(), distinct, sameness::alike);
        } else {
            hits = hits(sweep.hits(), distinct, _ -> SearchAnswer.Alike.NONE);
        }
        return new SearchAnswer(
                hits,
                sweep.facets(),
                sweep.cells(),
                question.understood(),
                sweep.paragraphs(),
                distinct,
                sweep.reports(),
                sweep.occurrences(),
                (System.nanoTime() - begun) / 1_000_000.0,
                sweep.paragraphs() == 0 ? parts() : List.of());
    }

    private Sweep sweep() throws IOException {
        return new Sweep(reader, question, query.facets(), query.facets() ? facets : List.of()).over(matching());
    }

    /// The places one by one.
    Concordance concordance(Concordance.Order order) throws IOException {
        Sweep sweep = sweep();
        return new ContextLines(reader, new Marker(question), order)
                .of(sweep.hits(), query.offset(), query.limit(), question.understood(), sweep.occurrences());
    }

    /// The paragraphs that share most with the question, whether it holds in them or not.
    List<Hit> nearest() throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        Query near = Rewriter.ranking(question, words);
        int most = Math.max(1, Math.min(reader.maxDoc(), query.limit()));
        ScoreDoc[] best = searcher.search(near, new TopScoreDocCollectorManager(most, most)).scoreDocs;
        return Stored.hits(reader, List.of(best), new Marker(new Question.All(List.of())));
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

    private List<Hit> hits(List<FixedBitSet> set, long count, IntFunction<SearchAnswer.Alike> alike)
            throws IOException {
        if (count <= query.offset() || query.limit() == 0) {
            return List.of();
        }
        int most = (int) Math.min(count, (long) query.offset() + query.limit());
        ScoreDoc[] best = best(set, most);
        List<ScoreDoc> page = List.of(best).subList(Math.min(best.length, query.offset()), best.length);
        List<Hit> hits = Stored.hits(reader, page, new Marker(question));
        if (!query.folded()) {
            return hits;
        }
        List<Hit> folded = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            folded.add(hits.get(i).alike(alike.apply(page.get(i).doc)));
        }
        return folded;
    }

    private ScoreDoc[] best(List<FixedBitSet> set, int most) throws IOException {
        return switch (query.sort()) {
            case RELEVANCE -> new Ranking(reader, question, words).best(set, most);
            case YEAR -> sorted(set, most, new Sort(BY_YEAR, BY_ORG, BY_REPORT, BY_PARAGRAPH));
            case ORG -> sorted(set, most, new Sort(BY_ORG, BY_YEAR, BY_REPORT, BY_PARAGRAPH));
        };
    }

    private ScoreDoc[] sorted(List<FixedBitSet> set, int most, Sort sort) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return searcher.search(new HitSet(set), new TopFieldCollectorManager(sort, most, most)).scoreDocs;
    }

    private Query matching() throws IOException {
        return new Rewriter(reader).matching(filtered(question));
    }

    /// The question with the conditions that stand beside it.
    private Question filtered(Question asked) {
        List<Question> parts = new ArrayList<>();
        parts.add(asked);
        SearchQuery.Within within = query.within();
        if (!within.report().isBlank()) {
            parts.add(new Where.OfReport(within.report()));
        }
        if (!within.org().isBlank()) {
            parts.add(new Where.Org(within.org()));
        }
        if (!within.region().isBlank()) {
            parts.add(new Where.Region(within.region()));
        }
        if (within.from() > 0 || within.to() > 0) {
            parts.add(new Where.Years(new YearRange(within.from(), within.to())));
        }
        within.role().ifPresent(role -> parts.add(new Where.Role(role)));
        within.kind().ifPresent(kind -> parts.add(new Where.Kind(kind)));
        return parts.size() == 1 ? asked : new Question.All(parts);
    }
}
