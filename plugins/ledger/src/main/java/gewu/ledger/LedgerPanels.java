package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows the ledger to people.
final class LedgerPanels {
    private static final int SHORT = 40;
    private static final Map<String, Label> FIELDS = new LinkedHashMap<>();
    private static final Map<String, Label> LISTS = new LinkedHashMap<>();
    private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();
    private static final Map<String, Choices> CHOSEN = Map.of(
            "severity", Choices.SEVERITY,
            "kind", Choices.KIND,
            "source", Choices.SOURCE,
            "source_kind", Choices.SOURCE,
            "result", Choices.RESULT,
            "found", Choices.FOUND,
            "suspension", Choices.SUSPENSION,
            "dismissal", Choices.DISMISSAL,
            "listed", Choices.LEVEL,
            "twin", Choices.TWIN);

    static {
        field("unit", "责任单位", "unit");
        field("year", "年度", "year");
        field("source_kind", "问题来源", "source");
        field("category", "问题类别", "category");
        field("severity", "等级", "severity");
        field("kind", "整改类型", "kind");
        field("goal", "整改目标", "goal");
        field("standard", "整改标准", "standard");
        field("lead", "牵头单位", "lead unit");
        field("leader", "责任领导", "responsible leader");
        field("person", "责任人", "responsible person");
        field("case_leader", "包案领导", "leader in charge");
        field("overseer", "督导单位", "overseeing unit");
        field("verifier", "验收人", "verifier");
        field("notice_number", "交办文号", "notice");
        field("proposed_on", "录入", "proposed");
        field("registered_on", "立项日期", "registered");
        field("assigned_on", "交办日期", "assigned");
        field("received_on", "签收日期", "received");
        field("deadline_first", "首次时限", "first deadline");
        field("deadline", "整改时限", "deadline");
        field("review_on", "年度复核", "review");
        field("long_term_on", "转长期日期", "long term since");
        field("approved_by", "批准人", "approved by");
        field("progress", "进度%", "progress in %");
        field("return_reason", "退回理由", "returned because");
        field("submitted_on", "报验日期", "submitted");
        field("submitted_by", "报验人", "submitted by");
        field("result", "认定结果", "result");
        field("outcome", "整改成效", "outcome");
        field("amount_found", "涉及金额（元）", "amount (yuan)");
        field("amount_fixed", "已整改金额（元）", "amount rectified (yuan)");
        field("closed_on", "销号日期", "closed");
        field("close_number", "销号单号", "closing number");
        field("look_back_due", "回头看日期", "look-back due");
        field("found", "回头看结果", "look-back found");
        field("reopened", "重开次数", "times reopened");
        field("returned", "退回次数", "times returned");
        field("sent_back", "退回补正次数", "times sent back");
        field("listed", "挂牌", "listed");
        field("suspension", "暂缓原因", "suspended because");
        field("suspended_until", "暂缓至", "suspended until");
        field("merged_into", "并入", "merged into");
        field("dismissal", "不予立项理由", "dismissed because");
        field("campaign", "专项行动", "campaign");
        field("common", "共性问题", "common problem");
        field("rules_made", "制度数", "rules made");
        field("persons_held", "追责人次", "persons held to account");
        field("occurrence", "第几次出现", "occurrence");
        field("recurs", "屡犯自", "recurs from");
        field("family", "问题族", "family");
        field("confidence", "可信度", "confidence");
        field("title", "摘要", "title");
        field("twin", "查重结论", "known already");
        field("text", "原文", "words");
        list("cause", "原因", "Causes", "text", "nature", "lost");
        list("remedy", "措施", "Remedies", "text", "strength", "status", "state", "progress", "lost");
        list("milestone", "节点", "Milestones", "name", "due", "done_on");
        list("extension", "延期", "Extensions", "until", "reason", "asked_by", "decision", "decided_by");
        list("progress_report", "进展", "Progress", "on", "period", "percent", "text", "by");
        list(
                "evidence",
                "佐证材料",
                "Evidence",
                "name",
                "kind",
                "side",
                "version",
                "status",
                "sha256",
                "same_file",
                "out_of_time",
                "only_after");
        list("acceptance", "验收认定", "Acceptance", "on", "result", "criteria", "text", "by");
        list("look_back", "回头看", "Look-back", "planned", "on", "found", "sample", "text", "by");
        list("listing", "挂牌", "Listing", "kind", "level", "on", "reason", "criteria", "lifted_on", "accepted");
        list("letter", "函件", "Letters", "kind", "number", "sent_on", "received_on", "reply_due", "replied_on", "reply");
        list("advice", "提出的建议", "Recommendations", "kind", "to", "text", "number", "on");
        list("accountability", "责任追究", "Accountability", "measure", "person", "reason", "number", "on");
        list("check", "核对单", "Checklists", "list", "text", "done_on", "by", "note");
        list("treatment", "金额处理", "Treatment of amounts", "amount");
        list("mention", "再次提及", "Mentioned again", "report", "year", "on");
        list("recurred", "再次出现", "Recurred", "on");
        list("similar", "相近问题", "Similar", "why");
        list("different", "认定不同", "Different", "on");
        list("review", "年度复核", "Reviews", "on", "text", "by");
        list("continuation", "续期", "Continuations", "on", "before", "reason", "by");
        list("note", "批注", "Notes", "on", "text", "by");
    }

    private final Parties parties;
    private final LocalDate today;
    private final Terms terms;

    LedgerPanels(Parties parties, LocalDate today, Terms terms) {
        this.parties = parties;
        this.today = today;
        this.terms = terms;
    }

    static Panel bulletin(Bulletin bulletin) {
        List<Panel> panels = new ArrayList<>();
        panels.add(text(bulletin.title() + "　" + bulletin.beneath(), bulletin.title() + " " + bulletin.beneath()));
        for (Bulletin.Table it : bulletin.tables()) {
            panels.add(new Panel.Table(
                    Label.same(it.name()),
                    it.columns().stream()
                            .map(column -> Panel.Column.text(column.head(), column.head()))
                            .toList(),
                    it.rows().stream().map(row -> Panel.Row.of(row.toArray())).toList()));
        }
        return new Panel.Stack(panels);
    }

    static Panel text(String zh, String en) {
        return new Panel.Text(new Label(zh, en));
    }

    /// One page of the ledger.
    Panel table(List<ItemTable.Kept> page, long total, int offset) {
        if (total == 0) {
            return text(
                    "台账里没有这样的事项。手工录入：gewu ledger add 摘要 --unit 单位 --year 2024 --reason 理由",
                    "The ledger has no such item. Enter one: gewu ledger add TITLE --unit UNIT --year 2024 --reason WHY");
        }
        Panel rows = new Panel.Table(
                new Label("整改台账", "Ledger"),
                LedgerTableRows.COLUMNS,
                page.stream().map(it -> row(it.standing())).toList());
        return new Panel.Stack(List.of(
                rows,
                text(
                        "共 " + total + " 项，显示第 " + (offset + 1) + "–" + (offset + page.size()) + " 项。",
                        total + " in all, " + (offset + 1) + "–" + (offset + page.size()) + " shown.")));
    }

    /// What came of taking reports in.
    ///
    /// @param by who took them in, as written
    static Panel taken(Taken it, String by) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Text(FollowingReports.told(it)));
        if (it.added() > 0) {
            panels.add(text(
                    "待确认：gewu ledger list --state 待确认；查重：gewu ledger twins",
                    "To be confirmed: gewu ledger list --state proposed; what may be the same: gewu ledger twins"));
        }
        if (!it.batches().isEmpty()) {
            String batches = it.batches().stream().map(String::valueOf).collect(Collectors.joining(", "));
            long last = it.batches().getLast();
            boolean isOne = it.batches().size() == 1;
            panels.add(Panel.Advice.step(
                    new Label(
                            "批次 " + batches + "；撤回其中一批，如 gewu ledger undo " + last,
                            "Batch " + batches + "; one of them is taken back like gewu ledger undo " + last),
                    Label.same(""),
                    back(
                            last,
                            by,
                            isOne
                                    ? new Label("撤回", "Take it back")
                                    : new Label("撤回最后一份报告的收录", "Take the last report back"))));
        }
        it.refused().forEach(refusal -> panels.add(refusal(refusal)));
        return new Panel.Stack(panels);
    }

    private static Panel oddity(Outcome.Odd it) {
        Label told = it.oddity().told(it.about());
        return text(
                "提醒：" + it.id() + " 佐证 " + it.number() + "：" + told.zh() + "（未拒绝，请核实）",
                "Note: evidence " + it.number() + " of " + it.id() + ": " + told.en() + " (not refused; please check)");
    }

    /// The step that takes a batch back.
    ///
    /// @param by who acts, as written; empty for nobody in particular
    private static Panel.Form back(long batch, String by, Label submit) {
        return new Panel.Form(
                Label.same(""),
                "ledger",
                List.of("undo", String.valueOf(batch)),
                by.isEmpty() ? Map.of() : Map.of("--as", by),
                List.of(),
                submit);
    }

    /// What was done and what was refused, item by item.
    ///
    /// @param by who did it, as written; empty for nobody in particular
    Panel outcome(Outcome it, String by) {
        List<Panel> panels = new ArrayList<>();
        List<Outcome.Done> items = it.done().stream()
                .filter(done -> done.id().startsWith(Ids.ITEM))
                .toList();
        if (items.size() == 1) {
            panels.add(done(items.getFirst()));
        } else if (!items.isEmpty()) {
            panels.add(new Panel.Table(
                    Label.same(""),
                    List.of(
                            Panel.Column.text("问题编号", "Number"),
                            Panel.Column.text("办理", "Done"),
                            Panel.Column.text("原状态", "Before"),
                            Panel.Column.text("现状态", "Now")),
                    items.stream()
                            .map(done -> Panel.Row.of(
                                            done.id(), act(done.act()), state(done.before()), state(done.after()))
                                    .at(0, Ways.story(done.id())))
                            .toList()));
        }
        if (it.batch() > 0) {
            panels.add(Panel.Advice.step(
                    new Label(
                            "批次 " + it.batch() + "；撤回：gewu ledger undo " + it.batch(),
                            "Batch " + it.batch() + "; take it back: gewu ledger undo " + it.batch()),
                    Label.same(""),
                    back(
                            it.batch(),
                            by,
                            isUndone(it) ? new Label("恢复", "Do it again") : new Label("撤回", "Take it back"))));
        }
        it.oddities().forEach(odd -> panels.add(oddity(odd)));
        it.refused().forEach(refusal -> panels.add(refusal(refusal)));
        if (panels.isEmpty()) {
            panels.add(text("没有变化。", "Nothing has changed."));
        }
        return new Panel.Stack(panels);
    }

    private static boolean isUndone(Outcome it) {
        return !it.done().isEmpty() && it.done().getFirst().act().equals(Event.UNDO);
    }

    private static Panel done(Outcome.Done it) {
        Label act = act(it.act());
        Label before = state(it.before());
        Label now = state(it.after());
        boolean isMoved = !before.equals(now);
        return text(
                it.id() + " 已" + act.zh()
                        + (isMoved ? "：" + (before.zh().isEmpty() ? "" : before.zh() + " → ") + now.zh() : "") + "。",
                it.id() + ": " + act.en()
                        + (isMoved ? ", " + (before.en().isEmpty() ? "" : before.en() + " → ") + now.en() : "") + ".");
    }

    static Panel refusal(Refusal it) {
        String zh = it.instead().isEmpty()
                ? ""
                : "。现在可以：" + it.instead().stream().map(Label::zh).collect(Collectors.joining("、"));
        String en = it.instead().isEmpty()
                ? ""
                : ". Possible now: " + it.instead().stream().map(Label::en).collect(Collectors.joining(", "));
        return text(
                it.id() + " 未能" + it.act().label().zh() + "：" + it.why().zh() + zh,
                it.id() + " was refused “" + it.act().label().en() + "”: "
                        + it.why().en() + en);
    }

    /// One item with its whole story.
    Panel story(String id, Fields item, List<Event> history) {
        List<Panel> panels = new ArrayList<>();
        panels.add(head(id, item));
        if (item.has("text")) {
            panels.add(new Panel.Text(item.of("text")));
        }
        panels.add(facts(item));
        panels.addAll(members(item));
        panels.add(history(history));
        return new Panel.Stack(panels);
    }

    /// Its number, title, state and flags in a line.
    Panel head(String id, Fields item) {
        Standing standing = Standing.of(id, item);
        Label flags = new ItemFlags(today, terms).line(standing);
        return text(
                id + "　" + item.of("title") + "　【" + standing.state().label().zh() + "】" + flags.zh(),
                id + "  " + item.of("title") + "  [" + standing.state().label().en() + "] " + flags.en());
    }

    /// Its single values; what names another item leads there.
    Panel facts(Fields item) {
        List<Panel.Row> facts = new ArrayList<>();
        FIELDS.forEach((field, label) -> {
            if (item.has(field) && !field.equals("title") && !field.equals("text")) {
                Panel.Row row = Panel.Row.of(label, value(field, item.of(field)));
                facts.add(item.of(field).startsWith(Ids.ITEM) ? row.at(1, Ways.story(item.of(field))) : row);
            }
        });
        if (!item.members("assisting").isEmpty()) {
            facts.add(Panel.Row.of(
                    Input.ASSISTING.label(),
                    item.members("assisting").stream().map(parties::name).collect(Collectors.joining("、"))));
        }
        return new Panel.Table(
                Label.same(""), List.of(Panel.Column.text("项目", "Field"), Panel.Column.text("内容", "Value")), facts);
    }

    /// Its sources and all its lists: causes, remedies, milestones, evidence, letters.
    List<Panel> members(Fields item) {
        List<Panel> panels = new ArrayList<>();
        sources(item, panels);
        lists(item, panels);
        return panels;
    }

    Panel history(List<Event> events) {
        return new Panel.Table(
                new Label("办理经过", "History"),
                List.of(
                        Panel.Column.number("序号", "No."),
                        Panel.Column.text("时间", "At"),
                        Panel.Column.text("办理", "Done"),
                        Panel.Column.text("办理人", "By"),
                        Panel.Column.text("内容", "What"),
                        Panel.Column.text("理由", "Reason")),
                events.stream().map(this::event).toList());
    }

    Panel batches(List<Event> firsts, java.util.function.ToLongFunction<Event> count) {
        if (firsts.isEmpty()) {
            return text("台账还是空的。", "The ledger is empty.");
        }
        return new Panel.Table(
                new Label("批次", "Batches"),
                List.of(
                        Panel.Column.number("批次", "Batch"),
                        Panel.Column.text("时间", "At"),
                        Panel.Column.text("办理", "Done"),
                        Panel.Column.text("办理人", "By"),
                        Panel.Column.number("记录", "Events"),
                        Panel.Column.text("撤回", "Takes back")),
                firsts.stream()
                        .map(it -> Panel.Row.of(
                                it.batch(),
                                minute(it.at()),
                                act(it.act()),
                                parties.name(it.actor()),
                                count.applyAsLong(it),
                                it.undoes() == 0 ? "" : Long.toString(it.undoes())))
                        .toList());
    }

    /// What can be done now, by whom, and what for.
    static Panel possible(State state) {
        List<Panel.Row> rows = new ArrayList<>();
        Gate.possible(state)
                .forEach((act, who) -> rows.add(Panel.Row.of(
                        act.label(),
                        act.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        roles(who),
                        new Label(
                                act.guards().stream().map(it -> it.label().zh()).collect(Collectors.joining("；")),
                                act.guards().stream().map(it -> it.label().en()).collect(Collectors.joining("; "))),
                        act.takes().stream().map(Input::option).collect(Collectors.joining(" ")))));
        return new Panel.Table(
                new Label(
                        "现为" + state.label().zh() + "，可以",
                        "It is " + state.label().en() + ". Possible now"),
                List.of(
                        Panel.Column.text("办理", "Act"),
                        Panel.Column.text("命令", "Command"),
                        Panel.Column.text("由谁", "By"),
                        Panel.Column.text("条件", "Needs"),
                        Panel.Column.text("选项", "Options")),
                rows);
    }

    /// The figures of a day; by group a row each, else with what they are made of.
    Panel figures(LocalDate day, String group, List<LedgerFigures.Figure> all) {
        Label title = new Label("统计，截至 " + day, "Figures as of " + day);
        if (group.isEmpty()) {
            return new Panel.Table(
                    title,
                    List.of(
                            Panel.Column.text("指标", "Figure"),
                            Panel.Column.number("值", "Value"),
                            Panel.Column.number("分子", "Numerator"),
                            Panel.Column.number("分母", "Denominator"),
                            Panel.Column.text("口径", "What of what")),
                    all.stream()
                            .map(it -> Panel.Row.of(
                                    it.rate().label(),
                                    it.shown(),
                                    it.numerator(),
                                    it.denominator(),
                                    new Label(
                                            it.rate().numerator().zh() + " ÷ "
                                                    + it.rate().denominator().zh(),
                                            it.rate().numerator().en() + " ÷ "
                                                    + it.rate().denominator().en())))
                            .toList());
        }
        List<Panel.Column> columns = new ArrayList<>();
        columns.add(Panel.Column.text("分组", "Group"));
        for (Rate it : Rate.values()) {
            columns.add(new Panel.Column(it.label(), Panel.Column.Kind.NUMBER));
        }
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        for (LedgerFigures.Figure it : all) {
            rows.computeIfAbsent(it.group(), part -> new ArrayList<>(List.of(part(group, part))))
                    .add(it.shown());
        }
        return new Panel.Table(
                title,
                columns,
                rows.values().stream().map(it -> Panel.Row.of(it.toArray())).toList());
    }

    /// How people read a group of figures.
    Object part(String group, String value) {
        Choices choices = CHOSEN.get(group);
        if (value.isEmpty()) {
            return "–";
        }
        return choices == null ? parties.name(value) : choices.label(value);
    }

    /// Who is who.
    ///
    /// @param words those are shown whose name, of now or then, or unit holds them; empty for all
    Panel parties(String words) {
        String open = "；报验人与验收人、延期申请人与批复人仍须不同。";
        String still = "; who submits and who verifies, who asks and who decides must still differ.";
        Panel rule = parties.isOpen()
                ? Panel.Advice.way(
                        new Label(
                                "台账对所有人开放（还没有管理员）：不写办理人（--as）时记作“" + Parties.NOBODY_NAMED + "”，也可写任何人" + open,
                                "The ledger is open (nobody is administrator): without --as the actor is “"
                                        + Parties.NOBODY_NAMED + "”, --as may name anybody" + still),
                        new Label(
                                "台账对所有人开放（还没有管理员）：不写办理人时记作“" + Parties.NOBODY_NAMED + "”，也可写任何人" + open,
                                "The ledger is open (nobody is administrator): where nobody is named the actor is “"
                                        + Parties.NOBODY_NAMED + "”, and anybody may be named" + still))
                : Panel.Advice.way(
                        new Label(
                                "台账有管理员：须写明办理人（--as），只能以登记的角色办理。",
                                "The ledger has an administrator: --as must name a registered person, who acts in"
                                        + " registered roles."),
                        new Label(
                                "台账有管理员：须写明办理人，只能以登记的角色办理。",
                                "The ledger has an administrator: who acts must be named, and acts in registered roles."));
        List<Party> meant =
                parties.all().stream().filter(it -> isCalled(it, words)).toList();
        if (meant.isEmpty()) {
            return words.isEmpty()
                    ? rule
                    : Panel.Stack.of(rule, text("没有名称里有“" + words + "”的单位或人员。", "Nobody is called “" + words + "”."));
        }
        return Panel.Stack.of(
                rule,
                new Panel.Table(
                        new Label("单位和人员", "Units and persons"),
                        List.of(
                                Panel.Column.text("编号", "Id"),
                                Panel.Column.text("名称", "Name"),
                                Panel.Column.text("曾用名", "Former names"),
                                Panel.Column.text("所属单位", "Unit"),
                                Panel.Column.text("角色", "Roles")),
                        meant.stream()
                                .map(it -> Panel.Row.of(
                                        it.id(),
                                        it.name(),
                                        String.join("、", it.formerNames()),
                                        parties.name(it.unit()),
                                        roles(it.roles())))
                                .toList()));
    }

    private boolean isCalled(Party party, String words) {
        return party.name().contains(words)
                || parties.name(party.unit()).contains(words)
                || party.formerNames().stream().anyMatch(it -> it.contains(words));
    }

    /// A row of the ledger, in the columns of [LedgerTableRows].
    Panel.Row row(Standing it) {
        return Panel.Row.of(
                        it.id(),
                        it.state().label(),
                        cut(it.of("title")),
                        parties.name(it.of("lead").isEmpty() ? it.of("unit") : it.of("lead")),
                        Choices.KIND.label(it.of("kind")),
                        parties.name(it.of("person")),
                        it.of("deadline"),
                        new ItemFlags(today, terms).line(it))
                .at(0, Ways.story(it.id()));
    }

    private void sources(Fields item, List<Panel> panels) {
        List<Panel.Row> rows = new ArrayList<>();
        for (String number : item.members("source")) {
            String at = "source." + number + ".";
            boolean isLost = item.has(at + "lost");
            Panel.Row row = Panel.Row.of(
                    item.of(at + "report"),
                    item.of(at + "page"),
                    isLost
                            ? new Label("【失联】" + item.of(at + "quote"), "[gone] " + item.of(at + "quote"))
                            : Label.same(item.of(at + "quote")));
            rows.add(
                    item.has(at + "start") && !isLost
                            ? row.at(2, new Panel.Place(item.of(at + "report"), (int) item.number(at + "start")))
                            : row);
        }
        if (!rows.isEmpty()) {
            panels.add(new Panel.Table(
                    new Label("出处", "Sources"),
                    List.of(
                            Panel.Column.report("报告", "Report"),
                            Panel.Column.number("页", "Page"),
                            Panel.Column.text("原文", "Words")),
                    rows));
        }
    }

    private void lists(Fields item, List<Panel> panels) {
        LISTS.forEach((list, title) -> list(item, list, title, PARTS.getOrDefault(list, List.of()), panels));
    }

    private void list(Fields item, String list, Label title, List<String> parts, List<Panel> panels) {
        List<Panel.Row> rows = new ArrayList<>();
        for (String number : item.members(list)) {
            List<Object> cells = new ArrayList<>();
            cells.add(number);
            parts.forEach(part -> cells.add(part(list, part, item.of(list + "." + number + "." + part))));
            Panel.Row row = Panel.Row.of(cells.toArray());
            String at = list + "." + number + ".";
            boolean isPlaced = item.has(at + "start") && item.has(at + "report") && parts.contains("text");
            rows.add(isPlaced ? row.at(1 + parts.indexOf("text"), place(item, at)) : row);
        }
        if (rows.isEmpty()) {
            return;
        }
        List<Panel.Column> columns = new ArrayList<>();
        columns.add(Panel.Column.text("序号", "No."));
        parts.forEach(part -> columns.add(new Panel.Column(head(part), Panel.Column.Kind.TEXT)));
        panels.add(new Panel.Table(title, columns, rows));
    }

    private static Panel.Place place(Fields item, String at) {
        return new Panel.Place(item.of(at + "report"), (int) item.number(at + "start"));
    }

    private Object part(String list, String part, String value) {
        Choices choices = switch (list + "." + part) {
            case "remedy.strength" -> Choices.STRENGTH;
            case "remedy.status" -> Choices.LINK;
            case "remedy.state" -> Choices.REMEDY;
            case "extension.decision" -> Choices.DECISION;
            case "evidence.kind" -> Choices.EVIDENCE;
            case "evidence.side" -> Choices.SIDE;
            case "evidence.status" -> Choices.EXAMINED;
            case "acceptance.result" -> Choices.RESULT;
            case "look_back.found" -> Choices.FOUND;
            case "listing.level" -> Choices.LEVEL;
            case "letter.kind" -> Choices.LETTER;
            case "letter.colour" -> Choices.COLOUR;
            case "cause.nature" -> Choices.NATURE;
            case "remedy.kind" -> Choices.MANNER;
            case "listing.kind" -> Choices.LISTING;
            case "advice.kind" -> Choices.ADVICE;
            case "accountability.measure" -> Choices.MEASURE;
            default -> Choices.PARTY;
        };
        if (choices != Choices.PARTY) {
            return value.isEmpty() ? "" : choices.label(value);
        }
        if (part.equals("amount")) {
            return value.isEmpty() ? "" : LedgerRows.yuan(value);
        }
        return part.endsWith("by") || part.equals("person") || part.equals("verifier")
                ? parties.name(value)
                : part.equals("sha256") ? value.substring(0, 12) : value;
    }

    private static Label head(String part) {
        return switch (part) {
            case "text" -> new Label("内容", "words");
            case "kind" -> new Label("类型", "kind");
            case "strength" -> new Label("强弱", "strength");
            case "status" -> new Label("确认", "status");
            case "state" -> new Label("状态", "state");
            case "name" -> new Label("名称", "name");
            case "due" -> new Label("日期", "due");
            case "done_on" -> new Label("达成", "reached");
            case "until" -> new Label("延至", "until");
            case "reason" -> new Label("理由", "reason");
            case "asked_by" -> new Label("申请人", "asked by");
            case "decision" -> new Label("批复", "decision");
            case "decided_by" -> new Label("批复人", "decided by");
            case "on" -> new Label("日期", "on");
            case "period" -> new Label("期", "period");
            case "percent" -> new Label("进度%", "percent");
            case "by" -> new Label("办理人", "by");
            case "side" -> new Label("前后", "side");
            case "version" -> new Label("版本", "version");
            case "result" -> new Label("结果", "result");
            case "found" -> new Label("结果", "found");
            case "level" -> new Label("级别", "level");
            case "criteria" -> new Label("摘牌标准", "criteria");
            case "lifted_on" -> new Label("摘牌", "lifted");
            case "number" -> new Label("文号", "number");
            case "sent_on" -> new Label("发出", "sent");
            case "reply_due" -> new Label("回复时限", "reply due");
            case "replied_on" -> new Label("回复", "replied");
            case "reply" -> new Label("复函", "reply");
            case "quote" -> new Label("原文", "words");
            case "report" -> new Label("报告", "report");
            case "page" -> new Label("页", "page");
            case "why" -> new Label("依据", "why");
            case "year" -> new Label("年度", "year");
            case "lost" -> new Label("失联", "gone");
            case "before" -> new Label("原时限", "former deadline");
            case "nature" -> new Label("性质", "nature");
            case "progress" -> new Label("进度%", "progress");
            case "same_file" -> Oddity.SAME_FILE.label();
            case "out_of_time" -> Oddity.OUT_OF_TIME.label();
            case "only_after" -> Oddity.ONLY_AFTER.label();
            case "dated" -> new Label("材料日期", "dated");
            case "planned" -> new Label("计划日期", "planned");
            case "sample" -> new Label("抽查样本", "sample");
            case "received_on" -> new Label("签收", "received");
            case "to" -> new Label("对象", "to");
            case "measure" -> new Label("方式", "measure");
            case "person" -> new Label("人员", "person");
            case "list" -> new Label("核对单", "checklist");
            case "note" -> new Label("说明", "note");
            case "amount" -> new Label("金额（元）", "amount (yuan)");
            case "accepted" -> new Label("验收情况", "acceptance");
            case "lifted_because" -> new Label("摘牌理由", "lifted because");
            case "colour" -> new Label("颜色", "colour");
            case "verifier" -> new Label("销号人", "closed by");
            case "addressee" -> new Label("建议对象", "addressee");
            default -> Label.same(part);
        };
    }

    private Panel.Row event(Event it) {
        List<Change> told = Canon.read(it.changes()).stream()
                .filter(change -> !change.after().isEmpty() && !isTechnical(change.field()))
                .toList();
        Label what = new Label(
                told.stream().map(change -> told(change).zh()).collect(Collectors.joining("；")),
                told.stream().map(change -> told(change).en()).collect(Collectors.joining("; ")));
        Label by = it.role() == Role.SYSTEM
                ? it.role().label()
                : new Label(
                        parties.name(it.actor()) + "（" + it.role().label().zh() + "）",
                        parties.name(it.actor()) + " (" + it.role().label().en() + ")");
        return Panel.Row.of(it.sequence(), minute(it.at()), act(it.act()), by, what, it.reason());
    }

    /// Values that only programs need, or that a neighbour tells.
    private static boolean isTechnical(String field) {
        String part = field.substring(field.lastIndexOf('.') + 1);
        return Set.of(
                                "anchor",
                                "start",
                                "end",
                                "text_sha256",
                                "sha256",
                                "bytes",
                                "on",
                                "by",
                                "occurrence",
                                "origin",
                                "decided_on",
                                "closing",
                                "former_state",
                                "score",
                                "extensions",
                                "evidence_before",
                                "asked_on",
                                "suspended_on",
                                "received_by",
                                "replied_by",
                                "examined_by",
                                "lifted_by",
                                "closed_by")
                        .contains(part)
                || field.contains(".former.")
                || field.startsWith("item.");
    }

    /// A change as people read it: 整改时限 2026-09-01.
    private Label told(Change change) {
        String[] parts = change.field().split("\\.");
        String last = parts[parts.length - 1];
        if (parts[0].equals("assisting")) {
            Label assisting = Input.ASSISTING.label();
            return new Label(assisting.zh() + " " + parties.name(last), assisting.en() + " " + parties.name(last));
        }
        if (parts[0].equals("merged")) {
            return new Label("并入的事项 " + last, "merged with it " + last);
        }
        Object value = change.field().equals("state")
                ? State.valueOf(change.after()).label()
                : parts.length == 3 ? part(parts[0], last, change.after()) : value(change.field(), change.after());
        Label said = value instanceof Label label ? label : Label.same(cut(value.toString()));
        Label name = parts.length == 3
                ? joined(lists(parts[0]), parts[1], head(last))
                : change.field().equals("state")
                        ? new Label("状态", "state")
                        : FIELDS.getOrDefault(parts[0], Label.same(change.field()));
        return new Label(name.zh() + " " + said.zh(), name.en() + " " + said.en());
    }

    private static Label joined(Label list, String number, Label part) {
        return new Label(list.zh() + " " + number + " " + part.zh(), list.en() + " " + number + " " + part.en());
    }

    private static Label lists(String list) {
        return switch (list) {
            case "source" -> new Label("出处", "source");
            case "closing" -> new Label("销号", "closing");
            default -> LISTS.getOrDefault(list, Label.same(list));
        };
    }

    private Object value(String field, String value) {
        Choices choices = CHOSEN.get(field);
        if (choices != null) {
            return choices.label(value);
        }
        return field.startsWith("amount_") ? LedgerRows.yuan(value) : parties.name(value);
    }

    private static Label state(Fields item) {
        return item.has("state") ? State.valueOf(item.of("state")).label() : Label.same("–");
    }

    /// How people read what was done.
    static Label act(String id) {
        return switch (id) {
            case Event.UNDO -> new Label("撤回", "undo");
            case "party" -> new Label("登记", "party");
            case "open_campaign" -> new Label("开展专项", "open campaign");
            default -> Named.find(Act.values(), id).map(Act::label).orElse(Label.same(id));
        };
    }

    static Label roles(Set<Role> roles) {
        List<Role> sorted = roles.stream().sorted().toList();
        return new Label(
                sorted.stream().map(it -> it.label().zh()).collect(Collectors.joining("、")),
                sorted.stream().map(it -> it.label().en()).collect(Collectors.joining(", ")));
    }

    private static String minute(Instant at) {
        return at.atZone(ZoneOffset.systemDefault())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    static String cut(String words) {
        String line = words.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }

    /// @param parts what is shown of each member
    private static void list(String name, String zh, String en, String... parts) {
        LISTS.put(name, new Label(zh, en));
        PARTS.put(name, List.of(parts));
    }

    private static void field(String name, String zh, String en) {
        FIELDS.put(name, new Label(zh, en));
    }
}
