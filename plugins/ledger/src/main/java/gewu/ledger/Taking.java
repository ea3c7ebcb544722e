package gewu.ledger;

import gewu.api.Label;
import gewu.api.problem.Findings;
import gewu.api.report.Anchor;
import gewu.api.report.CleanText;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.Whereabouts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds what finders found in one report against what the ledger has of it, and says what is to be done: new problems
/// are proposed, known ones follow their sentence, what people decided stays. The same report twice asks for nothing.
/// For one thread.
final class Taking {
    /// Below it a finder is not sure, and the item says so (待确认).
    static final double SURE = 0.6;

    /// So much of the words is the same when a sentence was only put in other words.
    private static final double REWORDED = 0.6;

    private static final int LONGEST_TITLE = 80;

    private final Office office;
    private final Reading reading;
    private final Optional<Report> report;
    private final List<Known> known;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, String> remedies = new LinkedHashMap<>();
    private final Set<String> followed = new HashSet<>();
    private int same;
    private int changed;
    private int lost;

    /// A source that items have in this report; merged items share it with what they were merged into.
    ///
    /// @param at    the items, and the number of the source in each
    private record Known(String quote, int start, String anchor, Map<String, String> at) {}

    /// A problem with the findings it belongs to.
    private record Found(Findings findings, Findings.Problem problem) {
        String quote() {
            return problem.passage().text();
        }
    }

    /// @param items ids of the items whose source is this report
    Taking(Office office, Reading reading, List<String> items) {
        this.office = office;
        this.reading = reading;
        this.report = office.report(reading.report());
        this.known = known(items);
        // What a report says twice is one problem.
        Set<String> said = new HashSet<>(Set.of(""));
        for (Findings all : reading.findings()) {
            for (Findings.Problem problem : all.problems()) {
                if (said.add(folded(problem.passage().text()))) {
                    found.add(new Found(all, problem));
                }
            }
        }
    }

    /// The title that words of a report give an item.
    static String title(String quote) {
        String line = CleanText.of(quote).text().strip().replaceAll("[。；;，,：:]+$", "");
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST_TITLE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    /// Words of a report as people read them: in one line, without breaks.
    static String plain(String quote) {
        return CleanText.of(quote).text().strip();
    }

    int same() {
        return same;
    }

    int changed() {
        return changed;
    }

    int lost() {
        return lost;
    }

    /// What is to be done to items that are there.
    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        Map<Known, Found> told = told();
        for (Known it : known) {
            Found now = told.get(it);
            Optional<Passage> place = place(it, now);
            boolean isDone = false;
            for (Map.Entry<String, String> at : it.at().entrySet()) {
                isDone |= renew(at.getKey(), at.getValue(), it, now, place, orders);
            }
            for (String id : it.at().keySet()) {
                isDone |= follow(id, now, orders);
            }
            if (now != null) {
                String holder = it.at().keySet().stream()
                        .filter(id -> !office.subject(id).of("state").equals(State.MERGED.name()))
                        .findFirst()
                        .orElse("");
                isDone |= complete(holder, now, orders);
            }
            lost += place.isEmpty() ? 1 : 0;
            changed += place.isPresent() && isDone ? 1 : 0;
            same += place.isPresent() && !isDone ? 1 : 0;
        }
        return orders;
    }

    /// The problems that the ledger does not know yet. Asked after [#orders].
    ///
    /// @param unit id of the unit that reports
    List<Proposal> proposals(String unit) {
        return found.stream().map(it -> proposal(unit, it)).toList();
    }

    /// What is missing before its problems can become items.
    Optional<Refusal> refusal() {
        if (found.isEmpty() || (!reading.org().isBlank() && reading.year() > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                reading.report(),
                Act.PROPOSE,
                List.of("facts"),
                new Label(
                        "报告没有写明单位或年度，先用 gewu facts 补上",
                        "the report has no organisation or year; give them with gewu facts"),
                List.of()));
    }

    private List<Known> known(List<String> items) {
        Map<String, Known> all = new LinkedHashMap<>();
        for (String id : items) {
            Fields item = office.subject(id);
            item.members("source", "report", reading.report()).forEach(number -> know(id, item, number, all));
            String into = item.of("merged_into");
            Fields there = office.subject(into);
            there.members("source", "from", id).forEach(number -> know(into, there, number, all));
            remember(item);
        }
        return List.copyOf(all.values());
    }

    private static void know(String id, Fields item, String number, Map<String, Known> all) {
        String at = "source." + number + ".";
        String quote = item.of(at + "quote");
        int start = item.has(at + "start") ? (int) item.number(at + "start") : -1;
        all.computeIfAbsent(
                        start + " " + quote,
                        _ -> new Known(quote, start, item.of(at + "anchor"), new LinkedHashMap<>()))
                .at()
                .put(id, number);
    }

    /// The remedies of this report that the ledger knows, by their words.
    private void remember(Fields item) {
        for (String id : item.members("remedy")) {
            Fields remedy = office.subject(id);
            if (remedy.of("report").equals(reading.report())) {
                remedies.putIfAbsent(folded(remedy.of("quote")), id);
            }
        }
    }

    /// Which known source each problem is; those that are, are taken from [#found].
    private Map<Known, Found> told() {
        Map<Known, Found> told = new LinkedHashMap<>();
        for (Known it : known) {
            found.stream()
                    .filter(now -> folded(now.quote()).equals(folded(it.quote())))
                    .min((a, b) -> Integer.compare(distance(it, a), distance(it, b)))
                    .ifPresent(now -> tell(it, now, told));
        }
        for (Known it : known) {
            if (!told.containsKey(it)) {
                found.stream()
                        .filter(now -> overlaps(it, now.problem().passage()))
                        .findFirst()
                        .ifPresent(now -> tell(it, now, told));
            }
        }
        Concepts concepts = office.concepts();
        for (Known it : known) {
            if (!told.containsKey(it) && !found.isEmpty() && stands(it).isEmpty()) {
                Concepts.Sketch before = concepts.sketch(it.quote(), "", "");
                found.stream()
                        .filter(now -> likeness(concepts, before, now) >= REWORDED)
                        .max((a, b) -> Double.compare(likeness(concepts, before, a), likeness(concepts, before, b)))
                        .ifPresent(now -> tell(it, now, told));
            }
        }
        return told;
    }

    private void tell(Known known, Found now, Map<Known, Found> told) {
        told.put(known, now);
        found.remove(now);
    }

    private static double likeness(Concepts concepts, Concepts.Sketch before, Found now) {
        return Concepts.likeness(before, concepts.sketch(now.quote(), "", "")).words();
    }

    private static int distance(Known known, Found now) {
        return Math.abs(now.problem().passage().start() - known.start());
    }

    /// Whether most of the shorter one stands in the longer one; the words must still be where they were.
    private boolean overlaps(Known it, Passage passage) {
        boolean stands = report.filter(now -> it.start() >= 0 && now.text().startsWith(it.quote(), it.start()))
                .isPresent();
        int from = Math.max(it.start(), passage.start());
        int to = Math.min(it.start() + it.quote().length(), passage.end());
        int shorter = Math.min(it.quote().length(), passage.text().length());
        return stands && (to - from) * 2 > shorter;
    }

    /// Where the source stands now; empty if its sentence is gone.
    private Optional<Passage> place(Known it, @Nullable Found now) {
        if (now != null && folded(now.quote()).equals(folded(it.quote()))) {
            return Optional.of(now.problem().passage());
        }
        Optional<Passage> stands = stands(it);
        return stands.isEmpty() && now != null ? Optional.of(now.problem().passage()) : stands;
    }

    /// Causes and remedies of this report follow their sentences as sources do; each remedy once, however many items it
    /// serves.
    ///
    /// @return whether something is to be done
    private boolean follow(String id, @Nullable Found now, List<Order> orders) {
        int before = orders.size();
        Fields item = office.subject(id);
        for (String no : item.members("cause", "report", reading.report())) {
            List<Passage> said = now == null
                    ? List.of()
                    : now.findings().causesOf(now.problem()).stream()
                            .map(Findings.Cause::passage)
                            .toList();
            if (followed.add(id + " " + no)) {
                follow(id, item, "cause." + no + ".", Map.of(Input.SEEN, no), said, orders);
            }
        }
        for (String remedy : item.members("remedy")) {
            Fields known = office.subject(remedy);
            if (known.of("report").equals(reading.report()) && followed.add(remedy)) {
                List<Passage> said = reading.findings().stream()
                        .flatMap(all -> all.remedies().stream().map(Findings.Remedy::passage))
                        .toList();
                follow(id, known, "", Map.of(Input.REMEDY, remedy), said, orders)
                        .ifPresent(quote -> remedies.put(folded(quote), remedy));
            }
        }
        return orders.size() > before;
    }

    /// @param which what is followed
    /// @param said  the passages that say such things now
    /// @return the words that it has by then
    private Optional<String> follow(
            String id, Fields of, String at, Map<Input, String> which, List<Passage> said, List<Order> orders) {
        String quote = of.of(at + "quote");
        int start = of.has(at + "start") ? (int) of.number(at + "start") : -1;
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        Optional<Passage> place = said.stream()
                .filter(it -> folded(it.text()).equals(folded(quote)))
                .min((a, b) -> Integer.compare(Math.abs(a.start() - start), Math.abs(b.start() - start)))
                .or(() -> stands(quote, start, of.of(at + "anchor")))
                .or(() -> reworded(quote, said));
        Map<Input, String> in = new EnumMap<>(which);
        if (place.isEmpty()) {
            if (!of.has(at + "lost")) {
                orders.add(new Order(Act.RENEW, id, in, "原文已不在报告中"));
            }
            return Optional.empty();
        }
        Passage passage = place.get();
        boolean isElsewhere =
                passage.start() != start || !Draft.clean(passage.text()).equals(quote);
        if (isElsewhere || of.has(at + "lost")) {
            in.put(Input.QUOTE, passage.text());
            in.put(Input.START, Integer.toString(passage.start()));
            orders.add(new Order(Act.RENEW, id, in, isElsewhere ? "报告有新版本" : ""));
        }
        return Optional.of(passage.text());
    }

    /// The passage that says it in other words; one whose words the ledger knows already is another one.
    private Optional<Passage> reworded(String quote, List<Passage> said) {
        if (report.isEmpty()) {
            return Optional.empty();
        }
        Concepts concepts = office.concepts();
        Concepts.Sketch before = concepts.sketch(quote, "", "");
        Passage best = null;
        double most = REWORDED;
        for (Passage it : said) {
            double alike = Concepts.likeness(before, concepts.sketch(it.text(), "", ""))
                    .words();
            if (alike >= most && !remedies.containsKey(folded(it.text()))) {
                best = it;
                most = alike;
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<Passage> stands(Known it) {
        return stands(it.quote(), it.start(), it.anchor());
    }

    /// Where the very words stand: where they did, where their anchor leads, or at the place nearest by.
    private Optional<Passage> stands(String quote, int start, String written) {
        if (report.isEmpty()) {
            return Optional.empty();
        }
        Report now = report.get();
        int length = quote.length();
        if (start >= 0 && now.text().startsWith(quote, start)) {
            return Optional.of(now.passage(start, start + length));
        }
        Optional<Passage> led = Anchor.read(written)
                .filter(anchor -> anchor.report().equals(now.id()))
                .flatMap(anchor -> led(office.anchors(now).find(anchor)))
                .filter(passage -> folded(passage.text()).equals(folded(quote)));
        if (led.isPresent()) {
            return led;
        }
        int nearest = -1;
        for (int at = now.text().indexOf(quote); at >= 0; at = now.text().indexOf(quote, at + 1)) {
            if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) {
                nearest = at;
            }
        }
        return nearest < 0 ? Optional.empty() : Optional.of(now.passage(nearest, nearest + length));
    }

    private static Optional<Passage> led(Whereabouts where) {
        return switch (where) {
            case Whereabouts.Same(var _, var passage) -> Optional.of(passage);
            case Whereabouts.Moved(var _, var passage) -> Optional.of(passage);
            case Whereabouts.Changed _, Whereabouts.Gone _ -> Optional.empty();
        };
    }

    /// @return whether something is to be done
    private boolean renew(
            String id, String number, Known it, @Nullable Found now, Optional<Passage> place, List<Order> orders) {
        Fields item = office.subject(id);
        String at = "source." + number + ".";
        Map<Input, String> in = new EnumMap<>(Input.class);
        if (place.isEmpty()) {
            if (item.has(at + "lost")) {
                return false;
            }
            orders.add(new Order(Act.RENEW, id, Map.of(Input.PLACE, number), "原文已不在报告中"));
            return true;
        }
        Passage passage = place.get();
        boolean isElsewhere =
                passage.start() != it.start() || !Draft.clean(passage.text()).equals(it.quote());
        if (isElsewhere || item.has(at + "lost")) {
            in.put(Input.QUOTE, passage.text());
            in.put(Input.START, Integer.toString(passage.start()));
        }
        if (now != null
                && item.has("confidence")
                && item.of("state").equals(State.PROPOSED.name())
                && !item.of("confidence").equals(confidence(now))) {
            in.put(Input.CONFIDENCE, confidence(now));
        }
        if (in.isEmpty()) {
            return false;
        }
        in.put(Input.PLACE, number);
        orders.add(new Order(Act.RENEW, id, in, isElsewhere ? "报告有新版本" : ""));
        return true;
    }

    /// Causes and remedies that the report says by now and the item does not have; what was rejected stays rejected.
    private boolean complete(String id, Found now, List<Order> orders) {
        Fields item = office.subject(id);
        if (!item.has("state") || !Act.CAUSE.from().contains(State.valueOf(item.of("state")))) {
            return false;
        }
        int before = orders.size();
        Set<String> causes = new HashSet<>();
        item.members("cause").forEach(no -> {
            causes.add(folded(item.of("cause." + no + ".quote")));
            causes.add(folded(item.of("cause." + no + ".text")));
        });
        // What a cause is put in by this very reading.
        orders.stream()
                .filter(it -> it.id().equals(id) && it.in().containsKey(Input.SEEN))
                .forEach(it -> causes.add(folded(it.in().getOrDefault(Input.QUOTE, ""))));
        causes(now).stream()
                .filter(it -> causes.add(folded(it.getOrDefault(Input.QUOTE, ""))))
                .forEach(it -> orders.add(new Order(Act.CAUSE, id, it, "")));
        for (Proposal.Remedy it : promised(now)) {
            Optional<String> remedy = remedy(it);
            boolean isLinked = remedy.filter(known -> item.has("remedy." + known + ".status"))
                    .isPresent();
            if (!isLinked) {
                orders.add(order(id, it, remedy));
            }
        }
        return orders.size() > before;
    }

    /// The remedy with these words, if the ledger has it.
    Optional<String> remedy(Proposal.Remedy it) {
        return remedy(it.in());
    }

    private Optional<String> remedy(Map<Input, String> in) {
        String quote = folded(in.getOrDefault(Input.QUOTE, ""));
        return quote.isEmpty() ? Optional.empty() : Optional.ofNullable(remedies.get(quote));
    }

    /// The order, as it is to be carried out when the ones before it are: a remedy that came meanwhile is linked.
    Order latest(Order order) {
        return order.act() == Act.REMEDY
                ? order(order.id(), new Proposal.Remedy(order.in(), order.reason()), remedy(order.in()))
                : order;
    }

    boolean hasNew() {
        return !found.isEmpty();
    }

    /// What brings a remedy to an item: a link to one that is there, or a new one.
    static Order order(String id, Proposal.Remedy it, Optional<String> remedy) {
        Map<Input, String> in = new EnumMap<>(it.in());
        if (remedy.isEmpty()) {
            return new Order(Act.REMEDY, id, in, it.why());
        }
        in.keySet().retainAll(Set.of(Input.STRENGTH, Input.STATUS, Input.CONFIDENCE));
        in.put(Input.REMEDY, remedy.get());
        return new Order(Act.LINK, id, in, it.why());
    }

    /// Looks again which remedies an item has.
    void learn(String id) {
        remember(office.subject(id));
    }

    private Proposal proposal(String unit, Found it) {
        Passage passage = it.problem().passage();
        Map<Input, String> in = new EnumMap<>(Input.class);
        in.put(Input.UNIT, unit);
        in.put(Input.YEAR, Integer.toString(reading.year()));
        in.put(Input.TITLE, title(passage.text()));
        in.put(Input.SOURCE, "self_evaluation");
        in.put(Input.REPORT, reading.report());
        in.put(Input.QUOTE, passage.text());
        in.put(Input.START, Integer.toString(passage.start()));
        in.put(Input.CONFIDENCE, confidence(it));
        if (!it.problem().category().isBlank()) {
            in.put(Input.CATEGORY, it.problem().category());
        }
        String whole = whole(it.problem());
        if (!whole.equals(title(passage.text()))) {
            in.put(Input.TEXT, whole);
        }
        String why = it.problem().why() + (it.problem().settled() ? "；报告称已整改" : "");
        return new Proposal(in, causes(it), promised(it), why);
    }

    private static String whole(Findings.Problem problem) {
        StringBuilder words =
                new StringBuilder(CleanText.of(problem.passage().text()).text().strip());
        problem.more()
                .forEach(it ->
                        words.append('。').append(CleanText.of(it.text()).text().strip()));
        return words.toString();
    }

    private List<Map<Input, String>> causes(Found it) {
        return it.findings().causesOf(it.problem()).stream()
                .map(cause -> placed(cause.passage()))
                .toList();
    }

    /// What the report promises against the problem.
    private List<Proposal.Remedy> promised(Found it) {
        List<Proposal.Remedy> promised = new ArrayList<>();
        for (Findings.Link link : it.findings().linksOf(it.problem())) {
            it.findings().remedy(link.remedy()).ifPresent(remedy -> {
                Map<Input, String> in = new EnumMap<>(placed(remedy.passage()));
                in.put(Input.STRENGTH, link.strength().id());
                in.put(Input.STATUS, "proposed");
                in.put(Input.CONFIDENCE, Likeness.twoDigits(link.score()));
                promised.add(new Proposal.Remedy(in, link.why()));
            });
        }
        return promised;
    }

    private Map<Input, String> placed(Passage passage) {
        return Map.of(
                Input.TEXT, CleanText.of(passage.text()).text().strip(),
                Input.REPORT, reading.report(),
                Input.QUOTE, passage.text(),
                Input.START, Integer.toString(passage.start()));
    }

    private static String confidence(Found it) {
        return Likeness.twoDigits(it.problem().confidence());
    }

    /// Words as they are told apart: without spaces, broken lines and widths.
    static String folded(String quote) {
        return CleanText.of(Draft.clean(quote)).text().replace(" ", "");
    }
}
