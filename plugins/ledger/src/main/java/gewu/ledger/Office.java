package gewu.ledger;

import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.Reports;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What guards and effects may look up while a batch is written: subjects as they are at that moment. For one thread.
final class Office {
    private final EventLog log;
    private final Reports reports;
    private final LocalDate today;
    private final Terms terms;
    private final Supplier<Concepts> concepts;
    private final Parties parties;
    private final Map<String, EventLog.Folded> subjects = new HashMap<>();
    private final Map<String, String> lastOfSeries = new HashMap<>();
    private final Map<String, Optional<Report>> read = new HashMap<>();
    private final Map<String, ReportAnchors> anchors = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Set<String>> proven = new HashMap<>();

    Office(EventLog log, Reports reports, LocalDate today, Terms terms, Supplier<Concepts> concepts, Parties parties) {
        this.log = log;
        this.reports = reports;
        this.today = today;
        this.terms = terms;
        this.concepts = concepts;
        this.parties = parties;
    }

    LocalDate today() {
        return today;
    }

    Terms terms() {
        return terms;
    }

    /// What problems are about; read when somebody asks.
    Concepts concepts() {
        return concepts.get();
    }

    Parties parties() {
        return parties;
    }

    Fields subject(String id) {
        return folded(id).fields();
    }

    /// How many events the subject has.
    long events(String id) {
        return folded(id).events();
    }

    /// One more event made the subject so.
    void becomes(String id, Fields fields) {
        subjects.put(id, new EventLog.Folded(fields, events(id) + 1));
        if (id.startsWith(Ids.ITEM) && !proven.isEmpty()) {
            fields.members("evidence")
                    .forEach(no -> proven.computeIfPresent(
                            fields.of("evidence." + no + ".sha256"), (_, items) -> with(items, id)));
        }
    }

    private static Set<String> with(Set<String> items, String id) {
        items.add(id);
        return items;
    }

    private EventLog.Folded folded(String id) {
        return subjects.computeIfAbsent(id, log::fold);
    }

    /// Whether it is one of the series and there.
    boolean exists(String id, String series) {
        return id.startsWith(series) && !subject(id).values().isEmpty();
    }

    /// The items that a file, by its hash, proves something of, in order; those that this batch adds are among them.
    Set<String> provenBy(String hash) {
        Set<String> items = new TreeSet<>();
        for (String id : proven.computeIfAbsent(hash, log::provenBy)) {
            Fields item = subject(id);
            boolean isProof = item.members("evidence").stream()
                    .anyMatch(no -> item.of("evidence." + no + ".sha256").equals(hash));
            if (isProof) {
                items.add(id);
            }
        }
        return items;
    }

    /// A new id of a series.
    String next(String series) {
        return lastOfSeries.compute(series, (_, last) -> Ids.next(series, last == null ? log.last(series) : last));
    }

    /// A report as it is now.
    Optional<Report> report(String id) {
        return read.computeIfAbsent(id, it -> it.isEmpty() ? Optional.empty() : reports.find(it));
    }

    /// The anchors of a report that was asked for.
    ReportAnchors anchors(Report report) {
        return anchors.computeIfAbsent(report.id(), _ -> ReportAnchors.of(report));
    }

    /// The id of an item that is about to be made.
    ///
    /// @throws gewu.api.WorkbenchException if unit or year is missing
    String newItem(Map<Input, String> in) {
        String unit = in.getOrDefault(Input.UNIT, "");
        String year = in.getOrDefault(Input.YEAR, "");
        if (unit.isEmpty() || year.isEmpty()) {
            throw Fault.usage("An item needs a unit and a year.", "Write --unit 水利局 --year 2024.");
        }
        return next(Ids.items(year, unit));
    }

    /// Where quoted words stand in a report, as parts of a source; nothing if the report is not there.
    Map<String, String> place(String id, String quote, String wantedStart) {
        Optional<Report> found = report(id);
        if (found.isEmpty()) {
            return Map.of();
        }
        Report report = found.get();
        int start = wantedStart.isEmpty() ? report.text().indexOf(quote) : Integer.parseInt(wantedStart);
        if (start < 0 || !report.text().startsWith(quote, start)) {
            return Map.of();
        }
        Map<String, String> place = new LinkedHashMap<>();
        place.put("version", Integer.toString(report.version()));
        place.put("start", Integer.toString(start));
        place.put("end", Integer.toString(start + quote.length()));
        place.put("page", Integer.toString(report.source().pageAt(start)));
        place.put("text_sha256", digest(report));
        place.put("anchor", anchors(report).at(start, start + quote.length()).toString());
        return place;
    }

    private String digest(Report report) {
        return digests.computeIfAbsent(
                report.id(),
                _ -> HexFormat.of()
                        .formatHex(Canon.sha256().digest(report.text().getBytes(StandardCharsets.UTF_8))));
    }
}
