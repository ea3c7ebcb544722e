package gewu.kernel.version;

import gewu.api.report.Page;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SourceText;
import gewu.kernel.report.Origin;
import gewu.kernel.report.ReportTable;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Reports in a real store, kept one after the other with facts given by hand.
final class Cabinet implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    private final SqliteStore store;
    private final ReportTable table;
    private final VersionFinder finder;
    private int kept;

    Cabinet(Path folder) {
        this.store = SqliteStore.open(folder.resolve("gewu.db"), false, NOON);
        this.table = new ReportTable(store);
        this.finder = new VersionFinder(store, NOON);
    }

    SqliteStore store() {
        return store;
    }

    StoredReports reports() {
        return new StoredReports(store);
    }

    VersionFinder finder() {
        return finder;
    }

    VersionBook book() {
        return new VersionBook(store, NOON);
    }

    /// Keeps a report whose title is its first line, if it has one of its own.
    void keep(String id, String org, int year, String text) {
        keep(id, 1, new ReportFacts(title(text), org, region(org), year, ReportKind.WHOLE_DEPARTMENT), text);
    }

    void keep(String id, int version, ReportFacts facts, String text) {
        kept++;
        Report report = report(id, version, facts, text);
        Origin origin = new Origin(
                id + ".txt",
                "/来件/" + id + ".txt",
                id.repeat(8),
                text.length(),
                "text/plain",
                NOON.instant().plusSeconds(kept),
                "import-text",
                "1.0.0");
        store.inTransaction(() -> {
            table.keep(report, facts, origin, List.of());
            finder.look(report, false);
        });
    }

    /// A person corrects one fact.
    void say(String id, String field, String value) {
        store.inTransaction(() -> {
            table.say(id, field, value, NOON.instant());
            table.showAnew(id);
        });
    }

    /// The reports that a report was offered to, or is.
    List<String> offeredTo(String id) {
        return book().offers(id).stream().map(it -> it.beside(id)).toList();
    }

    static Report report(String id, int version, ReportFacts facts, String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String line : text.split("(?<=\n)")) {
            int end = start + line.stripTrailing().length();
            if (end > start) {
                paragraphs.add(new Paragraph(paragraphs.size() + 1, 1, 0, start, end));
            }
            start += line.length();
        }
        return new Report(
                id,
                version,
                facts,
                new SourceText(text, List.of(new Page(1, 0, text.length()))),
                paragraphs,
                List.of());
    }

    static String title(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String region(String org) {
        return org.contains("市") ? org.substring(0, org.indexOf('市') + 1) : "";
    }

    @Override
    public void close() {
        store.close();
    }
}
