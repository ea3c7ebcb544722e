package gewu.ledger.remind;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.ledger.channel.ReminderChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

/// Reminds people: what has fallen due is written down once and for all, in small transactions, with
/// what channels are to be given; then the channels are given it. What fell due while nobody was there
/// goes out with the next round. Safe for all threads.
public final class Reminders {
    /// The channel that needs no handing over.
    static final String WORKBENCH = "workbench";

    /// All channels that are set up.
    private static final String EVERY = "*";

    private static final int ITEMS_AT_ONCE = 200;
    private static final int NOTICES_AT_ONCE = 5000;

    private final Store store;
    private final Extensions extensions;
    private final Clock clock;
    private final Path folder;
    private final Matters matters;
    private final ReminderTable table;
    private final Outbox outbox;

    /// @param folder where the office's own table of rules may stand
    public Reminders(Store store, Extensions extensions, Clock clock, Path folder, Matters matters) {
        this.store = store;
        this.extensions = extensions;
        this.clock = clock;
        this.folder = folder;
        this.matters = matters;
        this.table = new ReminderTable(store);
        this.outbox = new Outbox(store);
    }

    /// Sends all that has fallen due, and tries again what channels did not take. May be stopped between items.
    ///
    /// @throws WorkbenchException if the office's table of rules is off
    public Round run(Progress progress) {
        LocalDate today = LocalDate.now(clock);
        Rules rules = Rules.in(folder);
        String edition = edition(rules);
        Map<String, LocalDate> since = store.inTransaction(() -> {
            Map<String, LocalDate> known = table.since(rules, today);
            table.keep(known);
            return known;
        });
        List<String> channels = extensions.of(ReminderChannel.class).stream()
                .filter(Reminders::isSetUp)
                .map(Extension::id)
                .toList();
        Sending sending = new Sending(
                today, edition, new Schedule(rules, since, matters::isWorked), channels, table.nextDigest());
        String last = "";
        for (List<String> some = table.waiting(last, edition, today, ITEMS_AT_ONCE);
                !some.isEmpty();
                some = table.waiting(last, edition, today, ITEMS_AT_ONCE)) {
            progress.stopIfCancelled();
            List<String> items = some;
            store.inTransaction(() -> sending.send(items));
            last = some.getLast();
            progress.step(last);
        }
        handOver(rules, today, progress);
        return sending.round();
    }

    /// When somebody will be reminded of items next, by the rules as they are now. A table that is off does not keep
    /// anybody from the ledger: it is told by [Outlook#fault].
    public Outlook outlook() {
        try {
            Rules rules = Rules.in(folder);
            Map<String, LocalDate> since = table.since(rules, LocalDate.now(clock));
            return new Outlook(
                    edition(rules), Optional.of(new Schedule(rules, since, matters::isWorked)), Optional.empty());
        } catch (WorkbenchException off) {
            return new Outlook("", Optional.empty(), Optional.of(off));
        }
    }

    /// Looks up what a round planned, and works out what is newer. For one answer; safe for all threads.
    public final class Outlook {
        private final String edition;
        private final Optional<Schedule> schedule;
        private final Optional<WorkbenchException> fault;

        private Outlook(String edition, Optional<Schedule> schedule, Optional<WorkbenchException> fault) {
            this.edition = edition;
            this.schedule = schedule;
            this.fault = fault;
        }

        /// What is off in the office's table of rules, as long as nobody is reminded.
        public Optional<WorkbenchException> fault() {
            return fault;
        }

        /// When somebody will be reminded of an item next; empty if nothing of it is due at any time.
        ///
        /// @param lastEvent the item's
        public Optional<NextReminder> next(String item, long lastEvent) {
            return schedule.flatMap(known -> table.plan(item, lastEvent, edition)
                    .orElseGet(() -> new ReminderTable.Plan(
                            known.next(matters.of(item), table.of(item)).map(Reminders::next)))
                    .next());
        }
    }

    private static NextReminder next(Due it) {
        return new NextReminder(
                it.on(),
                it.rule().id(),
                it.anchor().basis(),
                it.anchor().day(),
                it.anchor().name(),
                it.rule().colour());
    }

    /// The last that were sent, newest first.
    ///
    /// @param item   its number; empty for all
    /// @param party  for whom; empty for all
    /// @param colour id of a colour; empty for all
    public List<Sent> last(String item, String party, String colour, int limit) {
        return table.last(item, party, colour, limit);
    }

    /// What channels have not taken. Those that nobody has set up are left out.
    public List<Round.Waiting> waiting() {
        return outbox.left().stream()
                .filter(it -> extensions
                        .find(ReminderChannel.class, it.channel())
                        .map(Reminders::isSetUp)
                        .orElse(true))
                .toList();
    }

    /// On how many days before a day of this kind somebody is reminded; in order.
    public List<Integer> daysBefore(Basis basis) {
        return Rules.in(folder).all().stream()
                .filter(it -> it.basis() == basis && it.offset() <= 0 && !it.isWorked())
                .map(it -> -it.offset())
                .distinct()
                .sorted()
                .toList();
    }

    private String edition(Rules rules) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((rules.text() + "\0" + matters.edition()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.", absent);
        }
    }

    private void handOver(Rules rules, LocalDate today, Progress progress) {
        UnaryOperator<String> names = matters.names();
        for (String channel : outbox.channels()) {
            Optional<Extension<ReminderChannel>> way = extensions.find(ReminderChannel.class, channel);
            if (way.isEmpty() && rules.all().stream().noneMatch(it -> it.names(channel))) {
                outbox.giveUp(channel, today);
            }
            if (way.filter(it -> !isSetUp(it)).isPresent()) {
                continue;
            }
            List<Long> some = outbox.waiting(channel, 0, NOTICES_AT_ONCE);
            while (!some.isEmpty()) {
                progress.stopIfCancelled();
                List<Long> numbers = some;
                Delivery delivery = handOver(channel, way, digest(numbers, today, names));
                store.inTransaction(() -> {
                    delivery.left().forEach((number, why) -> outbox.failed(channel, number, why));
                    outbox.taken(
                            channel,
                            numbers.stream()
                                    .filter(it -> !delivery.left().containsKey(it))
                                    .toList(),
                            today);
                });
                some = delivery.isOver() ? List.of() : outbox.waiting(channel, numbers.getLast(), NOTICES_AT_ONCE);
            }
        }
    }

    /// What a channel left, by number with the reason.
    ///
    /// @param isOver whether it takes nothing at all now
    private record Delivery(Map<Long, String> left, boolean isOver) {}

    /// A channel that can't even say whether it is set up is tried, so that somebody hears of it.
    private static boolean isSetUp(Extension<ReminderChannel> way) {
        try {
            return way.instance().isSetUp();
        } catch (RuntimeException failed) {
            return true;
        }
    }

    private static Delivery handOver(String channel, Optional<Extension<ReminderChannel>> way, Digest digest) {
        if (way.isEmpty()) {
            return refused(digest, "No plugin contributes the channel “" + channel + "”.");
        }
        try {
            Map<Long, String> left = new HashMap<>();
            way.get().instance().handOver(digest).forEach(it -> left.merge(it.number(), it.why(), Reminders::both));
            return new Delivery(left, false);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (WorkbenchException off) {
            return refused(digest, off.getMessage() + " " + off.remedy());
        } catch (IOException | RuntimeException failed) {
            String message = failed.getMessage();
            return refused(digest, message == null || message.isBlank() ? failed.toString() : message);
        }
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + " " + other;
    }

    private static Delivery refused(Digest digest, String why) {
        Map<Long, String> left = new HashMap<>();
        digest.notices().forEach(it -> left.put(it.number(), why));
        return new Delivery(left, true);
    }

    private Digest digest(List<Long> numbers, LocalDate today, UnaryOperator<String> names) {
        List<Notice> notices = new ArrayList<>();
        for (long number : numbers) {
            table.find(number).ifPresent(it -> notices.add(notice(it, names)));
        }
        return new Digest(today, notices);
    }

    private static Notice notice(Sent it, UnaryOperator<String> names) {
        return new Notice(
                it.number(),
                it.item(),
                it.title(),
                it.colour().id(),
                it.dueOn(),
                it.sentOn(),
                it.words(),
                it.audience().stream()
                        .map(to -> new Notice.Recipient(to.role().label(), to.party(), names.apply(to.party())))
                        .toList(),
                it.proposals());
    }

    /// What is sent in one round. For one thread.
    private final class Sending {
        private final LocalDate today;
        private final String edition;
        private final Schedule schedule;
        private final List<String> channels;
        private final long digest;
        private final Set<String> items = new LinkedHashSet<>();
        private long sent;
        private long late;
        private long proposals;

        /// @param channels that are set up
        Sending(LocalDate today, String edition, Schedule schedule, List<String> channels, long digest) {
            this.today = today;
            this.edition = edition;
            this.schedule = schedule;
            this.channels = List.copyOf(channels);
            this.digest = digest;
        }

        void send(List<String> some) {
            long before = sent;
            some.forEach(this::send);
            if (sent > before) {
                store.changed("ledger_reminder", Long.toString(digest), Change.Kind.ADDED);
            }
        }

        private void send(String id) {
            Matter matter = matters.of(id);
            List<Sent> all = new ArrayList<>(table.of(id));
            long number = table.nextNumber();
            for (Due due : schedule.due(matter, all, today)) {
                Sent it = sent(number++, matter, due);
                table.add(it);
                channelsOf(due.rule()).forEach(channel -> outbox.add(channel, it.number()));
                all.add(it);
                count(it);
            }
            table.plan(matter, edition, schedule.next(matter, all));
        }

        private Set<String> channelsOf(Rule rule) {
            Set<String> all = new TreeSet<>(rule.channels());
            if (all.remove(EVERY)) {
                all.addAll(channels);
            }
            all.remove(WORKBENCH);
            return all;
        }

        private void count(Sent it) {
            items.add(it.item());
            sent++;
            late += it.dueOn().isBefore(today) ? 1 : 0;
            proposals += it.proposes().isEmpty() ? 0 : 1;
        }

        private Sent sent(long number, Matter matter, Due due) {
            List<Sent.Recipient> audience = new ArrayList<>();
            for (Audience role : due.rule().audience()) {
                matter.parties()
                        .getOrDefault(role, List.of())
                        .forEach(it -> audience.add(new Sent.Recipient(role, it)));
            }
            if (audience.isEmpty()) {
                // Nobody has any of the roles yet: the unit is never nobody.
                matter.parties()
                        .getOrDefault(Audience.UNIT, List.of())
                        .forEach(it -> audience.add(new Sent.Recipient(Audience.UNIT, it)));
            }
            return new Sent(
                    number,
                    matter.id(),
                    "",
                    due.rule().id(),
                    due.anchor().revision(),
                    due.turn(),
                    digest,
                    due.on(),
                    today,
                    due.anchor().basis(),
                    due.anchor().day(),
                    due.anchor().name(),
                    due.rule().colour(),
                    audience,
                    due.rule().proposes());
        }

        Round round() {
            return new Round(sent == 0 ? 0 : digest, sent, late, items.size(), proposals, waiting());
        }
    }
}
