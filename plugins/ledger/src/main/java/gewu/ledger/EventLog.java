package gewu.ledger;

import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The events of the ledger in the store: only ever one more. Safe for all threads.
final class EventLog {
    private static final String ADD = """
            INSERT INTO ledger_event
                (sequence, subject, batch, undoes, at, actor, role, act, reason, changes, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS =
            "SELECT sequence, subject, batch, undoes, at, actor, role, act, reason, changes, previous, hash"
                    + " FROM ledger_event ";
    private static final String HEAD = "SELECT sequence, hash FROM ledger_event ORDER BY sequence DESC LIMIT 1";
    private static final String BARE = """
            SELECT subject, sequence, changes FROM ledger_event
             WHERE subject >= ? AND subject < ? AND at <= ? ORDER BY subject, sequence""";
    private static final String CHANGES = "SELECT changes FROM ledger_event WHERE subject = ? ORDER BY sequence";
    private static final String LAST =
            "SELECT subject FROM ledger_event WHERE subject >= ? AND subject < ? ORDER BY subject DESC LIMIT 1";
    private static final String LAST_OF =
            "SELECT COALESCE(MAX(sequence), 0) AS last FROM ledger_event WHERE subject >= ? AND subject < ?";
    private static final String SINCE = """
            SELECT DISTINCT later.subject AS subject FROM ledger_event AS later
             WHERE later.sequence > ?
               AND EXISTS (SELECT 1 FROM ledger_event AS own WHERE own.batch = ? AND own.subject = later.subject)
             ORDER BY later.subject""";
    /// So many subjects are asked for by one question.
    private static final int AT_ONCE = 200;

    private static final Map<String, Role> ROLES =
            Stream.of(Role.values()).collect(Collectors.toUnmodifiableMap(Role::id, it -> it));

    private final Store store;

    EventLog(Store store) {
        this.store = store;
    }

    /// Where the chain ends: number and hash of its last event; 0 and empty in a new ledger.
    record Head(long sequence, String hash) {}

    Head head() {
        return store.first(HEAD, row -> new Head(row.number("sequence"), row.text("hash")))
                .orElse(new Head(0, ""));
    }

    /// The last event that speaks of a subject of one of these series; 0 and empty if none does.
    Head lastOf(List<String> series) {
        long last = series.stream()
                .mapToLong(it -> store.first(LAST_OF, row -> row.number("last"), it, end(it))
                        .orElse(0L))
                .max()
                .orElse(0);
        return store.first(
                        "SELECT hash FROM ledger_event WHERE sequence = ?",
                        row -> new Head(last, row.text("hash")),
                        last)
                .orElse(new Head(0, ""));
    }

    /// A subject as the fold of its events; no fields if there is none.
    Fields subject(String id) {
        return fold(id).fields();
    }

    /// Several subjects at once; those that no event speaks of are left out.
    Map<String, Fields> subjects(Collection<String> ids) {
        Map<String, Fields.Folding> folds = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            store.forEach(
                    "SELECT subject, changes FROM ledger_event WHERE subject IN ("
                            + some.stream().map(_ -> "?").collect(Collectors.joining(", "))
                            + ") ORDER BY subject, sequence",
                    row -> folds.computeIfAbsent(row.text("subject"), _ -> new Fields.Folding())
                            .add(Canon.read(row.text("changes"))),
                    some.toArray());
        }
        Map<String, Fields> subjects = new HashMap<>();
        folds.forEach((id, fold) -> subjects.put(id, fold.fields()));
        return subjects;
    }

    /// A subject and how many events made it.
    record Folded(Fields fields, long events) {}

    Folded fold(String id) {
        Fields.Folding folding = new Fields.Folding();
        List<String> all = store.query(CHANGES, row -> row.text("changes"), id);
        all.forEach(changes -> folding.add(Canon.read(changes)));
        return new Folded(folding.fields(), all.size());
    }

    /// The subjects of a batch that have later events as well.
    List<String> touchedSince(long batch) {
        long last = store.first(
                        "SELECT MAX(sequence) AS last FROM ledger_event WHERE batch = ?",
                        row -> row.number("last"),
                        batch)
                .orElse(0L);
        return store.query(SINCE, row -> row.text("subject"), last, batch);
    }

    List<Event> history(String subject) {
        return store.query(COLUMNS + "WHERE subject = ? ORDER BY sequence", EventLog::event, subject);
    }

    List<Event> batch(long batch) {
        return store.query(COLUMNS + "WHERE batch = ? ORDER BY sequence", EventLog::event, batch);
    }

    /// The subjects of later batches whose changes speak of a party.
    List<String> mentioning(String party, long batch) {
        return store.query(
                "SELECT DISTINCT subject FROM ledger_event WHERE batch > ? AND changes LIKE ? ORDER BY subject",
                row -> row.text("subject"),
                batch,
                "%" + party + "%");
    }

    /// The last batches, newest first: the first event of each.
    List<Event> batches(int limit) {
        return store.query(COLUMNS + "WHERE sequence = batch ORDER BY sequence DESC LIMIT ?", EventLog::event, limit);
    }

    long countOf(long batch) {
        return store.first("SELECT COUNT(*) AS n FROM ledger_event WHERE batch = ?", row -> row.number("n"), batch)
                .orElse(0L);
    }

    /// The items to which an act was done lately, the last one first.
    List<String> lately(String act, int limit) {
        return store.query(
                "SELECT subject, MAX(sequence) AS last FROM (SELECT subject, sequence, act FROM ledger_event"
                        + " ORDER BY sequence DESC LIMIT 100000) AS newest WHERE act = ? AND subject LIKE 'ZG-%'"
                        + " GROUP BY subject ORDER BY last DESC LIMIT ?",
                row -> row.text("subject"), act, limit);
    }

    /// All events in the order in which they happened.
    void all(Consumer<Event> event) {
        store.forEach(COLUMNS + "ORDER BY sequence", row -> event.accept(event(row)));
    }

    /// What changed of the subjects of a series, subject by subject: no more than a fold needs.
    ///
    /// @param until later events are left out
    void folding(String series, Instant until, Consumer<Bare> event) {
        store.forEach(
                BARE,
                row -> event.accept(new Bare(row.text("subject"), row.number("sequence"), row.text("changes"))),
                series,
                end(series),
                until);
    }

    /// The items to which a file, by its hash, was ever attached.
    Set<String> provenBy(String hash) {
        return new TreeSet<>(store.query(
                "SELECT DISTINCT subject FROM ledger_event WHERE act = 'evidence' AND changes LIKE ?",
                row -> row.text("subject"),
                "%" + hash + "%"));
    }

    /// The hashes of all files that ever proved something, each with the item.
    Map<String, String> evidence() {
        Map<String, String> hashes = new TreeMap<>();
        store.forEach(
                "SELECT subject, changes FROM ledger_event WHERE act = ? ORDER BY sequence",
                row -> Canon.read(row.text("changes")).stream()
                        .filter(it -> it.field().startsWith("evidence.")
                                && it.field().endsWith(".sha256")
                                && !it.after().isEmpty())
                        .forEach(it -> hashes.putIfAbsent(it.after(), row.text("subject"))),
                Act.EVIDENCE.id());
        return hashes;
    }

    /// An event without who, when and why.
    record Bare(String subject, long sequence, String changes) {}

    /// The last subject of a series; empty if it has none.
    String last(String series) {
        return store.first(LAST, row -> row.text("subject"), series, end(series))
                .orElse("");
    }

    /// Begins a batch, in the running transaction.
    Pen pen(Instant at, long undoes) {
        return new Pen(head(), at, undoes);
    }

    /// Writes the events of one batch, each with the hash of the one before. For one thread and one transaction.
    final class Pen {
        private final long batch;
        private final long undoes;
        private final Instant at;
        private long last;
        private String hash;

        private Pen(Head head, Instant at, long undoes) {
            this.batch = head.sequence() + 1;
            this.undoes = undoes;
            this.at = at;
            this.last = head.sequence();
            this.hash = head.hash();
        }

        long batch() {
            return batch;
        }

        /// Whether anything was written.
        boolean hasWritten() {
            return last >= batch;
        }

        long write(String subject, String actor, Role role, String act, String reason, List<Change> changes) {
            Event event = new Event(
                            last + 1,
                            subject,
                            batch,
                            undoes,
                            at,
                            actor,
                            role,
                            act,
                            reason,
                            Canon.write(changes),
                            hash,
                            "")
                    .sealed();
            store.update(
                    ADD,
                    event.sequence(),
                    subject,
                    batch,
                    undoes,
                    at,
                    actor,
                    role.id(),
                    act,
                    reason,
                    event.changes(),
                    hash,
                    event.hash());
            last = event.sequence();
            hash = event.hash();
            return last;
        }
    }

    /// The first text behind all that begin so.
    private static String end(String series) {
        int last = series.length() - 1;
        return series.substring(0, last) + (char) (series.charAt(last) + 1);
    }

    private static Event event(Row row) {
        return new Event(
                row.number("sequence"),
                row.text("subject"),
                row.number("batch"),
                row.number("undoes"),
                row.instant("at"),
                row.text("actor"),
                ROLES.getOrDefault(row.text("role"), Role.READER),
                row.text("act"),
                row.text("reason"),
                row.text("changes"),
                row.text("previous"),
                row.text("hash"));
    }
}
