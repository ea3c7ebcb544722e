package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The ledger as one long table; each row leads to the story of its item. Page after page where rows are left out.
final class LedgerView implements View {
    private static final int ROWS = 100;
    private static final int MOST = 1_000_000;

    private final Ledger ledger;
    private final StoryView story;

    LedgerView(Ledger ledger, StoryView story) {
        this.ledger = ledger;
        this.story = story;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        if (!parameters.getOrDefault("item", "").isBlank()) {
            return story.show(parameters);
        }
        AskedItems asked = AskedItems.of(parameters, ledger);
        boolean isByDeadline = !parameters.getOrDefault("by_deadline", "").isEmpty();
        int offset = offset(parameters.getOrDefault("offset", ""));
        long total = ledger.items().count(asked.filter());
        List<Panel> panels = new ArrayList<>(asked.ways(Ways.TABLE, ledger.filters()));
        asked.told().ifPresent(panels::add);
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        boolean isPaged = total == 0 || !parameters.getOrDefault("offset", "").isBlank();
        panels.add(
                isPaged
                        ? shown.table(ledger.items().page(asked.filter(), isByDeadline, ROWS, offset), total, offset)
                        : new Panel.LongTable(
                                new Label("整改台账　" + total + " 项", "Ledger, " + total + " items"),
                                "ledger",
                                LedgerTableRows.COLUMNS,
                                new LedgerTableRows(ledger, asked.filter(), isByDeadline)));
        Panel.Target here = asked.in(Ways.TABLE).with("by_deadline", isByDeadline ? "是" : "");
        List<Panel.Link> pages = new ArrayList<>();
        if (!isPaged && total > ROWS) {
            pages.add(new Panel.Link(new Label("分页看", "Page by page"), here.with("offset", "0")));
        }
        if (offset > 0) {
            int before = Math.max(0, offset - ROWS);
            pages.add(new Panel.Link(new Label("上一页", "Previous page"), here.with("offset", String.valueOf(before))));
        }
        if (isPaged && offset + ROWS < total) {
            pages.add(
                    new Panel.Link(new Label("下一页", "Next page"), here.with("offset", String.valueOf(offset + ROWS))));
        }
        if (total > 1) {
            pages.add(new Panel.Link(
                    isByDeadline ? new Label("按编号排列", "By number") : new Label("按时限排列", "By deadline"),
                    here.with("by_deadline", isByDeadline ? "" : "是")));
            pages.add(new Panel.Link(new Label("看板", "Board"), asked.in(Ways.BOARD)));
            pages.add(new Panel.Link(new Label("日历", "Calendar"), asked.in(Ways.CALENDAR)));
        }
        pages.add(new Panel.Link(new Label("录入问题", "Enter a problem"), new Panel.Target(Ways.NEW)));
        pages.add(new Panel.Link(new Label("管理常用筛选", "Saved filters"), new Panel.Target(Ways.FILTERS)));
        panels.add(new Panel.Links(Label.same(""), pages));
        return new Panel.Stack(panels);
    }

    private static int offset(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        if (!words.matches("\\d{1,7}") || Integer.parseInt(words) > MOST) {
            throw Fault.usage("“" + words + "” is no number of rows to leave out.", "Write it like 100.");
        }
        return Integer.parseInt(words);
    }
}
