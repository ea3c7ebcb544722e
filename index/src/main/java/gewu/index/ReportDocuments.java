package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.Section;
import gewu.index.SearchText.Reading;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// Turns a report into documents, one a paragraph. Keeps its buffers: used by one thread at a time.
final class ReportDocuments {
    private static final FieldType POSITIONS = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType FREQUENCIES = indexed(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PRESENCE = indexed(IndexOptions.DOCS, true);

    /// A longer heading is a sentence, and nobody looks for it by its beginning.
    private static final int LONGEST_SUGGESTED = 30;

    private final Bigrams textBigrams = new Bigrams();
    private final Bigrams headingBigrams = new Bigrams();
    private final WordStream words;

    ReportDocuments(Words words) throws IOException {
        this.words = new WordStream(words.tokenizer());
    }

    /// The documents of a report, made one by one while they are taken; take them once.
    Iterable<Document> of(Report report) {
        return () -> new Iterator<>() {
            private final Iterator<Paragraph> paragraphs = report.paragraphs().iterator();

            @Override
            public boolean hasNext() {
                return paragraphs.hasNext();
            }

            @Override
            public Document next() {
                return document(report, paragraphs.next());
            }
        };
    }

    private Document document(Report report, Paragraph paragraph) {
        Document document = new Document();
        SearchText text = SearchText.of(report.text(), paragraph.start(), paragraph.end(), Reading.FOLDED);
        document.add(new Field(Fields.TEXT, textBigrams.reading(text), POSITIONS));
        document.add(new Field(Fields.WORDS, words.reading(text), FREQUENCIES));
        document.add(new StoredField(Fields.SOURCE, report.textOf(paragraph)));
        for (Amount amount : text.amounts()) {
            document.add(new Field(Fields.AMOUNT, amount.yuan(), PRESENCE));
        }
        document.add(new NumericDocValuesField(Fields.WORDING, text.wording()));
        addHeadings(document, report.path(paragraph));
        addPlace(document, report, paragraph);
        addFacts(document, report);
        return document;
    }

    private void addHeadings(Document document, List<Section> path) {
        if (path.isEmpty()) {
            return;
        }
        String headings = path.stream().map(ReportDocuments::headingLine).collect(Collectors.joining("\n"));
        document.add(new Field(Fields.HEADING, headingBigrams.reading(SearchText.of(headings)), FREQUENCIES));
        document.add(new StoredField(Fields.PATH, headings));
        String nearest = path.getLast().heading();
        if (nearest.length() <= LONGEST_SUGGESTED) {
            document.add(new Field(Fields.NEAREST_HEADING, nearest, PRESENCE));
        }
    }

    private static String headingLine(Section section) {
        return section.heading().replace('\n', ' ');
    }

    private static void addPlace(Document document, Report report, Paragraph paragraph) {
        document.add(new NumericDocValuesField(Fields.PARAGRAPH, paragraph.number()));
        document.add(new NumericDocValuesField(Fields.PAGE, paragraph.page()));
        document.add(new NumericDocValuesField(Fields.START, paragraph.start()));
        document.add(new NumericDocValuesField(Fields.END, paragraph.end()));
        document.add(word(Fields.ROLE, report.roleOf(paragraph).name()));
    }

    private static void addFacts(Document document, Report report) {
        document.add(new StringField(Fields.REPORT, report.id(), Field.Store.NO));
        document.add(word(Fields.REPORT, report.id()));
        document.add(new NumericDocValuesField(Fields.VERSION, report.version()));
        document.add(word(Fields.TITLE, report.facts().title()));
        document.add(word(Fields.ORG, report.facts().org()));
        document.add(word(Fields.REGION, report.facts().region()));
        document.add(new NumericDocValuesField(Fields.YEAR, report.facts().year()));
        document.add(word(Fields.KIND, report.facts().kind().name()));
    }

    private static SortedDocValuesField word(String field, String value) {
        return new SortedDocValuesField(field, new BytesRef(value));
    }

    private static FieldType indexed(IndexOptions options, boolean isBare) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(!isBare);
        type.setOmitNorms(isBare);
        type.freeze();
        return type;
    }
}
