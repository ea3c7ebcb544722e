package gewu.metrics.audit;

import gewu.api.WorkbenchException;
import gewu.api.metric.Check;
import gewu.api.metric.Metric;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.report.YearRange;
import gewu.metrics.Packs;
import gewu.metrics.correct.CorrectedMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Audits the reports that are asked for, one after another; no more than two are in memory at a time.
final class Audits {
    /// Which reports, and which of their checks.
    ///
    /// @param words option or parameter by name, empty when not given
    record Asked(Function<String, String> words) {
        String report() {
            return words.apply("report");
        }

        boolean keeps(Check check) {
            return isAny("verdict", Check.Verdict.values(), Check.Verdict::id, check.verdict())
                    && isAny("kind", Check.Kind.values(), Check.Kind::id, check.kind())
                    && isAny("severity", Check.Severity.values(), Check.Severity::id, check.severity());
        }

        /// Fails early on a word that nothing is called.
        void prove() {
            one("verdict", Check.Verdict.values(), Check.Verdict::id);
            one("kind", Check.Kind.values(), Check.Kind::id);
            one("severity", Check.Severity.values(), Check.Severity::id);
        }

        private <T> boolean isAny(String name, T[] all, Function<T, String> id, T mine) {
            return one(name, all, id).map(mine::equals).orElse(true);
        }

        private <T> Optional<T> one(String name, T[] all, Function<T, String> id) {
            String wanted = words.apply(name).strip().replace('_', ' ').replace('-', ' ');
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            for (T it : all) {
                if (id.apply(it).replace('_', ' ').equals(wanted)) {
                    return Optional.of(it);
                }
            }
            List<String> known =
                    Arrays.stream(all).map(id).filter(it -> !it.isEmpty()).toList();
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "“" + wanted + "” is no " + name + " of a check.",
                    "Known: " + String.join(", ", known) + ".");
        }
    }

    /// A report and those of its checks that are asked for.
    record Audited(Report report, List<Check> checks) {}

    private record Read(Report report, List<Metric> metrics) {}

    private final Reports reports;
    private final CorrectedMetrics metrics;
    private final Packs packs;

    Audits(Reports reports, CorrectedMetrics metrics, Packs packs) {
        this.reports = reports;
        this.metrics = metrics;
        this.packs = packs;
    }

    /// The one place where figures come from.
    private Read read(Report report) {
        return new Read(report, metrics.of(report.id()));
    }

    /// The reports one by one, each audited when it is asked for.
    ///
    /// @throws WorkbenchException at once, if a word of the question is not known
    Stream<Audited> of(Asked asked) {
        return of(asked, meant(asked));
    }

    /// The same for reports that are at hand.
    Stream<Audited> of(Asked asked, List<ReportSummary> meant) {
        asked.prove();
        Walk walk = new Walk(new Audit(packs.pack()), asked);
        return meant.stream()
                .map(it -> reports.find(it.id()))
                .flatMap(Optional::stream)
                .map(walk::next);
    }

    /// Goes through reports one by one, the last one at hand in case it is that of the year before.
    private final class Walk {
        private final Audit audit;
        private final Asked asked;
        private Optional<Read> before = Optional.empty();

        Walk(Audit audit, Asked asked) {
            this.audit = audit;
            this.asked = asked;
        }

        Audited next(Report report) {
            Read now = read(report);
            List<Check> checks = new ArrayList<>(audit.of(now.report(), now.metrics()));
            Optional<Read> last =
                    before.filter(it -> isYearBefore(it.report(), now.report())).or(() -> yearBefore(now.report()));
            last.ifPresent(it -> checks.addAll(audit.between(now.report(), now.metrics(), it.report(), it.metrics())));
            before = Optional.of(now);
            return new Audited(
                    now.report(), checks.stream().filter(asked::keeps).toList());
        }
    }

    /// The reports that are asked for.
    List<ReportSummary> meant(Asked asked) {
        asked.prove();
        if (!asked.report().isBlank()) {
            return List.of(reports.named(asked.report()));
        }
        String year = asked.words().apply("year");
        YearRange years = year.isBlank() ? new YearRange(0, 0) : years(year);
        return reports.list(
                new ReportFilter(asked.words().apply("org"), years.first(), years.last(), Optional.empty()));
    }

    private static YearRange years(String words) {
        YearRange range = YearRange.read(words)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        return range.isBackwards() ? range.turned() : range;
    }

    private static boolean isYearBefore(Report before, Report now) {
        return !now.facts().org().isEmpty()
                && before.facts().org().equals(now.facts().org())
                && before.facts().kind() == now.facts().kind()
                && before.facts().year() == now.facts().year() - 1;
    }

    private Optional<Read> yearBefore(Report now) {
        int year = now.facts().year() - 1;
        if (year <= 0 || now.facts().org().isEmpty()) {
            return Optional.empty();
        }
        return reports
                .list(new ReportFilter(
                        now.facts().org(), year, year, Optional.of(now.facts().kind())))
                .stream()
                .filter(it -> it.facts().org().equals(now.facts().org()))
                .findFirst()
                .flatMap(it -> reports.find(it.id()))
                .map(this::read);
    }
}
