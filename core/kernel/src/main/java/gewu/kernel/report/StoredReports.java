package gewu.kernel.report;

import gewu.api.WorkbenchException;
import gewu.api.report.Doubt;
import gewu.api.report.Fact;
import gewu.api.report.OtherVersion;
import gewu.api.report.Page;
import gewu.api.report.PageLook;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportCount;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import gewu.api.store.Row;
import gewu.api.store.Store;
import gewu.kernel.version.VersionChains;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the reports of the workspace from the store.
public final class StoredReports implements Reports {
    private static final String KEPT =
            " FROM report WHERE org LIKE ? ESCAPE '\\' AND year >= ? AND year <= ? AND kind LIKE ? ESCAPE '\\'";
    private static final String SUMMARY = """
            SELECT r.id, r.version, r.title, r.org, r.region, r.year, r.kind, v.pages, v.paragraphs, v.characters, v.file,
                   v.media_type, v.sha256, v.imported_at
              FROM report r JOIN report_version v ON v.report = r.id AND v.version = r.version
            """;
    private static final String ONE = SUMMARY + " WHERE r.id = ?";
    private static final String LIST = SUMMARY + " JOIN (SELECT id" + KEPT + " " + """
              ORDER BY org, year, id LIMIT ? OFFSET ?) kept ON kept.id = r.id
             ORDER BY r.org, r.year, r.id""";
    private static final int ASKED_AT_ONCE = 500;
    private static final String COUNT =
            "SELECT count(*) AS reports, count(DISTINCT nullif(org, '')) AS organisations" + KEPT;
    private static final String FACTS = "SELECT version, title, org, region, year, kind FROM report WHERE id = ?";
    private static final String TEXT = "SELECT text, lines FROM report_text WHERE report = ? AND version = ?";
    private static final String PAGES =
            "SELECT number, start_at, end_at FROM page WHERE report = ? AND version = ? ORDER BY number";
    private static final String PARAGRAPHS = """
            SELECT number, page, section, start_at, end_at FROM paragraph
             WHERE report = ? AND version = ? ORDER BY number""";
    private static final String SECTIONS = """
            SELECT number, parent, level, label, heading, role, start_at, heading_end_at, end_at, page FROM section
             WHERE report = ? AND version = ? ORDER BY number""";
    private static final int PROPOSALS = 3;

    private final Store store;
    private final LayoutTable layouts;
    private final FactTable facts;
    private final VersionChains versions;

    public StoredReports(Store store) {
        this.store = store;
        this.layouts = new LayoutTable(store);
        this.facts = new FactTable(store);
        this.versions = new VersionChains(store);
    }

    @Override
    public List<ReportSummary> list(ReportFilter filter) {
        return list(filter, 0, Integer.MAX_VALUE);
    }

    @Override
    public List<ReportSummary> list(ReportFilter filter, long from, int most) {
        List<Object> words = new ArrayList<>(kept(filter));
        words.add(most);
        words.add(from);
        return store.query(LIST, StoredReports::summary, words.toArray());
    }

    @Override
    public List<ReportSummary> known(Set<String> ids) {
        List<String> asked = List.copyOf(ids);
        List<ReportSummary> known = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += ASKED_AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(from + ASKED_AT_ONCE, asked.size()));
            String these = String.join(", ", Collections.nCopies(some.size(), "?"));
            known.addAll(
                    store.query(SUMMARY + " WHERE r.id IN (" + these + ")", StoredReports::summary, some.toArray()));
        }
        return known;
    }

    @Override
    public ReportCount count(ReportFilter filter) {
        return store.first(
                        COUNT,
                        row -> new ReportCount(row.number("reports"), row.number("organisations")),
                        kept(filter).toArray())
                .orElseThrow();
    }

    private static List<Object> kept(ReportFilter filter) {
        int from = filter.from() == 0 && filter.to() > 0 ? 1 : filter.from();
        int to = filter.to() == 0 ? Integer.MAX_VALUE : filter.to();
        String kind = filter.kind().map(ReportKind::id).orElse("");
        return List.of(containing(filter.org()), from, to, kind.isEmpty() ? "%" : literal(kind));
    }

    @Override
    public Optional<Report> find(String id) {
        return store.first(FACTS, row -> new Newest((int) row.number("version"), ReportTable.facts(row)), id)
                .map(newest -> load(id, newest));
    }

    @Override
    public ReportSummary named(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        Optional<ReportSummary> exact = store.first(ONE, StoredReports::summary, lower);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<ReportSummary> all = list(ReportFilter.ALL);
        List<Predicate<ReportSummary>> meanings = List.of(
                it -> it.id().startsWith(lower),
                it -> it.file().equals(words) || nameOf(it).equalsIgnoreCase(lower),
                it -> stem(nameOf(it)).equalsIgnoreCase(lower),
                it -> it.facts().title().toLowerCase(Locale.ROOT).contains(lower),
                it -> whoAndWhen(it).toLowerCase(Locale.ROOT).contains(lower),
                it -> nameOf(it).toLowerCase(Locale.ROOT).contains(lower));
        for (Predicate<ReportSummary> meaning : meanings) {
            List<ReportSummary> meant =
                    lower.isEmpty() ? List.of() : all.stream().filter(meaning).toList();
            if (meant.size() == 1) {
                return meant.getFirst();
            }
            if (meant.size() > 1) {
                throw several(words, meant);
            }
        }
        throw none(words, all);
    }

    @Override
    public Optional<PageLook> look(String report, int page) {
        return layouts.look(report, page);
    }

    @Override
    public List<Doubt> doubts(String report) {
        return store.first(FACTS, row -> (int) row.number("version"), report)
                .map(version -> layouts.doubts(report, version))
                .orElse(List.of());
    }

    @Override
    public List<Fact> facts(String report) {
        return find(report).map(facts::of).orElse(List.of());
    }

    @Override
    public List<OtherVersion> versions(String report) {
        return versions.others(report);
    }

    private static String whoAndWhen(ReportSummary report) {
        return report.facts().org() + report.facts().year();
    }

    private record Newest(int version, ReportFacts facts) {}

    /// Versions never change, so that all of these questions speak of the same text, whatever is written
    /// meanwhile.
    private Report load(String id, Newest newest) {
        int version = newest.version();
        List<Page> pages = store.query(PAGES, StoredReports::page, id, version);
        SourceText source = store.first(
                        TEXT,
                        row -> new SourceText(
                                row.text("text"),
                                pages,
                                SourceText.Lines.valueOf(row.text("lines").toUpperCase(Locale.ROOT)),
                                layouts.tables(id, version),
                                layouts.doubts(id, version)),
                        id,
                        version)
                .orElseThrow(() -> new WorkbenchException(
                        "The text of report " + id + " is missing from the store.",
                        "gewu doctor looks what else is damaged; restore a backup."));
        return new Report(
                id,
                version,
                newest.facts(),
                source,
                store.query(PARAGRAPHS, StoredReports::paragraph, id, version),
                store.query(SECTIONS, StoredReports::section, id, version));
    }

    private static WorkbenchException several(String words, List<ReportSummary> meant) {
        String names = described(meant.subList(0, Math.min(meant.size(), PROPOSALS)));
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                "“" + words + "” means " + meant.size() + " reports: " + names
                        + (meant.size() > PROPOSALS ? " and " + (meant.size() - PROPOSALS) + " more" : "") + ".",
                "Give more of the id, the title, the file name, or organisation and year.");
    }

    private static WorkbenchException none(String words, List<ReportSummary> all) {
        if (all.isEmpty()) {
            return new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "There is no report “" + words + "”: the workspace holds none yet.",
                    "Bring some in with gewu import PATH.");
        }
        List<ReportSummary> near = new ArrayList<>();
        List<String> keys = all.stream().map(StoredReports::key).toList();
        for (String key : Likeness.nearest(words, keys, PROPOSALS)) {
            near.add(all.get(keys.indexOf(key)));
        }
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                "There is no report “" + words + "”"
                        + (near.isEmpty() ? "." : "; the nearest: " + described(near) + "."),
                "List them with gewu reports.");
    }

    private static String described(List<ReportSummary> reports) {
        return String.join(
                ", ",
                reports.stream().map(it -> it.id() + " " + it.facts().title()).toList());
    }

    /// Everything by which a person may name a report.
    private static String key(ReportSummary report) {
        return report.id() + " " + nameOf(report) + " " + report.facts().title();
    }

    /// The last part of the path, whichever way its system writes it.
    private static String nameOf(ReportSummary report) {
        String file = report.file();
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static String containing(String words) {
        return "%" + literal(words) + "%";
    }

    private static String literal(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static ReportSummary summary(Row row) {
        return new ReportSummary(
                row.text("id"),
                (int) row.number("version"),
                ReportTable.facts(row),
                (int) row.number("pages"),
                (int) row.number("paragraphs"),
                (int) row.number("characters"),
                row.text("file"),
                row.text("media_type"),
                row.text("sha256"),
                row.instant("imported_at"));
    }

    private static Page page(Row row) {
        return new Page((int) row.number("number"), (int) row.number("start_at"), (int) row.number("end_at"));
    }

    private static Paragraph paragraph(Row row) {
        return new Paragraph(
                (int) row.number("number"),
                (int) row.number("page"),
                (int) row.number("section"),
                (int) row.number("start_at"),
                (int) row.number("end_at"));
    }

    private static Section section(Row row) {
        return new Section(
                (int) row.number("number"),
                (int) row.number("parent"),
                (int) row.number("level"),
                row.text("label"),
                row.text("heading"),
                SectionRole.named(row.text("role")).orElse(SectionRole.OTHER),
                (int) row.number("start_at"),
                (int) row.number("heading_end_at"),
                (int) row.number("end_at"),
                (int) row.number("page"));
    }
}
