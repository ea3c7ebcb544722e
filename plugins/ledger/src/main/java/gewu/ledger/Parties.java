package gewu.ledger;

import gewu.api.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The units and persons that the ledger knows at one moment. Immutable.
///
/// While nobody is registered as 管理员 the ledger is open: whoever is named with `--as` may act in every role, and who
/// is not named acts as 本机. Separation of duties holds all the same, by names.
final class Parties {
    /// Who acts in an open ledger when nobody is named.
    static final String NOBODY_NAMED = "本机";

    private final Map<String, Party> all;

    private Parties(Map<String, Party> all) {
        this.all = all;
    }

    static Parties of(EventLog log) {
        Map<String, Fields.Folding> folds = new LinkedHashMap<>();
        for (String series : List.of(Ids.UNIT, Ids.PERSON)) {
            log.bySubject(
                    series,
                    event -> folds.computeIfAbsent(event.subject(), _ -> new Fields.Folding())
                            .add(Canon.read(event.changes())));
        }
        Map<String, Party> all = new LinkedHashMap<>();
        folds.forEach((id, fold) -> {
            Party party = new Party(id, fold.fields());
            if (!party.name().isEmpty()) {
                all.put(id, party);
            }
        });
        return new Parties(all);
    }

    /// Those that the ledger knew at a moment, with the names they had then.
    static Parties asOf(EventLog log, java.time.Instant until) {
        Map<String, Party> all = new LinkedHashMap<>();
        for (String series : List.of(Ids.UNIT, Ids.PERSON)) {
            Folds.each(log, series, until, it -> {
                Party party = new Party(it.id(), it.fields());
                if (!party.name().isEmpty()) {
                    all.put(it.id(), party);
                }
            });
        }
        return new Parties(all);
    }

    List<Party> all() {
        return List.copyOf(all.values());
    }

    boolean isOpen() {
        return all.values().stream().noneMatch(it -> it.roles().contains(Role.ADMINISTRATOR));
    }

    boolean isLastAdministrator(Optional<Party> party) {
        List<Party> administrators = all.values().stream()
                .filter(it -> it.roles().contains(Role.ADMINISTRATOR))
                .toList();
        return administrators.size() == 1
                && party.filter(administrators::contains).isPresent();
    }

    Optional<Party> find(String words) {
        return all.values().stream().filter(it -> it.isCalled(words)).findFirst();
    }

    /// The id of the unit that is called so, or was.
    ///
    /// @throws gewu.api.WorkbenchException if none is; it names the nearest one
    String unit(String words) {
        return find(words)
                .filter(Party::isUnit)
                .map(Party::id)
                .orElseThrow(() -> Fault.usage(
                        "The ledger knows no unit “" + words + "”.",
                        hint(words) + "Enter it with: gewu ledger party " + words + "."));
    }

    /// The id of the person who is called so; the name as it is if nobody is.
    String person(String words) {
        return find(words).map(Party::id).orElse(words);
    }

    /// How people read an id; what is no party's id is shown as it is.
    String name(String id) {
        Party party = all.get(id);
        return party == null ? id : party.name();
    }

    /// Whether somebody may act in a role.
    boolean mayBe(String person, Role role) {
        return isOpen() || find(person).filter(it -> it.roles().contains(role)).isPresent();
    }

    /// Who acts.
    ///
    /// @param name empty if nobody was named
    /// @param role the only role wanted; empty for all that the person has
    /// @throws gewu.api.WorkbenchException if nobody of that name may act so
    Actor acting(String name, Optional<Role> role) {
        Actor actor = actor(name);
        if (role.isEmpty()) {
            return actor;
        }
        if (!actor.roles().contains(role.get())) {
            throw Fault.usage(
                    name + " is not registered as " + role.get().label().zh() + ".",
                    "An administrator gives roles: gewu ledger party " + name + " --role "
                            + role.get().label().zh() + ".");
        }
        return new Actor(actor.name(), java.util.Set.of(role.get()), actor.unit());
    }

    private Actor actor(String name) {
        Optional<Party> known = find(name).filter(it -> !it.isUnit());
        if (isOpen()) {
            Actor anybody = Actor.anybody(name.isBlank() ? NOBODY_NAMED : person(name));
            return known.map(it -> new Actor(it.id(), anybody.roles(), it.unit()))
                    .orElse(anybody);
        }
        if (name.isBlank()) {
            throw Fault.usage(
                    "This ledger has an administrator, so it wants to know who acts.", "Name yourself: --as NAME.");
        }
        return known.map(it -> new Actor(it.id(), it.roles(), it.unit()))
                .orElseThrow(() -> Fault.usage(
                        "The ledger knows no person “" + name + "”.",
                        hint(name) + "An administrator enters persons: gewu ledger party " + name + " --role ROLE."));
    }

    private String hint(String words) {
        List<String> names = new ArrayList<>();
        all.values().forEach(it -> names.add(it.name()));
        return Nearest.to(words, names).map(it -> "Did you mean “" + it + "”? ").orElse("");
    }
}
