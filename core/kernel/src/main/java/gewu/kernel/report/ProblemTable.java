package gewu.kernel.report;

import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Cause;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Findings.Strength;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Passage;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The problems and remedies in the store, with who found them. Scores and confidence are kept in basis points.
public final class ProblemTable {
    private static final String ADD_READING =
            "INSERT INTO problem_reading (report, version, plugin, extension, edition) VALUES (?, ?, ?, ?, ?)";
    private static final String ADD_PROBLEM = """
            INSERT INTO problem (report, version, plugin, plugin_version, extension, id, category, page, start_at, end_at,
                confidence, number, scope, settled, why, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_PASSAGE = """
            INSERT INTO problem_passage (report, version, plugin, extension, problem, number, page, start_at, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_CAUSE = """
            INSERT INTO cause (report, version, plugin, plugin_version, extension, id, problem, page, start_at, end_at,
                number, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_REMEDY = """
            INSERT INTO remedy (report, version, plugin, plugin_version, extension, id, page, start_at, end_at, confidence,
                number, scope, kind, why, words, heading_page, heading_at, heading_words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ADD_LINK = """
            INSERT INTO problem_remedy (report, version, plugin, plugin_version, extension, problem, remedy, strength, why,
                number, score)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /// In the order in which rows that name others go first.
    private static final List<String> TABLES =
            List.of("problem_remedy", "cause", "problem_passage", "remedy", "problem", "problem_reading");

    private static final String OF_ONE = " WHERE report = ? AND version = ? AND plugin = ? AND extension = ?";
    private static final String READINGS = """
            SELECT m.report, m.version, m.plugin, m.extension, m.edition, r.org AS org, r.year AS year
              FROM problem_reading m JOIN report r ON r.id = m.report AND r.version = m.version
            """;
    private static final String IN_ORDER = " ORDER BY r.org, r.year, r.id, m.plugin, m.extension";
    private static final String OUTDATED = """
            SELECT r.id FROM report r LEFT JOIN problem_reading m
                ON m.report = r.id AND m.version = r.version AND m.plugin = ? AND m.extension = ? AND m.edition = ?
             WHERE m.report IS NULL ORDER BY r.id""";

    private final Store store;

    public ProblemTable(Store store) {
        this.store = store;
    }

    /// Keeps what a finder found in a version, in place of what it found before. Call it in a transaction.
    public void keep(String report, int version, Finding.Owner owner, Findings found) {
        for (String table : TABLES) {
            store.update("DELETE FROM " + table + OF_ONE, report, version, owner.plugin(), owner.extension());
        }
        store.update(ADD_READING, report, version, owner.plugin(), owner.extension(), owner.pluginVersion());
        Writer writer = new Writer(report, version, owner);
        found.problems().forEach(writer::add);
        found.causes().forEach(writer::add);
        found.remedies().forEach(writer::add);
        found.links().forEach(writer::add);
    }

    /// Writes rows, numbered in the order in which they come.
    private final class Writer {
        private final String report;
        private final int version;
        private final Finding.Owner owner;
        private int number;

        Writer(String report, int version, Finding.Owner owner) {
            this.report = report;
            this.version = version;
            this.owner = owner;
        }

        void add(Problem it) {
            Passage at = it.passage();
            store.update(
                    ADD_PROBLEM,
                    report,
                    version,
                    owner.plugin(),
                    owner.pluginVersion(),
                    owner.extension(),
                    it.id(),
                    it.category(),
                    at.page(),
                    at.start(),
                    at.end(),
                    FindingTable.basisPoints(it.confidence()),
                    ++number,
                    it.scope().id(),
                    it.settled() ? 1 : 0,
                    it.why(),
                    at.text());
            int more = 0;
            for (Passage passage : it.more()) {
                store.update(
                        ADD_PASSAGE,
                        report,
                        version,
                        owner.plugin(),
                        owner.extension(),
                        it.id(),
                        ++more,
                        passage.page(),
                        passage.start(),
                        passage.text());
            }
        }

        void add(Cause it) {
            Passage at = it.passage();
            store.update(
                    ADD_CAUSE,
                    report,
                    version,
                    owner.plugin(),
                    owner.pluginVersion(),
                    owner.extension(),
                    it.id(),
                    it.problem(),
                    at.page(),
                    at.start(),
                    at.end(),
                    ++number,
                    at.text());
        }

        void add(Remedy it) {
            Passage at = it.passage();
            @Nullable Passage heading = it.heading();
            store.update(
                    ADD_REMEDY,
                    report,
                    version,
                    owner.plugin(),
                    owner.pluginVersion(),
                    owner.extension(),
                    it.id(),
                    at.page(),
                    at.start(),
                    at.end(),
                    FindingTable.basisPoints(it.confidence()),
                    ++number,
                    it.scope().id(),
                    it.kind().id(),
                    it.why(),
                    at.text(),
                    heading == null ? 0 : heading.page(),
                    heading == null ? 0 : heading.start(),
                    heading == null ? "" : heading.text());
        }

        void add(Link it) {
            store.update(
                    ADD_LINK,
                    report,
                    version,
                    owner.plugin(),
                    owner.pluginVersion(),
                    owner.extension(),
                    it.problem(),
                    it.remedy(),
                    it.strength().id(),
                    it.why(),
                    ++number,
                    FindingTable.basisPoints(it.score()));
        }
    }

    /// What was found in the newest version of a report, an answer for each finder that found something.
    public List<StoredFindings> of(String report) {
        return found(store.query(READINGS + " WHERE m.report = ?" + IN_ORDER, Key::of, report));
    }

    /// What one finder found in the newest version of a report.
    public Findings of(String report, Finding.Owner owner) {
        return store.first(
                        READINGS + " WHERE m.report = ? AND m.plugin = ? AND m.extension = ?",
                        Key::of,
                        report,
                        owner.plugin(),
                        owner.extension())
                .map(this::load)
                .orElse(Findings.NONE);
    }

    public void forEach(ReportFilter filter, Consumer<StoredFindings> each) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> arguments = new ArrayList<>();
        if (!filter.org().isEmpty()) {
            parts.add("r.org LIKE ? ESCAPE '\\'");
            arguments.add(StoredReports.containing(filter.org()));
        }
        if (filter.from() > 0 || filter.to() > 0) {
            parts.add("r.year >= ? AND r.year <= ?");
            arguments.add(Math.max(1, filter.from()));
            arguments.add(filter.to() == 0 ? Integer.MAX_VALUE : filter.to());
        }
        filter.kind().map(ReportKind::id).ifPresent(kind -> {
            parts.add("r.kind = ?");
            arguments.add(kind);
        });
        String condition = parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
        for (Key key : store.query(READINGS + condition + IN_ORDER, Key::of, arguments.toArray())) {
            found(List.of(key)).forEach(each);
        }
    }

    /// The reports whose newest version this edition of a finder has not read.
    public List<String> outdated(Finding.Owner owner) {
        return store.query(OUTDATED, row -> row.text("id"), owner.plugin(), owner.extension(), owner.pluginVersion());
    }

    private List<StoredFindings> found(List<Key> keys) {
        List<StoredFindings> all = new ArrayList<>();
        for (Key key : keys) {
            Findings findings = load(key);
            if (!findings.isEmpty()) {
                all.add(new StoredFindings(
                        key.report(),
                        key.version(),
                        key.org(),
                        key.year(),
                        key.plugin(),
                        key.extension(),
                        key.edition(),
                        findings));
            }
        }
        return List.copyOf(all);
    }

    /// A reading.
    private record Key(
            String report, int version, String plugin, String extension, String edition, String org, int year) {
        static Key of(Row row) {
            return new Key(
                    row.text("report"),
                    (int) row.number("version"),
                    row.text("plugin"),
                    row.text("extension"),
                    row.text("edition"),
                    row.text("org"),
                    (int) row.number("year"));
        }
    }

    private Findings load(Key key) {
        Map<String, List<Passage>> more = new HashMap<>();
        for (More it : rows(key, "problem_passage", "number", ProblemTable::more)) {
            more.computeIfAbsent(it.problem(), _ -> new ArrayList<>()).add(it.passage());
        }
        return new Findings(
                rows(key, "problem", "number, start_at", row -> problem(row, more)),
                rows(key, "cause", "number, start_at", ProblemTable::cause),
                rows(key, "remedy", "number, start_at", ProblemTable::remedy),
                rows(key, "problem_remedy", "number, problem, remedy", ProblemTable::link));
    }

    private <T> List<T> rows(Key key, String table, String order, Function<Row, T> row) {
        return store.query(
                "SELECT * FROM " + table + OF_ONE + " ORDER BY " + order,
                row,
                key.report(),
                key.version(),
                key.plugin(),
                key.extension());
    }

    private record More(String problem, Passage passage) {}

    private static More more(Row row) {
        return new More(row.text("problem"), passage(row));
    }

    private static Problem problem(Row row, Map<String, List<Passage>> more) {
        return new Problem(
                row.text("id"),
                Scope.valueOf(row.text("scope").toUpperCase(Locale.ROOT)),
                row.text("category"),
                passage(row),
                more.getOrDefault(row.text("id"), List.of()),
                row.number("settled") != 0,
                row.number("confidence") / 10_000.0,
                row.text("why"));
    }

    private static Cause cause(Row row) {
        return new Cause(row.text("id"), row.text("problem"), passage(row));
    }

    private static Remedy remedy(Row row) {
        int page = (int) row.number("heading_page");
        int at = (int) row.number("heading_at");
        String words = row.text("heading_words");
        return new Remedy(
                row.text("id"),
                Scope.valueOf(row.text("scope").toUpperCase(Locale.ROOT)),
                Remedy.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                passage(row),
                page == 0 ? null : new Passage(row.text("report"), page, at, at + words.length(), words),
                row.number("confidence") / 10_000.0,
                row.text("why"));
    }

    private static Link link(Row row) {
        return new Link(
                row.text("problem"),
                row.text("remedy"),
                Strength.valueOf(row.text("strength").toUpperCase(Locale.ROOT)),
                row.number("score") / 10_000.0,
                row.text("why"));
    }

    private static Passage passage(Row row) {
        int start = (int) row.number("start_at");
        String words = row.text("words");
        return new Passage(row.text("report"), (int) row.number("page"), start, start + words.length(), words);
    }
}
