package gewu.ledger;

import gewu.api.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one gate that every change of an item passes, whichever door it came in by: state, role, guards.
final class Gate {
    /// What came of it: the case that may be carried out, or why not.
    sealed interface Answer {
        record Open(Case it) implements Answer {}

        record Shut(Refusal refusal) implements Answer {}
    }

    private Gate() {}

    /// @param seen   how many events the item has
    static Answer ask(Order order, String id, Fields item, long seen, Actor actor, Office office) {
        Act act = order.act();
        boolean isNew = act == Act.PROPOSE;
        if (!isNew && !item.has("state")) {
            return shut(order, id, "unknown", new Label("台账里没有 " + id, "the ledger has no " + id), List.of());
        }
        if (!isNew && !act.from().contains(State.valueOf(item.of("state")))) {
            return shut(order, id, "state", wrongState(act, item), instead(item, office));
        }
        List<Input> foreign = order.in().keySet().stream()
                .filter(it -> !act.takes().contains(it))
                .sorted()
                .toList();
        if (!foreign.isEmpty()) {
            return shut(
                    order,
                    id,
                    "input",
                    new Label(
                            "“" + act.label().zh() + "”不收"
                                    + foreign.stream()
                                            .map(it -> it.label().zh())
                                            .collect(Collectors.joining("、")),
                            "“" + act.label().en() + "” takes no "
                                    + foreign.stream()
                                            .map(it -> it.label().en())
                                            .collect(Collectors.joining(", "))),
                    isNew ? List.of() : instead(item, office));
        }
        if (order.version() > 0 && order.version() != seen) {
            return shut(
                    order,
                    id,
                    "version",
                    new Label(
                            "别人刚刚办理过这个事项（您看到 " + order.version() + " 条记录，现有 " + seen + " 条），请看过新的情况再办",
                            "somebody changed it meanwhile: you saw " + order.version() + " events, there are " + seen
                                    + "; look again first"),
                    List.of());
        }
        Optional<Role> role = roleOf(act, actor);
        if (role.isEmpty()) {
            return shut(order, id, "role", wrongRole(act, actor), instead(item, office));
        }
        Case it = new Case(act, id, item, order.in(), actor, role.get(), order.reason(), office);
        List<Guard> failed =
                act.guards().stream().filter(guard -> !guard.holds(it)).toList();
        if (!failed.isEmpty()) {
            return new Answer.Shut(new Refusal(
                    id,
                    act,
                    failed.stream().map(Guard::id).toList(),
                    new Label(
                            failed.stream().map(guard -> guard.label().zh()).collect(Collectors.joining("；")),
                            "it needs "
                                    + failed.stream()
                                            .map(guard -> guard.label().en())
                                            .collect(Collectors.joining("; "))),
                    isNew ? List.of() : instead(item, office)));
        }
        return new Answer.Open(it);
    }

    /// Who may do an act to an item: the roles, and those who are registered for them.
    static Label who(Act act, Fields item, Office office) {
        String people = people(act.who(), item, office);
        return new Label(names(act.who(), true) + people, names(act.who(), false) + people);
    }

    /// What a state allows, and who may do it; transitions first.
    static Map<Act, Set<Role>> possible(State state) {
        Map<Act, Set<Role>> possible = new LinkedHashMap<>();
        for (Act act : Act.values()) {
            if (act.from().contains(state)) {
                possible.put(act, act.who());
            }
        }
        return possible;
    }

    private static Optional<Role> roleOf(Act act, Actor actor) {
        return Stream.of(Role.values())
                .filter(it -> act.who().contains(it) && actor.roles().contains(it))
                .findFirst();
    }

    private static Answer shut(Order order, String id, String what, Label why, List<Label> instead) {
        return new Answer.Shut(new Refusal(id, order.act(), List.of(what), why, instead));
    }

    private static Label wrongState(Act act, Fields item) {
        State state = State.valueOf(item.of("state"));
        String zh = names(act.from(), true);
        String en = names(act.from(), false);
        return new Label(
                "“" + act.label().zh() + "”须在" + zh + "时办理，现为" + state.label().zh(),
                "“" + act.label().en() + "” needs an item that is " + en + "; it is "
                        + state.label().en());
    }

    private static Label wrongRole(Act act, Actor actor) {
        return new Label(
                "“" + act.label().zh() + "”由" + names(act.who(), true) + "办理，您是" + names(actor.roles(), true),
                "“" + act.label().en() + "” is for " + names(act.who(), false) + "; you are "
                        + names(actor.roles(), false));
    }

    /// The transitions that the state allows, with who may do them.
    private static List<Label> instead(Fields item, Office office) {
        List<Label> instead = new ArrayList<>();
        if (!item.has("state")) {
            return instead;
        }
        possible(State.valueOf(item.of("state"))).forEach((act, who) -> {
            if (act.isTransition()) {
                instead.add(new Label(
                        act.label().zh() + "（" + names(who, true) + people(who, item, office) + "）",
                        act.label().en() + " (" + names(who, false) + people(who, item, office) + ")"));
            }
        });
        return instead;
    }

    /// Those who are registered for it, at most three.
    private static String people(Set<Role> who, Fields item, Office office) {
        String names = office.parties().all().stream()
                .filter(it -> it.roles().stream().anyMatch(who::contains))
                .filter(it -> !who.equals(Set.of(Role.UNIT))
                        || it.unit().equals(item.of("lead"))
                        || item.members("assisting").contains(it.unit()))
                .limit(3)
                .map(Party::name)
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "" : "：" + names;
    }

    private static <T extends Enum<T> & Named> String names(Set<T> all, boolean isChinese) {
        return all.stream()
                .sorted()
                .map(it -> isChinese ? it.label().zh() : it.label().en())
                .collect(Collectors.joining(isChinese ? "、" : ", "));
    }
}
