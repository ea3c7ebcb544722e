package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Proposals that wait for a person (待确认): each with its sentence, how sure the finder was, what is missing, and what
/// could be done.
final class ProposalsView implements View {
    private static final int ROWS = 50;

    private final Ledger ledger;

    ProposalsView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        AskedItems asked = AskedItems.of(parameters, ledger);
        ItemFilter waiting = asked.filter().in(Set.of(State.PROPOSED));
        long total = ledger.items().count(waiting);
        if (total == 0) {
            return LedgerPanels.text(
                    "没有待确认的问题。从报告收录：gewu ledger take",
                    "Nothing is to be confirmed. Take in what reports say: gewu ledger take");
        }
        String words = parameters.getOrDefault("offset", "").strip();
        int offset = words.matches("\\d{1,7}") ? Integer.parseInt(words) : 0;
        Parties parties = ledger.parties();
        ItemFlags flags = new ItemFlags(ledger.today(), ledger.terms());
        List<Panel.Row> rows = ledger.items().page(waiting, false, ROWS, offset).stream()
                .map(it -> row(it.standing(), parties, flags))
                .toList();
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Table(
                new Label("待确认 " + total + " 项", total + " to be confirmed"),
                List.of(
                        Panel.Column.text("问题编号", "Number"),
                        Panel.Column.text("原文", "Sentence"),
                        Panel.Column.text("单位、年度", "Unit, year"),
                        Panel.Column.number("可信度", "Confidence"),
                        Panel.Column.number("措施", "Remedies"),
                        Panel.Column.text("提示", "Flags")),
                rows));
        List<Panel.Link> ways = new ArrayList<>();
        Panel.Target here = asked.in("ledger-proposals");
        if (offset > 0) {
            int before = Math.max(0, offset - ROWS);
            ways.add(new Panel.Link(
                    new Label("上一页", "Previous page"), here.with("offset", before == 0 ? "" : String.valueOf(before))));
        }
        if (offset + ROWS < total) {
            ways.add(new Panel.Link(new Label("下一页", "Next page"), here.with("offset", String.valueOf(offset + ROWS))));
        }
        if (!ways.isEmpty()) {
            panels.add(new Panel.Links(Label.same(""), ways));
        }
        panels.add(
                LedgerPanels.text(
                        "立项：gewu ledger 立项 编号 --category 类别 --kind 类型 --goal 目标 --twin 新；不予立项：gewu ledger 不予立项 编号 --because 理由 --reason 说明；查重：gewu ledger twins 编号",
                        "Register: gewu ledger register NUMBER --category … --kind … --goal … --twin new; dismiss: gewu ledger dismiss NUMBER --because … --reason …; the same elsewhere: gewu ledger twins NUMBER"));
        return new Panel.Stack(panels);
    }

    private Panel.Row row(Standing it, Parties parties, ItemFlags known) {
        Fields item = ledger.log().subject(it.id());
        String quote = item.of("source.1.quote");
        boolean isPlaced = item.has("source.1.start") && !item.has("source.1.lost");
        List<String> remedies = item.members("remedy").stream()
                .filter(no -> !item.of("remedy." + no + ".status").equals("rejected"))
                .toList();
        Panel.Row row = Panel.Row.of(
                        it.id(),
                        quote.isEmpty() ? it.of("title") : quote.replace('\n', ' '),
                        parties.name(it.of("unit")) + " " + it.of("year"),
                        item.has("confidence") ? item.of("confidence") : "–",
                        remedies.size(),
                        flags(it, item, remedies.isEmpty(), known))
                .at(0, Ways.story(it.id()));
        return isPlaced
                ? row.at(1, new Panel.Place(item.of("source.1.report"), (int) item.number("source.1.start")))
                : row;
    }

    private static Label flags(Standing it, Fields item, boolean hasNoRemedy, ItemFlags known) {
        List<Label> flags = new ArrayList<>();
        if (hasNoRemedy) {
            flags.add(new Label("有问题无措施", "no remedy"));
        }
        if (item.members("cause").isEmpty()) {
            flags.add(new Label("无原因分析", "no cause"));
        }
        if (item.members("source").isEmpty()) {
            flags.add(new Label("手工录入", "entered by hand"));
        }
        known.of(it).forEach(flag -> flags.add(flag.words()));
        return new Label(
                flags.stream().map(Label::zh).collect(Collectors.joining("、")),
                flags.stream().map(Label::en).collect(Collectors.joining(", ")));
    }
}
