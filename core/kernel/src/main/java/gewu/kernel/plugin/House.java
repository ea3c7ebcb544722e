package gewu.kernel.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Who is there and who can work, at one moment. Immutable but for the lives inside.
///
/// @param rows     everything that was found, each with why it can't work; an empty reason for those that can
/// @param plugins  those that can work, by id, each after all it requires
/// @param disabled ids that people switched off, and why
record House(
        List<Row> rows, Map<String, Plugin> plugins, Map<String, String> disabled, Points points, Registry registry) {

    /// Something that was found.
    ///
    /// @param reason why it can't work; empty when it can
    /// @param isOff  whether somebody wants it so
    record Row(Parcel parcel, String reason, boolean isOff) {
        String id() {
            return parcel.id();
        }

        String version() {
            return switch (parcel.reading()) {
                case Reading.Good(var manifest) -> manifest.version().toString();
                case Reading.Bad(var _, var version, var _) -> version;
            };
        }
    }

    private static final String SAFE = "It is left out in safe mode. Start without --safe to have it.";

    static final House EMPTY = new House(
            List.of(), Map.of(), Map.of(), Points.of(List.of()), Registry.of(List.of(), Points.of(List.of())));

    /// Decides anew, keeping the objects (and lives) of all plugins that did not change.
    ///
    /// @param parcels  everything there is
    /// @param disabled by id, a sentence
    /// @param skipped  ids that must not start for another reason, and that reason
    /// @param before   the house as it is
    /// @param renew    ids that get a new life in any case
    /// @param gate     completes when the replaced have ended
    static House decide(
            List<Parcel> parcels,
            Map<String, String> disabled,
            Map<String, String> skipped,
            House before,
            Set<String> renew,
            Surroundings surroundings,
            CompletableFuture<?> gate) {
        Map<Parcel, String> reasons = new IdentityHashMap<>(); // a parcel is large to compare
        List<Manifest> good = new ArrayList<>();
        List<Parcel> ranked = parcels.stream()
                .sorted(Comparator.comparing(Parcel::origin)
                        .thenComparing(Parcel::id)
                        .thenComparing(Parcel::whereabouts))
                .toList();
        for (Parcel parcel : ranked) {
            switch (parcel.reading()) {
                case Reading.Good(var manifest) -> good.add(manifest);
                case Reading.Bad(var _, var _, var faults) -> reasons.put(parcel, String.join("\n", faults));
            }
        }
        Set<String> house = new java.util.HashSet<>();
        ranked.stream().filter(it -> it.origin() == Parcel.Origin.HOST).forEach(it -> house.add(it.id()));
        Points points = Points.of(good);
        Map<String, Parcel> chosen =
                choose(ranked, points, house, surroundings.settings().safe(), reasons);

        Map<String, String> excluded = new TreeMap<>();
        reasons.keySet().forEach(it -> {
            if (!chosen.containsKey(it.id())) {
                excluded.put(it.id(), "can't work itself (see `gewu plugins why " + it.id() + "`)");
            }
        });
        skipped.forEach((id, why) -> excluded.put(id, "is left alone: " + withoutDot(why)));
        disabled.keySet().stream().filter(chosen::containsKey).forEach(it -> excluded.put(it, "is disabled"));
        List<Manifest> candidates = new ArrayList<>();
        chosen.values().forEach(it -> {
            if (it.reading() instanceof Reading.Good(var manifest)) {
                candidates.add(manifest);
            }
        });
        Resolver.Resolution resolution = Resolver.resolve(candidates, excluded);

        Map<String, Plugin> plugins = new LinkedHashMap<>();
        for (Manifest manifest : resolution.order()) {
            Parcel parcel = chosen.get(manifest.id());
            if (parcel != null) {
                List<Plugin> required = required(manifest, plugins);
                Plugin old = before.plugins.get(manifest.id());
                boolean isSame = old != null
                        && !renew.contains(manifest.id())
                        && old.parcel().equals(parcel)
                        && sameOnes(old.required(), required);
                plugins.put(
                        manifest.id(),
                        isSame && old != null
                                ? old
                                : new Plugin(surroundings, parcel, manifest, required, points, gate));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Parcel parcel : ranked) {
            String reason = reasons.get(parcel);
            if (reason == null) {
                String id = parcel.id();
                reason = disabled.getOrDefault(
                        id, skipped.getOrDefault(id, resolution.reasons().getOrDefault(id, "")));
            }
            boolean isOff = reason.equals(SAFE) || (!reasons.containsKey(parcel) && disabled.containsKey(parcel.id()));
            rows.add(new Row(parcel, reason, isOff));
        }
        return new House(
                List.copyOf(rows), plugins, Map.copyOf(disabled), points, Registry.of(plugins.values(), points));
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static List<Plugin> required(Manifest manifest, Map<String, Plugin> plugins) {
        List<Plugin> required = new ArrayList<>();
        for (Manifest.Requirement requirement : manifest.requirements()) {
            Plugin plugin = plugins.get(requirement.plugin());
            if (plugin != null) {
                required.add(plugin);
            }
        }
        return required;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the very same life
    private static boolean sameOnes(List<Plugin> some, List<Plugin> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// One parcel an id: that of the house, else the newest version, else the one found first.
    private static Map<String, Parcel> choose(
            List<Parcel> ranked, Points points, Set<String> house, boolean safe, Map<Parcel, String> reasons) {
        Version api = ranked.stream()
                .filter(it -> it.origin() == Parcel.Origin.HOST && it.id().equals("gewu"))
                .map(Parcel::reading)
                .map(House::version)
                .findFirst()
                .orElse(null);
        Map<String, Parcel> chosen = new TreeMap<>();
        for (Parcel parcel : ranked) {
            if (!(parcel.reading() instanceof Reading.Good(var manifest))) {
                continue;
            }
            Parcel first = chosen.get(manifest.id());
            List<String> faults = points.faults(manifest, house);
            if (safe && parcel.origin() == Parcel.Origin.USER) {
                reasons.put(parcel, SAFE);
            } else if (parcel.origin() != Parcel.Origin.HOST && house.contains(manifest.id())) {
                reasons.put(parcel, "The id “" + manifest.id() + "” belongs to the house. Give the plugin another.");
            } else if (!faults.isEmpty()) {
                reasons.put(parcel, String.join("\n", faults));
            } else if (api != null && !manifest.api().contains(api)) {
                reasons.put(
                        parcel,
                        "It was made for the api " + manifest.api() + ", and this is " + api
                                + ". Install a version made for this one.");
            } else if (first == null) {
                chosen.put(manifest.id(), parcel);
            } else {
                Version other = version(first.reading());
                boolean isNewer = other == null || manifest.version().compareTo(other) > 0;
                Parcel loser = isNewer ? first : parcel;
                Parcel winner = isNewer ? parcel : first;
                chosen.put(manifest.id(), winner);
                reasons.put(
                        loser,
                        "Its id is that of " + winner.whereabouts() + ", version " + version(winner.reading())
                                + ", which is "
                                + (other != null && other.compareTo(manifest.version()) == 0 ? "found first" : "newer")
                                + " and works instead. Take one away, or give one another id.");
            }
        }
        return chosen;
    }

    private static @Nullable Version version(Reading reading) {
        return reading instanceof Reading.Good(var manifest) ? manifest.version() : null;
    }
}
