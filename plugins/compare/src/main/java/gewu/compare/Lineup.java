package gewu.compare;

import gewu.api.WorkbenchException;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportKind;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which reports stand side by side, and which of them with which: the years of one organisation, each with the year
/// before; the organisations of one year, each with the first; or the reports that were named, each with the one
/// before.
///
/// @param left how many were left out because there are too many
record Lineup(Kind kind, List<ReportSummary> reports, int left) {
    /// Why they stand side by side.
    enum Kind {
        YEARS,
        ORGS,
        NAMED
    }

    private static final int FEW = 5;

    Lineup {
        reports = List.copyOf(reports);
    }

    /// The reports that were asked for.
    ///
    /// @param named words that mean a report each
    /// @param org   part of an organisation's name; empty for any
    /// @param years a year or a range; empty for any
    /// @param limit how many reports at most
    /// @throws WorkbenchException if fewer than two are meant, or several organisations over several years
    static Lineup of(Reports all, List<String> named, String org, String years, int limit) {
        YearRange range = years.isBlank() ? new YearRange(0, 0) : read(years);
        if (named.size() > 1) {
            List<ReportSummary> reports =
                    named.stream().map(all::named).distinct().toList();
            return checked(new Lineup(Kind.NAMED, reports, 0), org);
        }
        if (named.size() == 1) {
            ReportSummary one = all.named(named.getFirst());
            List<ReportSummary> ofOrg = all.list(filter(one.facts().org(), range)).stream()
                    .filter(it -> it.facts().org().equals(one.facts().org())
                            && it.facts().region().equals(one.facts().region())
                            && it.facts().kind() == one.facts().kind())
                    .toList();
            return checked(overYears(all, ofOrg, limit), one.facts().org());
        }
        if (org.isBlank() && years.isBlank()) {
            throw usage(
                    "Nothing says which reports to set side by side.",
                    "Name two reports, or give --org for the years of an organisation, or --year for the organisations of a year.");
        }
        List<ReportSummary> meant = all.list(filter(org, range));
        List<String> orgs = meant.stream().map(Lineup::orgOf).distinct().toList();
        if (range.first() > 0 && range.first() == range.last()) {
            return checked(overOrgs(all, meant, limit), org);
        }
        if (orgs.size() > 1) {
            throw usage(
                    "“" + (org.isBlank() ? years : org) + "” means " + orgs.size()
                            + " organisations over several years: "
                            + orgs.stream().limit(FEW).collect(Collectors.joining(", "))
                            + (orgs.size() > FEW ? " …" : "") + ".",
                    "Write more of the organisation's name, or one year only, such as --year 2021.");
        }
        return checked(overYears(all, meant, limit), org);
    }

    private static ReportFilter filter(String org, YearRange range) {
        return new ReportFilter(org, range.first(), range.last(), Optional.empty());
    }

    private static YearRange read(String years) {
        YearRange range = YearRange.read(years)
                .orElseThrow(() -> usage(
                        "“" + years + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        return range.isBackwards() ? range.turned() : range;
    }

    private static Lineup overYears(Reports all, List<ReportSummary> meant, int limit) {
        List<ReportSummary> byYear = newest(all, meant).stream()
                .sorted(Comparator.comparingInt((ReportSummary it) -> it.facts().year())
                        .thenComparing(ReportSummary::id))
                .toList();
        int left = Math.max(0, byYear.size() - limit);
        return new Lineup(Kind.YEARS, byYear.subList(left, byYear.size()), left);
    }

    private static Lineup overOrgs(Reports all, List<ReportSummary> meant, int limit) {
        List<ReportSummary> newest = ofOneKind(newest(all, meant));
        return new Lineup(
                Kind.ORGS, newest.subList(0, Math.min(limit, newest.size())), Math.max(0, newest.size() - limit));
    }

    /// Those of the kind that most of them are: a project's report beside a whole department's tells nothing.
    private static List<ReportSummary> ofOneKind(List<ReportSummary> meant) {
        Map<ReportKind, Long> counts = meant.stream()
                .collect(Collectors.groupingBy(it -> it.facts().kind(), TreeMap::new, Collectors.counting()));
        Optional<ReportKind> most = counts.entrySet().stream()
                .max(Map.Entry.<ReportKind, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
        return meant.stream()
                .filter(it -> most.filter(kind -> kind == it.facts().kind()).isPresent())
                .toList();
    }

    /// Without those of which people accepted a newer version.
    private static List<ReportSummary> newest(Reports all, List<ReportSummary> meant) {
        return meant.stream()
                .filter(it -> all.versions(it.id()).stream().noneMatch(other -> !other.isOffered() && other.isNewer()))
                .toList();
    }

    private static Lineup checked(Lineup lineup, String words) {
        if (lineup.reports.size() < 2) {
            throw new WorkbenchException(
                    "There " + (lineup.reports.isEmpty() ? "is no report" : "is only one report")
                            + (words.isBlank() ? "" : " of “" + words + "”") + " to set side by side.",
                    "gewu reports lists what is there; import the other years, or name two reports.");
        }
        return lineup;
    }

    private static String orgOf(ReportSummary report) {
        return report.facts().org().isEmpty()
                ? report.facts().title()
                : report.facts().org();
    }

    /// Those that are compared: the former and the latter.
    List<Couple> couples() {
        List<Couple> couples = new ArrayList<>();
        for (int i = 1; i < reports.size(); i++) {
            couples.add(new Couple(reports.get(kind == Kind.ORGS ? 0 : i - 1), reports.get(i)));
        }
        return couples;
    }

    /// Two reports side by side.
    record Couple(ReportSummary before, ReportSummary after) {}

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
