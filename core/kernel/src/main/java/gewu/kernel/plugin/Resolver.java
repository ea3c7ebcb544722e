package gewu.kernel.plugin;

import gewu.api.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Decides who can work. A plugin fails alone, with a reason; those that need it fail with it; nobody else does.
///
/// The answer depends on ids and versions alone, never on the order of files.
final class Resolver {
    private final Map<String, Manifest> candidates = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();
    private final Set<String> known = new HashSet<>();

    /// The answer.
    ///
    /// @param order   those who can work, each after all it requires; among equals by id
    /// @param reasons why each of the others can't, in sentences
    record Resolution(List<Manifest> order, Map<String, String> reasons) {}

    private Resolver() {}

    /// Resolves.
    ///
    /// @param candidates one manifest an id
    /// @param excluded   plugins that are there but must not work, with a phrase such as `is disabled`
    static Resolution resolve(Collection<Manifest> candidates, Map<String, String> excluded) {
        Resolver resolver = new Resolver();
        for (Manifest candidate : candidates) {
            resolver.candidates.put(candidate.id(), candidate);
        }
        resolver.known.addAll(resolver.candidates.keySet());
        resolver.known.addAll(excluded.keySet());
        return resolver.resolve(excluded);
    }

    private Resolution resolve(Map<String, String> excluded) {
        candidates.keySet().removeAll(excluded.keySet());
        candidates.values().forEach(it -> requireNeighbours(it, excluded));
        reasons.keySet().forEach(candidates::remove);
        failCycles();
        List<Manifest> order = order();
        return new Resolution(order, reasons);
    }

    private void requireNeighbours(Manifest manifest, Map<String, String> excluded) {
        for (Manifest.Requirement requirement : manifest.requirements()) {
            Manifest neighbour = candidates.get(requirement.plugin());
            if (neighbour == null || !requirement.range().contains(neighbour.version())) {
                reasons.putIfAbsent(manifest.id(), unmet(manifest, requirement, neighbour, excluded));
            }
        }
    }

    private String unmet(
            Manifest manifest,
            Manifest.Requirement requirement,
            @Nullable Manifest neighbour,
            Map<String, String> excluded) {
        String wanted = requirement.plugin();
        String at = manifest.at(requirement.line()) + ": It requires the plugin “" + wanted + "” ";
        if (neighbour != null) {
            return at + requirement.range() + ", but version " + neighbour.version()
                    + " is here. Install one that suits, or widen the range.";
        }
        if (excluded.containsKey(wanted)) {
            return at + "which " + excluded.get(wanted) + ".";
        }
        Set<String> others = new HashSet<>(known);
        others.remove(manifest.id());
        return at + requirement.range() + ", which is not installed. "
                + Nearest.to(wanted, others)
                        .map(it -> "Did you mean “" + it + "”?")
                        .orElse("Install it first.");
    }

    /// Only those who stand in a circle fail for it: the strongly connected parts, found after Tarjan without
    /// recursion.
    private void failCycles() {
        Map<String, Integer> index = new HashMap<>();
        Map<String, Integer> low = new HashMap<>();
        Set<String> onStack = new HashSet<>();
        Deque<String> stack = new ArrayDeque<>();
        List<List<String>> circles = new ArrayList<>();
        for (String root : candidates.keySet()) {
            if (index.containsKey(root)) {
                continue;
            }
            Deque<Step> steps = new ArrayDeque<>();
            steps.push(step(root, index, low, stack, onStack));
            while (!steps.isEmpty()) {
                Step step = steps.peek();
                if (step.next < step.neighbours.size()) {
                    String neighbour = step.neighbours.get(step.next++);
                    if (!index.containsKey(neighbour)) {
                        steps.push(step(neighbour, index, low, stack, onStack));
                    } else if (onStack.contains(neighbour)) {
                        low.merge(step.id, index.getOrDefault(neighbour, 0), Math::min);
                    }
                    continue;
                }
                steps.pop();
                Step outer = steps.peek();
                if (outer != null) {
                    low.merge(outer.id, low.getOrDefault(step.id, 0), Math::min);
                }
                if (low.getOrDefault(step.id, 0).equals(index.get(step.id))) {
                    List<String> part = new ArrayList<>();
                    String member;
                    do {
                        member = stack.pop();
                        onStack.remove(member);
                        part.add(member);
                    } while (!member.equals(step.id));
                    if (part.size() > 1 || step.neighbours.contains(step.id)) {
                        circles.add(part.stream().sorted().toList());
                    }
                }
            }
        }
        for (List<String> circle : circles) {
            for (String member : circle) {
                candidates.remove(member);
                reasons.put(
                        member,
                        circle.size() == 1
                                ? "It requires itself. Take that requirement out."
                                : "These plugins require each other in a circle: " + String.join(", ", circle)
                                        + ". Move what they share into a plugin of its own.");
            }
        }
    }

    private static final class Step {
        final String id;
        final List<String> neighbours;
        int next;

        Step(String id, List<String> neighbours) {
            this.id = id;
            this.neighbours = neighbours;
        }
    }

    private Step step(
            String id, Map<String, Integer> index, Map<String, Integer> low, Deque<String> stack, Set<String> onStack) {
        int number = index.size();
        index.put(id, number);
        low.put(id, number);
        stack.push(id);
        onStack.add(id);
        Manifest manifest = candidates.get(id);
        List<String> neighbours = new ArrayList<>();
        if (manifest != null) {
            for (Manifest.Requirement requirement : manifest.requirements()) {
                if (candidates.containsKey(requirement.plugin())) {
                    neighbours.add(requirement.plugin());
                }
            }
            Collections.sort(neighbours);
        }
        return new Step(id, neighbours);
    }

    /// Kahn's order; who can't be reached needs somebody who failed.
    private List<Manifest> order() {
        Map<String, Integer> waitsFor = new HashMap<>();
        Map<String, List<Manifest>> needed = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        for (Manifest manifest : candidates.values()) {
            Set<String> requires = new HashSet<>();
            for (Manifest.Requirement requirement : manifest.requirements()) {
                if (requires.add(requirement.plugin())) {
                    needed.computeIfAbsent(requirement.plugin(), _ -> new ArrayList<>())
                            .add(manifest);
                }
            }
            waitsFor.put(manifest.id(), requires.size());
            if (requires.isEmpty()) {
                ready.add(manifest.id());
            }
        }
        List<Manifest> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            Manifest manifest = candidates.get(id);
            if (manifest != null) {
                order.add(manifest);
            }
            for (Manifest dependent : needed.getOrDefault(id, List.of())) {
                if (waitsFor.merge(dependent.id(), -1, Integer::sum) == 0) {
                    ready.add(dependent.id());
                }
            }
        }
        Deque<String> failed = new ArrayDeque<>(reasons.keySet());
        while (!failed.isEmpty()) {
            String id = failed.remove();
            for (Manifest dependent : needed.getOrDefault(id, List.of())) {
                if (!reasons.containsKey(dependent.id())) {
                    reasons.put(
                            dependent.id(),
                            "It requires the plugin “" + id + "”, which failed. See `gewu plugins why " + id + "`.");
                    failed.add(dependent.id());
                }
            }
        }
        return order;
    }
}
