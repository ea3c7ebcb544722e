package gewu.index;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Hit;
import java.io.IOException;
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

/// Reads back what [ReportDocuments] wrote.
final class Stored {
    private static final Set<String> SOURCE = Set.of(Fields.SOURCE);

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

    /// The whole hit, with its marks.
    static Hit hit(IndexReader reader, int global, double score, Marker marker) throws IOException {
        LeafReaderContext context = leaf(reader, global);
        LeafReader leaf = context.reader();
        int doc = global - context.docBase;
        Document document = leaf.storedFields().document(doc);
        String source = document.get(Fields.SOURCE);
        String text = source == null ? "" : source;
        String path = document.get(Fields.PATH);
        int start = number(leaf, Fields.START, doc);
        String report = word(leaf, Fields.REPORT, doc);
        Marker.Marks marks = marker.marks(report, text, start);
        return new Hit(
                report,
                facts(leaf, doc),
                path == null ? List.of() : List.of(path.split("\n")),
                SectionRole.valueOf(word(leaf, Fields.ROLE, doc)),
                number(leaf, Fields.PAGE, doc),
                number(leaf, Fields.PARAGRAPH, doc),
                start,
                number(leaf, Fields.END, doc),
                text,
                marks.all(),
                marks.resembling(),
                SearchAnswer.Alike.NONE,
                score);
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
