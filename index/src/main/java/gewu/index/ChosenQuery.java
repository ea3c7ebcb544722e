package gewu.index;

import gewu.api.report.Mark;
import gewu.api.search.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Matches the paragraphs that a plugin chose.
final class ChosenQuery extends Query {
    private final Selection selection;

    ChosenQuery(Selection selection) {
        this.selection = selection;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, 0) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                FixedBitSet set = chosen(leaf.reader());
                return ConstantScoreScorerSupplier.fromIterator(
                        new BitSetIterator(set, set.cardinality()),
                        0,
                        mode,
                        leaf.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private FixedBitSet chosen(LeafReader leaf) throws IOException {
        FixedBitSet set = new FixedBitSet(leaf.maxDoc());
        for (String report : selection.reports()) {
            choose(leaf, report, List.of(), set);
        }
        for (Map.Entry<String, List<Mark>> places : selection.places().entrySet()) {
            choose(leaf, places.getKey(), places.getValue(), set);
        }
        return set;
    }

    /// @param marks of which a paragraph must hold a character; none for all paragraphs
    private static void choose(LeafReader leaf, String report, List<Mark> marks, FixedBitSet set) throws IOException {
        PostingsEnum paragraphs = leaf.postings(new Term(Fields.REPORT, report), PostingsEnum.NONE);
        if (paragraphs == null) {
            return;
        }
        NumericDocValues starts = DocValues.getNumeric(leaf, Fields.START);
        NumericDocValues ends = DocValues.getNumeric(leaf, Fields.END);
        for (int doc = paragraphs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = paragraphs.nextDoc()) {
            if (marks.isEmpty()) {
                set.set(doc);
            } else if (starts.advanceExact(doc) && ends.advanceExact(doc)) {
                long start = starts.longValue();
                long end = ends.longValue();
                if (marks.stream().anyMatch(mark -> mark.start() < end && mark.end() > start)) {
                    set.set(doc);
                }
            }
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "chosen in " + (selection.places().size() + selection.reports().size()) + " reports";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChosenQuery it && selection.equals(it.selection);
    }

    @Override
    public int hashCode() {
        return selection.hashCode();
    }
}
