package gewu.workbench.page;

import gewu.api.plugin.Extensions;
import gewu.api.report.ReportCount;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Leads each of the three kinds of users through the first five minutes, over the reports that are there. Steps whose
/// view no plugin contributes are left out. Safe for all threads.
final class WelcomeDesk {
    private static final int MOST_REPORTS = 2;

    private final Reports reports;
    private final Extensions extensions;

    WelcomeDesk(Reports reports, Extensions extensions) {
        this.reports = reports;
        this.extensions = extensions;
    }

    WelcomePage welcome(Ask ask) {
        ReportCount all = reports.count(ReportFilter.ALL);
        List<ReportSummary> first = reports.list(ReportFilter.ALL, 0, MOST_REPORTS);
        String totals = ask.say(
                "工作区里有 " + all.reports() + " 份报告，来自 " + all.organisations() + " 个单位。",
                "The workspace holds " + all.reports() + " reports of " + all.organisations() + " organisations.");
        return new WelcomePage(all.reports(), totals, List.of(researcher(first, ask), supervisor(ask), developer(ask)));
    }

    private WelcomePage.User researcher(List<ReportSummary> first, Ask ask) {
        List<WelcomePage.Step> steps = new ArrayList<>();
        steps.add(step(
                ask,
                "检索“三公经费”",
                "Search for 三公经费",
                "每一处都找到，按单位、年度、章节筛选",
                "every place is found; narrow by organisation, year, section",
                Link.with("/search", Map.of(), "q", "三公经费")));
        first.stream()
                .limit(1)
                .forEach(it -> steps.add(step(
                        ask,
                        "打开一份报告",
                        "Open a report",
                        "目录、命中、数字和问题都标在原文里",
                        "outline, hits, figures and problems marked in its text",
                        Link.report(it.id(), 0, ""))));
        steps.addAll(view(
                ask,
                "compare",
                Map.of("indicator", "三公经费"),
                "对照一个指标",
                "Compare an indicator",
                "各单位、各年度，一表一图",
                "over organisations and years, as a table and a chart"));
        steps.addAll(view(
                ask,
                "align",
                Map.of(
                        "reports",
                        String.join(" ", first.stream().map(ReportSummary::id).toList()),
                        "section",
                        "存在问题"),
                "并排读同一章节",
                "Read one section side by side",
                "几份报告的同一部分，改动一目了然",
                "the same part of several reports, with what differs"));
        steps.addAll(view(
                ask,
                "notebook",
                Map.of(),
                "检索笔记本",
                "The notebook",
                "保存检索，以后再跑一遍，看多了什么",
                "keep searches, run them again, see what is new"));
        return new WelcomePage.User(
                "researcher",
                ask.say("研究人员", "Researchers"),
                ask.say("检索历年报告，不漏一处，找到出处，引用。", "Search past reports, miss nothing, cite."),
                steps);
    }

    private WelcomePage.User supervisor(Ask ask) {
        List<WelcomePage.Step> steps = new ArrayList<>();
        steps.addAll(view(
                ask,
                "problems",
                Map.of(),
                "报告里承认的问题",
                "Problems that reports admit",
                "问题、原因、措施，逐条对应",
                "problems, causes and remedies, linked"));
        steps.addAll(view(
                ask,
                "ledger-proposals",
                Map.of(),
                "逐条确认，立项",
                "Confirm them, one by one",
                "对着原文决定：立项、合并或不予立项",
                "beside their sentences: register, merge, or decline"));
        steps.addAll(view(
                ask,
                "ledger-board",
                Map.of(),
                "整改看板",
                "The board",
                "拖动卡片交办、送验、销号",
                "drag cards to assign, submit, close"));
        steps.addAll(view(
                ask,
                "ledger-calendar",
                Map.of(),
                "整改日历",
                "The calendar",
                "时限、节点、回头看，按月看",
                "deadlines, milestones and looks back, by month"));
        steps.addAll(view(
                ask,
                "ledger-dashboard",
                Map.of(),
                "整改统计",
                "The figures",
                "整改率、超期率，每个数都能点开",
                "rates, each with the items behind it"));
        return new WelcomePage.User(
                "supervisor",
                ask.say("督查督办人员", "Supervisors"),
                ask.say(
                        "把问题和承诺做成台账：交办、提醒、验收、销号、回头看。",
                        "Turn problems and promises into a ledger: assign, remind, verify, close, look back."),
                steps);
    }

    private WelcomePage.User developer(Ask ask) {
        List<WelcomePage.Step> steps = new ArrayList<>();
        steps.addAll(view(
                ask,
                "plugins",
                Map.of(),
                "看看有哪些插件",
                "See which plugins there are",
                "做什么、花多少时间、为什么不能用",
                "what they do and cost, and why one does not work"));
        steps.addAll(view(
                ask,
                "hello",
                Map.of(),
                "最小的插件",
                "The smallest plugin",
                "一个视图、一个命令，十来行",
                "a view and a command in some ten lines"));
        steps.add(step(
                ask, "读插件指南", "Read how plugins are made", "扩展点、清单、测试", "points, manifests, tests", "/help/plugins"));
        return new WelcomePage.User(
                "developer",
                ask.say("插件开发者", "Plugin developers"),
                ask.say("增加导入器、抽取器、视图，不动内核。", "Add an importer, an extractor or a view without touching the core."),
                steps);
    }

    private List<WelcomePage.Step> view(
            Ask ask, String id, Map<String, String> parameters, String zh, String en, String aboutZh, String aboutEn) {
        return extensions.find(View.class, id).stream()
                .map(it -> step(ask, zh, en, aboutZh, aboutEn, Link.with(Link.view(id), parameters, "", "")))
                .toList();
    }

    private static WelcomePage.Step step(
            Ask ask, String zh, String en, String aboutZh, String aboutEn, String address) {
        return new WelcomePage.Step(ask.say(zh, en), ask.say(aboutZh, aboutEn), address);
    }
}
