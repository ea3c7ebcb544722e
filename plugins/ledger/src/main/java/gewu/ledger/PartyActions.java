package gewu.ledger;

import gewu.api.workbench.Command.Exit;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is who: units and persons, former names, roles.
final class PartyActions {
    private final Ledger ledger;

    PartyActions(Ledger ledger) {
        this.ledger = ledger;
    }

    /// What is done here, by name.
    List<LedgerAction> actions() {
        return List.of(new LedgerAction("parties", "单位", this::parties), new LedgerAction("party", "登记", this::party));
    }

    private Exit parties(LedgerCall call, Output output) {
        Parties parties = ledger.parties();
        LedgerRows rows = call.rows();
        parties.all().forEach(it -> output.row(rows.party(it)));
        output.row(DataRow.of("total").with("parties", parties.all().size()).with("open", parties.isOpen()));
        output.show(call.panels().parties(""));
        return Exit.DONE;
    }

    /// Enters a unit or a person, gives roles, or renames; the former name stays known.
    private Exit party(LedgerCall call, Output output) {
        List<String> words = call.words();
        if (words.size() != 1) {
            throw Fault.usage(
                    "“party” needs a name.",
                    "Write it like gewu ledger party 水利局, or gewu ledger party 王五 --role 验收员.");
        }
        String name = words.getFirst().strip();
        Parties parties = ledger.parties();
        Optional<Party> known = parties.find(name);
        Optional<Role> role = call.role();
        Optional<String> unit = call.option("--unit").map(parties::unit);
        boolean isPerson = known.map(it -> !it.isUnit()).orElse(role.isPresent() || unit.isPresent());
        Map<String, String> values = new LinkedHashMap<>();
        if (known.isEmpty()) {
            values.put("name", name);
        }
        role.ifPresent(it -> values.put("role." + it.id(), "1"));
        unit.ifPresent(it -> values.put("unit", it));
        call.option("--without-role").map(LedgerCall::role).ifPresent(it -> {
            if (it == Role.ADMINISTRATOR && parties.isLastAdministrator(known)) {
                throw Fault.usage(
                        name + " is the only administrator; without one the ledger would be open to everybody.",
                        "Make somebody else administrator first.");
            }
            values.put("role." + it.id(), "");
        });
        call.option("--rename").ifPresent(it -> {
            String at = "former."
                    + (known.map(party -> party.fields().count("former")).orElse(0) + 1) + ".";
            values.put("name", it);
            values.put(at + "name", known.map(Party::name).orElse(name));
            values.put(at + "until", ledger.today().toString());
        });
        if (isPerson
                && role.equals(Optional.of(Role.UNIT))
                && unit.isEmpty()
                && known.map(Party::unit).orElse("").isEmpty()) {
            throw Fault.usage(
                    "Who acts for a unit belongs to one.",
                    "Write it like gewu ledger party 李四 --role 承办单位 --unit 水利局.");
        }
        String id = known.map(Party::id).orElse(isPerson ? Ids.PERSON : Ids.UNIT);
        ledger.party(id, "party", values, parties.isOpen() ? Actor.anybody(call.by()) : call.actorAsEntered());
        return parties(call, output);
    }
}
