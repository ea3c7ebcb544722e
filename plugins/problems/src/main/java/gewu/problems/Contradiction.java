package gewu.problems;

import gewu.api.Label;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Problem;
import gewu.api.report.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A problem that the report says is settled, and one that it names as open, about the same thing: a
/// warning, decided by a person.
record Contradiction(Problem settled, Problem open, Label why) {
    static List<Contradiction> in(Findings findings) {
        List<Contradiction> all = new ArrayList<>();
        for (Problem settled : findings.problems()) {
            for (Problem open : findings.problems()) {
                if (settled.settled() && !open.settled()) {
                    between(settled, open).ifPresent(all::add);
                }
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Contradiction> between(Problem settled, Problem open) {
        Likeness likeness = Lexicon.own().likeness();
        String one = words(settled);
        String other = words(open);
        Set<String> shared = new TreeSet<>(likeness.concepts(one).keySet());
        shared.retainAll(likeness.concepts(other).keySet());
        boolean isSameKind = !settled.category().isEmpty() && settled.category().equals(open.category());
        if (shared.isEmpty() && !isSameKind) {
            return Optional.empty();
        }
        String about = shared.isEmpty() ? settled.category() : String.join("、", shared);
        return Optional.of(new Contradiction(
                settled,
                open,
                new Label(
                        "前文说“" + one + "”已整改，后文又提“" + other + "”，都关于" + about,
                        "“" + one + "” is said to be put right, “" + other + "” is named as open; both are about "
                                + about)));
    }

    private static String words(Problem problem) {
        return CleanText.of(problem.passage().text()).text();
    }
}
