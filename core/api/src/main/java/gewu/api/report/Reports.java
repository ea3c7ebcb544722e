package gewu.api.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the reports of the workspace. Always the newest version. Safe for all threads.
public interface Reports {
    /// The reports that `filter` keeps, by organisation, year and id.
    List<ReportSummary> list(ReportFilter filter);

    /// Some of those that `filter` keeps, in the same order.
    ///
    /// @param from how many to leave out at the beginning
    /// @param most how many to give at the most
    default List<ReportSummary> list(ReportFilter filter, long from, int most) {
        return list(filter).stream().skip(from).limit(most).toList();
    }

    /// What is known of the reports with these ids, in one question; in no order, and without those that are no ids.
    default List<ReportSummary> known(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(ReportFilter.ALL).stream()
                        .filter(it -> ids.contains(it.id()))
                        .toList();
    }

    /// How many reports `filter` keeps, without reading them.
    default ReportCount count(ReportFilter filter) {
        List<ReportSummary> all = list(filter);
        return new ReportCount(
                all.size(),
                all.stream()
                        .map(it -> it.facts().org())
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .count());
    }

    /// The report with exactly this id.
    Optional<Report> find(String id);

    /// How a page of a report looks: where its words stand.
    ///
    /// @param page from 1
    /// @return empty for a page of a file that flows, such as Word and web pages, and for one that is not there
    Optional<PageLook> look(String report, int page);

    /// The words of a report that a recogniser is not sure of, in reading order. Quicker than the whole report.
    default List<Doubt> doubts(String report) {
        return find(report).map(it -> it.source().doubts()).orElse(List.of());
    }

    /// What is known about a report, and why, in the order of [Fact.Field]; what nothing supports is left out.
    default List<Fact> facts(String report) {
        return List.of();
    }

    /// The other versions of a report, as people accepted them, oldest first; behind them those that look
    /// like one and wait for a person's word. All of them are reports of their own, and stay.
    default List<OtherVersion> versions(String report) {
        return List.of();
    }

    /// The one report that `words` mean: an id, the beginning of an id, a file name, part of a title,
    /// or of its organisation and year such as `衡阳市信访局2024`.
    ///
    /// @throws gewu.api.WorkbenchException if none or several are meant; it names the nearest ones
    ReportSummary named(String words);
}
