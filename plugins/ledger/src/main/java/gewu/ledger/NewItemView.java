package gewu.ledger;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.util.Map;

/// A problem entered by hand (手工录入): one form.
final class NewItemView implements View {
    private final Ledger ledger;

    NewItemView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        return Panel.Stack.of(
                LedgerPanels.text(
                        "出处写来源报告和原文；没有报告的写理由。录入后到“待确认”立项。",
                        "Name the report and its words; without a report write why. It then waits to be confirmed."),
                ActForms.proposal(ledger));
    }
}
