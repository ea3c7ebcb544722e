package gewu.index;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/// Scores a term or a phrase by how often it stands in a paragraph, so that the score of a hit is its number of
/// occurrences.
final class PlainFrequency extends Similarity {
    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return new SimScorer() {
            @Override
            public float score(float frequency, long norm) {
                return frequency;
            }
        };
    }

    @Override
    public long computeNorm(FieldInvertState state) {
        throw new UnsupportedOperationException("Plain frequencies are for searching only.");
    }
}
