package gewu.problems;

import gewu.api.Label;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Cause;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Findings.Strength;
import gewu.api.problem.StoredFindings;
import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Findings as people read them: a row for each problem and remedy that answers it, each cell leading to its sentence.
final class ProblemPanels {
    private ProblemPanels() {}

    static List<Panel.Row> rows(StoredFindings found, Problem problem) {
        Findings all = found.findings();
        List<Link> links = all.linksOf(problem);
        if (links.isEmpty()) {
            return List.of(row(found, problem, true).build(Label.same(""), Label.same("")));
        }
        List<Panel.Row> rows = new ArrayList<>();
        for (Link link : links) {
            Remedy remedy = all.remedy(link.remedy()).orElseThrow();
            Panel.Row row =
                    row(found, problem, rows.isEmpty()).build(Label.same(words(remedy.passage())), strength(link));
            rows.add(row.at(5, place(remedy.passage())));
        }
        return rows;
    }

    /// The first cells of a row; the problem's words stand in its first row only.
    private record Start(StoredFindings found, Problem problem, boolean first) {
        Panel.Row build(Label remedy, Label strength) {
            List<Cause> causes = found.findings().causesOf(problem);
            Panel.Row row = Panel.Row.of(
                    found.report(),
                    problem.id(),
                    first ? problem.category() : "",
                    first ? words(problem.passage()) : "",
                    first ? causes.stream().map(it -> words(it.passage())).collect(Collectors.joining("；")) : "",
                    remedy,
                    strength,
                    first ? marks(found.findings(), problem) : Label.same(""),
                    first ? Math.round(problem.confidence() * 100) + "%" : "");
            Panel.Row led = first ? row.at(3, place(problem.passage())) : row;
            return first && !causes.isEmpty()
                    ? led.at(4, place(causes.getFirst().passage()))
                    : led;
        }
    }

    private static Start row(StoredFindings found, Problem problem, boolean first) {
        return new Start(found, problem, first);
    }

    /// Remedies that answer no problem of their report.
    static List<Panel.Row> orphans(StoredFindings found) {
        return found.findings().orphans().stream()
                .map(it -> Panel.Row.of(
                                found.report(),
                                it.id(),
                                words(it.passage()),
                                kind(it.kind()),
                                it.kind() == Remedy.Kind.GENERAL
                                        ? new Label("措施空泛", "promises nothing of its own")
                                        : "")
                        .at(2, place(it.passage())))
                .toList();
    }

    /// What figures show, apart from what is said.
    static List<Panel.Row> shortfalls(String report, List<Shortfall> found) {
        return found.stream()
                .map(it -> Panel.Row.of(
                                report,
                                it.id(),
                                it.category(),
                                words(it.passage()),
                                it.why(),
                                it.stated().isEmpty()
                                        ? new Label("正文没有说", "not said")
                                        : new Label("正文另有 " + it.stated(), it.stated() + " is about it"),
                                Math.round(it.confidence() * 100) + "%")
                        .at(3, place(it.passage())))
                .toList();
    }

    private static Panel shortfallTable(List<Panel.Row> rows) {
        return new Panel.Table(
                new Label(
                        "数字显示的差距：" + rows.size() + " 处，待确认",
                        rows.size() + " shortfalls shown by figures alone, to be confirmed"),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.text("类别", "Category"),
                        Panel.Column.text("原文", "As written"),
                        Panel.Column.text("依据", "Why"),
                        Panel.Column.text("提示", "Marks"),
                        Panel.Column.number("把握", "Confidence")),
                rows);
    }

    static Panel panel(List<Panel.Row> rows, Beside beside, int all, int limit) {
        Panel problems = new Panel.Table(
                new Label(
                        all + " 个问题" + (all > limit ? "，显示前 " + limit + " 个（--limit）" : "") + "。都是建议，由人确认",
                        all + " problems" + (all > limit ? ", the first " + limit + " shown (--limit)" : "")
                                + "; all are proposals until a person decides"),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.text("类别", "Category"),
                        Panel.Column.text("问题", "Problem"),
                        Panel.Column.text("原因", "Cause"),
                        Panel.Column.text("措施", "Remedy"),
                        Panel.Column.text("对应", "Link"),
                        Panel.Column.text("提示", "Marks"),
                        Panel.Column.number("把握", "Confidence")),
                rows);
        List<Panel> panels = new ArrayList<>(List.of(problems));
        if (!beside.orphans().isEmpty()) {
            panels.add(orphanTable(beside.orphans()));
        }
        if (!beside.discrepancies().isEmpty()) {
            panels.add(discrepancyTable(beside.discrepancies()));
        }
        if (!beside.shortfalls().isEmpty()) {
            panels.add(shortfallTable(beside.shortfalls()));
        }
        return panels.size() == 1 ? problems : new Panel.Stack(panels);
    }

    /// Rows of the tables that stand below the problems.
    record Beside(List<Panel.Row> orphans, List<Panel.Row> discrepancies, List<Panel.Row> shortfalls) {}

    static Panel.Row row(StoredFindings found, Discrepancy it) {
        Passage other = it.places().getLast();
        return Panel.Row.of(
                        found.report(),
                        String.join("、", it.problems()),
                        discrepancy(it.kind()),
                        words(it.places().getFirst()),
                        words(other),
                        it.why())
                .at(3, place(it.places().getFirst()))
                .at(4, place(other));
    }

    private static Label discrepancy(Discrepancy.Kind kind) {
        return switch (kind) {
            case SETTLED_AGAIN -> new Label("称已整改又提出", "settled, and named again");
            case FULL_MARKS -> new Label("满分而有问题", "full marks, yet problems");
            case REPEATED -> new Label("上年已有", "named the year before");
        };
    }

    private static Panel discrepancyTable(List<Panel.Row> rows) {
        return new Panel.Table(
                new Label(
                        "说法不一：" + rows.size() + " 处，请核对",
                        rows.size() + " things that do not go together; please check"),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("问题", "Problems"),
                        Panel.Column.text("性质", "Kind"),
                        Panel.Column.text("此处", "Here"),
                        Panel.Column.text("彼处", "There"),
                        Panel.Column.text("依据", "Why")),
                rows);
    }

    private static Panel orphanTable(List<Panel.Row> orphans) {
        return new Panel.Table(
                new Label("有措施无问题：" + orphans.size() + " 条", orphans.size() + " remedies that answer no problem"),
                List.of(
                        Panel.Column.report("报告", "Report"),
                        Panel.Column.text("编号", "Id"),
                        Panel.Column.text("措施", "Remedy"),
                        Panel.Column.text("性质", "Kind"),
                        Panel.Column.text("提示", "Marks")),
                orphans);
    }

    static Label marks(Findings all, Problem problem) {
        List<Label> marks = new ArrayList<>();
        List<Link> links = all.linksOf(problem);
        if (links.isEmpty()) {
            marks.add(new Label("有问题无措施", "no remedy"));
        } else if (links.stream()
                .allMatch(it -> all.remedy(it.remedy()).orElseThrow().kind() == Remedy.Kind.GENERAL)) {
            marks.add(new Label("措施空泛", "remedies promise nothing of their own"));
        }
        if (problem.settled()) {
            marks.add(new Label("报告称已整改", "said to be settled"));
        }
        if (problem.scope() == Scope.PERIPHERAL) {
            marks.add(new Label("他处提到", "said elsewhere"));
        }
        if (problem.scope() == Scope.IMPLICIT) {
            marks.add(new Label("数字显示", "shown by a figure"));
        }
        Contradiction.in(all).stream()
                .filter(it -> it.open().equals(problem))
                .findFirst()
                .ifPresent(it -> marks.add(new Label(
                        "与 " + it.settled().id() + "“已整改”矛盾",
                        "contradicts " + it.settled().id())));
        if (problem.confidence() < 0.6) {
            marks.add(new Label("待确认", "to be confirmed"));
        }
        return new Label(
                marks.stream().map(Label::zh).collect(Collectors.joining("、")),
                marks.stream().map(Label::en).collect(Collectors.joining(", ")));
    }

    /// What a remedy is to the problem it answers.
    static Label answers(Link link) {
        return link.strength() == Strength.STRONG
                ? new Label("对应的措施", "Remedy")
                : new Label("部分对应的措施", "Remedy in part");
    }

    private static Label strength(Link link) {
        String score = " " + Math.round(link.score() * 100) + "%";
        return link.strength() == Strength.STRONG
                ? new Label("强" + score, "strong" + score)
                : new Label("弱" + score, "partial" + score);
    }

    static Label kind(Remedy.Kind kind) {
        return switch (kind) {
            case PLANNED -> new Label("计划", "planned");
            case TAKEN -> new Label("已采取", "taken");
            case GENERAL -> new Label("一般要求", "general");
            case ADVICE -> new Label("建议", "advice");
            case RESOLUTION_STATEMENT -> new Label("称已整改", "said to be settled");
        };
    }

    private static String words(Passage passage) {
        return CleanText.joined(passage.text());
    }

    private static Panel.Place place(Passage passage) {
        return new Panel.Place(passage.report(), passage.start());
    }
}
