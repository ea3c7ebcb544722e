package gewu.notebook;

import gewu.api.report.Anchor;
import gewu.api.store.Change;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The notes and tags.
final class AnnotationTable {
    private static final String COLUMNS = """
            SELECT id, kind, words, anchor, report, title, page, paragraph, quote, person, made_at, changed_at
              FROM notebook_annotation
            """;
    private static final String LIST =
            COLUMNS + " WHERE removed_at IS NULL AND kind = ? ORDER BY report, paragraph, id";
    private static final String OF_REPORT = COLUMNS + " WHERE removed_at IS NULL AND report = ? ORDER BY paragraph, id";
    private static final String ONE = COLUMNS + " WHERE removed_at IS NULL AND kind = ? AND id = ?";
    private static final String REMOVED = COLUMNS + " WHERE removed_at IS NOT NULL AND kind = ? AND id = ?";
    private static final String SAME_TAG =
            COLUMNS + " WHERE removed_at IS NULL AND kind = 'tag' AND words = ? AND anchor = ?";
    private static final String NEXT = "SELECT COALESCE(MAX(id), 0) + 1 AS next FROM notebook_annotation";
    private static final String ADD = """
            INSERT INTO notebook_annotation (id, kind, words, anchor, report, title, page, paragraph, quote, person, made_at,
                changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String EDIT = "UPDATE notebook_annotation SET words = ?, changed_at = ? WHERE id = ?";
    private static final String REMOVE = "UPDATE notebook_annotation SET removed_at = ? WHERE id = ?";
    private static final String RENAME =
            "UPDATE notebook_annotation SET words = ?, changed_at = ? WHERE removed_at IS NULL AND kind = 'tag' AND words = ?";

    private final Store store;
    private final Clock clock;

    AnnotationTable(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// All of a kind, by report.
    List<Annotation> list(Annotation.Kind kind) {
        return store.query(LIST, AnnotationTable::annotation, kind.id());
    }

    /// All on one report.
    List<Annotation> of(String report) {
        return store.query(OF_REPORT, AnnotationTable::annotation, report);
    }

    Annotation one(Annotation.Kind kind, long number) {
        return store.first(ONE, AnnotationTable::annotation, kind.id(), number)
                .orElseThrow(() -> Fault.usage(
                        "There is no " + kind.id() + " " + number + ".",
                        "gewu " + kind.id() + " list shows their numbers."));
    }

    /// Writes a note or a tag; a tag that the passage has already is answered as it is.
    Annotation add(Annotation.Kind kind, String words, Spot spot) {
        return store.inTransaction(() -> {
            List<Annotation> same = kind == Annotation.Kind.TAG
                    ? store.query(
                            SAME_TAG,
                            AnnotationTable::annotation,
                            words,
                            spot.anchor().toString())
                    : List.of();
            if (!same.isEmpty()) {
                return same.getFirst();
            }
            long number = store.first(NEXT, row -> row.number("next")).orElse(1L);
            Instant now = clock.instant();
            store.update(
                    ADD,
                    number,
                    kind.id(),
                    words,
                    spot.anchor().toString(),
                    spot.report().id(),
                    spot.report().facts().title(),
                    spot.passage().page(),
                    spot.paragraph().number(),
                    spot.passage().text(),
                    "",
                    now,
                    now);
            changed(number, Change.Kind.ADDED);
            return one(kind, number);
        });
    }

    Annotation edit(long number, String words) {
        return store.inTransaction(() -> {
            one(Annotation.Kind.NOTE, number);
            store.update(EDIT, words, clock.instant(), number);
            changed(number, Change.Kind.UPDATED);
            return one(Annotation.Kind.NOTE, number);
        });
    }

    /// Open reports show notes beside their paragraphs: they are told.
    private void changed(long number, Change.Kind kind) {
        store.changed("note", String.valueOf(number), kind);
    }

    /// Gives a tag another name wherever it stands.
    ///
    /// @return on how many passages
    int renameTag(String from, String to) {
        return store.inTransaction(() -> {
            int renamed = store.update(RENAME, to, clock.instant(), from);
            changed(0, Change.Kind.UPDATED);
            return renamed;
        });
    }

    Annotation remove(Annotation.Kind kind, long number) {
        return store.inTransaction(() -> {
            Annotation removed = one(kind, number);
            store.update(REMOVE, clock.instant(), number);
            changed(number, Change.Kind.REMOVED);
            return removed;
        });
    }

    Annotation restore(Annotation.Kind kind, long number) {
        Annotation restored = store.first(REMOVED, AnnotationTable::annotation, kind.id(), number)
                .orElseThrow(() -> Fault.usage(
                        "No removed " + kind.id() + " has the number " + number + ".",
                        "gewu " + kind.id() + " list shows those that are there."));
        return store.inTransaction(() -> {
            store.update(REMOVE, null, number);
            changed(number, Change.Kind.ADDED);
            return restored;
        });
    }

    private static Annotation annotation(Row row) {
        return new Annotation(
                row.number("id"),
                Annotation.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.text("words"),
                Anchor.read(row.text("anchor")).orElseThrow(),
                row.text("title"),
                (int) row.number("page"),
                (int) row.number("paragraph"),
                row.text("quote"),
                row.text("person"),
                row.instant("made_at"),
                row.instant("changed_at"));
    }
}
