package gewu.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.FixedBitSet;

/// Puts hits in the order of their relevance. For one question, by one thread, which others help.
///
/// Few hits are all scored. Of many, only those are that may stand first: the best by their text and the best
/// under a heading that holds a word; the others follow by their text. The order is the same whichever page
/// is asked for.
final class Ranking {
    /// Scoring so many takes a few milliseconds.
    private static final int FEW = 3_000;

    /// How many are taken by their text, and again by their headings.
    private static final int CANDIDATES = 200;

    private final DirectoryReader reader;
    private final Question question;
    private final Words words;
    private final IndexSearcher searcher;

    Ranking(DirectoryReader reader, Question question, Words words) {
        this.reader = reader;
        this.question = question;
        this.words = words;
        this.searcher = new IndexSearcher(reader, ForkJoinPool.commonPool());
        searcher.setQueryCache(null);
        searcher.setSimilarity(Rewriter.SCORING);
    }

    /// The best of the hits, at most `most`.
    ///
    /// @param hits one set for each leaf of the reader; they stay as they are
    ScoreDoc[] best(List<FixedBitSet> hits, int most) throws IOException {
        Query whole = Rewriter.ranking(question, words);
        long count = hits.stream().mapToLong(FixedBitSet::cardinality).sum();
        boolean isPlain = question.sought().stream().allMatch(Question.Term.class::isInstance);
        if (count <= FEW || !isPlain) {
            return top(hits, whole, Occur.SHOULD, most);
        }
        Query byText = Rewriter.textRanking(question);
        ScoreDoc[] first = best(hits, byText, Occur.SHOULD);
        ScoreDoc[] headed = best(hits, Rewriter.headingRanking(question), Occur.MUST);
        List<FixedBitSet> candidates = empty();
        add(first, candidates);
        add(headed, candidates);
        int chosen = candidates.stream().mapToInt(FixedBitSet::cardinality).sum();
        List<ScoreDoc> best =
                new ArrayList<>(Arrays.asList(top(candidates, whole, Occur.SHOULD, Math.min(chosen, most))));
        if (best.size() < most) {
            List<FixedBitSet> others = new ArrayList<>();
            for (int i = 0; i < hits.size(); i++) {
                FixedBitSet rest = hits.get(i).clone();
                rest.andNot(candidates.get(i));
                others.add(rest);
            }
            float least = best.isEmpty() ? 0 : best.getLast().score;
            for (ScoreDoc other : top(others, byText, Occur.SHOULD, most - best.size())) {
                best.add(new ScoreDoc(other.doc, Math.min(least, other.score)));
            }
        }
        return best.toArray(ScoreDoc[]::new);
    }

    /// The best candidates. The hits are no part of the query but looked at when a paragraph is collected: then whole
    /// blocks of postings are passed over in which nothing can be better than the worst candidate. Only where hits
    /// are without the typed words, all are gone through one by one.
    private ScoreDoc[] best(List<FixedBitSet> hits, Query query, Occur occur) throws IOException {
        ScoreDoc[] kept = searcher.search(query, new AmongHits(hits, CANDIDATES)).scoreDocs;
        return kept.length == CANDIDATES || occur == Occur.MUST ? kept : top(hits, query, occur, CANDIDATES);
    }

    private ScoreDoc[] top(List<FixedBitSet> among, Query query, Occur occur, int most) throws IOException {
        if (most <= 0) {
            return new ScoreDoc[0];
        }
        Query filtered = new BooleanQuery.Builder()
                .add(new HitSet(among), Occur.FILTER)
                .add(query, occur)
                .build();
        return searcher.search(filtered, new TopScoreDocCollectorManager(most, most)).scoreDocs;
    }

    private List<FixedBitSet> empty() {
        List<FixedBitSet> sets = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            sets.add(new FixedBitSet(leaf.reader().maxDoc()));
        }
        return sets;
    }

    private void add(ScoreDoc[] docs, List<FixedBitSet> sets) {
        for (ScoreDoc one : docs) {
            LeafReaderContext leaf = Stored.leaf(reader, one.doc);
            sets.get(leaf.ord).set(one.doc - leaf.docBase);
        }
    }
}
