package gewu.compare;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Keeps the sheets of all reports in the store, each report in one row a table, so that a change concerns one row and
/// a question reads all of them in one sweep. Safe for all threads.
final class SheetTable {
    private static final int SKETCHED = Integer.BYTES + Sketch.BYTES;

    private static final String STATE = "SELECT sequence, form FROM compare_state WHERE id = 1";
    private static final String BEGIN = "INSERT INTO compare_state (id, sequence, form) VALUES (1, ?, ?)";
    private static final String ADVANCE = "UPDATE compare_state SET sequence = ? WHERE id = 1";
    private static final String ADD_SHEET = """
            INSERT INTO compare_sheet (report, title, org, region, year, kind, paragraphs, words, sentences)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_SKETCHES = "INSERT INTO compare_sketch (report, sketches) VALUES (?, ?)";
    private static final String ADD_SENTENCES = "INSERT INTO compare_sentence (report, sentences) VALUES (?, ?)";
    private static final String DROP_SHEET = "DELETE FROM compare_sheet WHERE report = ?";
    private static final String DROP_SKETCHES = "DELETE FROM compare_sketch WHERE report = ?";
    private static final String DROP_SENTENCES = "DELETE FROM compare_sentence WHERE report = ?";
    private static final List<String> DROP_ALL = List.of(
            "DELETE FROM compare_sheet",
            "DELETE FROM compare_sketch",
            "DELETE FROM compare_sentence",
            "DELETE FROM compare_state");
    private static final String COUNT = "SELECT COUNT(*) AS reports FROM compare_sheet";
    private static final String HEADS = """
            SELECT report, title, org, region, year, kind, paragraphs, words, sentences FROM compare_sheet
             ORDER BY report""";
    private static final String SKETCHES = "SELECT report, sketches FROM compare_sketch ORDER BY report";
    private static final String SKETCHES_OF = "SELECT sketches FROM compare_sketch WHERE report = ?";
    private static final String SENTENCES = "SELECT report, sentences FROM compare_sentence ORDER BY report";
    private static final String SENTENCES_OF = "SELECT sentences FROM compare_sentence WHERE report = ?";

    private final Store store;

    SheetTable(Store store) {
        this.store = store;
    }

    /// A report in one line.
    record Head(String report, ReportFacts facts, int paragraphs, int words, int sentences) {}

    /// How far the sheets are made.
    ///
    /// @param form the way they were made in; sheets of another form are of no use
    record State(long sequence, int form) {
        static final State NONE = new State(0, 0);
    }

    State state() {
        return store.first(STATE, row -> new State(row.number("sequence"), (int) row.number("form")))
                .orElse(State.NONE);
    }

    /// Forgets all sheets.
    void beginAnew(int form) {
        DROP_ALL.forEach(store::update);
        store.update(BEGIN, 0L, form);
    }

    void advance(long sequence) {
        store.update(ADVANCE, sequence);
    }

    void drop(String report) {
        store.update(DROP_SHEET, report);
        store.update(DROP_SKETCHES, report);
        store.update(DROP_SENTENCES, report);
    }

    /// Keeps a sheet in place of the report's former one.
    void keep(Sheet sheet) {
        String report = sheet.report().id();
        ReportFacts facts = sheet.report().facts();
        drop(report);
        store.update(
                ADD_SHEET,
                report,
                facts.title(),
                facts.org(),
                facts.region(),
                facts.year(),
                facts.kind().name(),
                sheet.report().paragraphs().size(),
                sheet.words(),
                sheet.sentences().size());
        ByteBuffer sketches = ByteBuffer.allocate(sheet.sketches().size() * SKETCHED);
        sheet.sketches().forEach(it -> it.sketch().write(sketches.putInt(it.paragraph())));
        store.update(ADD_SKETCHES, report, sketches.array());
        ByteBuffer sentences = ByteBuffer.allocate(sheet.sentences().size() * Sentence.BYTES);
        sheet.sentences().forEach(it -> it.write(sentences));
        store.update(ADD_SENTENCES, report, sentences.array());
    }

    /// How many reports have a sheet.
    long count() {
        return store.first(COUNT, row -> row.number("reports")).orElse(0L);
    }

    /// All reports, by id.
    List<Head> heads() {
        return store.query(HEADS, SheetTable::head);
    }

    /// Calls `each` for every report, by id, with its sketched paragraphs.
    void sketches(BiConsumer<String, Sketched> each) {
        store.forEach(SKETCHES, row -> each.accept(row.text("report"), Sketched.read(row.bytes("sketches"))));
    }

    /// The sketched paragraphs of one report; empty if it has no sheet.
    Optional<Sketched> sketchesOf(String report) {
        return store.first(SKETCHES_OF, row -> Sketched.read(row.bytes("sketches")), report);
    }

    /// The sketched paragraphs of a report.
    ///
    /// @param paragraphs their numbers
    /// @param words      their sketches, one behind the other, [Sketch#WORDS] each
    record Sketched(int[] paragraphs, long[] words) {
        static Sketched read(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            int count = bytes.length / SKETCHED;
            Sketched sketched = new Sketched(new int[count], new long[count * Sketch.WORDS]);
            for (int i = 0; i < count; i++) {
                sketched.paragraphs[i] = buffer.getInt();
                buffer.asLongBuffer().get(sketched.words, i * Sketch.WORDS, Sketch.WORDS);
                buffer.position(buffer.position() + Sketch.BYTES);
            }
            return sketched;
        }
    }

    /// Calls `each` for every report, by id, with its sentences as bytes; see [Sentence].
    void sentences(BiConsumer<String, ByteBuffer> each) {
        store.forEach(SENTENCES, row -> each.accept(row.text("report"), ByteBuffer.wrap(row.bytes("sentences"))));
    }

    /// The sentences of one report as bytes; none if it has no sheet.
    ByteBuffer sentencesOf(String report) {
        return store.first(SENTENCES_OF, row -> ByteBuffer.wrap(row.bytes("sentences")), report)
                .orElse(ByteBuffer.allocate(0));
    }

    private static Head head(Row row) {
        ReportFacts facts = new ReportFacts(
                row.text("title"),
                row.text("org"),
                row.text("region"),
                (int) row.number("year"),
                ReportKind.valueOf(row.text("kind")));
        return new Head(row.text("report"), facts, (int) row.number("paragraphs"), (int) row.number("words"), (int)
                row.number("sentences"));
    }
}
