package gewu.index;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Matches those candidates whose stored text really holds what is looked for; for what postings alone can't tell.
final class VerifiedQuery extends Query {
    /// Looks at one stored field of a paragraph. Equal checks answer alike.
    interface Check {
        String field();

        boolean holds(String stored);
    }

    /// Reading and folding a stored paragraph, beside looking at one posting.
    private static final float COST = 10_000;

    private final Query candidates;
    private final Check check;

    VerifiedQuery(Query candidates, Check check) {
        this.candidates = candidates;
        this.check = check;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight inner = searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, 0) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                Scorer scorer = inner.scorer(leaf);
                return scorer == null ? null : supplier(scorer, leaf, mode);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private ScorerSupplier supplier(Scorer scorer, LeafReaderContext leaf, ScoreMode mode) throws IOException {
        StoredFields stored = leaf.reader().storedFields();
        TwoPhaseIterator verified = new TwoPhaseIterator(scorer.iterator()) {
            @Override
            public boolean matches() throws IOException {
                String text = stored.document(approximation.docID(), Set.of(check.field()))
                        .get(check.field());
                return text != null && check.holds(text);
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
        return new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) {
                return new ConstantScoreScorer(0, mode, verified);
            }

            @Override
            public long cost() {
                return scorer.iterator().cost();
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return check + " among " + candidates;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifiedQuery it && candidates.equals(it.candidates) && check.equals(it.check);
    }

    @Override
    public int hashCode() {
        return Objects.hash(candidates, check);
    }
}
