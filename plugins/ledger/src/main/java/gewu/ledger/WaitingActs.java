package gewu.ledger;

import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// The forms of one act for the most urgent items that wait for it, so that people act where they look.
final class WaitingActs {
    private static final int MOST = 5;

    private final Ledger ledger;

    WaitingActs(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Of each item its line and its form.
    List<Panel> forms(Act act, ItemWords which) {
        List<Panel> panels = new ArrayList<>();
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        for (ItemTable.Kept it : ledger.items().mostUrgent(which.filter(ledger), MOST)) {
            String id = it.standing().id();
            Fields item = ledger.log().subject(id);
            ActForms forms = new ActForms(ledger, id, item, it.events());
            forms.find(act.id()).filter(Trial::isOpen).ifPresent(trial -> {
                panels.add(shown.head(id, item));
                if (act == Act.DECIDE) {
                    panels.add(asked(item));
                }
                panels.add(forms.form(trial));
            });
        }
        return panels;
    }

    /// Who asked for how long, and why.
    private Panel asked(Fields item) {
        String no = item.members("extension").stream()
                .filter(it -> !item.has("extension." + it + ".decision"))
                .findFirst()
                .orElse("");
        String at = "extension." + no + ".";
        String by = ledger.parties().name(item.of(at + "asked_by"));
        return LedgerPanels.text(
                by + "申请由 " + item.of(at + "before") + " 延至 " + item.of(at + "until") + "：" + item.of(at + "reason"),
                by + " asks for " + item.of(at + "until") + " in place of " + item.of(at + "before") + ": "
                        + item.of(at + "reason"));
    }
}
