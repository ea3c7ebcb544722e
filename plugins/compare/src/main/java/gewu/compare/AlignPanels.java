package gewu.compare;

import gewu.api.Label;
import gewu.api.report.Mark;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows people two reports side by side: the counts first, then section by section what differs.
final class AlignPanels {
    private AlignPanels() {}

    /// What stands side by side, and why.
    static Panel head(Lineup lineup, String section) {
        String part = section.isBlank() ? "" : "“" + section + "”";
        int count = lineup.reports().size();
        Label what = switch (lineup.kind()) {
            case YEARS ->
                new Label(
                        "同一单位 " + count + " 个年度，逐年对照" + part,
                        count + " years of one organisation, each with the one before " + part);
            case ORGS ->
                new Label(
                        "同一年度 " + count + " 个单位，都与第一个对照" + part,
                        count + " organisations of one year, each with the first " + part);
            case NAMED -> new Label(count + " 份报告，依次对照" + part, count + " reports, each with the one before " + part);
        };
        Label left = lineup.left() == 0
                ? Label.same("")
                : new Label(
                        "；另有 " + lineup.left() + " 份未列入（--limit 可放宽）",
                        "; " + lineup.left() + " more were left out (--limit)");
        return new Panel.Text(new Label(what.zh() + left.zh(), what.en().strip() + left.en()));
    }

    /// How much differs, couple by couple.
    static Panel counts(List<SideBySide.Aligned> couples) {
        return new Panel.Table(
                new Label("对照一览", "At a glance"),
                List.of(
                        Panel.Column.text("前", "Before"),
                        Panel.Column.text("后", "After"),
                        Panel.Column.number("一字未改", "Same"),
                        Panel.Column.number("只改数字", "Figures only"),
                        Panel.Column.number("文字有改动", "Words"),
                        Panel.Column.number("移了位置", "Moved"),
                        Panel.Column.number("仅前者有", "Only former"),
                        Panel.Column.number("仅后者有", "Only latter")),
                couples.stream()
                        .map(it -> Panel.Row.of(
                                Places.name(it.before().facts()),
                                Places.name(it.after().facts()),
                                it.count(Difference.Kind.SAME),
                                it.count(Difference.Kind.FIGURES),
                                it.count(Difference.Kind.WORDS),
                                it.moved(),
                                it.gone(),
                                it.added()))
                        .toList());
    }

    /// One couple, what differs.
    static Panel couple(SideBySide.Aligned couple) {
        String before = Places.name(couple.before().facts());
        String after = Places.name(couple.after().facts());
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text("━━ " + before + " ↔ " + after));
        for (Alignment.Matched section : couple.sections()) {
            List<Panel> differing = section.rows().stream()
                    .flatMap(it -> of(it, before, after).stream())
                    .toList();
            if (!differing.isEmpty()) {
                panels.add(new Panel.Text(
                        section.heading().isEmpty()
                                ? new Label("▍标题之前", "▍before the first heading")
                                : Label.same("▍" + section.heading())));
                panels.addAll(differing);
            }
        }
        if (couple.sections().isEmpty()) {
            panels.add(new Panel.Text(new Label("两份报告都没有这一章节。", "Neither report has this section.")));
        } else if (panels.size() == 1) {
            panels.add(new Panel.Text(new Label("没有差别。", "No difference.")));
        }
        return new Panel.Stack(panels);
    }

    /// One couple, all of it, one beside the other.
    static Panel beside(SideBySide.Aligned couple) {
        List<Panel.Couple> lines = new ArrayList<>();
        for (Alignment.Matched section : couple.sections()) {
            Label heading = section.heading().isEmpty()
                    ? new Label("标题之前", "Before the first heading")
                    : Label.same(section.heading());
            for (Alignment.Row row : section.rows()) {
                lines.add(line(lines.isEmpty() || row == section.rows().getFirst() ? heading : Label.same(""), row));
            }
        }
        return lines.isEmpty()
                ? new Panel.Text(new Label("两份报告都没有这一章节。", "Neither report has this section."))
                : new Panel.SideBySide(
                        Label.same(""),
                        Label.same(Places.name(couple.before().facts())),
                        Label.same(Places.name(couple.after().facts())),
                        lines);
    }

    private static Panel.Couple line(Label heading, Alignment.Row row) {
        return switch (row) {
            case Alignment.Row.Both(var it, var _) ->
                new Panel.Couple(heading, change(it.kind()), Label.same(""), left(it), right(it));
            case Alignment.Row.Away(var it) ->
                new Panel.Couple(
                        heading,
                        Panel.Change.MOVED,
                        elsewhere(it.after(), "移到", "moved to"),
                        left(it),
                        Optional.empty());
            case Alignment.Row.Moved(var it, var _) ->
                new Panel.Couple(
                        heading, Panel.Change.MOVED, elsewhere(it.before(), "原在", "was"), Optional.empty(), right(it));
            case Alignment.Row.Gone(var it) ->
                new Panel.Couple(
                        heading,
                        Panel.Change.GONE,
                        Label.same(""),
                        Optional.of(paragraph(it, whole(it))),
                        Optional.empty());
            case Alignment.Row.New(var it) ->
                new Panel.Couple(
                        heading,
                        Panel.Change.NEW,
                        Label.same(""),
                        Optional.empty(),
                        Optional.of(paragraph(it, whole(it))));
        };
    }

    private static Panel.Change change(Difference.Kind kind) {
        return switch (kind) {
            case SAME -> Panel.Change.SAME;
            case FIGURES -> Panel.Change.FIGURES;
            case WORDS -> Panel.Change.WORDS;
        };
    }

    private static Optional<Panel.Document> left(Difference it) {
        return Optional.of(paragraph(it.before(), it.marks(true)));
    }

    private static Optional<Panel.Document> right(Difference it) {
        return Optional.of(paragraph(it.after(), it.marks(false)));
    }

    private static List<Mark> whole(Wording it) {
        return it.size() == 0 ? List.of() : List.of(new Mark(it.start(0), it.end(it.size())));
    }

    private static Panel.Document paragraph(Wording wording, List<Mark> marks) {
        int page = wording.paragraph().page();
        int number = wording.paragraph().number();
        return DifferencePanels.document(
                new Label("第 " + page + " 页第 " + number + " 段", "page " + page + ", paragraph " + number),
                wording,
                marks);
    }

    private static Label elsewhere(Wording there, String zh, String en) {
        int number = there.paragraph().number();
        return new Label(zh + "第 " + number + " 段", en + " paragraph " + number);
    }

    private static List<Panel> of(Alignment.Row row, String before, String after) {
        return switch (row) {
            case Alignment.Row.Both both ->
                both.difference().kind() == Difference.Kind.SAME
                        ? List.of()
                        : DifferencePanels.of(both.difference(), before, after);
            case Alignment.Row.Moved(var difference, var _) ->
                List.of(DifferencePanels.differing(head(after, difference.after(), "移了位置", "moved"), difference));
            case Alignment.Row.Away _ -> List.of();
            case Alignment.Row.Gone(var wording) ->
                List.of(DifferencePanels.document(
                        head(before, wording, "仅前者有", "only in the former"), wording, List.of()));
            case Alignment.Row.New(var wording) ->
                List.of(DifferencePanels.document(
                        head(after, wording, "仅后者有", "only in the latter"), wording, List.of()));
        };
    }

    private static Label head(String name, Wording wording, String zh, String en) {
        Label place = Places.place(wording.report(), wording.paragraph());
        return new Label(name + " · " + place.zh() + " · " + zh, name + " · " + place.en() + " · " + en);
    }
}
