package gewu.index;

import gewu.api.report.Mark;
import gewu.api.search.Concordance;
import gewu.api.search.Concordance.Line;
import gewu.api.search.Concordance.Order;
import gewu.api.search.SearchAnswer.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Puts the places of a question in the order of their context. Keeps of each place only what its order
/// needs; the lines themselves are made for the page that is shown.
final class ContextLines {
    /// Beyond this many places the order of all of them tells nobody anything; the first ones are ordered.
    static final int MOST_SORTED = 200_000;

    /// Characters on which the order rests.
    private static final int KEY = 16;

    /// Source characters among which they are found, white space and quotation marks included.
    private static final int REACH = 40;

    private static final Comparator<Spot> ORDER = Comparator.comparing(Spot::key)
            .thenComparing(Spot::report)
            .thenComparingInt(spot -> spot.mark().start());

    private final DirectoryReader reader;
    private final Marker marker;
    private final Order order;

    ContextLines(DirectoryReader reader, Marker marker, Order order) {
        this.reader = reader;
        this.marker = marker;
        this.order = order;
    }

    /// A place and what it is ordered by.
    private record Spot(String key, String report, Mark mark, int global) {}

    /// @param hits one set for each leaf of the reader
    Concordance of(List<FixedBitSet> hits, int offset, int limit, String understood, long occurrences)
            throws IOException {
        List<Spot> spots = spots(hits);
        spots.sort(ORDER);
        List<Spot> page =
                spots.subList(Math.min(spots.size(), offset), (int) Math.min(spots.size(), (long) offset + limit));
        List<ScoreDoc> paragraphs =
                page.stream().map(spot -> new ScoreDoc(spot.global(), 0)).toList();
        List<Hit> shown = Stored.hits(reader, paragraphs, marker);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            lines.add(Line.of(shown.get(i), page.get(i).mark()));
        }
        return new Concordance(lines, understood, occurrences, spots.size());
    }

    private List<Spot> spots(List<FixedBitSet> hits) throws IOException {
        List<Spot> spots = new ArrayList<>();
        for (LeafReaderContext context : reader.leaves()) {
            LeafReader leaf = context.reader();
            StoredFields stored = leaf.storedFields();
            BitSetIterator docs = new BitSetIterator(hits.get(context.ord), 0);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                String source = Stored.source(stored, doc);
                int start = Stored.number(leaf, Fields.START, doc);
                String report = Stored.word(leaf, Fields.REPORT, doc);
                for (Mark mark : marker.marks(report, source, start).all()) {
                    if (spots.size() == MOST_SORTED) {
                        return spots;
                    }
                    String key = key(source, mark.start() - start, mark.end() - start);
                    spots.add(new Spot(key, report, mark, context.docBase + doc));
                }
            }
        }
        return spots;
    }

    private String key(String source, int from, int to) {
        return switch (order) {
            case TEXT -> "";
            case LEFT -> {
                String left = SearchText.of(source.substring(Math.max(0, from - REACH), from))
                        .toString();
                yield cut(new StringBuilder(left).reverse().toString());
            }
            case RIGHT ->
                cut(SearchText.of(source.substring(to, Math.min(source.length(), to + REACH)))
                        .toString());
        };
    }

    private static String cut(String words) {
        return words.length() > KEY ? words.substring(0, KEY) : words;
    }
}
