package gewu.index;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.Section;
import gewu.api.report.SectionRole;
import gewu.api.report.SourceText;
import gewu.api.store.Change;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reports kept in memory, with a change log: all that the index asks of a store.
final class Shelves implements Store, Reports {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<String, Report> reports = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

    /// Keeps a text whose lines are its paragraphs.
    Report keep(String id, String text) {
        return keep(id, text, new ReportFacts("自评报告 " + id, "青石市信访局", "青石市", 2021, ReportKind.WHOLE_DEPARTMENT));
    }

    Report keep(String id, String text, ReportFacts facts) {
        int version = reports.containsKey(id) ? reports.get(id).version() + 1 : 1;
        Report report = cut(id, version, text, facts);
        reports.put(id, report);
        changed("report", id, version == 1 ? Change.Kind.ADDED : Change.Kind.UPDATED);
        return report;
    }

    void remove(String id) {
        reports.remove(id);
        changed("report", id, Change.Kind.REMOVED);
    }

    /// Cuts a text at its lines; a line that begins with `#` is a heading, and what follows stands in its section.
    static Report cut(String id, int version, String text, ReportFacts facts) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int stop = text.indexOf('\n', at);
            int end = stop < 0 ? text.length() : stop;
            if (!text.substring(at, end).isBlank()) {
                if (text.charAt(at) == '#') {
                    sections.add(section(sections.size() + 1, text, at, end));
                }
                paragraphs.add(new Paragraph(paragraphs.size() + 1, 1, sections.size(), at, end));
            }
            at = end + 1;
        }
        return new Report(id, version, facts, SourceText.onePage(text), paragraphs, sections);
    }

    private static Section section(int number, String text, int start, int end) {
        String heading = text.substring(start + 1, end);
        SectionRole role = heading.contains("问题") ? SectionRole.PROBLEMS : SectionRole.OVERVIEW;
        return new Section(number, 0, 1, "", heading, role, start, end, text.length(), 1);
    }

    @Override
    public List<ReportSummary> list(ReportFilter filter) {
        return reports.values().stream().map(Shelves::summary).toList();
    }

    private static ReportSummary summary(Report report) {
        return new ReportSummary(
                report.id(),
                report.version(),
                report.facts(),
                1,
                report.paragraphs().size(),
                report.text().length(),
                report.id() + ".txt",
                "text/plain",
                "",
                NOON);
    }

    @Override
    public Optional<Report> find(String id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public ReportSummary named(String words) {
        return summary(find(words).orElseThrow());
    }

    @Override
    public void changed(String subject, String id, Change.Kind kind) {
        changes.add(new Change(changes.size() + 1L, subject, id, kind, NOON));
    }

    @Override
    public List<Change> changesAfter(long sequence, int limit) {
        return changes.stream().skip(sequence).limit(limit).toList();
    }

    @Override
    public long lastChange() {
        return changes.size();
    }

    @Override
    public <T> List<T> query(String sql, Function<Row, T> row, @Nullable Object... arguments) {
        throw new UnsupportedOperationException(sql);
    }

    @Override
    public <T> Optional<T> first(String sql, Function<Row, T> row, @Nullable Object... arguments) {
        throw new UnsupportedOperationException(sql);
    }

    @Override
    public void forEach(String sql, Consumer<Row> row, @Nullable Object... arguments) {
        throw new UnsupportedOperationException(sql);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        throw new UnsupportedOperationException(sql);
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return work.run();
    }
}
