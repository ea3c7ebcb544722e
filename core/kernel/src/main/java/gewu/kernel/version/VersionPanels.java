package gewu.kernel.version;

import gewu.api.Label;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportSummary;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Offers, chains and changes, as people see them.
final class VersionPanels {
    private static final int BASIS_POINTS_OF_A_PERCENT = 100;

    private VersionPanels() {}

    /// @param byId all reports, by id
    static Panel list(List<VersionOffer> offers, List<VersionChains.Chain> chains, Map<String, ReportSummary> byId) {
        List<Panel> panels = new ArrayList<>();
        if (!offers.isEmpty()) {
            panels.add(offers(offers, byId));
        }
        if (!chains.isEmpty()) {
            panels.add(chains(chains, byId));
        }
        boolean isOpen = offers.stream().anyMatch(it -> it.state() == VersionOffer.State.OFFERED);
        panels.add(new Panel.Text(
                isOpen
                        ? new Label(
                                "看改了什么：gewu versions diff 旧 新；是新版本：gewu versions accept 旧 新；不是：gewu versions decline 旧 新",
                                "See what changed: gewu versions diff OLD NEW; it is a new version: gewu versions accept OLD NEW; it"
                                        + " is not: gewu versions decline OLD NEW")
                        : new Label("没有待确认的新版本。", "No new version waits for your word.")));
        return new Panel.Stack(panels);
    }

    private static Panel offers(List<VersionOffer> offers, Map<String, ReportSummary> byId) {
        return new Panel.Table(
                new Label("可能是同一份报告", "May be the same report"),
                List.of(
                        Panel.Column.text("状态", "State"),
                        Panel.Column.report("旧", "Old"),
                        Panel.Column.report("新", "New"),
                        Panel.Column.number("相同", "Alike"),
                        Panel.Column.text("说明", "Remark"),
                        Panel.Column.text("文件", "Files")),
                offers.stream()
                        .map(it -> Panel.Row.of(
                                it.state().label(),
                                it.older(),
                                it.newer(),
                                percent(it),
                                remark(it),
                                file(it.older(), byId) + " → " + file(it.newer(), byId)))
                        .toList());
    }

    private static Panel chains(List<VersionChains.Chain> chains, Map<String, ReportSummary> byId) {
        return new Panel.Table(
                new Label("同一份报告的各版本", "Versions of one report"),
                List.of(
                        Panel.Column.report("最新", "Newest"),
                        Panel.Column.report("此前", "Before it"),
                        Panel.Column.text("标题", "Title")),
                chains.stream()
                        .map(it -> Panel.Row.of(
                                it.newest(),
                                String.join(
                                        " → ",
                                        it.reports().subList(0, it.reports().size() - 1)),
                                Optional.ofNullable(byId.get(it.newest()))
                                        .map(report -> report.facts().title())
                                        .orElse("")))
                        .toList());
    }

    static String percent(VersionOffer offer) {
        return offer.likeness() / BASIS_POINTS_OF_A_PERCENT + "%";
    }

    static Label remark(VersionOffer offer) {
        Label doubts = Doubt.told(offer.doubts());
        Label words =
                offer.isSameWords() ? new Label("字句相同，只是文件不同", "the same words in another file") : new Label("", "");
        if (offer.doubts().isEmpty()) {
            return words;
        }
        boolean isBoth = offer.isSameWords();
        return new Label(
                words.zh() + (isBoth ? "；" : "") + "不确定：" + doubts.zh(),
                words.en() + (isBoth ? "; " : "") + "uncertain: " + doubts.en());
    }

    private static String file(String report, Map<String, ReportSummary> byId) {
        return Optional.ofNullable(byId.get(report)).map(ReportSummary::file).orElse("");
    }

    /// What changed from `before` to `after`: the figures first, then the words.
    static Panel changes(Report before, Report after, Comparison comparison) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(summary(before, after, comparison)));
        if (!comparison.figures().isEmpty()) {
            panels.add(figures(comparison.figures()));
        }
        for (Comparison.Change change : comparison.changes()) {
            change.before().forEach(it -> panels.add(piece(before, it, head(change, it, false))));
            change.after().forEach(it -> panels.add(piece(after, it, head(change, it, true))));
        }
        return new Panel.Stack(panels);
    }

    /// The same, one beside the other.
    static Panel beside(Report before, Report after, Comparison comparison) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(summary(before, after, comparison)));
        if (!comparison.figures().isEmpty()) {
            panels.add(figures(comparison.figures()));
        }
        if (!comparison.changes().isEmpty()) {
            panels.add(new Panel.SideBySide(
                    Label.same(""),
                    new Label("旧：" + name(before), "Older: " + name(before)),
                    new Label("新：" + name(after), "Newer: " + name(after)),
                    comparison.changes().stream()
                            .flatMap(it -> lines(before, after, it).stream())
                            .toList()));
        }
        return new Panel.Stack(panels);
    }

    /// Piece beside piece; what one side has more of stands alone.
    private static List<Panel.Couple> lines(Report before, Report after, Comparison.Change change) {
        List<Panel.Couple> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(change.before().size(), change.after().size()); i++) {
            Optional<Panel.Document> left =
                    change.before().stream().skip(i).findFirst().map(it -> piece(before, it, page(it)));
            Optional<Panel.Document> right =
                    change.after().stream().skip(i).findFirst().map(it -> piece(after, it, page(it)));
            Panel.Change kind =
                    left.isEmpty() ? Panel.Change.NEW : right.isEmpty() ? Panel.Change.GONE : Panel.Change.WORDS;
            lines.add(new Panel.Couple(Label.same(""), kind, Label.same(""), left, right));
        }
        return lines;
    }

    private static Label page(Comparison.Piece piece) {
        int page = piece.passage().page();
        return new Label("第 " + page + " 页", "page " + page);
    }

    private static Label summary(Report before, Report after, Comparison comparison) {
        Map<Comparison.Kind, Long> counts = comparison.changes().stream()
                .collect(Collectors.groupingBy(Comparison.Change::kind, Collectors.counting()));
        long changed = counts.getOrDefault(Comparison.Kind.CHANGED, 0L);
        long added = counts.getOrDefault(Comparison.Kind.ADDED, 0L);
        long removed = counts.getOrDefault(Comparison.Kind.REMOVED, 0L);
        String zh = name(before) + " → " + name(after) + "\n";
        if (comparison.changes().isEmpty()) {
            return new Label(zh + "字句完全相同，只是文件不同。", zh + "The words are the same; only the files differ.");
        }
        int figures = comparison.figures().size();
        return new Label(
                zh + "数字改动 " + figures + " 处，文字改动 " + changed + " 处，新增 " + added + " 处，删去 " + removed + " 处。",
                zh + figures + " figures changed; words changed in " + changed + " places, added in " + added
                        + ", taken out in " + removed + ".");
    }

    private static String name(Report report) {
        return nameOf(report) + " " + report.facts().title();
    }

    /// The id, with the version where a file was read more than once.
    static String nameOf(Report report) {
        return report.version() == 1 ? report.id() : report.id() + "@" + report.version();
    }

    private static Panel figures(List<Comparison.Figure> figures) {
        return new Panel.Table(
                new Label("数字", "Figures"),
                List.of(
                        Panel.Column.text("位置", "About"),
                        Panel.Column.number("原为", "Before"),
                        Panel.Column.number("改为", "Now"),
                        Panel.Column.number("页", "Page")),
                figures.stream()
                        .map(it -> Panel.Row.of(
                                it.about(),
                                written(it.before()),
                                written(it.after()),
                                it.after().or(it::before).map(Passage::page).orElse(1)))
                        .toList());
    }

    private static String written(Optional<Passage> figure) {
        return figure.map(it -> it.text().replaceAll("\\s+", "")).orElse("—");
    }

    private static Label head(Comparison.Change change, Comparison.Piece piece, boolean isNew) {
        int page = piece.passage().page();
        Label did = switch (change.kind()) {
            case CHANGED -> isNew ? new Label("改为", "now") : new Label("原为", "before");
            case ADDED -> new Label("新增", "added");
            case REMOVED -> new Label("删去", "taken out");
        };
        return new Label(did.zh() + "，第 " + page + " 页", did.en() + ", page " + page);
    }

    private static Panel.Document piece(Report report, Comparison.Piece piece, Label head) {
        Passage passage = piece.passage();
        return new Panel.Document(
                head,
                report.id(),
                passage.start(),
                passage.text(),
                piece.marks(),
                report.source().doubts(passage.start(), passage.end()));
    }
}
