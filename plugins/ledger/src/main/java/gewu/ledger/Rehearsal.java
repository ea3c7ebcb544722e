package gewu.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Does a group of orders in thought: each passes the [Gate] after those before it, and nothing is written.
final class Rehearsal {
    private Rehearsal() {}

    /// @param office that has looked up nothing that isn't so; it is used up
    /// @return why the first that is refused is refused; empty if all may be carried out
    static List<Refusal> of(List<Order> group, Actor actor, Office office) {
        String made = "";
        for (Order order : group) {
            boolean isNew = order.act() == Act.PROPOSE;
            String id = isNew ? office.newItem(order.in()) : order.id().isEmpty() ? made : order.id();
            Fields item = isNew ? Fields.NONE : office.subject(id);
            switch (Gate.ask(order, id, item, office.events(id), actor, office)) {
                case Gate.Answer.Shut(var refusal) -> {
                    return List.of(refusal);
                }
                case Gate.Answer.Open(var it) -> carryOut(it, office);
            }
            made = isNew ? id : made;
        }
        return List.of();
    }

    private static void carryOut(Case it, Office office) {
        Draft own = new Draft(it.item());
        Map<String, Draft> others = new LinkedHashMap<>();
        new Effects(it, own, id -> others.computeIfAbsent(id, _ -> new Draft(office.subject(id)))).write();
        it.act().to(it.item()).ifPresent(state -> own.set("state", state.name()));
        become(it.id(), it.item(), own, office);
        others.forEach((id, draft) -> become(id, office.subject(id), draft, office));
    }

    private static void become(String id, Fields before, Draft after, Office office) {
        if (!after.changes().isEmpty()) {
            office.becomes(id, before.with(after.changes()));
        }
    }
}
