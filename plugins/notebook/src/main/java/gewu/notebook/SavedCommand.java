package gewu.notebook;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.search.SearchAnswer;
import gewu.api.store.Store;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// `gewu saved`: questions under a name.
final class SavedCommand implements Command {
    private static final int HITS_FOR_PEOPLE = 10;

    private final SavedSearchTable searches;
    private final AlertBook alerts;
    private final HitReader hits;
    private final Reports reports;

    SavedCommand(Store store, Reports reports, ReportSearch search, Clock clock) {
        this.searches = new SavedSearchTable(store, clock);
        this.alerts = new AlertBook(store, reports, search, clock);
        this.hits = new HitReader(search);
        this.reports = reports;
    }

    @Override
    public Exit run(CommandCall call, Output output) {
        Words words = Words.of(call);
        switch (words.action()) {
            case "list" -> list(output);
            case "add" -> {
                String name = words.next("a name", "gewu saved add 三公 三公经费 --year 2021..2023");
                SavedSearch saved = alerts.save(name, Question.of(words.rest(), call), output.progress());
                output.row(row(saved));
                String zh = "已保存“" + name + "”：" + saved.question().shown() + "。";
                String en = "Saved “" + name + "”: " + saved.question().shown() + ".";
                output.show(Panel.Advice.way(
                        new Label(
                                zh + "以后导入的新命中由 gewu alerts 提醒一次。",
                                en + " gewu alerts tells new hits of later imports once."),
                        new Label(zh + "以后导入的新命中会提醒一次。", en + " New hits of later imports are told once."),
                        new Panel.Link(new Label("保存的检索", "Saved searches"), new Panel.Target("saved"))));
            }
            case "run" -> ask(searches.named(words.last("a name", "gewu saved run 三公")), call, output);
            case "rename" -> {
                String from = words.next("a name", "gewu saved rename 三公 三公经费");
                SavedSearch saved = searches.rename(from, words.last("the new name", "gewu saved rename 三公 三公经费"));
                output.row(row(saved));
                output.show(KeptPanels.text(
                        "“" + from + "”现名“" + saved.name() + "”。", "“" + from + "” is now “" + saved.name() + "”."));
            }
            case "remove" -> {
                SavedSearch removed = searches.remove(words.last("a name", "gewu saved remove 三公"));
                output.row(row(removed));
                output.show(KeptPanels.removed(
                        "已删除“" + removed.name() + "”。",
                        "Removed “" + removed.name() + "”.",
                        "saved restore",
                        removed.name()));
            }
            case "restore" -> {
                SavedSearch restored = searches.restore(words.last("a name", "gewu saved restore 三公"));
                output.row(row(restored));
                output.show(KeptPanels.text("已恢复“" + restored.name() + "”。", "“" + restored.name() + "” is back."));
            }
            default -> throw words.unknown(List.of("list", "add", "run", "rename", "remove", "restore"));
        }
        return Exit.DONE;
    }

    private void list(Output output) {
        List<SavedSearch> all = searches.list();
        all.forEach(it -> output.row(row(it).with("is_behind", alerts.isBehind(it))));
        output.show(table(all, alerts));
    }

    /// The saved searches, or how to make one.
    static Panel table(List<SavedSearch> all, AlertBook alerts) {
        if (all.isEmpty()) {
            return Panel.Advice.way(
                    new Label(
                            "还没有保存检索。保存：gewu saved add 名称 检索词",
                            "No search is saved yet. Save one: gewu saved add NAME WORDS"),
                    new Label("还没有保存检索。", "No search is saved yet."));
        }
        return new Panel.Table(
                new Label("保存的检索", "Saved searches"),
                List.of(
                        Panel.Column.text("名称", "Name"),
                        Panel.Column.text("检索式", "Question"),
                        Panel.Column.text("保存于", "Saved"),
                        Panel.Column.text("提醒", "Alerts")),
                all.stream()
                        .map(it -> Panel.Row.of(
                                        it.name(),
                                        it.question().shown(),
                                        KeptPanels.day(it.madeAt()),
                                        alerts.isBehind(it)
                                                ? new Label("有新导入：gewu alerts", "new imports: gewu alerts")
                                                : new Label("没有新导入", "no new imports"))
                                .at(0, it.question().again()))
                        .toList());
    }

    private void ask(SavedSearch saved, CommandCall call, Output output) {
        int limit = call.number("--limit", output.isJson() ? Integer.MAX_VALUE : HITS_FOR_PEOPLE);
        List<Kept> first = new ArrayList<>();
        int[] rows = {0};
        SearchAnswer answer = hits.each(saved.question(), output.progress(), hit -> {
            if (output.isJson() && rows[0]++ < limit) {
                output.row(Extract.row(DataRow.of("hit"), hit));
            } else if (!output.isJson() && first.size() < limit) {
                first.add(hit);
            }
        });
        output.row(DataRow.of("total")
                .with("paragraphs", answer.paragraphs())
                .with("reports", answer.reports())
                .with("occurrences", answer.occurrences())
                .with("understood", answer.understood()));
        List<Panel> panels = new ArrayList<>();
        panels.add(KeptPanels.text(
                saved.name() + "：" + saved.question().shown() + "；理解为 " + answer.understood(),
                saved.name() + ": " + saved.question().shown() + "; understood as " + answer.understood()));
        panels.addAll(new KeptPanels(new PlaceFinder(reports)).paragraphs(first, limit));
        panels.add(KeptPanels.text(
                "共 " + answer.reports() + " 份报告、" + answer.paragraphs() + " 个段落、" + answer.occurrences() + " 处",
                KeptPanels.count(answer.occurrences(), "place") + " in "
                        + KeptPanels.count(answer.paragraphs(), "paragraph") + " of "
                        + KeptPanels.count(answer.reports(), "report")));
        KeptPanels.more((int) answer.paragraphs(), limit, new Label("--limit N", "--limit N"))
                .ifPresent(panels::add);
        output.show(new Panel.Stack(panels));
    }

    private static DataRow row(SavedSearch saved) {
        return DataRow.of("saved_search")
                .with("name", saved.name())
                .with("words", saved.question().words())
                .with("options", saved.question().options())
                .with("person", saved.person())
                .with("saved_at", saved.madeAt().toString());
    }
}
