package gewu.kernel.report;

import gewu.api.report.Fact;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps what each version tells about its report and where, and answers with what rules and persons said
/// over it. Safe for all threads.
public final class FactTable {
    private static final String ADD = """
            INSERT INTO report_fact (report, version, field, value, origin, page, start_at, end_at, confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OF_VERSION = """
            SELECT field, value, origin, page, start_at, end_at, confidence FROM report_fact
             WHERE report = ? AND version = ?""";
    private static final String FILE = "SELECT file FROM report_version WHERE report = ? AND version = ?";
    private static final double BASIS_POINTS = 10_000;
    private static final Set<Fact.Field> PARTS = EnumSet.of(Fact.Field.PROVINCE, Fact.Field.CITY, Fact.Field.COUNTY);

    private final Store store;
    private final ReportTable reports;
    private final RuleTable rules;
    private final FactPassages passages = new FactPassages();

    public FactTable(Store store) {
        this.store = store;
        this.reports = new ReportTable(store);
        this.rules = new RuleTable(store);
    }

    /// Keeps the facts of a new version with their passages. Call it in a transaction, behind [ReportTable#keep].
    ///
    /// @param stated   the facts as text and file name state them
    /// @param fileName the last part of the path it came from
    public void keep(Report report, Stated stated, String fileName) {
        for (Fact fact : passages.of(report, stated, fileName)) {
            store.update(
                    ADD,
                    report.id(),
                    report.version(),
                    fact.field().id(),
                    fact.value(),
                    fact.origin().id(),
                    fact.passage().map(Passage::page).orElse(0),
                    fact.passage().map(Passage::start).orElse(0),
                    fact.passage().map(Passage::end).orElse(0),
                    Math.round(fact.confidence() * BASIS_POINTS));
        }
    }

    /// The facts of a report's version: a person's word over a rule's, a rule's over the text's.
    List<Fact> of(Report report) {
        Map<Fact.Field, Fact> facts = new EnumMap<>(Fact.Field.class);
        read(report).forEach(it -> facts.put(it.field(), it));
        Map<Fact.Field, Fact> said = new EnumMap<>(Fact.Field.class);
        said(rules.said(report.id()), Fact.Origin.RULE, said);
        said(reports.said(report.id()), Fact.Origin.PERSON, said);
        if (!said.containsKey(Fact.Field.REGION)) {
            ReportTable.regionOf(reports.saidOver(report.id()))
                    .ifPresent(it -> said.put(
                            Fact.Field.REGION,
                            new Fact(Fact.Field.REGION, it, Fact.Origin.CONCLUDED, Optional.empty(), 1)));
        }
        facts.putAll(said);
        Fact region = said.get(Fact.Field.REGION);
        if (region != null) {
            PARTS.stream().filter(it -> !said.containsKey(it)).forEach(facts::remove);
            passages.places(region).forEach(part -> facts.putIfAbsent(part.field(), part));
        }
        return List.copyOf(facts.values());
    }

    private static void said(Map<String, String> words, Fact.Origin origin, Map<Fact.Field, Fact> said) {
        words.forEach((word, value) -> Fact.Field.named(word)
                .ifPresent(field -> said.put(field, new Fact(field, value, origin, Optional.empty(), 1))));
    }

    /// Versions that were kept before facts had passages are looked through anew.
    private List<Fact> read(Report report) {
        List<Fact> kept = store.query(OF_VERSION, row -> fact(report, row), report.id(), report.version());
        return kept.isEmpty()
                ? reports.stated(report.id())
                        .map(stated -> passages.of(report, new Stated(stated, Map.of()), fileName(report)))
                        .orElse(List.of())
                : kept;
    }

    private String fileName(Report report) {
        String file = store.first(FILE, row -> row.text("file"), report.id(), report.version())
                .orElse("");
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static Fact fact(Report report, Row row) {
        return new Fact(
                Fact.Field.valueOf(row.text("field").toUpperCase(Locale.ROOT)),
                row.text("value"),
                Fact.Origin.valueOf(row.text("origin").toUpperCase(Locale.ROOT)),
                row.number("page") == 0
                        ? Optional.empty()
                        : Optional.of(report.passage((int) row.number("start_at"), (int) row.number("end_at"))),
                row.number("confidence") / BASIS_POINTS);
    }
}
