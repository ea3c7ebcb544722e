package gewu.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What each act writes. The state itself and the guards are none of its business.
final class Effects {
    /// Inputs that become the item's value of the same name.
    private static final Map<Input, String> PLAIN = Map.ofEntries(
            Map.entry(Input.TITLE, "title"),
            Map.entry(Input.CATEGORY, "category"),
            Map.entry(Input.SEVERITY, "severity"),
            Map.entry(Input.KIND, "kind"),
            Map.entry(Input.GOAL, "goal"),
            Map.entry(Input.STANDARD, "standard"),
            Map.entry(Input.SOURCE, "source_kind"),
            Map.entry(Input.AMOUNT, "amount_found"),
            Map.entry(Input.LEAD, "lead"),
            Map.entry(Input.LEADER, "leader"),
            Map.entry(Input.PERSON, "person"),
            Map.entry(Input.CASE_LEADER, "case_leader"),
            Map.entry(Input.OVERSEER, "overseer"),
            Map.entry(Input.VERIFIER, "verifier"),
            Map.entry(Input.OUTCOME, "outcome"),
            Map.entry(Input.FIXED, "amount_fixed"),
            Map.entry(Input.RULES, "rules_made"),
            Map.entry(Input.PERSONS, "persons_held"));

    private final Case it;
    private final Draft item;
    private final Function<String, Draft> beside;

    /// @param beside the draft of another subject, which becomes an event of the same batch
    Effects(Case it, Draft item, Function<String, Draft> beside) {
        this.it = it;
        this.item = item;
        this.beside = beside;
    }

    void write() {
        LocalDate today = it.today();
        String me = it.actor().name();
        switch (it.act()) {
            case PROPOSE -> {
                plain();
                item.set("unit", it.in(Input.UNIT))
                        .set("year", it.in(Input.YEAR))
                        .give("text", it.in(Input.TEXT));
                item.set("proposed_on", today).set("occurrence", 1);
                confidence();
                source();
            }
            case EDIT -> {
                plain();
                item.give("text", it.in(Input.TEXT));
                source();
            }
            case REGISTER -> {
                plain();
                item.set("twin", it.in(Input.TWIN)).set("registered_on", today);
                it.deadline().ifPresent(day -> item.set("deadline_first", day).set("deadline", day));
            }
            case DISMISS ->
                item.set("dismissal", Choices.DISMISSAL.id(it.in(Input.BECAUSE)).orElse(""));
            case MERGE -> merge();
            case ASSIGN -> {
                plain();
                assisting();
                item.set("notice_number", it.in(Input.NUMBER))
                        .set("assigned_on", today)
                        .clear("return_reason");
            }
            case RECEIVE -> {
                plain();
                item.set("received_on", today).set("received_by", me);
            }
            case RETURN -> item.set("return_reason", it.reason()).countUp("returned");
            case PROLONG ->
                item.set("review_on", it.in(Input.REVIEW))
                        .set("deadline", it.office().terms().longTerm(today))
                        .set("long_term_on", today)
                        .set("approved_by", it.in(Input.APPROVED_BY));
            case REVIEW -> {
                String at = item.next("review");
                item.set(at + "text", it.in(Input.TEXT)).set(at + "on", today).set(at + "by", me);
                item.set("review_on", it.in(Input.REVIEW));
            }
            case CONTINUE -> {
                String at = item.next("continuation");
                item.set(at + "before", it.item().of("deadline"))
                        .set(at + "reason", it.reason())
                        .set(at + "on", today)
                        .set(at + "by", me);
                item.set("deadline", it.office().terms().longTerm(today)).set("review_on", it.in(Input.REVIEW));
            }
            case SUBMIT ->
                item.set("submitted_on", today)
                        .set("submitted_by", me)
                        .set("progress", 100)
                        .clear("result");
            case SEND_BACK -> item.countUp("sent_back").clear("result");
            case CLOSE -> close();
            case REOPEN ->
                item.countUp("reopened")
                        .give("ruling", it.in(Input.RULING))
                        .set("deadline", it.in(Input.DEADLINE))
                        .clear("closed_on")
                        .clear("review_on")
                        .clear("found")
                        .clear("result")
                        .set("evidence_before", it.item().count("evidence"))
                        .set("progress", 0);
            case SUSPEND ->
                item.set(
                                "suspension",
                                Choices.SUSPENSION.id(it.in(Input.BECAUSE)).orElse(""))
                        .set("former_state", it.item().of("state"))
                        .set("suspended_on", today)
                        .set("suspended_until", it.in(Input.UNTIL));
            case RESUME -> resume();
            case REVIVE -> revive();
            case CAUSE -> {
                String at = item.next("cause");
                item.set(at + "text", it.in(Input.TEXT)).give(at + "kind", it.in(Input.CATEGORY));
                place(item, at);
            }
            case REMEDY -> remedy();
            case LINK -> {
                link(it.in(Input.REMEDY), it.in(Input.STRENGTH), it.in(Input.STATUS));
                reason(it.in(Input.REMEDY));
            }
            case FINISH -> settle("done");
            case WAIVE -> settle("waived");
            case MILESTONE -> {
                String at = item.next("milestone");
                item.set(at + "name", it.in(Input.NAME)).set(at + "due", it.in(Input.DUE));
            }
            case REACH -> item.set("milestone." + it.in(Input.MILESTONE) + ".done_on", today);
            case ASK -> {
                String at = item.next("extension");
                item.set(at + "before", it.item().of("deadline"))
                        .set(at + "until", it.in(Input.UNTIL))
                        .set(at + "reason", it.reason())
                        .set(at + "asked_by", me)
                        .set(at + "asked_on", today);
            }
            case DECIDE -> decide();
            case REPORT -> {
                String at = item.next("progress_report");
                item.set(at + "text", it.in(Input.TEXT)).set(at + "on", today).set(at + "by", me);
                item.give(at + "period", it.in(Input.PERIOD)).give(at + "percent", it.in(Input.PERCENT));
                item.give("progress", it.in(Input.PERCENT));
            }
            case EVIDENCE -> evidence();
            case EXAMINE ->
                item.set("evidence." + it.in(Input.EVIDENCE) + ".status", it.in(Input.VERDICT))
                        .set("evidence." + it.in(Input.EVIDENCE) + ".examined_by", me);
            case VERIFY -> {
                String at = item.next("acceptance");
                item.set(at + "result", it.in(Input.RESULT))
                        .set(at + "on", today)
                        .set(at + "by", me);
                item.give(at + "text", it.in(Input.TEXT)).set("result", it.in(Input.RESULT));
            }
            case OUTCOME, CAMPAIGN -> {
                plain();
                item.give("campaign", it.in(Input.CAMPAIGN));
            }
            case LOOK_BACK -> lookBack();
            case ENLIST -> {
                String at = item.next("listing");
                item.set("listed", it.in(Input.LEVEL))
                        .set(at + "level", it.in(Input.LEVEL))
                        .set(at + "reason", it.reason());
                item.set(at + "on", today).set(at + "by", me).give(at + "criteria", it.in(Input.CRITERIA));
            }
            case DELIST -> {
                String at = "listing." + it.item().members("listing").getLast() + ".";
                item.clear("listed")
                        .set(at + "lifted_on", today)
                        .set(at + "lifted_by", me)
                        .set(at + "lifted_because", it.reason());
            }
            case APPOINT -> {
                plain();
                assisting();
            }
            case LETTER -> {
                String at = item.next("letter");
                item.set(at + "kind", it.in(Input.LETTER))
                        .set(at + "number", it.in(Input.NUMBER))
                        .set(at + "sent_on", today);
                item.give(at + "colour", it.in(Input.COLOUR)).give(at + "reply_due", it.in(Input.REPLY_DUE));
            }
            case REPLY -> {
                String at = "letter."
                        + it.item()
                                .members("letter", "number", it.in(Input.NUMBER))
                                .getLast() + ".";
                item.set(at + "reply", it.in(Input.TEXT))
                        .set(at + "replied_on", today)
                        .set(at + "replied_by", me);
            }
            case NOTE -> {
                String at = item.next("note");
                item.set(at + "text", it.in(Input.TEXT)).set(at + "by", me).set(at + "on", today);
            }
            case RENEW -> renew();
            case RECUR -> kinship().recur();
            case COMMON -> kinship().common();
            case SIMILAR -> kinship().similar();
            case DIFFERENT -> kinship().different();
        }
    }

    private Kinship kinship() {
        return new Kinship(it, item, beside);
    }

    private void plain() {
        it.in().forEach((input, value) -> {
            String field = PLAIN.get(input);
            if (field != null) {
                item.give(field, value);
            }
        });
    }

    private void source() {
        if (!it.has(Input.QUOTE)) {
            return;
        }
        place(item, item.next("source"));
    }

    /// Where the quoted words stand.
    private void place(Draft subject, String at) {
        subject.give(at + "quote", it.in(Input.QUOTE))
                .give(at + "report", it.in(Input.REPORT))
                .give(at + "start", it.in(Input.START));
        it.office()
                .place(it.in(Input.REPORT), it.in(Input.QUOTE), it.in(Input.START))
                .forEach((part, value) -> subject.set(at + part, value));
    }

    /// How sure the finder was; what it was not sure of says so until somebody decides.
    private void confidence() {
        if (it.has(Input.CONFIDENCE)) {
            boolean isDoubtful = Double.parseDouble(it.in(Input.CONFIDENCE)) < Taking.SURE;
            item.set("confidence", it.in(Input.CONFIDENCE)).set("doubtful", isDoubtful ? "1" : "");
        }
    }

    /// A source is held against the report as it is now: it stands elsewhere, says it in other words, or is gone
    /// (失联). What people wrote themselves stays.
    private void renew() {
        String at = "source." + it.in(Input.PLACE) + ".";
        boolean isWaiting = it.item().of("state").equals(State.PROPOSED.name());
        if (isWaiting) {
            confidence();
        }
        if (!it.has(Input.QUOTE)) {
            if (!it.has(Input.CONFIDENCE)) {
                item.set(at + "lost", it.today());
            }
            return;
        }
        String said = Taking.title(it.item().of(at + "quote"));
        if (isWaiting && it.item().of("title").equals(said)) {
            item.set("title", Taking.title(it.in(Input.QUOTE)));
        }
        item.set(at + "quote", it.in(Input.QUOTE)).clear(at + "lost");
        it.office()
                .place(it.item().of(at + "report"), it.in(Input.QUOTE), it.in(Input.START))
                .forEach((part, value) -> item.set(at + part, value));
    }

    private void assisting() {
        for (String unit : it.in(Input.ASSISTING).split(" ")) {
            item.give("assisting." + unit, unit.isEmpty() ? "" : "1");
        }
    }

    /// Sources and links go with it, and say where they come from.
    private void merge() {
        String target = it.in(Input.INTO);
        item.set("merged_into", target).set("former_state", it.item().of("state"));
        Draft other = beside.apply(target);
        for (String number : it.item().members("source")) {
            String at = other.next("source");
            copy("source." + number, at, other);
            other.set(at + "from", it.id());
        }
        for (String remedy : it.item().members("remedy")) {
            if (other.of("remedy." + remedy + ".status").isEmpty()) {
                copy("remedy." + remedy, "remedy." + remedy + ".", other);
                other.set("remedy." + remedy + ".from", it.id());
                beside.apply(remedy).set("item." + target, "1");
            }
        }
        other.set("merged." + it.id(), "1");
        kinship().mention(other);
    }

    private void copy(String member, String at, Draft to) {
        it.item()
                .values()
                .subMap(member + ".", member + "/")
                .forEach((field, value) -> to.set(at + field.substring(member.length() + 1), value));
    }

    /// What came to the other item with it goes again.
    private void revive() {
        String target = it.item().of("merged_into");
        item.clear("merged_into").clear("former_state").clear("dismissal");
        if (target.isEmpty()) {
            return;
        }
        Fields there = it.office().subject(target);
        Draft other = beside.apply(target);
        for (String list : List.of("source", "remedy")) {
            there.members(list, "from", it.id()).forEach(member -> other.drop(list, member));
        }
        there.members("remedy", "from", it.id())
                .forEach(remedy -> beside.apply(remedy).clear("item." + target));
        other.clear("merged." + it.id());
        kinship().unmention(other);
    }

    private void close() {
        LocalDate today = it.today();
        boolean wasListed = it.item().count("listing") > 0;
        LocalDate first =
                it.date(Input.LOOK_BACK).orElseGet(() -> it.office().terms().lookBack(today, wasListed));
        String at = item.next("closing");
        item.set("closed_on", today)
                .set("closed_by", it.actor().name())
                .set("look_back_due", first)
                .clear("found");
        item.set(at + "on", today).set(at + "by", it.actor().name()).give(at + "number", it.in(Input.NUMBER));
        item.give("close_number", it.in(Input.NUMBER));
    }

    private void resume() {
        item.clear("former_state").clear("suspension").clear("suspended_on").clear("suspended_until");
        if (it.office().terms().stopsClock(it.item().of("suspension"))) {
            long days = ChronoUnit.DAYS.between(it.item().date("suspended_on").orElseThrow(), it.today());
            for (String clock : List.of("deadline", "review_on")) {
                it.item()
                        .date(clock)
                        .ifPresent(day -> item.set(
                                clock, it.office().terms().workingDays().onOrAfter(day.plusDays(days))));
            }
        }
    }

    private void remedy() {
        String id = it.office().next(Ids.REMEDY);
        Draft remedy = beside.apply(id);
        remedy.set("text", it.in(Input.TEXT))
                .set("state", "planned")
                .give("due", it.in(Input.DUE))
                .give("unit", it.in(Input.LEAD));
        place(remedy, "");
        link(id, it.in(Input.STRENGTH), it.in(Input.STATUS));
        reason(id);
        item.set("remedy." + id + ".text", it.in(Input.TEXT)).set("remedy." + id + ".state", "planned");
    }

    /// Why the finder thinks that a remedy answers the problem.
    private void reason(String remedy) {
        if (it.role() == Role.SYSTEM) {
            item.give("remedy." + remedy + ".why", it.reason())
                    .give("remedy." + remedy + ".score", it.in(Input.CONFIDENCE));
        }
    }

    private void link(String remedy, String strength, String status) {
        Fields known = it.office().subject(remedy);
        String at = "remedy." + remedy + ".";
        item.give(at + "text", known.of("text")).give(at + "state", known.of("state"));
        item.set(
                at + "strength",
                !strength.isEmpty()
                        ? strength
                        : it.item().has(at + "strength") ? it.item().of(at + "strength") : "strong");
        item.set(at + "status", status.isEmpty() ? "confirmed" : status);
        beside.apply(remedy).set("item." + it.id(), "1");
    }

    /// A remedy that serves several items is done for all of them.
    private void settle(String state) {
        String remedy = it.in(Input.REMEDY);
        Draft known = beside.apply(remedy);
        known.set("state", state)
                .set("settled_on", it.today())
                .give("result", it.in(Input.TEXT))
                .give("reason", it.reason());
        for (String linked : it.office().subject(remedy).members("item")) {
            Draft other = linked.equals(it.id()) ? item : beside.apply(linked);
            other.set("remedy." + remedy + ".state", state);
        }
        item.set("remedy." + remedy + ".state", state);
    }

    private void decide() {
        String at = "extension." + it.askedExtension().orElseThrow() + ".";
        item.set(at + "decision", it.in(Input.DECISION))
                .set(at + "decided_by", it.actor().name())
                .set(at + "decided_on", it.today());
        if (it.in(Input.DECISION).equals("granted")) {
            item.set("deadline", it.item().of(at + "until")).countUp("extensions");
        }
    }

    /// The file is written `hash bytes name`.
    private void evidence() {
        String[] file = it.in(Input.FILE).split(" ", 3);
        String at = it.has(Input.EVIDENCE) ? "evidence." + it.in(Input.EVIDENCE) + "." : item.next("evidence");
        long version = it.item().number(at + "version") + 1;
        item.set(at + "sha256", file[0]).set(at + "bytes", file[1]).set(at + "name", file[2]);
        item.set(at + "version", version).set(at + "status", "to_examine").clear(at + "examined_by");
        item.set(at + "on", it.today()).set(at + "by", it.actor().name());
        item.give(at + "kind", it.in(Input.PROOF)).give(at + "side", it.in(Input.SIDE));
    }

    private void lookBack() {
        String at = item.next("look_back");
        item.set(at + "found", it.in(Input.FOUND))
                .set(at + "on", it.today())
                .set(at + "by", it.actor().name());
        item.give(at + "text", it.in(Input.TEXT)).set("found", it.in(Input.FOUND));
        if (it.has(Input.LOOK_BACK)) {
            item.set("look_back_due", it.in(Input.LOOK_BACK));
        } else if (it.item().count("listing") > 0
                && it.item().of("look_back_due").equals(firstLookBack())) {
            LocalDate closed = it.item().date("closed_on").orElse(it.today());
            item.set("look_back_due", it.office().terms().secondLookBack(closed));
        } else {
            item.clear("look_back_due");
        }
    }

    private String firstLookBack() {
        LocalDate closed = it.item().date("closed_on").orElse(it.today());
        return it.office().terms().lookBack(closed, true).toString();
    }
}
