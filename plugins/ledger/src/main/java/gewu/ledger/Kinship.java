package gewu.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// What it writes when somebody says how a problem stands to another one: mentioned again, recurrent (屡犯), a common
/// problem (共性问题), similar, or another. Both items tell of it.
final class Kinship {
    private static final List<String> SEVERITIES = List.of("low", "medium", "high");
    /// The source and two that came later.
    private static final int MENTIONS_THAT_COUNT = 3;

    private final Case it;
    private final Draft item;
    private final Function<String, Draft> beside;

    Kinship(Case it, Draft item, Function<String, Draft> beside) {
        this.it = it;
        this.item = item;
        this.beside = beside;
    }

    /// What is merged from another report is mentioned again; the third mention makes it one degree graver. Deadlines
    /// stay.
    void mention(Draft target) {
        Fields there = it.office().subject(it.in(Input.INTO));
        String report = it.item().of("source.1.report");
        boolean isElsewhere = !report.isEmpty()
                && there.members("source", "report", report).isEmpty()
                && there.members("mention", "report", report).isEmpty();
        if (!isElsewhere) {
            return;
        }
        String at = "mention." + it.id() + ".";
        target.set(at + "report", report).set(at + "year", it.item().of("year")).set(at + "on", it.today());
        String severity = there.of("severity");
        int degree = Math.max(0, SEVERITIES.indexOf(severity));
        if (there.count("mention") + 2 == MENTIONS_THAT_COUNT && degree + 1 < SEVERITIES.size()) {
            target.set("severity", SEVERITIES.get(degree + 1))
                    .set(at + "graver", SEVERITIES.get(degree + 1))
                    .set(at + "was", severity.isEmpty() ? "none" : severity);
        }
    }

    /// The mention goes with what was merged; the degree too, unless somebody set another one since.
    void unmention(Draft target) {
        Fields there = it.office().subject(it.item().of("merged_into"));
        String at = "mention." + it.id() + ".";
        if (there.has(at + "graver") && there.of("severity").equals(there.of(at + "graver"))) {
            target.set("severity", there.of(at + "was").equals("none") ? "" : there.of(at + "was"));
        }
        target.drop("mention", it.id());
    }

    /// The same problem of the same unit is back after it was closed: an item of its own, which counts on.
    void recur() {
        Fields earlier = it.office().subject(other());
        item.set("recurs", other()).set("occurrence", Math.max(1, earlier.number("occurrence")) + 1);
        beside.apply(other()).set("recurred." + it.id() + ".on", it.today());
        join();
    }

    void common() {
        join();
    }

    void similar() {
        pair("similar", "why", explained());
        unpair("different", "on");
    }

    /// They have nothing to do with each other: what was said otherwise is taken back.
    void different() {
        pair("different", "on", it.today().toString());
        unpair("similar", "why");
        part(it.id(), it.item(), item, other());
        part(other(), it.office().subject(other()), beside.apply(other()), it.id());
        leave();
    }

    private String other() {
        return it.in(Input.WITH);
    }

    private String explained() {
        Concepts concepts = it.office().concepts();
        return Concepts.likeness(
                        concepts.sketch(it.item()), concepts.sketch(it.office().subject(other())))
                .why()
                .zh();
    }

    private void pair(String relation, String part, String value) {
        item.set(relation + "." + other() + "." + part, value);
        beside.apply(other()).set(relation + "." + it.id() + "." + part, value);
    }

    private void unpair(String relation, String part) {
        pair(relation, part, "");
    }

    private static void part(String id, Fields mine, Draft draft, String other) {
        if (mine.of("recurs").equals(other)) {
            draft.clear("recurs").set("occurrence", 1);
        }
        draft.clear("recurred." + other + ".on");
    }

    /// Both come into one family: that of the other, that of this one, or a new one. Two families become one.
    private void join() {
        unpair("similar", "why");
        unpair("different", "on");
        String mine = it.item().of("family");
        String theirs = it.office().subject(other()).of("family");
        if (theirs.isEmpty() && mine.isEmpty()) {
            String family = it.office().next(Ids.FAMILY);
            Fields earlier = it.office().subject(other());
            beside.apply(family).set("title", earlier.of("title")).give("category", earlier.of("category"));
            enter(other(), family);
            enter(it.id(), family);
        } else if (theirs.isEmpty()) {
            enter(other(), mine);
        } else if (mine.isEmpty()) {
            enter(it.id(), theirs);
        } else if (!mine.equals(theirs)) {
            List<String> members = it.office().subject(mine).members("item");
            members.forEach(id -> enter(id, theirs));
            members.forEach(id -> beside.apply(mine).clear("item." + id));
            beside.apply(mine).set("joined", theirs);
        }
        Set<String> all = new TreeSet<>(List.of(it.id(), other()));
        all.addAll(it.office().subject(mine).members("item"));
        all.addAll(it.office().subject(theirs).members("item"));
        mark(all);
    }

    /// Members of a family that has more than one unit are a common problem (共性问题).
    private void mark(Collection<String> members) {
        long units = members.stream()
                .map(id -> it.office().subject(id).of("unit"))
                .distinct()
                .count();
        members.forEach(id -> draft(id).set("common", units > 1 ? "1" : ""));
    }

    /// This item leaves the family it shares with the other; a family of one is none.
    private void leave() {
        String family = it.item().of("family");
        if (family.isEmpty() || !family.equals(it.office().subject(other()).of("family"))) {
            return;
        }
        List<String> left = new ArrayList<>(it.office().subject(family).members("item"));
        left.remove(it.id());
        exit(it.id(), family);
        draft(it.id()).clear("common");
        mark(left);
        if (left.size() == 1) {
            exit(left.getFirst(), family);
        }
    }

    private void enter(String id, String family) {
        draft(id).set("family", family);
        beside.apply(family).set("item." + id, "1");
    }

    private void exit(String id, String family) {
        draft(id).clear("family");
        beside.apply(family).clear("item." + id);
    }

    private Draft draft(String id) {
        return id.equals(it.id()) ? item : beside.apply(id);
    }
}
