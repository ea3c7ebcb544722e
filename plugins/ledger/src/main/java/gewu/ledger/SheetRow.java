package gewu.ledger;

import gewu.api.Label;
import java.util.List;

/// What a row of a sheet that came back means.
///
/// @param number as the spreadsheet shows it
/// @param id     the item's; empty for a new one
/// @param orders what would carry it out
/// @param why    why it is refused
record SheetRow(int number, String id, Verdict verdict, List<Edit> edits, List<Order> orders, List<Label> why) {
    SheetRow {
        edits = List.copyOf(edits);
        orders = List.copyOf(orders);
        why = List.copyOf(why);
    }

    enum Verdict implements Named {
        NEW("新增", "new"),
        CHANGED("有变化", "changed"),
        UNCHANGED("未变", "unchanged"),
        REFUSED("不能办", "refused");

        private final Label label;

        Verdict(String zh, String en) {
            this.label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /// A cell that says something else than the ledger said when the sheet was made.
    record Edit(SheetColumn column, String before, String after) {}

    static SheetRow unchanged(int number, String id) {
        return new SheetRow(number, id, Verdict.UNCHANGED, List.of(), List.of(), List.of());
    }

    static SheetRow refused(int number, String id, List<Edit> edits, List<Label> why) {
        return new SheetRow(number, id, Verdict.REFUSED, edits, List.of(), why);
    }

    /// The same, but the gate refused it.
    SheetRow refused(List<Refusal> refusals) {
        return refused(number, id, edits, refusals.stream().map(SheetRow::why).toList());
    }

    private static Label why(Refusal it) {
        Label act = it.act().label();
        Label why = it.why();
        boolean says = why.zh().contains(act.zh());
        return new Label(
                (says ? "" : act.zh() + "：") + why.zh() + instead(it, true),
                (says ? "" : act.en() + ": ") + why.en() + instead(it, false));
    }

    private static String instead(Refusal it, boolean isChinese) {
        if (it.instead().isEmpty() || !it.failed().contains("state")) {
            return "";
        }
        List<String> acts = it.instead().stream()
                .map(label -> isChinese ? label.zh() : label.en())
                .toList();
        return isChinese ? "；现在可以：" + String.join("、", acts) : "; possible now: " + String.join(", ", acts);
    }
}
