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
                        .clear("look_back_due")
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
                item.give(at + "nature", it.in(Input.NATURE));
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
                if (it.has(Input.REMEDY)) {
                    item.set(at + "remedy", it.in(Input.REMEDY));
                    remedyProgress();
                } else {
                    item.give("progress", it.in(Input.PERCENT));
                }
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
                item.give(at + "text", it.in(Input.TEXT)).give(at + "criteria", it.in(Input.CRITERIA));
                item.set("result", it.in(Input.RESULT));
            }
            case OUTCOME -> outcome();
            case CAMPAIGN -> item.give("campaign", it.in(Input.CAMPAIGN));
            case LOOK_BACK -> lookBack();
            case ENLIST -> {
                String at = item.next("listing");
                item.set("listed", it.in(Input.LEVEL))
                        .set(at + "level", it.in(Input.LEVEL))
                        .set(at + "reason", it.reason());
                item.set(at + "on", today).set(at + "by", me).give(at + "criteria", it.in(Input.CRITERIA));
                item.set(at + "kind", it.has(Input.LISTING) ? it.in(Input.LISTING) : "listed");
            }
            case DELIST -> {
                String at = "listing." + it.item().members("listing").getLast() + ".";
                item.clear("listed")
                        .set(at + "lifted_on", today)
                        .set(at + "lifted_by", me)
                        .set(at + "lifted_because", it.reason())
                        .give(at + "accepted", it.in(Input.TEXT));
            }
            case ACKNOWLEDGE -> {
                String at = "letter."
                        + it.item()
                                .members("letter", "number", it.in(Input.NUMBER))
                                .getLast() + ".";
                item.set(at + "received_on", today).set(at + "received_by", me);
            }
            case ADVISE -> {
                String at = item.next("advice");
                item.set(at + "kind", it.in(Input.ADVICE))
                        .set(at + "to", it.in(Input.ADDRESSEE))
                        .set(at + "text", it.in(Input.TEXT));
                item.give(at + "number", it.in(Input.NUMBER))
                        .set(at + "on", today)
                        .set(at + "by", me);
            }
            case ACCOUNT -> {
                String at = item.next("accountability");
                item.set(at + "measure", it.in(Input.MEASURE))
                        .set(at + "person", it.in(Input.PERSON))
                        .set(at + "reason", it.reason());
                item.give(at + "text", it.in(Input.TEXT)).give(at + "number", it.in(Input.NUMBER));
                item.set(at + "on", today).set(at + "by", me);
            }
            case CHECKLIST -> {
                for (Terms.Point point : it.office().terms().checklist(it.in(Input.CHECKLIST))) {
                    String at = item.next("check");
                    item.set(at + "list", it.in(Input.CHECKLIST)).set(at + "text", point.text());
                    item.set(at + "closing", point.isForClosing() ? "1" : "");
                }
            }
            case TICK -> {
                String at = "check." + it.in(Input.POINT) + ".";
                item.set(at + "done_on", today).set(at + "by", me).give(at + "note", it.in(Input.TEXT));
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

    /// A source, cause or remedy is held against the report as it is now: it stands elsewhere, is put
    /// in other words, or is gone (失联). What people wrote or decided stays.
    private void renew() {
        boolean isWaiting = it.item().of("state").equals(State.PROPOSED.name());
        if (it.has(Input.REMEDY)) {
            renewRemedy();
            return;
        }
        if (it.has(Input.SEEN)) {
            renew(item, it.item(), "cause." + it.in(Input.SEEN) + ".", isWaiting ? "text" : "");
            return;
        }
        if (isWaiting) {
            confidence();
        }
        String at = "source." + it.in(Input.PLACE) + ".";
        String said = Taking.title(it.item().of(at + "quote"));
        if (it.has(Input.QUOTE) && isWaiting && it.item().of("title").equals(said)) {
            item.set("title", Taking.title(it.in(Input.QUOTE)));
        }
        if (it.has(Input.QUOTE) || !it.has(Input.CONFIDENCE)) {
            renew(item, it.item(), at, "");
        }
    }

    /// The words of a remedy follow until somebody confirms or rejects that it answers a problem.
    private void renewRemedy() {
        String id = it.in(Input.REMEDY);
        Fields known = it.office().subject(id);
        Draft remedy = beside.apply(id);
        boolean isDecided = known.members("item").stream()
                .map(linked -> it.office().subject(linked).of("remedy." + id + ".status"))
                .anyMatch(status -> !status.isEmpty() && !status.equals("proposed"));
        renew(remedy, known, "", isDecided ? "" : "text");
        for (String linked : known.members("item")) {
            Draft other = linked.equals(it.id()) ? item : beside.apply(linked);
            other.set("remedy." + id + ".text", remedy.of("text")).set("remedy." + id + ".lost", remedy.of("lost"));
        }
    }

    /// @param words the field that says it in words and follows as long as nobody wrote other ones; empty for none
    private void renew(Draft subject, Fields before, String at, String words) {
        if (!it.has(Input.QUOTE)) {
            subject.set(at + "lost", it.today());
            return;
        }
        if (!words.isEmpty() && before.of(at + words).equals(Taking.plain(before.of(at + "quote")))) {
            subject.set(at + words, Taking.plain(it.in(Input.QUOTE)));
        }
        subject.set(at + "quote", it.in(Input.QUOTE)).clear(at + "lost");
        it.office()
                .place(before.of(at + "report"), it.in(Input.QUOTE), it.in(Input.START))
                .forEach((part, value) -> subject.set(at + part, value));
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
        for (String list : List.of("source", "cause")) {
            for (String number : it.item().members(list)) {
                String at = other.next(list);
                copy(list + "." + number, at, other);
                other.set(at + "from", it.id());
            }
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
        for (String list : List.of("source", "cause", "remedy")) {
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
            // Whoever comes late to bring it back gives it no more time than the suspension had.
            LocalDate until = it.item().date("suspended_until").orElse(it.today());
            LocalDate end = until.isBefore(it.today()) ? until : it.today();
            long days = ChronoUnit.DAYS.between(it.item().date("suspended_on").orElseThrow(), end);
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
                .give("unit", it.in(Input.LEAD))
                .give("addressee", it.in(Input.ADDRESSEE))
                .set("kind", it.has(Input.MANNER) ? it.in(Input.MANNER) : "planned");
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
        if (it.role() != Role.SYSTEM) {
            item.set(at + "decided_by", it.actor().name()).set(at + "decided_on", it.today());
        }
        if (!it.item().has(at + "origin")) {
            item.set(at + "origin", it.role() == Role.SYSTEM ? "auto" : "human");
        }
        beside.apply(remedy).set("item." + it.id(), "1");
    }

    private void remedyProgress() {
        String remedy = it.in(Input.REMEDY);
        beside.apply(remedy).give("progress", it.in(Input.PERCENT));
        for (String linked : it.office().subject(remedy).members("item")) {
            Draft other = linked.equals(it.id()) ? item : beside.apply(linked);
            other.give("remedy." + remedy + ".progress", it.in(Input.PERCENT));
        }
    }

    /// What is rectified by one treatment (收缴, 归还原渠道, 统筹) counts once; the amount rectified is the sum of them.
    private void outcome() {
        plain();
        if (!it.has(Input.TREATMENT) || !it.has(Input.FIXED)) {
            return;
        }
        String field = "treatment." + it.in(Input.TREATMENT) + ".amount";
        item.set(field, it.in(Input.FIXED));
        long sum = Long.parseLong(it.in(Input.FIXED));
        for (String other : it.item().members("treatment")) {
            String amount = "treatment." + other + ".amount";
            sum = amount.equals(field) ? sum : Math.addExact(sum, it.item().number(amount));
        }
        item.set("amount_fixed", sum);
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

    /// The file is written `hash bytes name`. Former versions stay, and what is odd about it is noted, not refused.
    private void evidence() {
        String[] file = it.in(Input.FILE).split(" ", 3);
        String at = it.has(Input.EVIDENCE) ? "evidence." + it.in(Input.EVIDENCE) + "." : item.next("evidence");
        long version = it.item().number(at + "version");
        if (version > 0) {
            for (String part : List.of("sha256", "bytes", "name", "on", "by", "status", "dated")) {
                item.give(at + "former." + version + "." + part, it.item().of(at + part));
            }
        }
        item.set(at + "sha256", file[0]).set(at + "bytes", file[1]).set(at + "name", file[2]);
        item.set(at + "version", version + 1).set(at + "status", "to_examine").clear(at + "examined_by");
        item.set(at + "on", it.today()).set(at + "by", it.actor().name()).set(at + "dated", it.in(Input.DATED));
        item.give(at + "kind", it.in(Input.PROOF)).give(at + "side", it.in(Input.SIDE));
        Map<Oddity, String> oddities = Oddity.of(it, item, at, file[0]);
        for (Oddity oddity : Oddity.values()) {
            item.set(at + oddity.id(), oddities.getOrDefault(oddity, ""));
        }
        settlePairs();
    }

    /// A photo of before makes pairs of those of after.
    private void settlePairs() {
        if (it.in(Input.SIDE).equals("before")) {
            it.item().members("evidence").forEach(no -> item.clear("evidence." + no + "." + Oddity.ONLY_AFTER.id()));
        }
    }

    private void lookBack() {
        String at = item.next("look_back");
        item.give(at + "planned", it.item().of("look_back_due")).give(at + "sample", it.in(Input.SAMPLE));
        item.set(at + "verifier", it.item().of("closed_by"));
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
