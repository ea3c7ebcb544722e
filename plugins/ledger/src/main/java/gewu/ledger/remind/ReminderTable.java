package gewu.ledger.remind;

import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reminders that were sent, only ever one more, and when items are reminded of next. Safe for all threads.
final class ReminderTable {
    private static final String COLUMNS = """
            SELECT sent.number, sent.item, sent.rule, sent.revision, sent.turn, sent.digest, sent.due_on, sent.sent_on,
                   sent.basis, sent.day, sent.name, sent.colour, sent.audience, sent.proposes,
                   COALESCE(item.title, '') AS title
              FROM ledger_reminder AS sent LEFT JOIN ledger_item AS item ON item.id = sent.item
            """;
    private static final String ADD = """
            INSERT INTO ledger_reminder (number, item, rule, revision, turn, digest, due_on, sent_on,
                                         basis, day, name, colour, audience, proposes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String WAITING = """
            SELECT item.id AS id FROM ledger_item AS item LEFT JOIN ledger_reminder_plan AS plan ON plan.item = item.id
             WHERE item.id > ?
               AND (plan.item IS NULL OR plan.last_event <> item.last_event OR plan.edition <> ?
                    OR (plan.next_on <> '' AND plan.next_on <= ?))
             ORDER BY item.id LIMIT ?""";
    private static final String PLAN = """
            INSERT INTO ledger_reminder_plan
                (item, last_event, edition, next_on, next_rule, next_basis, next_day, next_name, next_colour)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (item) DO UPDATE SET last_event = excluded.last_event, edition = excluded.edition,
                next_on = excluded.next_on, next_rule = excluded.next_rule, next_basis = excluded.next_basis,
                next_day = excluded.next_day, next_name = excluded.next_name, next_colour = excluded.next_colour""";

    private final Store store;

    ReminderTable(Store store) {
        this.store = store;
    }

    /// The numbers that the next round and the next reminder get.
    long nextDigest() {
        return next("SELECT COALESCE(MAX(digest), 0) AS n FROM ledger_reminder");
    }

    long nextNumber() {
        return next("SELECT COALESCE(MAX(number), 0) AS n FROM ledger_reminder");
    }

    private long next(String last) {
        return store.first(last, row -> row.number("n")).orElse(0L) + 1;
    }

    void add(Sent it) {
        store.update(
                ADD,
                it.number(),
                it.item(),
                it.rule(),
                it.revision(),
                it.turn(),
                it.digest(),
                it.dueOn(),
                it.sentOn(),
                it.basis().id(),
                it.day(),
                it.name(),
                it.colour().id(),
                it.audience().stream()
                        .map(to -> to.role().id() + "\t" + to.party())
                        .collect(Collectors.joining("\n")),
                String.join(",", it.proposes()));
    }

    /// What was sent of an item, in the order of sending.
    List<Sent> of(String item) {
        return store.query(COLUMNS + "WHERE sent.item = ? ORDER BY sent.number", ReminderTable::sent, item);
    }

    Optional<Sent> find(long number) {
        return store.first(COLUMNS + "WHERE sent.number = ?", ReminderTable::sent, number);
    }

    /// The last that were sent, newest first.
    ///
    /// @param item   empty for all
    /// @param party  empty for all; else only those for it
    /// @param colour empty for all
    List<Sent> last(String item, String party, String colour, int limit) {
        List<Object> arguments = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        part("sent.item = ?", item, parts, arguments);
        part("sent.colour = ?", colour, parts, arguments);
        if (!party.isEmpty()) {
            parts.add("instr(sent.audience || char(10), char(9) || ? || char(10)) > 0");
            arguments.add(party);
        }
        arguments.add(limit);
        return store.query(
                COLUMNS + (parts.isEmpty() ? "" : "WHERE " + String.join(" AND ", parts))
                        + " ORDER BY sent.number DESC LIMIT ?",
                ReminderTable::sent,
                arguments.toArray());
    }

    /// Items behind `id` of which something may have fallen due, in order.
    List<String> waiting(String id, String edition, LocalDate today, int limit) {
        return store.query(WAITING, row -> row.text("id"), id, edition, today, limit);
    }

    void plan(Matter it, String edition, Optional<Due> next) {
        store.update(
                PLAN,
                it.id(),
                it.lastEvent(),
                edition,
                next.map(due -> due.on().toString()).orElse(""),
                next.map(due -> due.rule().id()).orElse(""),
                next.map(due -> due.anchor().basis().id()).orElse(""),
                next.map(due -> due.anchor().day().toString()).orElse(""),
                next.map(due -> due.anchor().name()).orElse(""),
                next.map(due -> due.rule().colour().id()).orElse(""));
    }

    /// What was planned for an item, if it is still so.
    Optional<Plan> plan(String item, long lastEvent, String edition) {
        return store.first(
                "SELECT next_on, next_rule, next_basis, next_day, next_name, next_colour FROM ledger_reminder_plan"
                        + " WHERE item = ? AND last_event = ? AND edition = ?",
                row -> new Plan(next(row)),
                item,
                lastEvent,
                edition);
    }

    /// A plan; empty where nobody is to be reminded.
    record Plan(Optional<NextReminder> next) {}

    private static Optional<NextReminder> next(Row row) {
        return row.text("next_on").isEmpty()
                ? Optional.empty()
                : Optional.of(new NextReminder(
                        LocalDate.parse(row.text("next_on")),
                        row.text("next_rule"),
                        Basis.of(row.text("next_basis")).orElseThrow(),
                        LocalDate.parse(row.text("next_day")),
                        row.text("next_name"),
                        Colour.of(row.text("next_colour")).orElseThrow()));
    }

    /// From which day each of these rules counts, as far as that was written down.
    Map<String, LocalDate> since(Rules rules, LocalDate today) {
        Map<String, LocalDate> known = new HashMap<>();
        store.forEach(
                "SELECT line, since FROM ledger_reminder_rule",
                row -> known.put(
                        row.text("line"),
                        row.text("since").isEmpty() ? LocalDate.MIN : LocalDate.parse(row.text("since"))));
        boolean isFirst = known.isEmpty();
        rules.all().forEach(it -> known.putIfAbsent(it.line(), isFirst ? LocalDate.MIN : today));
        return known;
    }

    /// Writes down from which day rules count that were not known.
    void keep(Map<String, LocalDate> since) {
        since.forEach((line, day) -> store.update(
                "INSERT INTO ledger_reminder_rule (line, since) VALUES (?, ?) ON CONFLICT (line) DO NOTHING",
                line,
                day.equals(LocalDate.MIN) ? "" : day.toString()));
    }

    private static void part(String part, String value, List<String> parts, List<Object> arguments) {
        if (!value.isEmpty()) {
            parts.add(part);
            arguments.add(value);
        }
    }

    private static Sent sent(Row row) {
        return new Sent(
                row.number("number"),
                row.text("item"),
                row.text("title"),
                row.text("rule"),
                row.text("revision"),
                row.number("turn"),
                row.number("digest"),
                LocalDate.parse(row.text("due_on")),
                LocalDate.parse(row.text("sent_on")),
                Basis.of(row.text("basis")).orElseThrow(),
                LocalDate.parse(row.text("day")),
                row.text("name"),
                Colour.of(row.text("colour")).orElseThrow(),
                recipients(row.text("audience")),
                row.text("proposes").isEmpty()
                        ? List.of()
                        : List.of(row.text("proposes").split(",")));
    }

    private static List<Sent.Recipient> recipients(String lines) {
        return Stream.of(lines.split("\n"))
                .map(it -> it.split("\t", 2))
                .map(it -> new Sent.Recipient(Audience.of(it[0]).orElseThrow(), it[1]))
                .toList();
    }
}
