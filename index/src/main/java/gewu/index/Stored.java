package gewu.index;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;

/// Reads back what [ReportDocuments] wrote.
final class Stored {
    private static final Set<String> SOURCE = Set.of(Fields.SOURCE);
    private static final Set<String> SHOWN = Set.of(Fields.SOURCE, Fields.PATH);

    private Stored() {}

    /// The paragraph's source words.
    static String source(StoredFields stored, int doc) throws IOException {
        String source = stored.document(doc, SOURCE).get(Fields.SOURCE);
        return source == null ? "" : source;
    }

    /// One value of a paragraph's report or of its place.
    static String word(LeafReader leaf, String field, int doc) throws IOException {
        SortedDocValues values = DocValues.getSorted(leaf, field);
        return values.advanceExact(doc) ? values.lookupOrd(values.ordValue()).utf8ToString() : "";
    }

    static int number(LeafReader leaf, String field, int doc) throws IOException {
        NumericDocValues values = DocValues.getNumeric(leaf, field);
        return values.advanceExact(doc) ? Math.toIntExact(values.longValue()) : 0;
    }

    /// The part of the index that holds the paragraph with this number.
    static LeafReaderContext leaf(IndexReader reader, int global) {
        return reader.leaves().get(ReaderUtil.subIndex(global, reader.leaves()));
    }

    /// Whole hits with their marks, in the order of `best`. Each part of the index is opened once.
    static List<Hit> hits(IndexReader reader, List<ScoreDoc> best, Marker marker) throws IOException {
        Hit[] hits = new Hit[best.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> best.get(i).doc));
        LeafValues values = null;
        for (int i : order) {
            LeafReaderContext leaf = leaf(reader, best.get(i).doc);
            if (values == null || values.leaf != leaf) {
                values = new LeafValues(leaf);
            }
            hits[i] = values.hit(best.get(i), marker);
        }
        return List.of(hits);
    }

    /// The values of one part of the index; asked for from front to back.
    private static final class LeafValues {
        private final LeafReaderContext leaf;
        private final StoredFields stored;
        private final SortedDocValues report;
        private final SortedDocValues role;
        private final SortedDocValues title;
        private final SortedDocValues org;
        private final SortedDocValues region;
        private final SortedDocValues kind;
        private final NumericDocValues year;
        private final NumericDocValues page;
        private final NumericDocValues paragraph;
        private final NumericDocValues start;
        private final NumericDocValues end;

        LeafValues(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.stored = leaf.reader().storedFields();
            this.report = DocValues.getSorted(leaf.reader(), Fields.REPORT);
            this.role = DocValues.getSorted(leaf.reader(), Fields.ROLE);
            this.title = DocValues.getSorted(leaf.reader(), Fields.TITLE);
            this.org = DocValues.getSorted(leaf.reader(), Fields.ORG);
            this.region = DocValues.getSorted(leaf.reader(), Fields.REGION);
            this.kind = DocValues.getSorted(leaf.reader(), Fields.KIND);
            this.year = DocValues.getNumeric(leaf.reader(), Fields.YEAR);
            this.page = DocValues.getNumeric(leaf.reader(), Fields.PAGE);
            this.paragraph = DocValues.getNumeric(leaf.reader(), Fields.PARAGRAPH);
            this.start = DocValues.getNumeric(leaf.reader(), Fields.START);
            this.end = DocValues.getNumeric(leaf.reader(), Fields.END);
        }

        Hit hit(ScoreDoc best, Marker marker) throws IOException {
            int doc = best.doc - leaf.docBase;
            Document document = stored.document(doc, SHOWN);
            String source = document.get(Fields.SOURCE);
            String text = source == null ? "" : source;
            String path = document.get(Fields.PATH);
            String id = value(report, doc);
            int from = value(start, doc);
            Marker.Marks marks = marker.marks(id, text, from);
            ReportFacts facts = new ReportFacts(
                    value(title, doc),
                    value(org, doc),
                    value(region, doc),
                    value(year, doc),
                    ReportKind.valueOf(value(kind, doc)));
            return new Hit(
                    id,
                    facts,
                    path == null ? List.of() : List.of(path.split("\n")),
                    SectionRole.valueOf(value(role, doc)),
                    value(page, doc),
                    value(paragraph, doc),
                    from,
                    value(end, doc),
                    text,
                    marks.all(),
                    marks.resembling(),
                    SearchAnswer.Alike.NONE,
                    Float.isNaN(best.score) ? 0 : best.score);
        }

        private static String value(SortedDocValues values, int doc) throws IOException {
            return values.advanceExact(doc)
                    ? values.lookupOrd(values.ordValue()).utf8ToString()
                    : "";
        }

        private static int value(NumericDocValues values, int doc) throws IOException {
            return values.advanceExact(doc) ? Math.toIntExact(values.longValue()) : 0;
        }
    }

    static ReportFacts facts(LeafReader leaf, int doc) throws IOException {
        return new ReportFacts(
                word(leaf, Fields.TITLE, doc),
                word(leaf, Fields.ORG, doc),
                word(leaf, Fields.REGION, doc),
                number(leaf, Fields.YEAR, doc),
                ReportKind.valueOf(word(leaf, Fields.KIND, doc)));
    }
}
