package gewu.problems;

import gewu.api.Label;
import gewu.api.problem.Findings;
import gewu.api.problem.Problems;
import gewu.api.problem.StoredFindings;
import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Passage;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One problem or remedy of a report: what it is about, why, and what belongs to it, each leading
/// to its sentence.
final class ProblemView implements View {
    private final Problems problems;

    ProblemView(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        String word = parameters.getOrDefault("problem", "").strip();
        int slash = word.indexOf('/');
        if (slash < 0) {
            return new Panel.Text(new Label(
                    "在报告里点一个“问题”或“措施”标记，或写它的编号，如 4517257875/P1。",
                    "Choose a sign of a problem or a remedy in a report, or write its id, such as 4517257875/P1."));
        }
        String id = word.substring(slash + 1);
        for (StoredFindings found : problems.of(word.substring(0, slash))) {
            Optional<Panel> shown = shown(found.findings(), id);
            if (shown.isPresent()) {
                return shown.get();
            }
        }
        return new Panel.Text(new Label("这份报告重读后不再有它。", "It is no longer found in its report."));
    }

    private static Optional<Panel> shown(Findings all, String id) {
        return all.problems().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> problem(all, it))
                .or(() -> all.remedy(id).map(it -> remedy(all, it)));
    }

    private static Panel problem(Findings all, Findings.Problem it) {
        List<Panel.Row> rows = new ArrayList<>();
        add(rows, new Label("类别", "Category"), it.category());
        rows.add(led(new Label("问题", "Problem"), it.passage()));
        it.more().forEach(more -> rows.add(led(new Label("说明", "More"), more)));
        all.causesOf(it).forEach(cause -> rows.add(led(new Label("原因", "Cause"), cause.passage())));
        List<Findings.Link> links = all.linksOf(it);
        links.forEach(link -> all.remedy(link.remedy())
                .ifPresent(remedy -> rows.add(led(ProblemPanels.answers(link), remedy.passage()))));
        if (links.isEmpty()) {
            rows.add(Panel.Row.of(new Label("措施", "Remedy"), new Label("没有找到对应的措施", "none answers it")));
        }
        if (it.settled()) {
            rows.add(Panel.Row.of(
                    new Label("状态", "State"), new Label("报告称已整改", "put right already, as the report says")));
        }
        rows.add(Panel.Row.of(new Label("把握", "Confidence"), Math.round(100 * it.confidence()) + "%"));
        add(rows, new Label("依据", "Why"), it.why());
        return table(new Label("问题 " + it.id(), "Problem " + it.id()), rows);
    }

    private static Panel remedy(Findings all, Findings.Remedy it) {
        List<Panel.Row> rows = new ArrayList<>();
        it.slogan().ifPresent(slogan -> rows.add(led(new Label("小标题", "Heading"), slogan)));
        rows.add(led(new Label("措施", "Remedy"), it.passage()));
        rows.add(Panel.Row.of(new Label("种类", "Kind"), ProblemPanels.kind(it.kind())));
        List<Findings.Problem> answered = all.links().stream()
                .filter(link -> link.remedy().equals(it.id()))
                .flatMap(link -> all.problems().stream().filter(one -> one.id().equals(link.problem())))
                .toList();
        answered.forEach(one -> rows.add(led(new Label("针对的问题", "Answers"), one.passage())));
        if (answered.isEmpty()) {
            rows.add(Panel.Row.of(new Label("针对的问题", "Answers"), new Label("没有找到", "no problem of this report")));
        }
        rows.add(Panel.Row.of(new Label("把握", "Confidence"), Math.round(100 * it.confidence()) + "%"));
        return table(new Label("措施 " + it.id(), "Remedy " + it.id()), rows);
    }

    private static Panel table(Label title, List<Panel.Row> rows) {
        return new Panel.Table(title, List.of(Panel.Column.text("项目", "What"), Panel.Column.text("内容", "Words")), rows);
    }

    private static void add(List<Panel.Row> rows, Label what, String words) {
        if (!words.isEmpty()) {
            rows.add(Panel.Row.of(what, words));
        }
    }

    private static Panel.Row led(Label what, Passage passage) {
        return Panel.Row.of(what, CleanText.joined(passage.text()))
                .at(
                        1,
                        new Panel.Place(
                                passage.report(), passage.start(), List.of(new Mark(passage.start(), passage.end()))));
    }
}
