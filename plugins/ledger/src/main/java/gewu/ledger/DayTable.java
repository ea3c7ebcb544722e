package gewu.ledger;

import gewu.api.Label;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The days of items: deadlines and look-backs as the table of items has them, and beside them
/// milestones, letters to be answered and yearly reviews. Made from events; safe for all threads.
final class DayTable {
    private static final String OF_A_DAY =
            "SELECT day, basis, name, id, title, unit, lead, state FROM (%s) AS days ORDER BY basis, id LIMIT ?";
    private static final String COUNTS = "SELECT day, COUNT(*) AS n FROM (%s) AS days GROUP BY day ORDER BY day";
    private static final String OPEN = "('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'LONG_TERM', 'SUBMITTED')";

    private final Store store;

    DayTable(Store store) {
        this.store = store;
    }

    /// What a day is to an item.
    enum Basis implements Named {
        DEADLINE("整改时限", "deadline"),
        MILESTONE("节点", "milestone"),
        REPLY("复函期限", "reply due"),
        REVIEW("年度复核", "review"),
        LOOK_BACK("回头看", "look-back");

        private final Label label;

        Basis(String zh, String en) {
            this.label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    /// A day of an item.
    ///
    /// @param name of the milestone or the letter; empty for none
    /// @param unit the lead unit, or the item's own
    record ItemDay(LocalDate on, Basis basis, String name, String item, String title, String unit, State state) {}

    /// Writes the days of an item anew, in the running transaction.
    void put(String id, Fields item) {
        remove(id);
        State state = State.valueOf(item.of("state"));
        if (state.isOpen()) {
            for (String number : item.members("milestone")) {
                String at = "milestone." + number + ".";
                if (!item.has(at + "done_on")) {
                    add(id, Basis.MILESTONE, number, item.of(at + "due"), item.of(at + "name"));
                }
            }
        }
        if (state.isOpen() || state == State.CLOSED) {
            for (String number : item.members("letter")) {
                String at = "letter." + number + ".";
                if (!item.has(at + "replied_on")) {
                    add(id, Basis.REPLY, number, item.of(at + "reply_due"), item.of(at + "number"));
                }
            }
        }
        if (state == State.LONG_TERM) {
            add(id, Basis.REVIEW, "1", item.of("review_on"), "");
        }
    }

    private void add(String id, Basis basis, String number, String day, String name) {
        if (!day.isEmpty()) {
            store.update(
                    "INSERT INTO ledger_day (item, basis, number, day, name) VALUES (?, ?, ?, ?, ?)",
                    id,
                    basis.id(),
                    number,
                    day,
                    name);
        }
    }

    void remove(String id) {
        store.update("DELETE FROM ledger_day WHERE item = ?", id);
    }

    void clear() {
        store.update("DELETE FROM ledger_day");
    }

    /// How much falls on each day from `first` to `last`, in order; days without anything are left out.
    Map<LocalDate, Long> counts(ItemFilter filter, LocalDate first, LocalDate last) {
        Map<LocalDate, Long> counts = new LinkedHashMap<>();
        store.forEach(
                COUNTS.formatted(between(filter)),
                row -> counts.put(LocalDate.parse(row.text("day")), row.number("n")),
                arguments(filter, first, last).toArray());
        return counts;
    }

    /// What falls on a day, at most `limit`.
    List<ItemDay> on(ItemFilter filter, LocalDate day, int limit) {
        List<Object> arguments = new ArrayList<>(arguments(filter, day, day));
        arguments.add(limit);
        return store.query(OF_A_DAY.formatted(between(filter)), DayTable::day, arguments.toArray());
    }

    /// Milestones, letters and reviews until a day, the earliest first, also those that passed.
    List<ItemDay> beside(ItemFilter filter, LocalDate last, int limit) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(last);
        arguments.addAll(filter.arguments());
        arguments.add(limit);
        return store.query(
                "SELECT day, basis, name, id, title, unit, lead, state FROM ledger_day JOIN ledger_item ON id = item"
                        + " WHERE day <= ?" + wanted(filter) + " ORDER BY day, id, basis, number LIMIT ?",
                DayTable::day,
                arguments.toArray());
    }

    private static String wanted(ItemFilter filter) {
        return filter.where().isEmpty() ? "" : " AND " + filter.where().substring(" WHERE ".length());
    }

    private static String between(ItemFilter filter) {
        String wanted = wanted(filter);
        return "SELECT deadline AS day, 'deadline' AS basis, '' AS name, id, title, unit, lead, state FROM ledger_item"
                + " WHERE deadline >= ? AND deadline <= ? AND state IN " + OPEN + wanted
                + " UNION ALL SELECT look_back_due AS day, 'look_back' AS basis, '' AS name, id, title, unit, lead, state"
                + " FROM ledger_item WHERE state = 'CLOSED' AND look_back_due >= ? AND look_back_due <= ?" + wanted
                + " UNION ALL SELECT day, basis, name, id, title, unit, lead, state FROM ledger_day"
                + " JOIN ledger_item ON id = item WHERE day >= ? AND day <= ?" + wanted;
    }

    private static List<Object> arguments(ItemFilter filter, LocalDate first, LocalDate last) {
        return Stream.of(first, first, first)
                .<Object>flatMap(it -> Stream.concat(Stream.of(it, last), filter.arguments().stream()))
                .toList();
    }

    private static ItemDay day(Row row) {
        String lead = row.text("lead");
        return new ItemDay(
                LocalDate.parse(row.text("day")),
                Named.find(Basis.values(), row.text("basis")).orElseThrow(),
                row.text("name"),
                row.text("id"),
                row.text("title"),
                lead.isEmpty() ? row.text("unit") : lead,
                State.valueOf(row.text("state")));
    }
}
