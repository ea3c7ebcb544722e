package gewu.ledger;

import gewu.api.WorkbenchException;
import gewu.api.workbench.CommandCall;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A call of `gewu ledger`, read as the ledger understands it: who acts, which items, which days.
///
/// @param words what stands behind the action
/// @param written the call as it was written
record LedgerCall(Ledger ledger, List<String> words, CommandCall written) {
    Optional<String> option(String name) {
        return written.option(name);
    }

    boolean has(String option) {
        return written.has(option);
    }

    int number(String option, int otherwise) {
        return written.number(option, otherwise);
    }

    /// Who acts, in which roles.
    Actor actor() {
        return ledger.parties().acting(by(), role());
    }

    /// Who acts, in the roles that are entered; `--role` says something else here.
    Actor actorAsEntered() {
        return ledger.parties().acting(by(), Optional.empty());
    }

    String by() {
        return option("--as").map(String::strip).orElse("");
    }

    String reason() {
        return option("--reason").map(String::strip).orElse("");
    }

    Optional<Role> role() {
        return option("--role").map(LedgerCall::role);
    }

    Optional<LocalDate> asOf() {
        return option("--as-of").map(LedgerCall::day);
    }

    /// The items that are named.
    ///
    /// @param action which needs them
    /// @throws WorkbenchException if none is
    List<String> items(String action) {
        return named(words, action);
    }

    static List<String> named(List<String> ids, String action) {
        if (ids.isEmpty()) {
            throw Fault.usage(
                    "“" + action + "” needs the number of an item.",
                    "Write it like gewu ledger " + action + " ZG-2024-0001-0001.");
        }
        return ids.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList();
    }

    /// An item as it stands.
    ///
    /// @throws WorkbenchException if the ledger has none of this number
    Fields known(String id) {
        Fields item = ledger.log().subject(id);
        if (!item.has("state")) {
            throw unknown(id);
        }
        return item;
    }

    static WorkbenchException unknown(String id) {
        return Fault.usage("The ledger has no " + id + ".", "gewu ledger list lists what it has.");
    }

    Map<Input, String> inputs() {
        Map<Input, String> words = new EnumMap<>(Input.class);
        for (Input it : Input.values()) {
            option(it.option()).ifPresent(value -> words.put(it, value));
        }
        return words;
    }

    /// Which items are asked for: by the options, and by the saved filter that one of them names.
    ItemFilter filter() {
        ItemWords words = ItemWords.of(written);
        return option("--filter")
                .map(it ->
                        words.and(AskedItems.named(it.strip(), ledger.filters()).words()))
                .orElse(words)
                .filter(ledger);
    }

    /// Which items are acted on together, beside those that are named.
    ItemFilter where() {
        ItemFilter all = ItemFilter.ALL;
        return new ItemFilter(
                states(option("--where-state")),
                option("--where-unit").map(ledger.parties()::unit).orElse(""),
                all.year(),
                all.kind(),
                all.severity(),
                all.category(),
                all.person(),
                all.words(),
                all.isListed(),
                all.overdue(),
                all.dueBy());
    }

    LedgerRows rows() {
        return new LedgerRows(ledger.parties(), ledger.today());
    }

    LedgerPanels panels() {
        return new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
    }

    static Role role(String word) {
        return Named.find(Role.values(), word)
                .filter(it -> it != Role.SYSTEM)
                .orElseThrow(() ->
                        Fault.usage("There is no role “" + word + "”.", "Known: 查阅, 录入员, 承办单位, 验收员, 督办员, 领导, 管理员."));
    }

    private static Set<State> states(Optional<String> words) {
        if (words.isEmpty()) {
            return Set.of();
        }
        EnumSet<State> states = EnumSet.noneOf(State.class);
        for (String word : words.get().split("[、，, ]+")) {
            states.add(Named.find(State.values(), word)
                    .orElseThrow(() -> Fault.usage(
                            "There is no state “" + word + "”.",
                            "Known: 待确认, 不予立项, 已立项, 待签收, 整改中, 长期整改, 待验收, 暂缓, 已销号, 已合并.")));
        }
        return states;
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException notADay) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE,
                    "--as-of: “" + word + "” is no date.",
                    "Write it like 2026-05-01.",
                    notADay);
        }
    }
}
