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
    private final KeptMatches kept;

    /// @param facets those that plugins contribute
    /// @param kept   what matched before
    Inquiry(
            DirectoryReader reader,
            SearchQuery query,
            Question question,
            Words words,
            List<Extension<SearchFacet>> facets,
            KeptMatches kept) {
        this.reader = reader;
        this.query = query;
        this.question = question;
        this.words = words;
        this.facets = List.copyOf(facets);
        this.kept = kept;
    }

    /// @param begun when the question was asked, in [System#nanoTime] terms
    SearchAnswer answer(long begun) throws IOException {
        Matches matches = matches();
        return new SearchAnswer(
                hits(matches),
                query.facets() ? matches.facets() : List.of(),
                query.facets() ? matches.cells() : List.of(),
                question.understood(),
                matches.paragraphs(),
                matches.distinct(),
                matches.reports(),
                matches.occurrences(),
                (System.nanoTime() - begun) / 1_000_000.0,
                matches.paragraphs() == 0 ? parts() : List.of());
    }

    /// Facets of plugins may change while the index does not, so what counts them is not kept.
    private Matches matches() throws IOException {
        Question whole = filtered(question);
        return query.facets() && !facets.isEmpty()
                ? found(whole)
                : kept.of(reader, new KeptMatches.Asked(whole, query.folded(), query.facets()), () -> found(whole));
    }

    private Matches found(Question whole) throws IOException {
        Sweep sweep = new Sweep(reader, question, query.facets(), query.facets() ? facets : List.of())
                .over(new Rewriter(reader).matching(whole));
        if (!query.folded()) {
            return sweep.matches(sweep.hits(), sweep.paragraphs(), _ -> SearchAnswer.Alike.NONE);
        }
        Sameness sameness = new Sameness(reader, sweep.hits());
        return sweep.matches(sameness.shown(), sameness.distinct(), sameness::alike);
    }

    /// The places one by one.
    Concordance concordance(Concordance.Order order) throws IOException {
        Matches matches = matches();
        return new ContextLines(reader, new Marker(question), order)
                .of(matches.hits(), query.offset(), query.limit(), question.understood(), matches.occurrences());
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

    private List<Hit> hits(Matches matches) throws IOException {
        if (matches.distinct() <= query.offset() || query.limit() == 0) {
            return List.of();
        }
        int most = (int) Math.min(matches.distinct(), (long) query.offset() + query.limit());
        ScoreDoc[] best = best(matches.shown(), most);
        List<ScoreDoc> page = List.of(best).subList(Math.min(best.length, query.offset()), best.length);
        List<Hit> hits = new ArrayList<>(Stored.hits(reader, page, new Marker(question)));
        for (int i = 0; i < hits.size(); i++) {
            hits.set(i, hits.get(i).alike(matches.alike().apply(page.get(i).doc)));
        }
        return hits;
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
