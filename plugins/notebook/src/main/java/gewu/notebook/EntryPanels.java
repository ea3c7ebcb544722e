package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Shows the notebook to people.
final class EntryPanels {
    private final Reports reports;

    EntryPanels(Reports reports) {
        this.reports = reports;
    }

    /// All entries, or how to make one.
    static Panel table(List<Entry> all) {
        if (all.isEmpty()) {
            return Panel.Advice.way(
                    new Label(
                            "笔记本还是空的。把一次检索的结果冻结下来：gewu notebook keep 检索词",
                            "The notebook is empty. Freeze the result of a search: gewu notebook keep WORDS"),
                    new Label(
                            "笔记本还是空的。写一个检索式，把今天的结果冻结下来，以后对照。",
                            "The notebook is empty. Write a question and freeze its answer of today, to compare later."));
        }
        return new Panel.Table(
                new Label("检索笔记本", "Notebook"),
                List.of(
                        Panel.Column.number("编号", "No."),
                        Panel.Column.text("检索式", "Question"),
                        Panel.Column.number("报告", "Reports"),
                        Panel.Column.number("段落", "Paragraphs"),
                        Panel.Column.number("处", "Places"),
                        Panel.Column.text("冻结于", "Frozen"),
                        Panel.Column.text("说明", "Remark")),
                all.stream()
                        .map(it -> Panel.Row.of(
                                        it.number(),
                                        it.question().shown(),
                                        it.reports(),
                                        it.paragraphs(),
                                        it.occurrences(),
                                        KeptPanels.day(it.frozenAt()),
                                        it.remark())
                                .at(1, new Panel.Target("notebook", Map.of("entry", String.valueOf(it.number())))))
                        .toList());
    }

    static Label counts(Entry entry) {
        return new Label(
                entry.question().shown() + "，" + KeptPanels.day(entry.frozenAt()) + " 时有 " + entry.reports() + " 份报告、"
                        + entry.paragraphs() + " 个段落、" + entry.occurrences() + " 处",
                entry.question().shown() + ", on " + KeptPanels.day(entry.frozenAt()) + " "
                        + KeptPanels.count(entry.occurrences(), "place") + " in "
                        + KeptPanels.count(entry.paragraphs(), "paragraph") + " of "
                        + KeptPanels.count(entry.reports(), "report"));
    }

    static Label label(Difference.Kind kind) {
        return switch (kind) {
            case CAME -> new Label("新增", "came");
            case WENT -> new Label("消失", "went");
            case CHANGED -> new Label("改动", "changed");
            case LEFT -> new Label("不再命中", "no hit any more");
        };
    }

    /// The answer as it was.
    Panel entry(Entry entry, List<Kept> first, int limit) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(new Label(
                "第 " + entry.number() + " 条：" + counts(entry).zh() + "；理解为 " + entry.understood(),
                "Entry " + entry.number() + ": " + counts(entry).en() + "; understood as " + entry.understood())));
        if (!entry.remark().isEmpty()) {
            panels.add(new Panel.Text(entry.remark()));
        }
        panels.addAll(new KeptPanels(new PlaceFinder(reports)).paragraphs(first, limit));
        KeptPanels.more(
                        (int) entry.paragraphs(),
                        limit,
                        new Label("--limit N、--csv、--markdown", "--limit N, --csv, --markdown"))
                .ifPresent(panels::add);
        return new Panel.Stack(panels);
    }

    /// What has changed, at most so many paragraphs of each kind.
    Panel difference(Entry entry, Difference difference, int limit) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(new Label(
                "第 " + entry.number() + " 条：" + entry.question().shown() + "，自 " + KeptPanels.day(entry.frozenAt())
                        + " 以来",
                "Entry " + entry.number() + ": " + entry.question().shown() + ", since "
                        + KeptPanels.day(entry.frozenAt()))));
        panels.add(counts(entry, difference.now()));
        if (!entry.understood().equals(difference.now().understood())) {
            panels.add(KeptPanels.text(
                    "当时理解为 " + entry.understood() + "；现在理解为 " + difference.now().understood(),
                    "understood as " + entry.understood() + " then, as "
                            + difference.now().understood() + " now"));
        }
        for (Difference.Kind kind : Difference.Kind.values()) {
            add(kind, difference, limit, panels);
        }
        panels.add(KeptPanels.text(
                difference.differences().isEmpty() ? "没有变化。" : difference.unchanged() + " 段没有变化。",
                difference.differences().isEmpty() ? "Nothing has changed." : difference.unchanged() + " unchanged."));
        return new Panel.Stack(panels);
    }

    private void add(Difference.Kind kind, Difference difference, int limit, List<Panel> panels) {
        List<Difference.One> all = difference.differences().stream()
                .filter(it -> it.kind() == kind)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        panels.add(new Panel.Text(new Label(
                label(kind).zh() + " " + all.size() + " 段", label(kind).en() + ": " + all.size())));
        KeptPanels paragraphs = new KeptPanels(new PlaceFinder(reports));
        String report = "";
        for (Difference.One one : all.subList(0, Math.min(limit, all.size()))) {
            Kept any = one.before().or(one::after).orElseThrow();
            if (!any.anchor().report().equals(report)) {
                report = any.anchor().report();
                panels.add(new Panel.Text(KeptPanels.heading(any.title(), any.org(), any.year(), report)));
            }
            boolean isChange = kind == Difference.Kind.CHANGED;
            Label state = one.located().map(Located::shown).orElse(Label.same(""));
            one.before()
                    .ifPresent(it -> panels.add(paragraphs.paragraph(it, isChange ? new Label("当时", "then") : state)));
            one.after()
                    .ifPresent(it ->
                            panels.add(paragraphs.paragraph(it, isChange ? new Label("现在", "now") : Label.same(""))));
        }
        KeptPanels.more(all.size(), limit, new Label("--limit N、--csv", "--limit N, --csv"))
                .ifPresent(panels::add);
    }

    private static Panel counts(Entry entry, Difference.Counts now) {
        return new Panel.Table(
                Label.same(""),
                List.of(
                        Panel.Column.text("计数", "Count"),
                        Panel.Column.number("当时", "Then"),
                        Panel.Column.number("现在", "Now"),
                        Panel.Column.number("变化", "Change")),
                List.of(
                        count(new Label("报告", "Reports"), entry.reports(), now.reports()),
                        count(new Label("段落", "Paragraphs"), entry.paragraphs(), now.paragraphs()),
                        count(new Label("处", "Places"), entry.occurrences(), now.occurrences())));
    }

    private static Panel.Row count(Label what, long before, long now) {
        return Panel.Row.of(what, before, now, now == before ? "0" : KeptPanels.sign(now - before));
    }
}
