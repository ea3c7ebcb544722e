package gewu.index;

import gewu.api.search.SearchAnswer.Alike;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Folds paragraphs with the same words under the one that appears first: of the earliest year, then by
/// organisation, report and place. For one reader, by one thread.
///
/// Two paragraphs count as the same when the hashes of their folded words are; that two different ones of a
/// million share a hash of 64 bits is as likely as one in thirty million.
final class Sameness {
    private static final long LOW = 0xFFFF_FFFFL;

    private final DirectoryReader reader;
    private final List<FixedBitSet> shown = new ArrayList<>();
    private final Map<Integer, Alike> alike = new HashMap<>();
    private long distinct;

    Sameness(DirectoryReader reader) {
        this.reader = reader;
    }

    /// One of the paragraphs that say the same.
    private record Place(String org, int year, String report, int paragraph, int global) {
        private static final Comparator<Place> APPEARANCE = Comparator.comparingInt(
                        (Place place) -> place.year() == 0 ? Integer.MAX_VALUE : place.year())
                .thenComparing(Place::org)
                .thenComparing(Place::report)
                .thenComparing(Place::paragraph);
    }

    /// @param hits one set for each leaf of the reader; they stay as they are
    Sameness among(List<FixedBitSet> hits) throws IOException {
        int count = hits.stream().mapToInt(FixedBitSet::cardinality).sum();
        long[] wordings = new long[count];
        int[] globals = new int[count];
        long[] order = new long[count];
        int filled = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            FixedBitSet set = hits.get(leaf.ord);
            shown.add(set.clone());
            NumericDocValues wording = DocValues.getNumeric(leaf.reader(), Fields.WORDING);
            BitSetIterator docs = new BitSetIterator(set, count);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                wording.advanceExact(doc);
                wordings[filled] = wording.longValue();
                globals[filled] = leaf.docBase + doc;
                // Half of the hash before the number: sorting brings together what may be the same.
                order[filled] = wordings[filled] & ~LOW | filled;
                filled++;
            }
        }
        Arrays.sort(order);
        distinct = count;
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && (order[to] & ~LOW) == (order[from] & ~LOW)) {
                to++;
            }
            if (to - from > 1) {
                foldEqual(order, from, to, wordings, globals);
            }
            from = to;
        }
        return this;
    }

    /// The hits that are shown.
    HitSet shown() {
        return new HitSet(shown);
    }

    long distinct() {
        return distinct;
    }

    /// @param global number of a paragraph that is shown
    Alike alike(int global) {
        return alike.getOrDefault(global, Alike.NONE);
    }

    private void foldEqual(long[] order, int from, int to, long[] wordings, int[] globals) throws IOException {
        Map<Long, List<Integer>> groups = new HashMap<>();
        for (int i = from; i < to; i++) {
            int number = (int) order[i];
            groups.computeIfAbsent(wordings[number], _ -> new ArrayList<>()).add(globals[number]);
        }
        for (List<Integer> group : groups.values()) {
            if (group.size() > 1) {
                fold(group);
            }
        }
    }

    private void fold(List<Integer> group) throws IOException {
        Place first = null;
        Set<String> reports = new HashSet<>();
        for (int global : group) {
            Place place = place(global);
            reports.add(place.report());
            first = first == null || Place.APPEARANCE.compare(place, first) < 0 ? place : first;
        }
        for (int global : group) {
            if (first != null && global != first.global()) {
                LeafReaderContext leaf = leaf(global);
                shown.get(leaf.ord).clear(global - leaf.docBase);
                distinct--;
            }
        }
        if (first != null) {
            alike.put(first.global(), new Alike(group.size() - 1L, reports.size() - 1L));
        }
    }

    private Place place(int global) throws IOException {
        LeafReaderContext context = leaf(global);
        LeafReader leaf = context.reader();
        int doc = global - context.docBase;
        return new Place(
                Stored.word(leaf, Fields.ORG, doc),
                Stored.number(leaf, Fields.YEAR, doc),
                Stored.word(leaf, Fields.REPORT, doc),
                Stored.number(leaf, Fields.PARAGRAPH, doc),
                global);
    }

    private LeafReaderContext leaf(int global) {
        return Stored.leaf(reader, global);
    }
}
