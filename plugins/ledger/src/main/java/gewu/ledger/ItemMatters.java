package gewu.ledger;

import gewu.ledger.remind.Anchor;
import gewu.ledger.remind.Audience;
import gewu.ledger.remind.Basis;
import gewu.ledger.remind.Matter;
import gewu.ledger.remind.Matters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What reminding has to know of items, read from their events: which deadline it is, since when, who has to do with
/// it.
final class ItemMatters implements Matters {
    /// Days on which a unit did something, as lists of an item have them.
    private static final List<String> PROGRESS =
            List.of("progress_report.on", "evidence.on", "milestone.done_on", "received_on", "submitted_on");

    private static final List<String> ANSWERS = List.of("letter.replied_on", "extension.asked_on");

    private final Ledger ledger;
    private final Clock clock;
    private final Terms terms;

    /// Time limits and calendar as the office's files say at this moment.
    ItemMatters(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.terms = ledger.terms();
    }

    @Override
    public Matter of(String item) {
        return new Reading(item).matter();
    }

    @Override
    public boolean isWorked(LocalDate day) {
        return terms.workingDays().isWorked(day);
    }

    @Override
    public String edition() {
        Path folder = ledger.folder();
        return ledger.version() + "\n" + text(folder.resolve(Terms.POLICIES)) + "\n"
                + text(folder.resolve(Terms.CALENDAR));
    }

    @Override
    public UnaryOperator<String> names() {
        return ledger.parties()::name;
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// One item that is read from its events. For one thread.
    private final class Reading {
        private final String id;
        private final Fields item;
        private final Map<String, LocalDate> setOn = new HashMap<>();
        private final List<Anchor> anchors = new ArrayList<>();
        private final long lastEvent;
        private int deadlines;
        private LocalDate opened = LocalDate.MIN;

        Reading(String id) {
            this.id = id;
            Fields.Folding folding = new Fields.Folding();
            long last = 0;
            for (Event event : ledger.log().history(id)) {
                LocalDate day = event.at().atZone(clock.getZone()).toLocalDate();
                List<Change> changes = Canon.read(event.changes());
                changes.forEach(it -> take(it, day));
                folding.add(changes);
                last = event.sequence();
            }
            this.item = folding.fields();
            this.lastEvent = last;
        }

        private void take(Change it, LocalDate day) {
            setOn.put(it.field(), day);
            if (it.field().equals("deadline") && !it.after().isEmpty()) {
                deadlines++;
            }
            if (it.field().equals("state") && isOpen(it.after()) && !isOpen(it.before())) {
                opened = day;
            }
        }

        Matter matter() {
            if (item.has("state")) {
                switch (State.valueOf(item.of("state"))) {
                    case REGISTERED, SUBMITTED -> open();
                    case ASSIGNED -> {
                        open();
                        item.date("assigned_on").ifPresent(this::receipt);
                    }
                    case IN_PROGRESS, LONG_TERM -> {
                        open();
                        LocalDate moved =
                                last(PROGRESS).filter(opened::isBefore).orElse(opened);
                        anchors.add(new Anchor(Basis.PROGRESS, moved.toString(), moved, moved, ""));
                    }
                    case CLOSED -> {
                        replies();
                        item.date("look_back_due")
                                .ifPresent(it -> add(Basis.LOOK_BACK, it.toString(), "look_back_due", it, ""));
                    }
                    case PROPOSED, DISMISSED, SUSPENDED, MERGED -> {
                        // Nobody owes anything at present.
                    }
                }
            }
            Optional<LocalDate> answered =
                    last(Stream.concat(PROGRESS.stream(), ANSWERS.stream()).toList());
            return new Matter(id, lastEvent, item.of("kind"), anchors, answered, parties());
        }

        private void open() {
            item.date("deadline").ifPresent(it -> add(Basis.DEADLINE, Integer.toString(deadlines), "deadline", it, ""));
            for (String number : item.members("milestone")) {
                String at = "milestone." + number + ".";
                if (!item.has(at + "done_on")) {
                    item.date(at + "due")
                            .ifPresent(it ->
                                    add(Basis.MILESTONE, number + "@" + it, at + "due", it, item.of(at + "name")));
                }
            }
            if (Set.of("IN_PROGRESS", "LONG_TERM").contains(item.of("state"))) {
                item.date("review_on").ifPresent(it -> add(Basis.REVIEW, it.toString(), "review_on", it, ""));
            }
            replies();
        }

        private void replies() {
            for (String number : item.members("letter")) {
                String at = "letter." + number + ".";
                if (!item.has(at + "replied_on")) {
                    item.date(at + "reply_due")
                            .ifPresent(it ->
                                    add(Basis.REPLY, number + "@" + it, at + "reply_due", it, item.of(at + "number")));
                }
            }
        }

        private void receipt(LocalDate assigned) {
            LocalDate by = terms.receipt(assigned);
            add(Basis.RECEIPT, assigned.toString(), "assigned_on", by, "");
        }

        /// It counts since it was set, and not for the time in which the item was suspended or closed.
        private void add(Basis basis, String revision, String field, LocalDate day, String name) {
            LocalDate set = setOn.getOrDefault(field, LocalDate.MIN);
            boolean isOfOpen = basis != Basis.LOOK_BACK && basis != Basis.REPLY;
            anchors.add(new Anchor(basis, revision, isOfOpen && opened.isAfter(set) ? opened : set, day, name));
        }

        /// The last of some days; `evidence.on` is the day of every member of the list.
        private Optional<LocalDate> last(List<String> fields) {
            return fields.stream()
                    .flatMap(it -> {
                        int dot = it.indexOf('.');
                        return dot < 0
                                ? Stream.of(it)
                                : item.members(it.substring(0, dot)).stream()
                                        .map(number -> it.substring(0, dot) + "." + number + it.substring(dot));
                    })
                    .flatMap(it -> item.date(it).stream())
                    .max(Comparator.naturalOrder());
        }

        private Map<Audience, List<String>> parties() {
            Map<Audience, List<String>> parties = new EnumMap<>(Audience.class);
            give(Audience.PERSON, item.of("person"), parties);
            give(Audience.UNIT, item.has("lead") ? item.of("lead") : item.of("unit"), parties);
            give(Audience.LEADER, item.of("leader"), parties);
            give(Audience.CASE_LEADER, item.of("case_leader"), parties);
            give(Audience.OVERSEER, item.of("overseer"), parties);
            give(Audience.VERIFIER, item.of("verifier"), parties);
            return parties;
        }

        private static void give(Audience role, String party, Map<Audience, List<String>> parties) {
            if (!party.isEmpty()) {
                parties.put(role, List.of(party));
            }
        }

        private static boolean isOpen(String state) {
            return !state.isEmpty() && State.valueOf(state).isOpen();
        }
    }
}
