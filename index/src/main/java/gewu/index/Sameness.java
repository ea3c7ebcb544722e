package gewu.index;

import gewu.api.search.SearchAnswer.Alike;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

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

    private final long[] wordings;
    private final int[] globals;
    /// For each hit the number of its report among those that have hits.
    private final int[] reportOf;
    private final List<Source> sources = new ArrayList<>();

    /// A report with hits: its values by their numbers, looked up only when two reports of one year must be
    /// told apart, and then kept.
    private static final class Source {
        private final LeafReader leaf;
        private final int year;
        private final int org;
        private final int report;
        private @Nullable String orgName;

        Source(LeafReader leaf, int year, int org, int report) {
            this.leaf = leaf;
            this.year = year == 0 ? Integer.MAX_VALUE : year;
            this.org = org;
            this.report = report;
        }

        boolean isBefore(Source other) throws IOException {
            if (year != other.year) {
                return year < other.year;
            }
            int byOrg = leaf == other.leaf && org == other.org ? 0 : orgName().compareTo(other.orgName());
            return byOrg != 0 ? byOrg < 0 : id().compareTo(other.id()) < 0;
        }

        private String orgName() throws IOException {
            String name = orgName;
            if (name == null) {
                name = DocValues.getSorted(leaf, Fields.ORG).lookupOrd(org).utf8ToString();
                orgName = name;
            }
            return name;
        }

        private String id() throws IOException {
            return DocValues.getSorted(leaf, Fields.REPORT).lookupOrd(report).utf8ToString();
        }
    }

    /// @param hits one set for each leaf of the reader; they stay as they are
    Sameness(DirectoryReader reader, List<FixedBitSet> hits) throws IOException {
        this.reader = reader;
        int count = hits.stream().mapToInt(FixedBitSet::cardinality).sum();
        wordings = new long[count];
        globals = new int[count];
        reportOf = new int[count];
        distinct = count;
        int filled = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            filled = read(leaf, hits.get(leaf.ord), filled);
        }
        foldAll();
    }

    private int read(LeafReaderContext leaf, FixedBitSet set, int from) throws IOException {
        shown.add(set.clone());
        NumericDocValues wording = DocValues.getNumeric(leaf.reader(), Fields.WORDING);
        NumericDocValues year = DocValues.getNumeric(leaf.reader(), Fields.YEAR);
        SortedDocValues org = DocValues.getSorted(leaf.reader(), Fields.ORG);
        SortedDocValues report = DocValues.getSorted(leaf.reader(), Fields.REPORT);
        BitSetIterator docs = new BitSetIterator(set, 0);
        int filled = from;
        int current = -1;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            wording.advanceExact(doc);
            report.advanceExact(doc);
            if (report.ordValue() != current) { // the paragraphs of a report stand side by side
                current = report.ordValue();
                year.advanceExact(doc);
                org.advanceExact(doc);
                sources.add(new Source(leaf.reader(), (int) year.longValue(), org.ordValue(), current));
            }
            wordings[filled] = wording.longValue();
            globals[filled] = leaf.docBase + doc;
            reportOf[filled] = sources.size() - 1;
            filled++;
        }
        return filled;
    }

    private void foldAll() throws IOException {
        long[] order = new long[wordings.length];
        for (int i = 0; i < order.length; i++) {
            // Half of the hash before the number: sorting brings together what may be the same.
            order[i] = wordings[i] & ~LOW | i;
        }
        Arrays.parallelSort(order);
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && (order[to] & ~LOW) == (order[from] & ~LOW)) {
                to++;
            }
            if (to - from > 1) {
                foldEqual(
                        Arrays.stream(order, from, to).mapToInt(it -> (int) it).toArray());
            }
            from = to;
        }
    }

    /// The hits that are shown, one set for each leaf of the reader; not to be changed.
    List<FixedBitSet> shown() {
        return shown;
    }

    long distinct() {
        return distinct;
    }

    /// @param global number of a paragraph that is shown
    Alike alike(int global) {
        return alike.getOrDefault(global, Alike.NONE);
    }

    /// @param numbers of hits, in order, whose hashes have the same half
    private void foldEqual(int[] numbers) throws IOException {
        boolean isOne = Arrays.stream(numbers).allMatch(it -> wordings[it] == wordings[numbers[0]]);
        if (isOne) {
            fold(numbers);
            return;
        }
        Map<Long, List<Integer>> groups = new HashMap<>();
        for (int number : numbers) {
            groups.computeIfAbsent(wordings[number], _ -> new ArrayList<>()).add(number);
        }
        for (List<Integer> group : groups.values()) {
            fold(group.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private void fold(int[] group) throws IOException {
        if (group.length < 2) {
            return;
        }
        int first = group[0];
        int reports = 1;
        for (int i = 1; i < group.length; i++) {
            reports += reportOf[group[i]] == reportOf[group[i - 1]] ? 0 : 1;
            first = isBefore(group[i], first) ? group[i] : first;
        }
        for (int number : group) {
            if (number != first) {
                LeafReaderContext leaf = Stored.leaf(reader, globals[number]);
                shown.get(leaf.ord).clear(globals[number] - leaf.docBase);
            }
        }
        distinct -= group.length - 1L;
        alike.put(globals[first], new Alike(group.length - 1L, reports - 1L));
    }

    /// Whether the hit appears before the other: in an earlier year, then by organisation, report and place.
    private boolean isBefore(int one, int other) throws IOException {
        if (reportOf[one] == reportOf[other]) {
            return globals[one] < globals[other];
        }
        return sources.get(reportOf[one]).isBefore(sources.get(reportOf[other]));
    }
}
