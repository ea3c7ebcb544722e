package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.util.List;
import java.util.Map;

/// Campaigns (专项行动) with their counters, and forms to open one and to put items into it.
final class CampaignsView implements View {
    private final Ledger ledger;

    CampaignsView(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        Parties parties = ledger.parties();
        List<Panel.Choice> names = ledger.campaigns().stream()
                .map(it -> new Panel.Choice(it, Label.same(it)))
                .toList();
        return Panel.Stack.of(
                names.isEmpty()
                        ? LedgerPanels.text("还没有专项行动。", "There is no campaign yet.")
                        : new CampaignActions(ledger).panel(),
                new Panel.Form(
                        new Label("开展专项，或改起止日期", "Open a campaign, or change its dates"),
                        "ledger",
                        List.of("open-campaign"),
                        List.of(
                                new Field("name", new Label("专项行动", "Campaign"), Field.Kind.LINE, "", names, true),
                                new Field("--from", new Label("起", "From"), Field.Kind.DAY),
                                new Field("--until", new Label("止", "Until"), Field.Kind.DAY),
                                new Field("--goal", new Label("目标", "Goal"), Field.Kind.WORDS),
                                ActForms.actor(parties)),
                        new Label("开展", "Open")),
                new Panel.Form(
                        new Label("把事项列入专项", "Put an item into a campaign"),
                        "ledger",
                        List.of("campaign"),
                        List.of(
                                new Field("item", new Label("问题编号", "Number"), Field.Kind.LINE).required(),
                                new Field(
                                        "--campaign", new Label("专项行动", "Campaign"), Field.Kind.LINE, "", names, true),
                                ActForms.actor(parties)),
                        new Label("列入", "Put in")));
    }
}
