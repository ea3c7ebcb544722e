package gewu.problems;

import gewu.api.problem.Findings.Remedy.Kind;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Findings.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Proposes which remedy answers which problem: those that stand together, those of the same number
/// where each list has as many, and those that speak of the same things.
final class Linker {
    private static final double LEAST = 3.0;
    private static final double OF_BEST = 0.7;
    private static final double STRONG = 5.0;
    private static final double FULL = 12.0;
    private static final double SAME_PLACE = 1.8;
    private static final double SAME_ITEM = 1.2;
    /// A remedy that only promises to keep the law answers everything a little.
    private static final double OF_GENERAL = 0.4;

    private static final int MOST = 2;
    private static final int NOT_ONE = -1;
    private static final int LONG_LIST = 300;
    private static final String CONCEPT = "\u0001";

    /// Characters of words that stand with everything.
    private static final String EMPTY = "起来去进出把得也再就要能会可让给被而或其此该各每已将还多少没未无";

    private final String text;
    private final Likeness likeness;
    private List<Words> askedWords = List.of();
    private List<Words> promisedWords = List.of();

    Linker(String text, Likeness likeness) {
        this.text = text;
        this.likeness = likeness;
    }

    /// A proposed link, by the places of both in their lists.
    record Tie(int problem, int remedy, Strength strength, double score, String why) {}

    List<Tie> tie(List<ProblemDraft> problems, List<RemedyDraft> remedies) {
        askedWords = problems.stream().map(this::words).toList();
        promisedWords = remedies.stream().map(this::words).toList();
        Map<String, Tie> ties = new LinkedHashMap<>();
        Map<Integer, List<Integer>> problemsOf = new HashMap<>();
        Map<Integer, List<Integer>> remediesOf = new HashMap<>();
        for (int i = 0; i < problems.size(); i++) {
            problemsOf
                    .computeIfAbsent(problems.get(i).item.group(), _ -> new ArrayList<>())
                    .add(i);
        }
        for (int i = 0; i < remedies.size(); i++) {
            remediesOf
                    .computeIfAbsent(remedies.get(i).item().group(), _ -> new ArrayList<>())
                    .add(i);
        }
        for (Map.Entry<Integer, List<Integer>> it : problemsOf.entrySet()) {
            List<Integer> theirs = remediesOf.getOrDefault(it.getKey(), List.of());
            boolean isTogether = it.getKey() != 0 && !theirs.isEmpty();
            if (isTogether) {
                together(problems, remedies, it.getValue(), theirs, ties);
            } else {
                List<Integer> all = remediesOf.getOrDefault(0, List.of());
                List<Integer> rest = it.getKey() == 0 ? all : lone(remediesOf, problemsOf, all);
                byWords(problems, remedies, it.getValue(), rest, ties);
                pairLeftOver(problems, remedies, it.getValue(), rest, ties);
            }
        }
        return ties.values().stream()
                .sorted(Comparator.comparingInt(Tie::problem).thenComparingInt(Tie::remedy))
                .toList();
    }

    /// Remedies whose group has no problem.
    private static List<Integer> lone(
            Map<Integer, List<Integer>> remediesOf, Map<Integer, List<Integer>> problemsOf, List<Integer> all) {
        List<Integer> lone = new ArrayList<>(all);
        remediesOf.forEach((group, list) -> {
            if (group != 0 && !problemsOf.containsKey(group)) {
                lone.addAll(list);
            }
        });
        return lone;
    }

    private void together(
            List<ProblemDraft> problems,
            List<RemedyDraft> remedies,
            List<Integer> mine,
            List<Integer> theirs,
            Map<String, Tie> ties) {
        if (mine.size() == 1) {
            for (int remedy : theirs) {
                put(ties, new Tie(mine.getFirst(), remedy, Strength.STRONG, 0.95, "措施紧接在问题之后，只有这一个问题"));
            }
        } else if (theirs.size() == 1) {
            for (int problem : mine) {
                put(ties, new Tie(problem, theirs.getFirst(), Strength.STRONG, 0.85, "这些问题之后只有这一条措施"));
            }
        } else if (mine.size() == theirs.size()) {
            for (int i = 0; i < mine.size(); i++) {
                put(ties, new Tie(mine.get(i), theirs.get(i), Strength.STRONG, 0.85, "问题与措施一样多，同为第" + (i + 1) + "项"));
            }
        } else {
            byWords(problems, remedies, mine, theirs, ties);
        }
    }

    private void byWords(
            List<ProblemDraft> problems,
            List<RemedyDraft> remedies,
            List<Integer> mine,
            List<Integer> theirs,
            Map<String, Tie> ties) {
        boolean isPaired = mine.size() == theirs.size() && mine.size() > 1;
        int asked = items(mine.stream().map(it -> problems.get(it).item).toList());
        boolean areItemsPaired = asked > 1
                && asked
                        == items(theirs.stream()
                                .map(it -> remedies.get(it).item())
                                .toList());
        Map<String, List<Integer>> placesOf = placesOfFeatures(theirs);
        for (int place = 0; place < mine.size(); place++) {
            int problem = mine.get(place);
            ProblemDraft draft = problems.get(problem);
            List<Nearness> all = new ArrayList<>();
            for (int other : candidates(asked(problem), placesOf, theirs.size())) {
                int remedy = theirs.get(other);
                RemedyDraft answer = remedies.get(remedy);
                if (draft.scope == answer.item().scope()) {
                    Nearness found = nearness(asked(problem), promised(remedy), remedy)
                            .times(answer.kind() == Kind.GENERAL ? OF_GENERAL : 1);
                    boolean isSamePlace = isPaired && place == other;
                    boolean isSameItem = areItemsPaired
                            && draft.item.number() == answer.item().number();
                    all.add(found.more(isSamePlace ? SAME_PLACE : isSameItem ? SAME_ITEM : 0));
                }
            }
            double best = all.stream().mapToDouble(Nearness::score).max().orElse(0);
            all.stream()
                    .filter(it -> it.score() >= LEAST && it.score() >= OF_BEST * best)
                    .sorted(Comparator.comparingDouble(Nearness::score).reversed())
                    .limit(MOST)
                    .forEach(it -> put(
                            ties,
                            new Tie(
                                    problem,
                                    it.remedy(),
                                    it.score() >= STRONG ? Strength.STRONG : Strength.PARTIAL,
                                    Math.min(1, it.score() / FULL),
                                    it.why())));
        }
    }

    /// Where words tell nothing: the only problem and one or two remedies; or, of as many remedies as problems, the one
    /// in the same place that answers no other.
    private void pairLeftOver(
            List<ProblemDraft> problems,
            List<RemedyDraft> remedies,
            List<Integer> mine,
            List<Integer> theirs,
            Map<String, Tie> ties) {
        List<Integer> asked = mine.stream()
                .filter(it -> problems.get(it).scope == Scope.CORE && !problems.get(it).settled)
                .toList();
        List<Integer> promised = theirs.stream()
                .filter(it -> remedies.get(it).item().scope() == Scope.CORE)
                .toList();
        if (asked.size() == 1 && promised.size() <= 2) {
            promised.forEach(it -> put(ties, new Tie(asked.getFirst(), it, Strength.STRONG, 0.7, "只有这一个问题")));
            return;
        }
        Set<Integer> tiedProblems = new HashSet<>();
        Set<Integer> tiedRemedies = new HashSet<>();
        ties.values().forEach(it -> {
            tiedProblems.add(it.problem());
            tiedRemedies.add(it.remedy());
        });
        for (int i = 0; i < asked.size() && asked.size() == promised.size(); i++) {
            boolean isFree = !tiedProblems.contains(asked.get(i)) && !tiedRemedies.contains(promised.get(i));
            if (isFree) {
                put(ties, new Tie(asked.get(i), promised.get(i), Strength.PARTIAL, 0.4, "问题与措施一样多，序号相同"));
            }
        }
        bySharedWord(asked, promised, ties);
    }

    /// For a problem that nothing ties, the remedy with which it shares most words that no other problem and no other
    /// remedy has.
    private void bySharedWord(List<Integer> asked, List<Integer> promised, Map<String, Tie> ties) {
        Set<Integer> tied = new HashSet<>();
        ties.values().forEach(it -> tied.add(it.problem()));
        Map<String, Integer> asking = new HashMap<>();
        Map<String, Integer> answering = new HashMap<>();
        asked.forEach(it -> telling(asked(it)).forEach(pair -> asking.merge(pair, it, (_, _) -> NOT_ONE)));
        promised.forEach(it -> telling(promised(it)).forEach(pair -> answering.merge(pair, it, (_, _) -> NOT_ONE)));
        for (int problem : asked) {
            if (tied.contains(problem)) {
                continue;
            }
            Map<Integer, TreeSet<String>> shared = new TreeMap<>();
            for (String pair : telling(asked(problem))) {
                int remedy = answering.getOrDefault(pair, NOT_ONE);
                if (remedy != NOT_ONE && asking.getOrDefault(pair, NOT_ONE) == problem) {
                    shared.computeIfAbsent(remedy, _ -> new TreeSet<>()).add(pair);
                }
            }
            shared.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<Integer, TreeSet<String>> it) ->
                                    it.getValue().size())
                            .thenComparingInt(it -> -it.getKey()))
                    .ifPresent(it -> put(
                            ties,
                            new Tie(
                                    problem,
                                    it.getKey(),
                                    Strength.PARTIAL,
                                    0.45,
                                    "只有这两处说到" + String.join("、", it.getValue()))));
        }
    }

    private static Set<String> telling(Words words) {
        Set<String> pairs = new TreeSet<>(words.pairs());
        pairs.addAll(words.around());
        pairs.removeIf(it -> it.chars().anyMatch(c -> EMPTY.indexOf(c) >= 0));
        return pairs;
    }

    private static int items(List<Item> items) {
        return items.stream().mapToInt(Item::number).max().orElse(0);
    }

    private static void put(Map<String, Tie> ties, Tie tie) {
        ties.putIfAbsent(tie.problem() + "-" + tie.remedy(), tie);
    }

    private record Nearness(int remedy, double score, String why) {
        Nearness times(double by) {
            return new Nearness(remedy, score * by, why);
        }

        Nearness more(double by) {
            return by == 0 ? this : new Nearness(remedy, score + by, why + "，序号相同");
        }
    }

    /// What a problem, or a remedy, speaks of.
    ///
    /// @param concepts of its own words, and how often
    /// @param beside   of what explains it, or of the heading over it
    /// @param pairs    telling pairs of characters of its own words
    /// @param around   those of what explains it
    private record Words(
            Map<String, Integer> concepts, Map<String, Integer> beside, Set<String> pairs, Set<String> around) {}

    private Words asked(int problem) {
        return askedWords.get(problem);
    }

    private Words promised(int remedy) {
        return promisedWords.get(remedy);
    }

    private Words words(ProblemDraft problem) {
        StringBuilder around = new StringBuilder();
        problem.more.forEach(it -> around.append(it.in(text)).append(' '));
        problem.causes.forEach(it -> around.append(it.in(text)).append(' '));
        String said = problem.span.in(text);
        return new Words(
                likeness.concepts(said),
                likeness.concepts(around.toString()),
                likeness.pairs(said),
                likeness.pairs(around.toString()));
    }

    private Words words(RemedyDraft remedy) {
        String promised = remedy.span().in(text);
        String heading = remedy.heading() == null
                ? ""
                : Objects.requireNonNull(remedy.heading()).in(text);
        return new Words(likeness.concepts(promised), likeness.concepts(heading), likeness.pairs(promised), Set.of());
    }

    /// Where in a list of remedies each concept and each telling pair stands.
    private Map<String, List<Integer>> placesOfFeatures(List<Integer> theirs) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < theirs.size(); i++) {
            for (String feature : features(promised(theirs.get(i)))) {
                places.computeIfAbsent(feature, _ -> new ArrayList<>()).add(i);
            }
        }
        return places;
    }

    /// The remedies that share anything at all with a problem, by their places. In a list longer than
    /// any report has, what very many share tells nothing.
    private static Set<Integer> candidates(Words problem, Map<String, List<Integer>> placesOf, int size) {
        Set<Integer> all = new TreeSet<>();
        for (String feature : features(problem)) {
            List<Integer> places = placesOf.getOrDefault(feature, List.of());
            if (size <= LONG_LIST || places.size() <= LONG_LIST) {
                all.addAll(places);
            }
        }
        return all;
    }

    private static Set<String> features(Words words) {
        Set<String> all = new HashSet<>(words.pairs());
        all.addAll(words.around());
        words.concepts().keySet().forEach(it -> all.add(CONCEPT + it));
        words.beside().keySet().forEach(it -> all.add(CONCEPT + it));
        return all;
    }

    private Nearness nearness(Words problem, Words remedy, int number) {
        Map<String, Integer> theirs = remedy.concepts();
        double spoken = theirs.values().stream().mapToInt(it -> it).sum();
        double score = 0;
        TreeSet<String> shared = new TreeSet<>();
        TreeSet<String> all = new TreeSet<>(problem.concepts().keySet());
        all.addAll(problem.beside().keySet());
        for (String concept : all) {
            double mineWeight = problem.concepts().containsKey(concept) ? 1 : 0.4;
            double theirWeight =
                    theirs.containsKey(concept) ? 1 : remedy.beside().containsKey(concept) ? 0.5 : 0;
            double share = theirs.getOrDefault(concept, 0) / Math.max(1, spoken);
            double weight = likeness.concept(concept).weight() * mineWeight * theirWeight * (0.3 + 0.7 * share);
            if (weight > 0) {
                score += weight;
                shared.add(concept);
            }
        }
        score += 6 * Likeness.containment(problem.pairs(), remedy.pairs())
                + 2 * Likeness.containment(problem.around(), remedy.pairs());
        String why = shared.isEmpty() ? "用词相近" : "都谈到" + String.join("、", shared);
        return new Nearness(number, score, why);
    }
}
