package gewu.ledger;

import gewu.api.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The units and persons that the ledger knows at one moment. Immutable.
///
/// While nobody is registered as 管理员 the ledger is open: whoever is named with `--as` may act in every role, and who
/// is not named acts as 本机. Separation of duties holds all the same, by names.
final class Parties {
    /// Who acts in an open ledger when nobody is named.
    static final String NOBODY_NAMED = "本机";

    /// Those of a new ledger.
    static final Parties NONE = new Parties(Map.of());

    private static final int NEAR = 3;

    private final Map<String, Party> all;
    private final Map<String, List<Party>> called = new HashMap<>();
    private final boolean isOpen;

    private Parties(Map<String, Party> all) {
        this.all = all;
        all.values()
                .forEach(party -> party.names()
                        .forEach(name -> called.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(party)));
        this.isOpen = all.values().stream().noneMatch(it -> it.roles().contains(Role.ADMINISTRATOR));
    }

    static Parties of(EventLog log) {
        Map<String, Fields.Folding> folds = new LinkedHashMap<>();
        for (String series : List.of(Ids.UNIT, Ids.PERSON)) {
            log.folding(
                    series,
                    Folds.ALWAYS,
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
        return isOpen;
    }

    boolean isLastAdministrator(Optional<Party> party) {
        List<Party> administrators = all.values().stream()
                .filter(it -> it.roles().contains(Role.ADMINISTRATOR))
                .toList();
        return administrators.size() == 1
                && party.filter(administrators::contains).isPresent();
    }

    Optional<Party> find(String words) {
        return called(words).stream().findFirst();
    }

    /// Those that are called so, or were.
    private List<Party> called(String words) {
        List<Party> parties = called.getOrDefault(Party.plain(words), List.of());
        return parties.isEmpty() ? called.getOrDefault(words.strip().toUpperCase(Locale.ROOT), List.of()) : parties;
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
        return find(words).map(Party::id).orElse(Party.plain(words));
    }

    /// Whether two names, of then or now, or ids mean the same person; empty text means nobody. Where a
    /// name means several persons, each of them.
    boolean isSame(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return false;
        }
        return person(one).equals(person(other))
                || Party.plain(one).equals(Party.plain(other))
                || called(one).stream().anyMatch(called(other)::contains);
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

    /// The names that are near to what was written, the nearest first; at most three.
    private String hint(String words) {
        Set<String> names = new LinkedHashSet<>();
        all.values().forEach(it -> names.add(it.name()));
        Set<String> near = new LinkedHashSet<>();
        Nearest.to(words, names).ifPresent(near::add);
        names.stream()
                .filter(it -> words.length() > 1 && (it.contains(words) || words.contains(it)))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(NEAR)
                .forEach(near::add);
        List<String> some = near.stream().limit(NEAR).toList();
        if (some.isEmpty()) {
            return "";
        }
        return some.size() == 1
                ? "Did you mean “" + some.getFirst() + "”? "
                : "Near to it: " + String.join(", ", some) + ". ";
    }
}
