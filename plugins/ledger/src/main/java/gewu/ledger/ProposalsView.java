package gewu.ledger;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Proposals that wait for a person (待确认): one with its sentences and the forms that decide about it, and the queue of
/// the others. Once it is decided, the next one comes up.
final class ProposalsView implements View {
    private static final int ROWS = 50;
    /// What decides about a proposal.
    private static final List<Act> DECIDING = List.of(Act.REGISTER, Act.DISMISS, Act.MERGE, Act.EDIT);

    private final Ledger ledger;
    private final ItemSentences sentences;

    ProposalsView(Ledger ledger, Reports reports) {
        this.ledger = ledger;
        this.sentences = new ItemSentences(ledger, reports);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AskedItems asked = AskedItems.of(parameters, ledger);
        ItemFilter waiting = asked.filter().in(Set.of(State.PROPOSED));
        long total = ledger.items().count(waiting);
        List<Panel> panels = new ArrayList<>();
        if (total == 0) {
            panels.add(LedgerPanels.text(
                    "没有待确认的问题。从报告收录：gewu ledger take",
                    "Nothing is to be confirmed. Take in what reports say: gewu ledger take"));
            panels.add(taking());
            return new Panel.Stack(panels);
        }
        String words = parameters.getOrDefault("offset", "").strip();
        int offset = words.matches("\\d{1,7}") ? Integer.parseInt(words) : 0;
        List<ItemTable.Kept> page = ledger.items().page(waiting, false, ROWS, offset);
        Panel.Target here = asked.in(Ways.PROPOSALS).with("offset", offset == 0 ? "" : String.valueOf(offset));
        String wanted = parameters.getOrDefault("item", "").strip().toUpperCase(Locale.ROOT);
        Optional<ItemTable.Kept> shown = chosen(wanted, page);
        shown.ifPresent(it -> panels.addAll(
                one(it, here, parameters.getOrDefault(ActForms.ACT, "").strip(), page, total)));
        panels.add(queue(page, total, here, shown.map(it -> it.standing().id()).orElse("")));
        ways(offset, total, asked.in(Ways.PROPOSALS)).ifPresent(panels::add);
        if (parameters.containsKey("batch")) {
            panels.addAll(batch(page));
        } else if (page.size() > 1) {
            panels.add(new Panel.Links(
                    Label.same(""),
                    List.of(new Panel.Link(
                            new Label("成批办理上面这些…", "Decide about these together…"), here.with("batch", "是")))));
        }
        return new Panel.Stack(panels);
    }

    /// The one asked for; where it is decided about already, the next one behind it.
    private static Optional<ItemTable.Kept> chosen(String wanted, List<ItemTable.Kept> page) {
        return page.stream()
                .filter(it -> it.standing().id().compareTo(wanted) >= 0)
                .findFirst()
                .or(() -> page.stream().findFirst());
    }

    /// A proposal with what the report says, and its forms.
    private List<Panel> one(ItemTable.Kept it, Panel.Target here, String act, List<ItemTable.Kept> page, long total) {
        String id = it.standing().id();
        Fields item = ledger.log().subject(id);
        List<Panel> panels = new ArrayList<>();
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        panels.add(shown.head(id, item));
        panels.add(doubts(item));
        panels.addAll(sentences.of(item));
        causesAndRemedies(item).ifPresent(panels::add);
        ActForms forms = new ActForms(ledger, id, item, it.events());
        List<Panel.Link> links = new ArrayList<>();
        Act open =
                DECIDING.stream().filter(one -> one.isMeantBy(act)).findFirst().orElse(Act.REGISTER);
        for (Act one : DECIDING) {
            links.add(new Panel.Link(one.label(), here.with("item", id).with(ActForms.ACT, one.id()), one == open));
        }
        int at = page.indexOf(it);
        if (at > 0) {
            String before = page.get(at - 1).standing().id();
            links.add(new Panel.Link(new Label("上一项", "Previous"), here.with("item", before)));
        }
        if (at + 1 < page.size()) {
            String behind = page.get(at + 1).standing().id();
            links.add(new Panel.Link(
                    new Label("先看下一项（还有 " + (total - 1) + " 项）", "Next (" + (total - 1) + " more)"),
                    here.with("item", behind)));
        }
        links.add(new Panel.Link(new Label("全貌", "The whole story"), Ways.story(id)));
        panels.add(new Panel.Links(new Label("办理", "Decide"), links));
        forms.find(open.id()).ifPresent(trial -> panels.add(trial.isOpen() ? forms.form(trial) : forms.refused(trial)));
        return panels;
    }

    /// How sure the finder was, and what is missing.
    private static Panel doubts(Fields item) {
        List<Label> all = new ArrayList<>();
        if (item.has("confidence")) {
            boolean isDoubtful = item.number("doubtful") > 0;
            all.add(new Label(
                    "可信度 " + item.of("confidence") + (isDoubtful ? "（低置信，请核对原文）" : ""),
                    "confidence " + item.of("confidence")
                            + (isDoubtful ? " (not sure: please read the sentence)" : "")));
        }
        missing(item, all);
        return new Panel.Text(all.isEmpty() ? new Label("来自报告。", "From a report.") : joined(all));
    }

    private static void missing(Fields item, List<Label> all) {
        if (remedies(item).isEmpty()) {
            all.add(new Label("有问题无措施", "no remedy"));
        }
        if (item.members("cause").isEmpty()) {
            all.add(new Label("无原因分析", "no cause"));
        }
        if (item.members("source").isEmpty()) {
            all.add(new Label("手工录入", "entered by hand"));
        }
    }

    private static Label joined(List<Label> all) {
        return new Label(
                all.stream().map(Label::zh).collect(Collectors.joining("、")),
                all.stream().map(Label::en).collect(Collectors.joining(", ")));
    }

    private static List<String> remedies(Fields item) {
        return item.members("remedy").stream()
                .filter(no -> !item.of("remedy." + no + ".status").equals("rejected"))
                .toList();
    }

    private Optional<Panel> causesAndRemedies(Fields item) {
        List<Panel.Row> rows = new ArrayList<>();
        for (String no : item.members("cause")) {
            rows.add(Panel.Row.of(new Label("原因", "Cause"), item.of("cause." + no + ".text"), ""));
        }
        for (String no : remedies(item)) {
            rows.add(Panel.Row.of(
                    new Label("措施", "Remedy"),
                    ledger.log().subject(no).of("text"),
                    Choices.LINK.label(item.of("remedy." + no + ".status"))));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel.Table(
                        Label.same(""),
                        List.of(
                                Panel.Column.text("原因、措施", "Cause, remedy"),
                                Panel.Column.text("内容", "Words"),
                                Panel.Column.text("确认", "Status")),
                        rows));
    }

    private Panel queue(List<ItemTable.Kept> page, long total, Panel.Target here, String shown) {
        Parties parties = ledger.parties();
        ItemFlags flags = new ItemFlags(ledger.today(), ledger.terms());
        return new Panel.Table(
                new Label("待确认 " + total + " 项", total + " to be confirmed"),
                List.of(
                        Panel.Column.text("问题编号", "Number"),
                        Panel.Column.text("原文", "Sentence"),
                        Panel.Column.text("单位、年度", "Unit, year"),
                        Panel.Column.number("可信度", "Confidence"),
                        Panel.Column.number("措施", "Remedies"),
                        Panel.Column.text("提示", "Flags")),
                page.stream()
                        .map(it -> row(it.standing(), parties, flags, here, shown))
                        .toList());
    }

    private Panel.Row row(Standing it, Parties parties, ItemFlags known, Panel.Target here, String shown) {
        Fields item = ledger.log().subject(it.id());
        String quote = item.of("source.1.quote");
        boolean isPlaced = item.has("source.1.start") && !item.has("source.1.lost");
        List<Label> flags = new ArrayList<>();
        missing(item, flags);
        known.of(it).forEach(flag -> flags.add(flag.words()));
        Panel.Row row = Panel.Row.of(
                        it.id().equals(shown) ? "▸ " + it.id() : it.id(),
                        quote.isEmpty() ? it.of("title") : quote.replace('\n', ' '),
                        parties.name(it.of("unit")) + " " + it.of("year"),
                        item.has("confidence") ? item.of("confidence") : "–",
                        remedies(item).size(),
                        joined(flags))
                .at(0, here.with("item", it.id()));
        return isPlaced
                ? row.at(1, new Panel.Place(item.of("source.1.report"), (int) item.number("source.1.start")))
                : row;
    }

    private static Optional<Panel> ways(int offset, long total, Panel.Target here) {
        List<Panel.Link> ways = new ArrayList<>();
        if (offset > 0) {
            int before = Math.max(0, offset - ROWS);
            ways.add(new Panel.Link(
                    new Label("上一页", "Previous page"), here.with("offset", before == 0 ? "" : String.valueOf(before))));
        }
        if (offset + ROWS < total) {
            ways.add(new Panel.Link(new Label("下一页", "Next page"), here.with("offset", String.valueOf(offset + ROWS))));
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(new Panel.Links(Label.same(""), ways));
    }

    /// Forms for all that are shown; what the finder is not sure of is looked at one by one.
    private List<Panel> batch(List<ItemTable.Kept> page) {
        List<String> sure = page.stream()
                .filter(it -> it.standing().number("doubtful") == 0)
                .map(it -> it.standing().id())
                .toList();
        int doubtful = page.size() - sure.size();
        List<Panel> panels = new ArrayList<>();
        if (doubtful > 0) {
            panels.add(LedgerPanels.text(
                    doubtful + " 项低置信的不在其中，请逐项看。",
                    doubtful + " of which the finder is not sure are left out: look at each."));
        }
        if (!sure.isEmpty()) {
            panels.add(together(
                    Act.REGISTER, sure, List.of(Input.CATEGORY, Input.KIND, Input.GOAL, Input.DEADLINE, Input.TWIN)));
            panels.add(together(Act.DISMISS, sure, List.of(Input.BECAUSE)));
        }
        return panels;
    }

    private Panel together(Act act, List<String> ids, List<Input> inputs) {
        Fields first = ledger.log().subject(ids.getFirst());
        ActForms forms =
                new ActForms(ledger, ids.getFirst(), first, ledger.items().events(ids.getFirst()));
        List<Field> fields = new ArrayList<>(forms.find(act.id()).stream()
                .flatMap(it -> forms.form(it).fields().stream())
                .filter(it -> inputs.stream().anyMatch(input -> input.option().equals(it.name()))
                        || List.of("--as", "--reason").contains(it.name()))
                .map(it -> it.name().equals("--as") ? it : it.holding(""))
                .toList());
        List<String> words = new ArrayList<>(List.of(act.id()));
        words.addAll(ids);
        return new Panel.Form(
                new Label(
                        "成批" + act.label().zh() + "：上面 " + ids.size() + " 项（一批，可撤回；已有的类别不填即保留）",
                        act.label().en() + " these " + ids.size() + " together (one batch, can be taken back)"),
                "ledger",
                words,
                fields,
                new Label(
                        act.label().zh() + " " + ids.size() + " 项", act.label().en() + " " + ids.size()));
    }

    /// The form that takes in what reports say.
    private static Panel taking() {
        return new Panel.Form(
                new Label("从报告收录发现的问题", "Take in what was found in reports"),
                "ledger",
                List.of("take"),
                List.of(
                        new Field("--year", new Label("年度（空着全部）", "Year (empty: all)"), Field.Kind.NUMBER),
                        new Field("--org", new Label("单位名称含", "Words of the organisation"), Field.Kind.LINE)),
                new Label("收录", "Take in"));
    }
}
