package gewu.kernel.version;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps by what numbers each report is found, what was offered, and what people said. Safe for all threads.
final class VersionTable {
    /// More reports of one bucket are not looked at: what so many share tells nothing.
    private static final int SEEN_IN_A_BUCKET = 40;

    /// So many reports are compared word by word.
    static final int MOST_CANDIDATES = 12;

    private static final String FACTS = "r.title || '|' || r.org || '|' || r.region || '|' || r.year || '|' || r.kind";
    private static final String KEEP = """
            INSERT INTO version_sketch (report, version, facts, year, org, buckets)
            SELECT r.id, ?, %s, ?, ?, ? FROM report r WHERE r.id = ?""".formatted(FACTS);
    private static final String KEEP_BUCKETS =
            "INSERT INTO version_bucket (bucket, year, org, report) VALUES (?, ?, ?, ?)"
                    + ", (?, ?, ?, ?)".repeat(Sketch.BUCKETS - 1);
    private static final String KEPT = "SELECT year, org, buckets FROM version_sketch WHERE report = ?";
    private static final String FORGET = "DELETE FROM version_sketch WHERE report = ?";
    private static final String FORGET_BUCKET =
            "DELETE FROM version_bucket WHERE bucket = ? AND year = ? AND org = ? AND report = ?";
    private static final String STALE = """
            SELECT r.id FROM report r LEFT JOIN version_sketch s ON s.report = r.id
             WHERE s.report IS NULL OR s.version <> r.version OR s.facts <> %s
             ORDER BY r.id LIMIT ?""".formatted(FACTS);
    private static final String SUBJECT = """
            SELECT r.id, r.version, r.title, r.org, r.region, r.year, r.kind, t.text,
                   (SELECT count(*) FROM report_override o WHERE o.report = r.id AND o.field = 'year')
                   + (SELECT count(*) FROM report_rule w WHERE w.report = r.id AND w.field = 'year') AS said
              FROM report r
              JOIN report_text t ON t.report = r.id AND t.version = r.version
             WHERE r.id = ?""";

    private static final String FIRST_AT = "SELECT imported_at FROM report_version WHERE report = ? AND version = 1";
    private static final String OFFER = """
            INSERT INTO version_offer (older, newer, state, likeness, is_same_words, doubts, offered_at, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DECIDE =
            "UPDATE version_offer SET state = ?, decided_at = ? WHERE older = ? AND newer = ?";
    private static final String DROP = "DELETE FROM version_offer WHERE older = ? AND newer = ?";
    private static final String DROP_OPEN =
            "DELETE FROM version_offer WHERE (older = ? OR newer = ?) AND state = 'offered'";
    /// What a person said about a year counts at once, also before the reports are looked at again.
    private static final String READ = """
            SELECT o.older, o.newer, o.state, o.likeness, o.is_same_words, o.doubts, o.offered_at, o.decided_at
              FROM version_offer o JOIN report a ON a.id = o.older JOIN report b ON b.id = o.newer
             WHERE (o.state <> 'offered' OR a.year = b.year OR a.year = 0 OR b.year = 0)""";
    private static final String OF = READ + " AND (o.older = ? OR o.newer = ?) ORDER BY o.older, o.newer";
    private static final String ALL = READ + " ORDER BY o.offered_at, o.older, o.newer";

    private static final String BUCKETS = "WITH b (bucket) AS (VALUES (?)" + ", (?)".repeat(Sketch.BUCKETS - 1) + ") ";
    private static final String ALIKE = """
            SELECT report FROM
                (SELECT report FROM b JOIN version_bucket v ON v.bucket = b.bucket WHERE v.year = ? AND v.org = ? LIMIT %d) AS f""".formatted(SEEN_IN_A_BUCKET * Sketch.BUCKETS);
    /// Reports of this organisation and year; then those of which one or both are not known.
    private static final String CANDIDATES_OF_KNOWN = BUCKETS + String.join(" UNION ALL ", ALIKE, ALIKE, ALIKE, ALIKE);

    private static final String ANY = """
            SELECT report FROM (SELECT report, year, org FROM version_bucket WHERE bucket = ? LIMIT %d) AS a
             WHERE (? = 0 OR year IN (?, 0)) AND (? = '' OR org IN (?, ''))""".formatted(4 * SEEN_IN_A_BUCKET);
    /// For a report of unknown year or organisation: whatever the others say, some of each bucket, for one bucket may
    /// hold most of the workspace.
    private static final String CANDIDATES_OF_UNKNOWN =
            Stream.generate(() -> ANY).limit(Sketch.BUCKETS).collect(Collectors.joining(" UNION ALL "));

    private final Store store;

    VersionTable(Store store) {
        this.store = store;
    }

    /// A report as it is compared.
    ///
    /// @param version of its newest text
    record Subject(String report, int version, Identity identity) {}

    /// A report as it is now.
    Optional<Subject> subject(String report) {
        return store.first(SUBJECT, VersionTable::subject, report);
    }

    /// When a report came in; long ago if it is not there.
    Instant firstAt(String report) {
        return store.first(FIRST_AT, row -> row.instant("imported_at"), report).orElse(Instant.EPOCH);
    }

    /// Reports that were kept before they could be looked up, have another version, or other facts.
    List<String> stale(int limit) {
        return store.query(STALE, row -> row.text("id"), limit);
    }

    /// Makes a report findable by these numbers. Call it in a transaction.
    void keep(Subject subject, List<Long> buckets) {
        forget(subject.report());
        int year = subject.identity().facts().year();
        String org = subject.identity().orgKey();
        store.update(
                KEEP,
                subject.version(),
                year,
                org,
                buckets.stream().map(it -> Long.toHexString(it)).collect(Collectors.joining(" ")),
                subject.report());
        store.update(
                KEEP_BUCKETS,
                buckets.stream()
                        .flatMap(it -> Stream.<Object>of(it, year, org, subject.report()))
                        .toArray());
    }

    private void forget(String report) {
        boolean wasKept =
                store.first(KEPT, row -> forgetBuckets(report, row), report).orElse(false);
        if (wasKept) {
            store.update(FORGET, report);
        }
    }

    private boolean forgetBuckets(String report, Row row) {
        for (String bucket : row.text("buckets").split(" ")) {
            store.update(
                    FORGET_BUCKET, Long.parseUnsignedLong(bucket, 16), row.number("year"), row.text("org"), report);
        }
        return true;
    }

    /// Reports that share numbers with this one and are not known to be of another year or organisation; those that
    /// share most come first. Looks at a bounded number of rows, however many reports there are.
    List<String> candidates(Subject subject, List<Long> buckets) {
        int year = subject.identity().facts().year();
        String org = subject.identity().orgKey();
        boolean isKnown = year > 0 && !org.isEmpty();
        List<Object> arguments = new ArrayList<>();
        if (isKnown) {
            arguments.addAll(buckets);
            Collections.addAll(arguments, year, org, 0, org, year, "", 0, "");
        } else {
            buckets.forEach(it -> Collections.addAll(arguments, it, year, year, org, org));
        }
        Map<String, Integer> shared = new HashMap<>();
        store.forEach(
                isKnown ? CANDIDATES_OF_KNOWN : CANDIDATES_OF_UNKNOWN,
                row -> shared.merge(row.text("report"), 1, Integer::sum),
                arguments.toArray());
        shared.remove(subject.report());
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    // ---- offers

    /// All offers, the oldest first.
    List<VersionOffer> offers() {
        return store.query(ALL, VersionTable::offer);
    }

    /// The offers that a report has a part in.
    List<VersionOffer> offers(String report) {
        return store.query(OF, VersionTable::offer, report, report);
    }

    void add(VersionOffer offer) {
        store.update(
                OFFER,
                offer.older(),
                offer.newer(),
                offer.state().id(),
                offer.likeness(),
                offer.isSameWords() ? 1 : 0,
                Doubt.written(offer.doubts()),
                offer.offeredAt(),
                offer.decidedAt().map(Instant::toString).orElse(""));
    }

    void decide(VersionOffer offer, VersionOffer.State state, Optional<Instant> at) {
        store.update(DECIDE, state.id(), at.map(Instant::toString).orElse(""), offer.older(), offer.newer());
    }

    void drop(VersionOffer offer) {
        store.update(DROP, offer.older(), offer.newer());
    }

    /// Takes back the offers of a report that nobody has answered.
    void dropOpen(String report) {
        store.update(DROP_OPEN, report, report);
    }

    private static VersionOffer offer(Row row) {
        return new VersionOffer(
                row.text("older"),
                row.text("newer"),
                VersionOffer.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                (int) row.number("likeness"),
                row.number("is_same_words") == 1,
                Doubt.read(row.text("doubts")),
                row.instant("offered_at"),
                Optional.of(row.text("decided_at")).filter(it -> !it.isEmpty()).map(Instant::parse));
    }

    private static Subject subject(Row row) {
        ReportFacts facts = new ReportFacts(
                row.text("title"),
                row.text("org"),
                row.text("region"),
                (int) row.number("year"),
                ReportKind.named(row.text("kind")).orElse(ReportKind.OTHER));
        return new Subject(
                row.text("id"),
                (int) row.number("version"),
                new Identity(facts, row.number("said") > 0, row.text("text")));
    }
}
