package gewu.kernel.plugin;

import gewu.api.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// All contributions to all points, in an order that depends on manifests alone. Immutable.
final class Registry {
    private final Map<String, List<Contribution>> byPoint;

    /// What people should know of a contribution that was overruled or whose wish could not be met, by plugin.
    private final Map<String, List<String>> remarks = new HashMap<>();

    private Registry(Map<String, List<Contribution>> byPoint) {
        this.byPoint = byPoint;
    }

    static Registry of(Iterable<Plugin> plugins, Points points) {
        Map<String, List<Contribution>> all = new HashMap<>();
        for (Plugin plugin : plugins) {
            for (Manifest.Declared declared : plugin.manifest().extensions()) {
                points.find(declared.point())
                        .ifPresent(point -> all.computeIfAbsent(point.id(), _ -> new ArrayList<>())
                                .add(new Contribution(plugin, declared, point)));
            }
        }
        Registry registry = new Registry(all);
        all.replaceAll((point, contributions) -> registry.ordered(point, registry.withoutTwins(contributions)));
        all.values().forEach(registry::onlyOne);
        return registry;
    }

    /// The contributions that count, in order.
    List<Contribution> of(Point point) {
        List<Contribution> contributions = byPoint.getOrDefault(point.id(), List.of());
        return point.one() && contributions.size() > 1 ? List.of(contributions.getFirst()) : contributions;
    }

    List<String> remarks(String plugin) {
        return remarks.getOrDefault(plugin, List.of());
    }

    private void remark(Contribution about, String sentence) {
        remarks.computeIfAbsent(about.plugin(), _ -> new ArrayList<>()).add(sentence);
    }

    /// Of several with one id, the one of the house stays, then that of the first plugin by id.
    private List<Contribution> withoutTwins(List<Contribution> contributions) {
        Comparator<Contribution> byRank = Comparator.comparing(
                        (Contribution it) -> it.owner().parcel().origin())
                .thenComparing(Contribution::plugin);
        Map<String, Contribution> kept = new LinkedHashMap<>();
        for (Contribution it : contributions.stream().sorted(byRank).toList()) {
            Contribution first = kept.putIfAbsent(it.id(), it);
            if (first != null) {
                remark(
                        it,
                        it.declared().key() + " is hidden: the plugin “" + first.plugin()
                                + "” contributes one of the same id. Give it another id.");
            }
        }
        return new ArrayList<>(kept.values());
    }

    private List<Contribution> ordered(String point, List<Contribution> contributions) {
        List<Contribution> base = contributions.stream()
                .sorted(Comparator.comparingInt(
                                (Contribution it) -> it.declared().order())
                        .thenComparing(Contribution::plugin)
                        .thenComparing(Contribution::id))
                .toList();
        if (base.stream()
                .allMatch(it -> it.declared().before().isEmpty()
                        && it.declared().after().isEmpty())) {
            return base;
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < base.size(); i++) {
            places.put(base.get(i).id(), i);
        }
        List<Set<Integer>> following = new ArrayList<>();
        int[] waitsFor = new int[base.size()];
        base.forEach(_ -> following.add(new HashSet<>()));
        for (int i = 0; i < base.size(); i++) {
            Manifest.Declared declared = base.get(i).declared();
            for (String other : declared.before()) {
                Integer place = place(base.get(i), other, places);
                if (place != null && following.get(i).add(place)) {
                    waitsFor[place]++;
                }
            }
            for (String other : declared.after()) {
                Integer place = place(base.get(i), other, places);
                if (place != null && following.get(place).add(i)) {
                    waitsFor[i]++;
                }
            }
        }
        return sorted(point, base, following, waitsFor);
    }

    private @org.jspecify.annotations.Nullable Integer place(
            Contribution of, String other, Map<String, Integer> places) {
        Integer place = places.get(other);
        if (place == null) {
            remark(
                    of,
                    of.declared().key() + " wants to stand beside “" + other + "”, which is not there. "
                            + Nearest.hint(other, places.keySet()));
        }
        return place;
    }

    private List<Contribution> sorted(
            String point, List<Contribution> base, List<Set<Integer>> following, int[] waitsFor) {
        TreeSet<Integer> ready = new TreeSet<>();
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                ready.add(i);
            }
        }
        List<Contribution> sorted = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        while (done.size() < base.size()) {
            Integer next = ready.pollFirst();
            if (next == null) {
                next = firstLeft(base.size(), done);
                remark(
                        base.get(next),
                        point + "/" + base.get(next).id()
                                + " stands in a circle of “before” and “after”; its wishes were passed over.");
            }
            if (done.add(next)) {
                sorted.add(base.get(next));
                for (int follower : following.get(next)) {
                    if (--waitsFor[follower] == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        return sorted;
    }

    private static int firstLeft(int size, Set<Integer> done) {
        for (int i = 0; i < size; i++) {
            if (!done.contains(i)) {
                return i;
            }
        }
        throw new IllegalStateException("nothing is left");
    }

    private void onlyOne(List<Contribution> contributions) {
        for (int i = 1; i < contributions.size(); i++) {
            Contribution it = contributions.get(i);
            if (it.point().one()) {
                remark(
                        it,
                        it.declared().key() + " is overruled: “" + it.point().id()
                                + "” takes one, and that of the plugin “"
                                + contributions.getFirst().plugin() + "” stands first.");
            }
        }
    }
}
