package gewu.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.FixedBitSet;

/// Collects the best of those paragraphs that are known to be hits; others don't count, and don't raise the score that
/// must be beaten.
final class AmongHits implements CollectorManager<AmongHits.Sieve, TopDocs> {
    private final List<FixedBitSet> hits;
    private final TopScoreDocCollectorManager best;

    /// @param hits one set for each leaf of the reader
    AmongHits(List<FixedBitSet> hits, int most) {
        this.hits = List.copyOf(hits);
        this.best = new TopScoreDocCollectorManager(most, most);
    }

    @Override
    public Sieve newCollector() {
        return new Sieve(best.newCollector());
    }

    @Override
    public TopDocs reduce(Collection<Sieve> collectors) throws IOException {
        return best.reduce(collectors.stream().map(it -> it.kept).toList());
    }

    /// Lets only hits through.
    final class Sieve extends FilterCollector {
        private final TopScoreDocCollector kept;

        Sieve(TopScoreDocCollector kept) {
            super((Collector) kept);
            this.kept = kept;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            FixedBitSet set = hits.get(leaf.ord);
            return new FilterLeafCollector(super.getLeafCollector(leaf)) {
                @Override
                public void collect(int doc) throws IOException {
                    if (set.get(doc)) {
                        in.collect(doc);
                    }
                }
            };
        }
    }
}
