package gewu.ledger;

import gewu.api.Label;
import gewu.api.Nearest;
import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Campaigns (专项行动), such as 百日攻坚: with dates of their own, and what became of the items in them.
final class CampaignActions {
    private static final Set<Role> WHO = Set.of(Role.SUPERVISOR, Role.LEADER, Role.ADMINISTRATOR);

    private final Ledger ledger;

    CampaignActions(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(
                new LedgerAction("campaigns", "专项行动", this::list),
                new LedgerAction("open-campaign", "开展专项", this::open));
    }

    /// A campaign with its counters.
    private record Campaign(String name, Fields fields, List<Standing> items) {
        long count(Predicate<Standing> which) {
            return items.stream().filter(which).count();
        }
    }

    /// Enters a campaign, or gives it other dates.
    private Exit open(LedgerCall call, Output output) {
        if (call.words().size() != 1) {
            throw Fault.usage(
                    "“open-campaign” needs a name.",
                    "Write it like gewu ledger open-campaign 百日攻坚 --from 2026-05-01 --until 2026-08-08.");
        }
        Actor actor = call.actor();
        if (actor.roles().stream().noneMatch(WHO::contains)) {
            throw Fault.usage(
                    "Campaigns are opened by 督办员 or 领导.", "Ask one of them; gewu ledger parties lists who is who.");
        }
        String name = call.words().getFirst().strip();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        call.day("--from").ifPresent(it -> values.put("from", it.toString()));
        call.day("--until").ifPresent(it -> values.put("until", it.toString()));
        call.option("--goal").ifPresent(it -> values.put("goal", it));
        Optional<Folds.Fold> known = known(name);
        String from = values.getOrDefault(
                "from", known.map(it -> it.fields().of("from")).orElse(""));
        String until = values.getOrDefault(
                "until", known.map(it -> it.fields().of("until")).orElse(""));
        if (!from.isEmpty() && !until.isEmpty() && from.compareTo(until) > 0) {
            throw Fault.usage(
                    "The campaign would end on " + until + ", before it begins on " + from + ".",
                    "Give --until a day behind --from.");
        }
        ledger.campaign(known.map(Folds.Fold::id).orElse(Ids.CAMPAIGN), values, call.reason(), actor);
        return list(call, output);
    }

    private Optional<Folds.Fold> known(String name) {
        List<Folds.Fold> found = new ArrayList<>();
        Folds.each(ledger.log(), Ids.CAMPAIGN, Folds.ALWAYS, it -> {
            if (it.fields().of("name").equals(name)) {
                found.add(it);
            }
        });
        return found.stream().findFirst();
    }

    private Exit list(LedgerCall call, Output output) {
        LocalDate today = ledger.today();
        List<Campaign> all = campaigns();
        Set<String> names = new TreeSet<>();
        all.forEach(it -> names.add(it.name()));
        for (String wanted : call.words()) {
            if (!names.contains(wanted)) {
                throw Fault.usage("There is no campaign “" + wanted + "”.", Nearest.hint(wanted, names));
            }
        }
        List<Campaign> some = all.stream()
                .filter(it -> call.words().isEmpty() || call.words().contains(it.name()))
                .toList();
        for (Campaign it : some) {
            output.row(DataRow.of("campaign")
                    .with("name", it.name())
                    .with("from", none(it.fields().of("from")))
                    .with("until", none(it.fields().of("until")))
                    .with("goal", none(it.fields().of("goal")))
                    .with("days_left", daysLeft(it, today).orElse(null))
                    .with("items", it.items().size())
                    .with("closed", it.count(item -> item.state() == State.CLOSED))
                    .with("closed_in_time", it.count(item -> isInTime(it, item)))
                    .with("open", it.count(item -> item.state().isOpen()))
                    .with("overdue", it.count(item -> item.isOverdue(today)))
                    .with("as_of", today.toString())
                    .with("numbers", it.items().stream().map(Standing::id).toList()));
        }
        output.row(DataRow.of("total").with("campaigns", some.size()));
        if (!output.isJson()) {
            output.show(table(some, today));
        }
        return Exit.DONE;
    }

    /// Whether it was closed while the campaign lasted.
    private static boolean isInTime(Campaign campaign, Standing item) {
        Optional<LocalDate> closed = item.date("closed_on");
        return item.state() == State.CLOSED
                && closed.isPresent()
                && campaign.fields().date("from").filter(closed.get()::isBefore).isEmpty()
                && campaign.fields().date("until").filter(closed.get()::isAfter).isEmpty();
    }

    private static Optional<Long> daysLeft(Campaign it, LocalDate today) {
        return it.fields().date("until").map(day -> ChronoUnit.DAYS.between(today, day));
    }

    private List<Campaign> campaigns() {
        Map<String, Fields> fields = new TreeMap<>();
        Folds.each(ledger.log(), Ids.CAMPAIGN, Folds.ALWAYS, it -> {
            if (it.fields().has("name")) {
                fields.put(it.fields().of("name"), it.fields());
            }
        });
        Map<String, List<Standing>> items = new TreeMap<>();
        fields.keySet().forEach(it -> items.put(it, new ArrayList<>()));
        ledger.items()
                .ofCampaigns()
                .forEach(it -> items.computeIfAbsent(it.standing().of("campaign"), _ -> new ArrayList<>())
                        .add(it.standing()));
        List<Campaign> all = new ArrayList<>();
        items.forEach((name, of) -> all.add(new Campaign(name, fields.getOrDefault(name, Fields.NONE), of)));
        return all;
    }

    /// All campaigns with their counters.
    Panel panel() {
        return table(campaigns(), ledger.today());
    }

    private static Panel table(List<Campaign> all, LocalDate today) {
        if (all.isEmpty()) {
            return Panel.Advice.way(
                    new Label(
                            "还没有专项行动。开展：gewu ledger 开展专项 百日攻坚 --from 2026-05-01 --until 2026-08-08",
                            "No campaigns yet. Open one: gewu ledger open-campaign NAME --from DAY --until DAY"),
                    new Label("还没有专项行动。", "No campaigns yet."));
        }
        return new Panel.Table(
                new Label("专项行动（截至 " + today + "）", "Campaigns (as of " + today + ")"),
                List.of(
                        Panel.Column.text("专项行动", "Campaign"),
                        Panel.Column.text("起", "From"),
                        Panel.Column.text("止", "Until"),
                        Panel.Column.text("剩余天数", "Days left"),
                        Panel.Column.number("事项", "Items"),
                        Panel.Column.number("已销号", "Closed"),
                        Panel.Column.number("期内销号", "Closed in time"),
                        Panel.Column.number("未销号", "Open"),
                        Panel.Column.number("超期", "Overdue")),
                all.stream()
                        .map(it -> Panel.Row.of(
                                it.name(),
                                it.fields().of("from"),
                                it.fields().of("until"),
                                daysLeft(it, today).map(String::valueOf).orElse("–"),
                                it.items().size(),
                                it.count(item -> item.state() == State.CLOSED),
                                it.count(item -> isInTime(it, item)),
                                it.count(item -> item.state().isOpen()),
                                it.count(item -> item.isOverdue(today))))
                        .toList());
    }

    private static @Nullable String none(String value) {
        return value.isEmpty() ? null : value;
    }
}
