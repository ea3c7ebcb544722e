package gewu.index;

import gewu.api.plugin.Extension;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchAnswer.Alike;
import gewu.api.search.SearchAnswer.Cell;
import gewu.api.search.SearchAnswer.Facet;
import gewu.api.search.SearchFacet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// One pass over everything that matches: all counts, exact, and the set of hits. For one question, by one
/// thread; the leaves of the index are gone through side by side.
final class Sweep {
    private static final Comparator<Cell> BY_PLACE =
            Comparator.comparing(Cell::org).thenComparingInt(Cell::year);
    private static final Comparator<Facet> MOST_FIRST = Comparator.comparingLong(it -> -it.count());

    private final DirectoryReader reader;
    private final Question question;
    private final boolean facets;
    private final boolean isCounted;
    /// Whether marks depend on where in a report a paragraph stands.
    private final boolean isPlaced;
    private final Marker marker;

    private final List<FixedBitSet> hits = new ArrayList<>();
    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    /// Of all leaves, each in the order of names and years.
    private final List<Cell> cells = new ArrayList<>();

    private final List<Extension<SearchFacet>> contributed;
    private long paragraphs;
    private long reports;
    private long occurrences;

    /// @param facets      whether to count the values of the facets
    /// @param contributed facets of plugins
    Sweep(DirectoryReader reader, Question question, boolean facets, List<Extension<SearchFacet>> contributed) {
        this.reader = reader;
        this.question = question;
        this.facets = facets;
        this.isCounted = Overlap.isImpossible(question);
        this.isPlaced = question.sought().stream().anyMatch(Question.Chosen.class::isInstance);
        this.marker = new Marker(question);
        this.contributed = List.copyOf(contributed);
    }

    /// @param matching the question with all filters
    Sweep over(Query matching) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(new PlainFrequency());
        ScoreMode mode = isCounted ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
        Weight weight = searcher.createWeight(searcher.rewrite(matching), mode, 1);
        try {
            reader.leaves().parallelStream()
                    .map(leaf -> ofLeaf(weight, leaf))
                    .toList()
                    .forEach(this::add);
            mergeCells();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return this;
    }

    private Sweep ofLeaf(Weight weight, LeafReaderContext leaf) {
        try {
            Sweep part = new Sweep(reader, question, facets, contributed);
            FixedBitSet set = new FixedBitSet(leaf.reader().maxDoc());
            part.hits.add(set);
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                part.sweep(leaf.reader(), scorer, set);
            }
            return part;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Adds what was counted in the next leaf.
    private void add(Sweep part) {
        hits.addAll(part.hits);
        paragraphs += part.paragraphs;
        reports += part.reports;
        occurrences += part.occurrences;
        part.counts.forEach((facet, values) -> values.forEach((value, count) -> tell(facet, value, count)));
        cells.addAll(part.cells);
    }

    /// What matches, one set for each leaf of the reader; not to be changed.
    List<FixedBitSet> hits() {
        return hits;
    }

    long paragraphs() {
        return paragraphs;
    }

    /// What was found, with those that are shown.
    Matches matches(List<FixedBitSet> shown, long distinct, IntFunction<Alike> alike) {
        return new Matches(hits, shown, alike, paragraphs, distinct, reports, occurrences, facets(), cells);
    }

    /// The counts of each facet's values, the most frequent first.
    private List<Facet> facets() {
        if (!facets) {
            return List.of();
        }
        List<Facet> all = new ArrayList<>(mostFirst(orgs()));
        Stream<String> others = Stream.concat(
                Stream.of(Fields.YEAR, Fields.REGION, Fields.KIND, Fields.ROLE),
                contributed.stream().map(Extension::id));
        for (String facet : others.toList()) {
            counts.getOrDefault(facet, Map.of()).entrySet().stream()
                    .map(it -> new Facet(facet, it.getKey(), it.getValue()))
                    .sorted(MOST_FIRST.thenComparing(Facet::value))
                    .forEach(all::add);
        }
        return all;
    }

    /// Sorts numbers instead of things: thousands of organisations are put in order at each search.
    ///
    /// @param facets in the order of those with equal counts
    private static List<Facet> mostFirst(List<Facet> facets) {
        long[] order = new long[facets.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (Integer.MAX_VALUE - facets.get(i).count()) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToObj(it -> facets.get((int) it)).toList();
    }

    /// How many paragraphs each organisation has, by name.
    private List<Facet> orgs() {
        List<Facet> orgs = new ArrayList<>();
        for (Cell cell : cells) {
            boolean isNext = orgs.isEmpty() || !orgs.getLast().value().equals(cell.org());
            long before = isNext ? 0 : orgs.removeLast().count();
            orgs.add(new Facet(Fields.ORG, cell.org(), before + cell.paragraphs()));
        }
        return orgs;
    }

    /// Brings the cells of all leaves in order. Each leaf's are, so sorting only merges them.
    private void mergeCells() {
        List<Cell> all = List.copyOf(cells);
        cells.clear();
        all.stream().sorted(BY_PLACE).forEach(cell -> {
            Cell last = cells.isEmpty() ? cell : cells.getLast();
            if (last != cell && BY_PLACE.compare(last, cell) == 0) {
                cells.removeLast();
                cells.add(new Cell(
                        cell.org(),
                        cell.year(),
                        last.paragraphs() + cell.paragraphs(),
                        last.reports() + cell.reports()));
            } else {
                cells.add(cell);
            }
        });
    }

    private void sweep(LeafReader leaf, Scorer scorer, FixedBitSet set) throws IOException {
        Bits live = leaf.getLiveDocs();
        StoredFields stored = leaf.storedFields();
        @Nullable
        Occurrences places = !isCounted && Occurrences.canCount(question) ? new Occurrences(leaf, question) : null;
        SortedDocValues report = DocValues.getSorted(leaf, Fields.REPORT);
        FacetCounter counter = new FacetCounter(leaf);
        int current = -1;
        DocIdSetIterator matches = scorer.iterator();
        for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            set.set(doc);
            paragraphs++;
            if (isCounted) {
                occurrences += (long) scorer.score();
            } else {
                occurrences += places == null ? marksIn(leaf, stored, doc) : places.in(doc);
            }
            report.advanceExact(doc);
            if (report.ordValue() != current) { // the paragraphs of a report stand side by side
                current = report.ordValue();
                reports++;
                counter.beginReport(doc);
            }
            counter.count(doc);
        }
        counter.end();
        if (isCounted) {
            countCharacters(leaf, set);
        }
    }

    private long marksIn(LeafReader leaf, StoredFields stored, int doc) throws IOException {
        String report = isPlaced ? Stored.word(leaf, Fields.REPORT, doc) : "";
        int start = isPlaced ? Stored.number(leaf, Fields.START, doc) : 0;
        return marker.marks(report, Stored.source(stored, doc), start).all().size();
    }

    /// Single characters are the beginnings of bigrams, so their frequency is spread over many terms.
    private void countCharacters(LeafReader leaf, FixedBitSet set) throws IOException {
        Terms terms = leaf.terms(Fields.TEXT);
        if (terms == null) {
            return;
        }
        for (Question.Sought sought : question.sought()) {
            if (sought instanceof Question.Term term) {
                String words = term.spells().getFirst().words();
                if (words.length() == 1) {
                    occurrences += frequency(terms, Bigrams.prefix(words.charAt(0)), set);
                }
            }
        }
    }

    private static long frequency(Terms terms, BytesRef prefix, FixedBitSet set) throws IOException {
        long frequency = 0;
        TermsEnum all = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef at = all.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : all.term();
                at != null && StringHelper.startsWith(at, prefix);
                at = all.next()) {
            postings = all.postings(postings, PostingsEnum.FREQS);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (set.get(doc)) {
                    frequency += postings.freq();
                }
            }
        }
        return frequency;
    }

    /// Counts the hits of a leaf by the numbers that stand for values there, and looks the values up at the
    /// end.
    private final class FacetCounter {
        private final List<ValueCounter> ofReports;
        private final ValueCounter roles;
        private final NumericDocValues year;
        private final Map<Long, Long> years = new HashMap<>();
        private final LeafReader leaf;
        private final YearlyCounter yearly;
        private int first = -1;
        private long run;

        FacetCounter(LeafReader leaf) throws IOException {
            this.ofReports = List.of(new ValueCounter(leaf, Fields.REGION), new ValueCounter(leaf, Fields.KIND));
            this.roles = new ValueCounter(leaf, Fields.ROLE);
            this.year = DocValues.getNumeric(leaf, Fields.YEAR);
            this.leaf = leaf;
            this.yearly = new YearlyCounter(DocValues.getSorted(leaf, Fields.ORG));
        }

        void beginReport(int doc) throws IOException {
            endReport();
            first = doc;
            run = 0;
        }

        void count(int doc) throws IOException {
            if (facets) {
                run++;
                roles.add(doc, 1);
            }
        }

        void end() throws IOException {
            endReport();
            for (ValueCounter counter : ofReports) {
                counter.tell(
                        counter.field.equals(Fields.KIND)
                                ? kind -> ReportKind.valueOf(kind).id()
                                : word -> word);
            }
            roles.tell(role -> SectionRole.valueOf(role).id());
            years.forEach((value, count) -> Sweep.this.tell(Fields.YEAR, Long.toString(value), count));
            yearly.tell();
        }

        private void endReport() throws IOException {
            if (run > 0) {
                for (ValueCounter counter : ofReports) {
                    counter.add(first, run);
                }
                year.advanceExact(first);
                years.merge(year.longValue(), run, Long::sum);
                yearly.add(first, (int) year.longValue(), run);
                for (Extension<SearchFacet> facet : contributed) {
                    String report = Stored.word(leaf, Fields.REPORT, first);
                    for (String value : facet.instance().values(report, Stored.facts(leaf, first))) {
                        Sweep.this.tell(facet.id(), value, run);
                    }
                }
            }
        }
    }

    /// Counts by organisation and year; the years of one organisation hang together, its last one first.
    private final class YearlyCounter {
        private final SortedDocValues org;
        /// By the number of the organisation: its last place in `years`, from 1; 0 for none.
        private final int[] last;
        private int[] before = new int[256];
        private int[] years = new int[256];
        private long[] paragraphs = new long[256];
        private long[] reports = new long[256];
        private int places = 1;

        YearlyCounter(SortedDocValues org) {
            this.org = org;
            this.last = new int[facets ? org.getValueCount() : 0];
        }

        void add(int doc, int year, long run) throws IOException {
            org.advanceExact(doc);
            int place = last[org.ordValue()];
            while (place > 0 && years[place] != year) {
                place = before[place];
            }
            if (place == 0) {
                place = place(org.ordValue(), year);
            }
            paragraphs[place] += run;
            reports[place]++;
        }

        private int place(int number, int year) {
            before = ArrayUtil.grow(before, places + 1);
            years = ArrayUtil.grow(years, places + 1);
            paragraphs = ArrayUtil.grow(paragraphs, places + 1);
            reports = ArrayUtil.grow(reports, places + 1);
            before[places] = last[number];
            years[places] = year;
            last[number] = places;
            return places++;
        }

        void tell() throws IOException {
            for (int number = 0; number < last.length; number++) {
                if (last[number] == 0) {
                    continue;
                }
                String name = org.lookupOrd(number).utf8ToString();
                int from = cells.size();
                for (int place = last[number]; place > 0; place = before[place]) {
                    cells.add(new Cell(name, years[place], paragraphs[place], reports[place]));
                }
                cells.subList(from, cells.size()).sort(BY_PLACE);
            }
        }
    }

    /// Counts by one field of a leaf; documents come in order.
    private final class ValueCounter {
        private final String field;
        private final SortedDocValues values;
        private final long[] byNumber;

        ValueCounter(LeafReader leaf, String field) throws IOException {
            this.field = field;
            this.values = DocValues.getSorted(leaf, field);
            this.byNumber = new long[facets ? values.getValueCount() : 0];
        }

        void add(int doc, long count) throws IOException {
            values.advanceExact(doc);
            byNumber[values.ordValue()] += count;
        }

        void tell(UnaryOperator<String> name) throws IOException {
            for (int i = 0; i < byNumber.length; i++) {
                if (byNumber[i] > 0) {
                    Sweep.this.tell(field, name.apply(values.lookupOrd(i).utf8ToString()), byNumber[i]);
                }
            }
        }
    }

    private void tell(String facet, String value, long count) {
        counts.computeIfAbsent(facet, _ -> new LinkedHashMap<>()).merge(value, count, Long::sum);
    }
}
