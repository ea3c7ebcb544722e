package gewu.ledger;

import gewu.api.plugin.PluginScope;
import gewu.api.report.ReportFilter;
import gewu.api.report.Reports;
import gewu.api.store.Change.Kind;
import gewu.api.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The ledger: the only way to change an item. What is asked together is one batch, written in one transaction with the
/// table for lists; each item passes the [Gate] by itself, and what is refused leaves no event. Safe for all threads.
final class Ledger {
    private static final int CHANGES_AT_A_TIME = 10_000;

    private final Store store;
    private final Reports reports;
    private final PluginScope scope;
    private final Clock clock;
    private final EventLog log;
    private final ItemTable items;
    private final TakenTable taken;
    private final SavedFilters filters;
    private final KnownParties parties;

    Ledger(Store store, Reports reports, PluginScope scope, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.scope = scope;
        this.clock = clock;
        this.log = new EventLog(store);
        this.items = new ItemTable(store);
        this.taken = new TakenTable(store);
        this.filters = new SavedFilters(store);
        this.parties = new KnownParties(log);
    }

    EventLog log() {
        return log;
    }

    ItemTable items() {
        return items;
    }

    /// Filters that people saved.
    SavedFilters filters() {
        return filters;
    }

    /// The time limits of the program and of the office, as its files say now.
    Terms terms() {
        return Terms.with(folder());
    }

    EvidenceFiles evidence() {
        return new EvidenceFiles(folder().resolve("evidence"));
    }

    /// Where the office keeps its templates of letters.
    Path letters() {
        return folder().resolve("letters");
    }

    /// Reads the inputs of a call.
    InputReader inputs() {
        return new InputReader(parties(), reports, evidence());
    }

    /// The plugin's version.
    String version() {
        return scope.version();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Parties parties() {
        return parties.now();
    }

    /// Does the same to several items.
    Outcome act(Act act, List<String> ids, Map<Input, String> in, String reason, Actor actor) {
        return act(act, ids, in, reason, 0, actor);
    }

    /// Does the same to several items.
    ///
    /// @param seen how many events the asker has seen of the item; 0 for any
    Outcome act(Act act, List<String> ids, Map<Input, String> in, String reason, long seen, Actor actor) {
        return carryOut(
                ids.stream().map(id -> new Order(act, id, in, reason, seen)).toList(), actor);
    }

    /// Does all that is allowed of what is asked, as one batch.
    Outcome carryOut(List<Order> orders, Actor actor) {
        return store.inTransaction(() -> new Batch(actor, office(), pen(0)).carryOut(orders));
    }

    /// Takes what was found in reports, as one batch: see [Taking].
    ///
    /// @param readings by report, each noted as read behind it
    Taken take(Map<Reading, String> readings, Actor actor) {
        return store.inTransaction(() -> new Batch(actor, office(), pen(0)).take(readings));
    }

    /// As which reading each report was taken last.
    Map<String, String> taken() {
        return taken.all();
    }

    /// The reports that changed or were read anew since all were looked at last.
    News news() {
        long last = store.lastChange();
        long from = taken.lookedAtUpTo();
        Set<String> changed = new HashSet<>();
        for (String subject : List.of("report", "problems")) {
            var some = store.changesAfter(from, subject, CHANGES_AT_A_TIME);
            while (!some.isEmpty()) {
                some.forEach(it -> changed.add(it.id()));
                some = store.changesAfter(some.getLast().sequence(), subject, CHANGES_AT_A_TIME);
            }
        }
        return new News(changed, last);
    }

    /// @param reports that changed
    /// @param upTo    the change up to which they are all
    record News(Set<String> reports, long upTo) {}

    /// Notes that what changed was looked at; nothing where nothing had.
    void lookedAt(News news) {
        if (!news.reports().isEmpty()) {
            taken.lookedAtUpTo(news.upTo());
        }
    }

    /// What problems are about, as the tables of the program and of the office say now.
    Concepts concepts() {
        return Concepts.with(folder());
    }

    /// The entrance for what other programs find in reports: each proposal becomes an item that waits
    /// for a person (待确认), its remedies are links to be confirmed. What stands in the ledger already,
    /// by report and quoted words, is passed over, whatever became of it: proposing the same report
    /// twice changes nothing.
    Outcome propose(List<Proposal> proposals, Actor actor) {
        return store.inTransaction(() -> new Batch(actor, office(), pen(0)).propose(proposals));
    }

    /// Does what is asked in groups, as one batch: of each group all or nothing. In a group an order without an id is
    /// for the item that the group made before.
    ///
    /// @return the refusals of each group; none where it was carried out
    Grouped carryOutWhole(List<List<Order>> groups, Actor actor) {
        return store.inTransaction(() -> new Batch(actor, office(), pen(0)).carryOutWhole(groups));
    }

    /// What would be refused of each group, were it carried out now; nothing is written.
    List<List<Refusal>> rehearse(List<List<Order>> groups, Actor actor) {
        Office now = office();
        return groups.stream().map(it -> Rehearsal.of(it, actor, again(now))).toList();
    }

    /// How groups went.
    ///
    /// @param refused of each group
    record Grouped(Outcome outcome, List<List<Refusal>> refused) {}

    /// How reports are called, by their ids.
    Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        reports.list(ReportFilter.ALL)
                .forEach(it -> titles.put(it.id(), it.facts().title()));
        return titles;
    }

    /// Whether an order would be carried out; nothing is written.
    Optional<Refusal> refusal(Order order, Actor actor) {
        Fields item = log.subject(order.id());
        return Gate.ask(order, order.id(), item, items.events(order.id()), actor, office())
                        instanceof Gate.Answer.Shut(var refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    /// Brings items back whose suspension is over. Whoever opens the ledger for writing calls it first.
    Outcome catchUp() {
        LocalDate today = today();
        List<Order> orders = items.page(ItemFilter.in(State.SUSPENDED), false, Integer.MAX_VALUE, 0).stream()
                .filter(it -> it.standing()
                        .date("suspended_until")
                        .filter(day -> !day.isAfter(today))
                        .isPresent())
                .map(it -> new Order(Act.RESUME, it.standing().id(), Map.of(), "暂缓期满"))
                .toList();
        return orders.isEmpty() ? new Outcome(0, List.of(), List.of()) : carryOut(orders, Actor.SYSTEM);
    }

    /// Takes a batch back whole: every subject becomes exactly what it was. Refused whole if something was done since
    /// to one of them.
    ///
    /// @throws gewu.api.WorkbenchException if it can't be taken back; it says which subjects are in the way
    Outcome undo(long batch, String reason, Actor actor) {
        return store.inTransaction(() -> {
            List<Event> events = log.batch(batch);
            mayUndo(batch, events, actor);
            return new Batch(actor, office(), pen(batch)).takeBack(events, reason);
        });
    }

    /// Registers or changes a party; administrators do it, and anybody while the ledger is open.
    Outcome party(String id, String act, Map<String, String> values, Actor actor) {
        return store.inTransaction(() -> {
            Office office = office();
            if (!office.parties().isOpen() && !actor.roles().contains(Role.ADMINISTRATOR)) {
                throw Fault.usage(
                        "Units and persons are entered by an administrator.",
                        "Ask one of them; gewu ledger parties lists who is who.");
            }
            return new Batch(actor, office, pen(0)).party(id, act, values);
        });
    }

    /// Enters a campaign or changes it.
    ///
    /// @param id empty of a number ([Ids#CAMPAIGN]) for a new one
    Outcome campaign(String id, Map<String, String> values, String reason, Actor actor) {
        return store.inTransaction(() -> new Batch(actor, office(), pen(0)).campaign(id, values, reason));
    }

    /// Makes the table for lists from the events alone.
    void rebuild() {
        store.inTransaction(() -> {
            items.clear();
            Folds.each(log, Ids.ITEM, Folds.ALWAYS, it -> {
                if (it.fields().has("state")) {
                    items.put(it.id(), it.fields(), it.events(), it.lastEvent());
                }
            });
        });
    }

    /// Where the office's own tables and the copies of evidence stand.
    Path folder() {
        try {
            return scope.dataFolder();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// The names of the campaigns that were opened, in order.
    List<String> campaigns() {
        Set<String> names = new TreeSet<>();
        Folds.each(log, Ids.CAMPAIGN, Folds.ALWAYS, it -> {
            if (it.fields().has("name")) {
                names.add(it.fields().of("name"));
            }
        });
        return List.copyOf(names);
    }

    /// What guards look at, as it is now.
    Office office() {
        return new Office(log, reports, today(), terms(), this::concepts, parties());
    }

    /// The same office that has looked up nothing yet.
    private Office again(Office office) {
        return new Office(log, reports, office.today(), office.terms(), this::concepts, office.parties());
    }

    private EventLog.Pen pen(long undoes) {
        return log.pen(clock.instant().truncatedTo(ChronoUnit.MILLIS), undoes);
    }

    private void mayUndo(long batch, List<Event> events, Actor actor) {
        if (events.isEmpty()) {
            throw Fault.usage("There is no batch " + batch + ".", "gewu ledger batches lists them.");
        }
        Event first = events.getFirst();
        boolean isOwn = first.actor().equals(actor.name());
        if (!isOwn && !actor.roles().contains(Role.ADMINISTRATOR)) {
            throw Fault.usage(
                    "Batch " + batch + " was done by " + parties().name(first.actor()) + ".",
                    "They take it back themselves, or an administrator does.");
        }
        String ownWork = judgesOwnWork(events, actor);
        if (!ownWork.isEmpty()) {
            throw Fault.usage(
                    "Batch " + batch + " decides about what " + parties().name(actor.name()) + " did: " + ownWork + ".",
                    "Somebody who had no part in it takes it back, or brings it back.");
        }
        List<String> inTheWay = new ArrayList<>(log.touchedSince(batch).stream()
                .filter(it -> !Undoing.isLast(batch, log.history(it)))
                .toList());
        // A party that would be gone, though somebody speaks of it.
        events.stream()
                .filter(it -> it.subject().startsWith(Ids.UNIT) || it.subject().startsWith(Ids.PERSON))
                .forEach(it -> inTheWay.addAll(log.mentioning(it.subject(), batch)));
        if (!inTheWay.isEmpty()) {
            throw Fault.usage(
                    "Batch " + batch + " can't be taken back: something was done since to "
                            + String.join(", ", inTheWay.subList(0, Math.min(10, inTheWay.size())))
                            + (inTheWay.size() > 10 ? ", …" : "") + ".",
                    "Take back the later batches first; gewu ledger batches lists them.");
        }
    }

    /// Who may not do something, since it would judge his own work, neither takes it back nor brings it
    /// back. What somebody did himself he may take back.
    ///
    /// @return the first subject of which that is so; empty if there is none
    private String judgesOwnWork(List<Event> events, Actor actor) {
        Office office = office();
        for (Event event : events) {
            Event root = event;
            boolean isRedo = event.undoes() > 0;
            while (root.undoes() > 0) {
                String subject = root.subject();
                root = log.batch(root.undoes()).stream()
                        .filter(it -> it.subject().equals(subject))
                        .findFirst()
                        .orElseThrow();
            }
            boolean isOwn = office.parties().isSame(root.actor(), actor.name());
            Optional<Act> act = Named.find(Act.values(), root.act());
            if (act.isEmpty() || !event.subject().startsWith(Ids.ITEM) || (isOwn && !isRedo)) {
                continue;
            }
            boolean mayAgain = !isRedo
                    || actor.roles().contains(Role.ADMINISTRATOR)
                    || actor.roles().contains(root.role());
            if (!mayAgain || judges(act.get(), root, actor, office)) {
                return event.subject();
            }
        }
        return "";
    }

    /// Whether a guard that keeps somebody from his own work would not let him do the act as it was
    /// done: on the item as it was before.
    private boolean judges(Act act, Event done, Actor actor, Office office) {
        if (Collections.disjoint(act.guards(), Guard.SEPARATION)) {
            return false;
        }
        Fields.Folding before = new Fields.Folding();
        log.history(done.subject()).stream()
                .filter(it -> it.sequence() < done.sequence())
                .forEach(it -> before.add(Canon.read(it.changes())));
        Map<Input, String> in = new HashMap<>();
        for (Change it : Canon.read(done.changes())) {
            String[] parts = it.field().split("\\.");
            if (parts.length > 1 && parts[0].equals("evidence")) {
                in.put(Input.EVIDENCE, parts[1]);
            } else if (parts.length > 1 && parts[0].equals("check")) {
                in.put(Input.POINT, parts[1]);
            }
        }
        Case it = new Case(act, done.subject(), before.fields(), in, actor, done.role(), done.reason(), office);
        return act.guards().stream().anyMatch(guard -> Guard.SEPARATION.contains(guard) && !guard.holds(it));
    }

    /// What is written together. For one thread and one transaction.
    private final class Batch {
        private final Actor actor;
        private final Office office;
        private final EventLog.Pen pen;
        private final List<Outcome.Done> done = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();

        Batch(Actor actor, Office office, EventLog.Pen pen) {
            this.actor = actor;
            this.office = office;
            this.pen = pen;
        }

        Outcome carryOut(List<Order> orders) {
            for (Order order : orders) {
                String id = order.act() == Act.PROPOSE ? office.newItem(order.in()) : order.id();
                Fields item = order.act() == Act.PROPOSE ? Fields.NONE : office.subject(id);
                switch (Gate.ask(order, id, item, office.events(id), actor, office)) {
                    case Gate.Answer.Open(var it) -> write(it);
                    case Gate.Answer.Shut(var refusal) -> refused.add(refusal);
                }
            }
            return outcome();
        }

        Grouped carryOutWhole(List<List<Order>> groups) {
            List<List<Refusal>> of = new ArrayList<>();
            for (List<Order> group : groups) {
                List<Refusal> not = Rehearsal.of(group, actor, again(office));
                of.add(not);
                refused.addAll(not);
                String made = "";
                for (Order it : not.isEmpty() ? group : List.<Order>of()) {
                    carryOut(List.of(it.id().isEmpty() ? it.of(made) : it));
                    made = it.act() == Act.PROPOSE ? done.getLast().id() : made;
                }
            }
            return new Grouped(outcome(), of);
        }

        Outcome propose(List<Proposal> proposals) {
            Map<String, Set<String>> known = new HashMap<>();
            for (Proposal it : proposals) {
                String quote = it.in().getOrDefault(Input.QUOTE, "");
                String report = it.in().getOrDefault(Input.REPORT, "");
                if (!known.computeIfAbsent(report, this::quotesOf).add(quote)) {
                    continue;
                }
                propose(it, new Taking(office, new Reading(report, "", 0, List.of()), List.of()));
            }
            return outcome();
        }

        /// @return the new item; empty if it was refused
        private String propose(Proposal it, Taking taking) {
            int before = refused.size();
            carryOut(List.of(new Order(Act.PROPOSE, "", it.in(), it.why())));
            if (refused.size() > before) {
                return "";
            }
            String id = done.getLast().id();
            carryOut(it.causes().stream()
                    .map(cause -> new Order(Act.CAUSE, id, cause, ""))
                    .toList());
            for (Proposal.Remedy remedy : it.remedies()) {
                carryOut(List.of(Taking.order(id, remedy, taking.remedy(remedy))));
                taking.learn(id);
            }
            return id;
        }

        Taken take(Map<Reading, String> readings) {
            Taken all = Taken.NOTHING;
            Map<String, String> entered = new HashMap<>();
            for (Map.Entry<Reading, String> it : readings.entrySet()) {
                all = all.and(take(it.getKey(), entered));
                taken.put(it.getKey().report(), it.getValue());
            }
            Outcome outcome = outcome();
            return new Taken(
                    all.reports(),
                    all.added(),
                    all.same(),
                    all.changed(),
                    all.lost(),
                    outcome.batch() == 0 ? List.of() : List.of(outcome.batch()),
                    Stream.concat(all.refused().stream(), outcome.refused().stream())
                            .toList());
        }

        /// @param entered ids of units that this batch enters, by name
        private Taken take(Reading reading, Map<String, String> entered) {
            Taking taking = new Taking(office, reading, items.ofReport(reading.report()));
            for (Order order : taking.orders()) {
                carryOut(List.of(taking.latest(order)));
                taking.learn(order.id());
            }
            Optional<Refusal> refusal = taking.refusal();
            int added = 0;
            if (refusal.isEmpty() && taking.hasNew()) {
                String unit = unit(reading.org(), entered);
                for (Proposal it : taking.proposals(unit)) {
                    added += propose(it, taking).isEmpty() ? 0 : 1;
                }
            }
            return new Taken(
                    1,
                    added,
                    taking.same(),
                    taking.changed(),
                    taking.lost(),
                    List.of(),
                    refusal.map(List::of).orElse(List.of()));
        }

        /// The unit that is called so, or was; one that nobody entered yet is entered.
        private String unit(String name, Map<String, String> entered) {
            return office.parties()
                    .find(name)
                    .filter(Party::isUnit)
                    .map(Party::id)
                    .orElseGet(() -> entered.computeIfAbsent(name, _ -> {
                        String id = office.next(Ids.UNIT);
                        append(
                                id,
                                Fields.NONE,
                                Role.SYSTEM,
                                "party",
                                "收录报告",
                                new Draft(Fields.NONE).set("name", name).changes());
                        return id;
                    }));
        }

        /// The words of a report that are the source of an item.
        private Set<String> quotesOf(String report) {
            Set<String> quotes = new HashSet<>();
            for (String id : items.ofReport(report)) {
                Fields item = office.subject(id);
                item.members("source", "report", report)
                        .forEach(number -> quotes.add(item.of("source." + number + ".quote")));
            }
            return quotes;
        }

        Outcome takeBack(List<Event> events, String reason) {
            Map<String, List<Event>> bySubject = new LinkedHashMap<>();
            for (Event event : events) {
                bySubject
                        .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                        .add(event);
            }
            bySubject.forEach((subject, own) -> append(
                    subject, office.subject(subject), Role.ADMINISTRATOR, Event.UNDO, reason, Undoing.changes(own)));
            return outcome();
        }

        Outcome party(String id, String act, Map<String, String> values) {
            String party = Set.of(Ids.UNIT, Ids.PERSON).contains(id) ? office.next(id) : id;
            Fields before = office.subject(party);
            Draft draft = new Draft(before);
            values.forEach(draft::set);
            append(party, before, Role.ADMINISTRATOR, act, "", draft.changes());
            return outcome();
        }

        Outcome campaign(String id, Map<String, String> values, String reason) {
            String campaign = id.equals(Ids.CAMPAIGN) ? office.next(id) : id;
            Fields before = office.subject(campaign);
            Draft draft = new Draft(before);
            values.forEach(draft::set);
            Role role = actor.roles().contains(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.LEADER;
            append(campaign, before, role, "open_campaign", reason, draft.changes());
            return outcome();
        }

        private Outcome outcome() {
            if (pen.hasWritten()) {
                store.changed("ledger", Long.toString(pen.batch()), Kind.UPDATED);
            }
            return new Outcome(pen.hasWritten() ? pen.batch() : 0, done, refused);
        }

        private void write(Case it) {
            Draft own = new Draft(it.item());
            Map<String, Draft> others = new LinkedHashMap<>();
            new Effects(it, own, id -> others.computeIfAbsent(id, _ -> new Draft(office.subject(id)))).write();
            it.act().to(it.item()).ifPresent(state -> own.set("state", state.name()));
            append(it.id(), it.item(), it.role(), it.act().id(), it.reason(), own.changes());
            others.forEach((id, draft) ->
                    append(id, office.subject(id), it.role(), it.act().id(), it.reason(), draft.changes()));
        }

        private void append(String subject, Fields before, Role role, String act, String reason, List<Change> changes) {
            if (changes.isEmpty()) {
                return;
            }
            long last = pen.write(subject, actor.name(), role, act, reason, changes);
            Fields after = before.with(changes);
            office.becomes(subject, after);
            if (subject.startsWith(Ids.ITEM)) {
                if (after.has("state")) {
                    items.put(subject, after, office.events(subject), last);
                } else {
                    items.remove(subject);
                }
            }
            done.add(new Outcome.Done(subject, act, before, after));
        }
    }
}
