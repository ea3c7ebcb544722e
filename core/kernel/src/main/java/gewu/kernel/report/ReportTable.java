package gewu.kernel.report;

import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.Section;
import gewu.api.store.Change;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes reports. A version, once kept, never changes; a report points to its newest one.
public final class ReportTable {
    private static final String ADD_REPORT =
            "INSERT INTO report (id, version, title, org, region, year, kind) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String POINT_TO =
            "UPDATE report SET version = ?, title = ?, org = ?, region = ?, year = ?, kind = ? WHERE id = ?";
    private static final String ADD_VERSION = """
            INSERT INTO report_version (report, version, sha256, bytes, media_type, file, absolute_file, pages, paragraphs,
                characters, imported_at, importer, importer_version, title, org, region, year, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_TEXT = "INSERT INTO report_text (report, version, text, lines) VALUES (?, ?, ?, ?)";
    private static final String ADD_PAGE =
            "INSERT INTO page (report, version, number, start_at, end_at) VALUES (?, ?, ?, ?, ?)";
    private static final String ADD_SECTION = """
            INSERT INTO section (report, version, number, parent, level, label, heading, role, start_at, heading_end_at,
                end_at, page)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_PARAGRAPH = """
            INSERT INTO paragraph (report, version, number, page, section, start_at, end_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String WITH_HASH = """
            SELECT v.report AS report, v.version AS version, r.version AS newest
              FROM report_version v JOIN report r ON r.id = v.report
             WHERE v.sha256 = ?
             ORDER BY CASE WHEN v.version = r.version THEN 0 ELSE 1 END, v.report LIMIT 1""";
    private static final String FROM_FILE = """
            SELECT v.report AS report, v.version AS version, r.version AS newest
              FROM report_version v JOIN report r ON r.id = v.report
             WHERE v.absolute_file = ?
             ORDER BY v.imported_at DESC, v.version DESC LIMIT 1""";
    private static final String ORIGIN = """
            SELECT v.sha256, v.media_type, v.file
              FROM report_version v JOIN report r ON r.id = v.report AND r.version = v.version
             WHERE r.id = ?""";
    private static final String TEXT = "SELECT text FROM report_text WHERE report = ? AND version = ?";
    private static final String EXISTS = "SELECT id FROM report WHERE id = ?";
    private static final String SAID = "SELECT field, value FROM report_override WHERE report = ?";
    private static final String SAY = """
            INSERT INTO report_override (report, field, value, said_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (report, field) DO UPDATE SET value = excluded.value, said_at = excluded.said_at""";
    private static final String TAKE_BACK = "DELETE FROM report_override WHERE report = ? AND field = ?";
    private static final String SEEN_FACTS = "SELECT title, org, region, year, kind FROM report WHERE id = ?";
    private static final String READ_FACTS = """
            SELECT v.title, v.org, v.region, v.year, v.kind, v.version
              FROM report_version v JOIN report r ON r.id = v.report AND r.version = v.version
             WHERE r.id = ?""";

    private static final Places PLACES = new Places();

    private final Store store;
    private final LayoutTable layouts;
    private final RuleTable rules;
    private final MetricCounts counts;

    public ReportTable(Store store) {
        this.store = store;
        this.layouts = new LayoutTable(store);
        this.rules = new RuleTable(store);
        this.counts = new MetricCounts(store);
    }

    /// A kept version.
    ///
    /// @param newest the report's newest version
    public record Kept(String report, int version, int newest) {
        public boolean isNewest() {
            return version == newest;
        }
    }

    /// Where the newest version of a report comes from.
    ///
    /// @param sha256 of the original
    /// @param file   it was read from, as given
    public record Source(String sha256, String mediaType, String file) {}

    /// The original of a report's newest version.
    public Optional<Source> origin(String report) {
        return store.first(
                ORIGIN, row -> new Source(row.text("sha256"), row.text("media_type"), row.text("file")), report);
    }

    /// The version with this content, the newest of a report before an older one.
    public Optional<Kept> withHash(String sha256) {
        return store.first(WITH_HASH, ReportTable::kept, sha256);
    }

    /// The version read last from this file.
    public Optional<Kept> fromFile(String absoluteFile) {
        return store.first(FROM_FILE, ReportTable::kept, absoluteFile);
    }

    /// The source text of a version.
    public Optional<String> text(String report, int version) {
        return store.first(TEXT, row -> row.text("text"), report, version);
    }

    /// A permanent id for a new report: the first ten digits of its hash, and more where another report has
    /// those.
    public String newId(String sha256) {
        int digits = 10;
        while (digits < sha256.length()
                && store.first(EXISTS, row -> row.text("id"), sha256.substring(0, digits))
                        .isPresent()) {
            digits++;
        }
        return sha256.substring(0, digits);
    }

    /// Keeps a version of a report that makes it the newest, and records the change. Call it in a
    /// transaction.
    ///
    /// @param report its facts are what people see
    /// @param read   the facts as the text states them
    /// @param looks  how its pages look; empty for a file that flows
    public void keep(Report report, ReportFacts read, Origin origin, List<PageLook> looks) {
        boolean isNew = report.version() == 1;
        ReportFacts seen = report.facts();
        if (isNew) {
            store.update(
                    ADD_REPORT,
                    report.id(),
                    report.version(),
                    seen.title(),
                    seen.org(),
                    seen.region(),
                    seen.year(),
                    seen.kind().id());
        }
        store.update(
                ADD_VERSION,
                report.id(),
                report.version(),
                origin.sha256(),
                origin.bytes(),
                origin.mediaType(),
                origin.file(),
                origin.absoluteFile(),
                report.pages().size(),
                report.paragraphs().size(),
                report.text().length(),
                origin.importedAt(),
                origin.importer(),
                origin.importerVersion(),
                read.title(),
                read.org(),
                read.region(),
                read.year(),
                read.kind().id());
        keepText(report);
        layouts.keep(report.id(), report.version(), report.source(), looks);
        if (!isNew) {
            counts.around(report.id(), () -> show(report.id(), report.version(), seen));
        }
        store.changed("report", report.id(), isNew ? Change.Kind.ADDED : Change.Kind.UPDATED);
    }

    /// What a person said about a report, by field.
    public Map<String, String> said(String report) {
        Map<String, String> said = new HashMap<>();
        store.forEach(SAID, row -> said.put(row.text("field"), row.text("value")), report);
        return said;
    }

    /// Keeps what a person says about one field, such as `org` or `year`. Call it in a transaction.
    public void say(String report, String field, String value, Instant at) {
        store.update(SAY, report, field, value, at);
    }

    /// Takes back what a person said about one field. Call it in a transaction.
    ///
    /// @return whether anything had been said
    boolean takeBack(String report, String field) {
        return store.update(TAKE_BACK, report, field) > 0;
    }

    /// The facts of a report as people see them.
    public Optional<ReportFacts> seen(String report) {
        return store.first(SEEN_FACTS, ReportTable::facts, report);
    }

    /// The newest version's facts as its text states them.
    public Optional<ReportFacts> stated(String report) {
        return store.first(READ_FACTS, ReportTable::facts, report);
    }

    /// What rules and persons say about a report over its text, by field; a person's word over a rule's.
    Map<String, String> saidOver(String report) {
        Map<String, String> said = rules.said(report);
        said.putAll(said(report));
        return said;
    }

    /// Shows the newest version's facts anew, after a person or a rule said something, and records the change. Call it
    /// in a transaction.
    public void showAnew(String report) {
        store.first(READ_FACTS, row -> new Seen((int) row.number("version"), facts(row)), report)
                .ifPresent(read -> show(report, read.version(), over(read.facts(), saidOver(report))));
        // Whose figures they are and of which year may be another now: they are to be read again.
        store.update("DELETE FROM metric_reading WHERE report = ?", report);
        store.changed("report", report, Change.Kind.UPDATED);
    }

    /// The facts of a text with what rules and persons said over them. An organisation that was said brings its region
    /// with it, unless that was said too.
    public static ReportFacts over(ReportFacts read, Map<String, String> said) {
        return new ReportFacts(
                said.getOrDefault("title", read.title()),
                said.getOrDefault("org", read.org()),
                said.getOrDefault("region", regionOf(said).orElse(read.region())),
                said.containsKey("year") ? Integer.parseInt(said.getOrDefault("year", "0")) : read.year(),
                ReportKind.named(said.getOrDefault("kind", read.kind().id())).orElse(read.kind()));
    }

    /// The region that the name of a said organisation begins with.
    static Optional<String> regionOf(Map<String, String> said) {
        String org = said.getOrDefault("org", "");
        return Optional.of(PLACES.leading(org)).filter(it -> !it.isEmpty() && !it.equals(org));
    }

    private record Seen(int version, ReportFacts facts) {}

    private void show(String report, int version, ReportFacts seen) {
        store.update(
                POINT_TO,
                version,
                seen.title(),
                seen.org(),
                seen.region(),
                seen.year(),
                seen.kind().id(),
                report);
    }

    private void keepText(Report report) {
        String id = report.id();
        int version = report.version();
        store.update(
                ADD_TEXT,
                id,
                version,
                report.text(),
                report.source().lines().name().toLowerCase(Locale.ROOT));
        for (Page page : report.pages()) {
            store.update(ADD_PAGE, id, version, page.number(), page.start(), page.end());
        }
        for (Section section : report.sections()) {
            store.update(
                    ADD_SECTION,
                    id,
                    version,
                    section.number(),
                    section.parent(),
                    section.level(),
                    section.label(),
                    section.heading(),
                    section.role().id(),
                    section.start(),
                    section.headingEnd(),
                    section.end(),
                    section.page());
        }
        for (Paragraph paragraph : report.paragraphs()) {
            store.update(
                    ADD_PARAGRAPH,
                    id,
                    version,
                    paragraph.number(),
                    paragraph.page(),
                    paragraph.section(),
                    paragraph.start(),
                    paragraph.end());
        }
    }

    static ReportFacts facts(Row row) {
        return new ReportFacts(
                row.text("title"),
                row.text("org"),
                row.text("region"),
                (int) row.number("year"),
                ReportKind.named(row.text("kind")).orElse(ReportKind.OTHER));
    }

    private static Kept kept(Row row) {
        return new Kept(row.text("report"), (int) row.number("version"), (int) row.number("newest"));
    }

    /// All originals that must be there, by hash.
    static List<String> hashes(Store store) {
        return store.query("SELECT DISTINCT sha256 FROM report_version ORDER BY sha256", row -> row.text("sha256"));
    }
}
