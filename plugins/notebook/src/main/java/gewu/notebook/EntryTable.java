package gewu.notebook;

import gewu.api.job.Progress;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The notebook: frozen results with their passages. What is frozen never changes.
final class EntryTable {
    private static final int AT_A_TIME = 500;

    private static final String COLUMNS = """
            SELECT e.id, e.remark, e.understood, e.paragraphs, e.reports, e.occurrences, e.person, e.frozen_at,
            """ + QuestionTable.COLUMNS + """

              FROM notebook_entry e JOIN notebook_question q ON q.id = e.question WHERE e.frozen_at IS NOT NULL
            """;
    private static final String LIST = COLUMNS + " AND e.removed_at IS NULL ORDER BY e.id";
    private static final String ONE = COLUMNS + " AND e.removed_at IS NULL AND e.id = ?";
    private static final String REMOVED = COLUMNS + " AND e.removed_at IS NOT NULL AND e.id = ?";
    private static final String NEXT = "SELECT COALESCE(MAX(id), 0) + 1 AS next FROM notebook_entry";
    private static final String BEGIN = """
            INSERT INTO notebook_entry (id, question, remark, understood, paragraphs, reports, occurrences, person)
            VALUES (?, ?, ?, '', 0, 0, 0, ?)""";
    private static final String FREEZE = """
            UPDATE notebook_entry SET understood = ?, paragraphs = ?, reports = ?, occurrences = ?, frozen_at = ?
             WHERE id = ?""";
    private static final String REMOVE = "UPDATE notebook_entry SET removed_at = ? WHERE id = ?";
    private static final String ADD = """
            INSERT INTO notebook_passage (entry, number, anchor, report, title, org, year, section, page, paragraph, words,
                marks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PASSAGES = """
            SELECT anchor, title, org, year, section, page, paragraph, words, marks FROM notebook_passage
             WHERE entry = ? ORDER BY number""";

    private final Store store;
    private final Clock clock;
    private final QuestionTable questions;
    private final HitReader hits;

    EntryTable(Store store, ReportSearch search, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.questions = new QuestionTable(store);
        this.hits = new HitReader(search);
    }

    List<Entry> list() {
        return store.query(LIST, EntryTable::entry);
    }

    Entry entry(long number) {
        return store.first(ONE, EntryTable::entry, number)
                .orElseThrow(() ->
                        Fault.usage("The notebook has no entry " + number + ".", "gewu notebook lists what it has."));
    }

    /// Asks the question and freezes the answer. An entry that is stopped half way is never seen.
    Entry freeze(Question question, String remark, Progress progress) {
        long number = store.inTransaction(() -> {
            long next = store.first(NEXT, row -> row.number("next")).orElse(1L);
            store.update(BEGIN, next, questions.add(question), remark, "");
            return next;
        });
        List<Kept> some = new ArrayList<>();
        int[] written = {0};
        SearchAnswer answer = hits.each(question, progress, hit -> {
            some.add(hit);
            if (some.size() == AT_A_TIME) {
                written[0] = keep(number, written[0], some);
                some.clear();
            }
        });
        keep(number, written[0], some);
        store.update(
                FREEZE,
                answer.understood(),
                answer.paragraphs(),
                answer.reports(),
                answer.occurrences(),
                clock.instant(),
                number);
        return entry(number);
    }

    /// The passages of an entry, as they were, one after another.
    void passages(long number, Consumer<Kept> passage) {
        store.forEach(PASSAGES, row -> passage.accept(Kept.of(row)), number);
    }

    Entry remove(long number) {
        Entry entry = entry(number);
        store.update(REMOVE, clock.instant(), number);
        return entry;
    }

    Entry restore(long number) {
        Entry entry = store.first(REMOVED, EntryTable::entry, number)
                .orElseThrow(() -> Fault.usage(
                        "No removed entry has the number " + number + ".",
                        "gewu notebook lists those that are there."));
        store.update(REMOVE, null, number);
        return entry;
    }

    private int keep(long entry, int written, List<Kept> some) {
        return store.inTransaction(() -> {
            int number = written;
            for (Kept kept : some) {
                store.update(
                        ADD,
                        entry,
                        ++number,
                        kept.anchor().toString(),
                        kept.anchor().report(),
                        kept.title(),
                        kept.org(),
                        kept.year(),
                        kept.section(),
                        kept.page(),
                        kept.paragraph(),
                        kept.words(),
                        kept.writtenMarks());
            }
            return number;
        });
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.number("id"),
                QuestionTable.question(row),
                row.text("remark"),
                row.text("understood"),
                row.number("paragraphs"),
                row.number("reports"),
                row.number("occurrences"),
                row.text("person"),
                row.instant("frozen_at"));
    }
}
