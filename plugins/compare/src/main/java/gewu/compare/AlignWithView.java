package gewu.compare;

import gewu.api.Label;
import gewu.api.report.OtherVersion;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which report another one is set beside: last year's of the same organisation first, then its other years, its
/// versions, and the organisations of the same year.
final class AlignWithView implements View {
    private static final int MOST = 200;
    private static final Label ANY = new Label("其他", "Another one");

    private final Reports reports;

    AlignWithView(Reports reports) {
        this.reports = reports;
    }

    /// A report that another one may be set beside, and why it may.
    private record Proposal(ReportSummary report, Label why) {}

    @Override
    public Panel show(Map<String, String> parameters) {
        Asked asked = new Asked(parameters);
        String words = asked.words("words");
        List<ReportSummary> all = reports.list(ReportFilter.ALL);
        if (asked.words("report").isEmpty()) {
            return Panel.Stack.of(
                    new Panel.Text(new Label("先选一份报告，再选与它对照的另一份。", "Choose a report first, then the one beside it.")),
                    first(all.stream().filter(it -> holds(it, words)).toList()));
        }
        ReportSummary one = reports.named(asked.words("report"));
        List<Proposal> proposals = proposals(one, all).stream()
                .filter(it -> holds(it.report(), words))
                .limit(MOST)
                .toList();
        if (proposals.isEmpty()) {
            return new Panel.Text(
                    all.size() == 1
                            ? new Label("工作区里只有这一份报告。", "This is the only report of the workspace.")
                            : new Label(
                                    "没有标题或单位含有“" + words + "”的报告。", "No title or organisation holds “" + words + "”."));
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(
                new Label("把《" + title(one) + "》与哪一份对照？", "Which report is to stand beside “" + title(one) + "”?")));
        if (words.isEmpty()) {
            panels.add(quick(one, proposals));
        }
        panels.add(table(one, proposals));
        return new Panel.Stack(panels);
    }

    private static boolean holds(ReportSummary report, String words) {
        return title(report).contains(words)
                || report.facts().org().contains(words)
                || report.facts().region().contains(words)
                || String.valueOf(report.facts().year()).equals(words);
    }

    private static String title(ReportSummary report) {
        return report.facts().title().isBlank() ? report.file() : report.facts().title();
    }

    /// The nearest first, none twice.
    private List<Proposal> proposals(ReportSummary one, List<ReportSummary> all) {
        ReportFacts facts = one.facts();
        Map<String, OtherVersion> versions = new LinkedHashMap<>();
        reports.versions(one.id()).forEach(it -> versions.put(it.report(), it));
        List<ReportSummary> others =
                all.stream().filter(it -> !it.id().equals(one.id())).toList();
        List<ReportSummary> own = others.stream()
                .filter(it -> !versions.containsKey(it.id()) && isOfSame(it.facts(), facts))
                .sorted(Comparator.comparingInt(it -> distance(it.facts().year(), facts.year())))
                .toList();
        List<ReportSummary> ofYear = others.stream()
                .filter(it -> facts.year() > 0 && it.facts().year() == facts.year() && !own.contains(it))
                .filter(it -> !versions.containsKey(it.id()))
                .sorted(Comparator.comparing((ReportSummary it) -> it.facts().kind() != facts.kind()))
                .toList();
        return Stream.of(
                        own.stream().map(it -> new Proposal(it, why(it.facts().year(), facts.year()))),
                        others.stream()
                                .flatMap(it -> Stream.ofNullable(versions.get(it.id()))
                                        .map(version -> new Proposal(it, why(version)))),
                        ofYear.stream().map(it -> new Proposal(it, new Label("同年度其他单位", "The same year elsewhere"))),
                        others.stream()
                                .filter(it ->
                                        !own.contains(it) && !ofYear.contains(it) && !versions.containsKey(it.id()))
                                .map(it -> new Proposal(it, ANY)))
                .flatMap(it -> it)
                .toList();
    }

    private static boolean isOfSame(ReportFacts one, ReportFacts other) {
        return !one.org().isEmpty()
                && one.org().equals(other.org())
                && one.region().equals(other.region())
                && one.kind() == other.kind();
    }

    /// Last year comes before next year, and what is nearer before what is farther.
    private static int distance(int year, int from) {
        return 2 * Math.abs(year - from) + (year > from ? 1 : 0);
    }

    private static Label why(int year, int from) {
        return switch (year - from) {
            case -1 -> new Label("本单位上一年度", "The year before");
            case 1 -> new Label("本单位下一年度", "The year behind");
            default -> new Label("本单位其他年度", "Another year");
        };
    }

    private static Label why(OtherVersion version) {
        return version.isOffered()
                ? new Label("可能是同一份报告", "May be the same report")
                : version.isNewer() ? new Label("较新版本", "A newer version") : new Label("较旧版本", "An older version");
    }

    /// The likeliest, one click away.
    private static Panel quick(ReportSummary one, List<Proposal> proposals) {
        Proposal nearest = proposals.getFirst();
        String name = Places.name(nearest.report().facts());
        return new Panel.Links(
                new Label("建议", "Proposed"),
                List.of(new Panel.Link(
                        new Label(
                                nearest.why().equals(ANY) ? name : nearest.why().zh() + "：" + name,
                                nearest.why().equals(ANY) ? name : nearest.why().en() + ": " + name),
                        beside(one, nearest.report()))));
    }

    private static Panel table(ReportSummary one, List<Proposal> proposals) {
        return new Panel.Table(
                Label.same(""),
                List.of(
                        Panel.Column.text("报告", "Report"),
                        Panel.Column.text("单位", "Organisation"),
                        Panel.Column.text("年度", "Year"),
                        Panel.Column.text("关系", "How they belong together")),
                proposals.stream()
                        .map(it -> Panel.Row.of(
                                        title(it.report()), it.report().facts().org(), year(it.report()), it.why())
                                .at(0, beside(one, it.report())))
                        .toList());
    }

    private static Panel first(List<ReportSummary> all) {
        List<Panel.Column> columns = List.of(
                Panel.Column.text("报告", "Report"),
                Panel.Column.text("单位", "Organisation"),
                Panel.Column.text("年度", "Year"));
        List<Panel.Row> rows = all.stream()
                .map(it -> Panel.Row.of(title(it), it.facts().org(), year(it))
                        .at(0, new Panel.Target("align-with", Map.of("report", it.id()))))
                .toList();
        return new Panel.Table(Label.same(""), columns, rows);
    }

    private static String year(ReportSummary report) {
        return report.facts().year() == 0 ? "" : String.valueOf(report.facts().year());
    }

    /// The earlier one on the left.
    private static Panel.Target beside(ReportSummary one, ReportSummary other) {
        Optional<ReportSummary> earlier = Stream.of(one, other)
                .filter(it -> it.facts().year() > 0)
                .min(Comparator.comparingInt((ReportSummary it) -> it.facts().year())
                        .thenComparing(ReportSummary::importedAt));
        boolean isOtherFirst = earlier.filter(it -> it.id().equals(other.id())).isPresent();
        return new Panel.Target(
                "align", Map.of("reports", isOtherFirst ? other.id() + " " + one.id() : one.id() + " " + other.id()));
    }
}
