package gewu.ledger;

import gewu.api.Label;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
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

/// Proposals that wait for a person (待确认): the queue, and beside it one of them with its sentences, with what may be
/// the same problem, and with the forms that decide about it. Once it is decided, the next one comes up.
final class ProposalsView implements View {
    private static final int CARDS = 50;
    /// What decides about a proposal.
    private static final List<Act> DECIDING = List.of(Act.REGISTER, Act.DISMISS, Act.MERGE, Act.EDIT);

    private final Ledger ledger;
    private final ItemSentences sentences;
    private final TwinForms twins;

    ProposalsView(Ledger ledger, Reports reports, ReportSearch search) {
        this.ledger = ledger;
        this.sentences = new ItemSentences(ledger, reports);
        this.twins = new TwinForms(ledger, search);
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AskedItems asked = AskedItems.of(parameters, ledger);
        ItemFilter waiting = asked.filter().in(Set.of(State.PROPOSED));
        long total = ledger.items().count(waiting);
        if (total == 0) {
            return Panel.Stack.of(
                    LedgerPanels.text(
                            "没有待确认的问题。报告里发现的问题收录后在这里逐项确认。",
                            "Nothing is to be confirmed. What was found in reports is confirmed here, once taken in."),
                    taking());
        }
        String words = parameters.getOrDefault("offset", "").strip();
        // Where the last page is decided about, the one before comes up.
        int offset =
                words.matches("\\d{1,7}") ? (int) Math.min(Integer.parseInt(words), (total - 1) / CARDS * CARDS) : 0;
        List<ItemTable.Kept> page = ledger.items().page(waiting, false, CARDS, offset);
        Panel.Target here = asked.in(Ways.PROPOSALS).with("offset", offset == 0 ? "" : String.valueOf(offset));
        boolean isBatch = parameters.containsKey("batch");
        String wanted = parameters.getOrDefault("item", "").strip().toUpperCase(Locale.ROOT);
        ItemTable.Kept shown = chosen(wanted, page);
        String key = isBatch ? "" : shown.standing().id();
        List<Panel> chosen = isBatch
                ? batch(page)
                : one(shown, here, parameters.getOrDefault(ActForms.ACT, "").strip());
        return new Panel.Beside(
                queue(page, offset, total, here, asked.in(Ways.PROPOSALS), isBatch), new Panel.Stack(chosen), key);
    }

    /// The one asked for; where it is decided about already, the next one behind it.
    private static ItemTable.Kept chosen(String wanted, List<ItemTable.Kept> page) {
        return page.stream()
                .filter(it -> it.standing().id().compareTo(wanted) >= 0)
                .findFirst()
                .orElseGet(page::getFirst);
    }

    /// A proposal with what the report says, and its forms.
    private List<Panel> one(ItemTable.Kept it, Panel.Target here, String act) {
        String id = it.standing().id();
        Fields item = ledger.log().subject(id);
        List<Panel> panels = new ArrayList<>();
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        panels.add(shown.head(id, item));
        panels.addAll(sentences.of(item));
        panels.add(doubts(item));
        List<Panel> candidates = twins.of(id);
        panels.addAll(candidates);
        ActForms forms = new ActForms(ledger, id, item, it.events());
        Act open =
                DECIDING.stream().filter(one -> one.isMeantBy(act)).findFirst().orElse(Act.REGISTER);
        List<Panel.Link> links = new ArrayList<>();
        for (Act one : DECIDING) {
            links.add(new Panel.Link(one.label(), here.with("item", id).with(ActForms.ACT, one.id()), one == open));
        }
        links.add(new Panel.Link(new Label("全貌", "The whole story"), Ways.story(id)));
        panels.add(new Panel.Links(new Label("办理", "Decide"), links));
        forms.find(open.id())
                .ifPresent(trial -> panels.add(
                        trial.isOpen() ? answered(forms.form(trial), candidates.isEmpty()) : forms.refused(trial)));
        causesAndRemedies(item).ifPresent(panels::add);
        return panels;
    }

    /// Where nothing may be the same problem, it is a new one until somebody says otherwise.
    private static Panel.Form answered(Panel.Form form, boolean isNew) {
        return new Panel.Form(
                form.title(),
                form.command(),
                form.arguments(),
                form.options(),
                form.fields().stream()
                        .map(it -> isNew
                                        && it.name().equals(Input.TWIN.option())
                                        && it.value().isEmpty()
                                ? it.holding(Choices.TWIN.label("new").zh())
                                : it)
                        .toList(),
                form.submit());
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
        all.addAll(missing(item));
        return new Panel.Text(all.isEmpty() ? new Label("来自报告。", "From a report.") : joined(all));
    }

    private static List<Label> missing(Fields item) {
        List<Label> all = new ArrayList<>();
        if (remedies(item).isEmpty()) {
            all.add(new Label("有问题无措施", "no remedy"));
        }
        if (item.members("cause").isEmpty()) {
            all.add(new Label("无原因分析", "no cause"));
        }
        if (item.members("source").isEmpty()) {
            all.add(new Label("手工录入", "entered by hand"));
        }
        return all;
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

    /// The proposals as cards, and ways to others.
    private Panel queue(
            List<ItemTable.Kept> page,
            int offset,
            long total,
            Panel.Target here,
            Panel.Target beginning,
            boolean isBatch) {
        Parties parties = ledger.parties();
        ItemFlags flags = new ItemFlags(ledger.today(), ledger.terms());
        Panel.Board cards = new Panel.Board(
                Label.same(""),
                List.of(new Panel.Lane(
                        State.PROPOSED.id(),
                        State.PROPOSED.label(),
                        total,
                        page.stream()
                                .map(it -> card(it.standing(), parties, flags, here))
                                .toList(),
                        Optional.empty())),
                "");
        List<Panel.Link> ways = new ArrayList<>();
        if (offset > 0) {
            int before = Math.max(0, offset - CARDS);
            ways.add(new Panel.Link(
                    new Label("前 " + CARDS + " 项", "Previous " + CARDS),
                    beginning.with("offset", before == 0 ? "" : String.valueOf(before))));
        }
        if (offset + CARDS < total) {
            ways.add(new Panel.Link(
                    new Label("后 " + CARDS + " 项", "Next " + CARDS),
                    beginning.with("offset", String.valueOf(offset + CARDS))));
        }
        if (isBatch) {
            ways.add(new Panel.Link(new Label("逐项办理", "One by one"), here));
        } else if (page.size() > 1) {
            ways.add(new Panel.Link(
                    new Label("成批办理这 " + page.size() + " 项…", "Decide about these " + page.size() + " together…"),
                    here.with("batch", "是")));
        }
        return ways.isEmpty() ? cards : Panel.Stack.of(cards, new Panel.Links(Label.same(""), ways));
    }

    private Panel.Card card(Standing it, Parties parties, ItemFlags known, Panel.Target here) {
        Fields item = ledger.log().subject(it.id());
        String quote = item.of("source.1.quote");
        List<Panel.Flag> flags = new ArrayList<>(known.of(it));
        missing(item).forEach(words -> flags.add(new Panel.Flag(words, Panel.Tone.PLAIN)));
        return new Panel.Card(
                it.id(),
                Label.same(quote.isEmpty() ? it.of("title") : quote.replace('\n', ' ')),
                Label.same(parties.name(it.of("unit")) + "　" + it.of("year")),
                flags,
                Optional.of(here.with("item", it.id())));
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
                        "成批" + act.label().zh() + "：列出的 " + ids.size() + " 项（一批，可撤回；不填的类别保留原来的）",
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
