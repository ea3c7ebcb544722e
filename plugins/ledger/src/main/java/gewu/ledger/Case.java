package gewu.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What is to be done to one item, by whom, with what: guards look at it, effects carry it out.
///
/// @param id   the item's
/// @param item as it is before
/// @param in   inputs in the form in which they are kept: dates as ISO has them, money in fen, choices and units by id
/// @param role as which the actor does it
record Case(
        Act act, String id, Fields item, Map<Input, String> in, Actor actor, Role role, String reason, Office office) {
    Case {
        in = Map.copyOf(in);
    }

    /// The input; empty text if none was given.
    String in(Input input) {
        return in.getOrDefault(input, "");
    }

    boolean has(Input input) {
        return !in(input).isBlank();
    }

    Optional<LocalDate> date(Input input) {
        return has(input) ? Optional.of(LocalDate.parse(in(input))) : Optional.empty();
    }

    /// The input, or what the item says already.
    String either(Input input, String field) {
        return has(input) ? in(input) : item.of(field);
    }

    LocalDate today() {
        return office.today();
    }

    /// The deadline that registering gives: the one asked for, or the policy's.
    Optional<LocalDate> deadline() {
        return has(Input.DEADLINE)
                ? date(Input.DEADLINE)
                : office.terms().deadline(either(Input.KIND, "kind"), either(Input.SEVERITY, "severity"), today());
    }

    /// The extension that was asked for and waits for a decision.
    Optional<String> askedExtension() {
        return item.members("extension").stream()
                .filter(it -> !item.has("extension." + it + ".decision"))
                .findFirst();
    }
}
