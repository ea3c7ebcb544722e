package gewu.ledger;

import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How each item stands, in a table for lists. Made from events; whoever doubts it makes it again.
final class ItemTable {
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("id"),
                    Stream.concat(
                            Standing.COLUMNS.stream().map(Standing.Column::name), Stream.of("events", "last_event")))
            .toList();
    private static final String ALL = String.join(", ", NAMES);
    private static final String PUT = "INSERT INTO ledger_item (" + ALL + ") VALUES ("
            + NAMES.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ") ON CONFLICT (id) DO UPDATE SET "
            + NAMES.stream().skip(1).map(it -> it + " = excluded." + it).collect(Collectors.joining(", "));

    private static final String CATEGORIES = """
            WITH RECURSIVE one (category) AS (
                SELECT MIN(category) FROM ledger_item WHERE category > ''
                UNION ALL
                SELECT (SELECT MIN(category) FROM ledger_item WHERE category > one.category)
                  FROM one WHERE one.category IS NOT NULL)
            SELECT category FROM one WHERE category IS NOT NULL ORDER BY category LIMIT 200""";

    /// So many reports are asked for by one question.
    private static final int AT_ONCE = 200;

    private final Store store;
    private final DayTable days;

    ItemTable(Store store) {
        this.store = store;
        this.days = new DayTable(store);
    }

    /// The days of items.
    DayTable days() {
        return days;
    }

    /// A row as it is kept.
    ///
    /// @param events how many events the item has; its version
    record Kept(Standing standing, long events, long lastEvent) {}

    /// Writes how an item stands, in the running transaction.
    void put(String id, Fields item, long events, long lastEvent) {
        List<Object> values = new ArrayList<>(NAMES.size());
        values.add(id);
        for (Standing.Column it : Standing.COLUMNS) {
            String value = it.of().apply(item);
            if (it.isNumber()) {
                values.add(Long.parseLong(value));
            } else {
                values.add(value);
            }
        }
        values.add(events);
        values.add(lastEvent);
        store.update(PUT, values.toArray());
        days.put(id, item);
    }

    /// An item whose proposal was taken back is no row any more.
    void remove(String id) {
        store.update("DELETE FROM ledger_item WHERE id = ?", id);
        days.remove(id);
    }

    /// Empties the table, in the running transaction.
    void clear() {
        store.update("DELETE FROM ledger_item");
        days.clear();
    }

    long events(String id) {
        return store.first("SELECT events FROM ledger_item WHERE id = ?", row -> row.number("events"), id)
                .orElse(0L);
    }

    long count(ItemFilter filter) {
        return store.first(
                        "SELECT COUNT(*) AS n FROM ledger_item" + filter.where(),
                        row -> row.number("n"),
                        filter.arguments().toArray())
                .orElse(0L);
    }

    /// @param byDeadline by deadline, those without one last; else by number
    List<Kept> page(ItemFilter filter, boolean byDeadline, int limit, int offset) {
        List<Object> arguments = new ArrayList<>(filter.arguments());
        arguments.add(limit);
        arguments.add(offset);
        String order = !byDeadline
                ? " ORDER BY id"
                : filter.isByDeadline() ? " ORDER BY deadline, id" : " ORDER BY deadline = '', deadline, id";
        return store.query(
                "SELECT " + ALL + " FROM ledger_item" + filter.where() + order + " LIMIT ? OFFSET ?",
                ItemTable::kept,
                arguments.toArray());
    }

    /// Which of the wanted items a long table shows, and in which order.
    ///
    /// @param where     further conditions, with a question mark for each of `arguments`
    /// @param order     columns, as SQL
    record Sifted(List<String> where, List<Object> arguments, String order) {
        private String and(ItemFilter filter) {
            String all = String.join(" AND ", where);
            return where.isEmpty()
                    ? filter.where()
                    : filter.where().isEmpty() ? " WHERE " + all : filter.where() + " AND " + all;
        }

        private List<Object> with(ItemFilter filter) {
            List<Object> all = new ArrayList<>(filter.arguments());
            all.addAll(arguments);
            return all;
        }
    }

    /// How many of the wanted items are shown.
    long count(ItemFilter filter, Sifted sifted) {
        return store.first(
                        "SELECT COUNT(*) AS n FROM ledger_item" + sifted.and(filter),
                        row -> row.number("n"),
                        sifted.with(filter).toArray())
                .orElse(0L);
    }

    /// Some of the wanted items from the middle of their order. What is skipped is skipped by its id alone.
    List<Kept> some(ItemFilter filter, Sifted sifted, long from, int limit) {
        List<Object> arguments = sifted.with(filter);
        arguments.add(limit);
        arguments.add(from);
        return store.query(
                "SELECT " + ALL + " FROM ledger_item WHERE id IN (SELECT id FROM ledger_item" + sifted.and(filter)
                        + " ORDER BY " + sifted.order() + " LIMIT ? OFFSET ?) ORDER BY " + sifted.order(),
                ItemTable::kept,
                arguments.toArray());
    }

    /// The most urgent of the items that are wanted: by deadline, those without one last.
    List<Kept> mostUrgent(ItemFilter filter, int limit) {
        List<Kept> first = some(filter, "deadline > ''", "deadline, id", limit);
        if (first.size() == limit) {
            return first;
        }
        return Stream.concat(first.stream(), some(filter, "deadline = ''", "id", limit - first.size()).stream())
                .toList();
    }

    /// Closed items that are to be looked at again next.
    List<Kept> nextLookBacks(ItemFilter filter, int limit) {
        List<Kept> first = some(filter, "look_back_due > ''", "look_back_due, id", limit);
        return first.size() == limit
                ? first
                : Stream.concat(first.stream(), some(filter, "look_back_due = ''", "id", limit - first.size()).stream())
                        .toList();
    }

    private List<Kept> some(ItemFilter filter, String which, String order, int limit) {
        List<Object> arguments = new ArrayList<>(filter.arguments());
        arguments.add(limit);
        String where = filter.where();
        return store.query(
                "SELECT " + ALL + " FROM ledger_item" + (where.isEmpty() ? " WHERE " : where + " AND ") + which
                        + " ORDER BY " + order + " LIMIT ?",
                ItemTable::kept,
                arguments.toArray());
    }

    /// Open items first, by deadline; then what is closed, newest first.
    List<Kept> reddest(ItemFilter filter, int limit) {
        List<Object> arguments = new ArrayList<>(filter.arguments());
        arguments.add(limit);
        return store.query(
                "SELECT " + ALL + " FROM ledger_item" + filter.where()
                        + " ORDER BY CASE WHEN state IN ('CLOSED', 'DISMISSED', 'MERGED') THEN 2"
                        + " WHEN deadline = '' OR state IN ('SUSPENDED', 'PROPOSED') THEN 1 ELSE 0 END,"
                        + " CASE WHEN closed_on > '' THEN '' ELSE deadline END, closed_on DESC, id LIMIT ?",
                ItemTable::kept,
                arguments.toArray());
    }

    /// What a leader is in charge of.
    record Load(String leader, long cases, long open, long overdue, long soon, long closed) {}

    /// The leaders who are in charge of cases, the one with most overdue first.
    List<Load> loads(LocalDate today, int soon) {
        String open = "state IN ('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'LONG_TERM', 'SUBMITTED')";
        String dated = open + " AND deadline > '' AND deadline ";
        return store.query(
                "SELECT case_leader, COUNT(*) AS cases, SUM(CASE WHEN " + open + " THEN 1 ELSE 0 END) AS is_open,"
                        + " SUM(CASE WHEN " + dated + "< ? THEN 1 ELSE 0 END) AS late,"
                        + " SUM(CASE WHEN " + dated + ">= ? AND deadline <= ? THEN 1 ELSE 0 END) AS soon,"
                        + " SUM(CASE WHEN state = 'CLOSED' THEN 1 ELSE 0 END) AS closed"
                        + " FROM ledger_item WHERE case_leader > '' GROUP BY case_leader"
                        + " ORDER BY late DESC, soon DESC, cases DESC, case_leader",
                row -> new Load(
                        row.text("case_leader"),
                        row.number("cases"),
                        row.number("is_open"),
                        row.number("late"),
                        row.number("soon"),
                        row.number("closed")),
                today,
                today,
                today.plusDays(soon));
    }

    /// The items to which something happened last, the newest first.
    List<String> latest(int limit) {
        return store.query(
                "SELECT subject, MAX(sequence) AS last FROM (SELECT subject, sequence FROM ledger_event"
                        + " ORDER BY sequence DESC LIMIT ?) AS newest WHERE subject LIKE 'ZG-%'"
                        + " GROUP BY subject ORDER BY last DESC LIMIT ?",
                row -> row.text("subject"), limit * 50, limit);
    }

    /// How many of the wanted items stand in each state.
    Map<State, Long> byState(ItemFilter filter) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        store.forEach(
                "SELECT state, COUNT(*) AS n FROM ledger_item" + filter.where() + " GROUP BY state",
                row -> counts.put(State.valueOf(row.text("state")), row.number("n")),
                filter.arguments().toArray());
        return counts;
    }

    /// All that are wanted, by number, one after another; for answers larger than memory.
    void each(ItemFilter filter, Consumer<Kept> item) {
        store.forEach(
                "SELECT " + ALL + " FROM ledger_item" + filter.where() + " ORDER BY id",
                row -> item.accept(kept(row)),
                filter.arguments().toArray());
    }

    /// The ids of all that are wanted, in order.
    List<String> ids(ItemFilter filter) {
        return store.query(
                "SELECT id FROM ledger_item" + filter.where() + " ORDER BY id",
                row -> row.text("id"),
                filter.arguments().toArray());
    }

    Optional<Kept> find(String id) {
        return store.first("SELECT " + ALL + " FROM ledger_item WHERE id = ?", ItemTable::kept, id);
    }

    /// The rows behind an id, in the order of ids.
    List<Kept> after(String id, int limit) {
        return store.query(
                "SELECT " + ALL + " FROM ledger_item WHERE id > ? ORDER BY id LIMIT ?", ItemTable::kept, id, limit);
    }

    /// The items whose first source is a report.
    List<String> ofReport(String report) {
        return store.query(
                "SELECT id FROM ledger_item WHERE report = ? AND report <> '' ORDER BY id",
                row -> row.text("id"),
                report);
    }

    /// The items whose first source is one of these reports, by report, each in order; those that are
    /// merged or dismissed are left out.
    Map<String, List<String>> ofReports(Collection<String> reports) {
        Map<String, List<String>> items = new HashMap<>();
        List<String> all =
                reports.stream().filter(it -> !it.isEmpty()).distinct().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            store.forEach(
                    "SELECT id, report FROM ledger_item WHERE report IN ("
                            + some.stream().map(_ -> "?").collect(Collectors.joining(", "))
                            + ") AND state NOT IN ('MERGED', 'DISMISSED') ORDER BY id",
                    row -> items.computeIfAbsent(row.text("report"), _ -> new ArrayList<>())
                            .add(row.text("id")),
                    some.toArray());
        }
        return items;
    }

    /// The reports that are the first source of an item, in order.
    List<String> reports() {
        return store.query(
                "SELECT DISTINCT report FROM ledger_item WHERE report <> '' ORDER BY report",
                row -> row.text("report"));
    }

    /// The items of a unit that are neither merged nor dismissed.
    List<String> ofUnit(String unit) {
        return store.query(
                "SELECT id FROM ledger_item WHERE unit = ? AND state NOT IN ('MERGED', 'DISMISSED') ORDER BY id",
                row -> row.text("id"),
                unit);
    }

    /// How many unfinished items have their deadline in each year, from a day on.
    Map<Integer, Long> openByYear(LocalDate from) {
        Map<Integer, Long> years = new LinkedHashMap<>();
        store.forEach(
                "SELECT SUBSTR(deadline, 1, 4) AS y, COUNT(*) AS n FROM ledger_item"
                        + " WHERE deadline >= ? AND state NOT IN ('CLOSED', 'MERGED', 'DISMISSED') GROUP BY y ORDER BY y",
                row -> years.put(Integer.parseInt(row.text("y")), row.number("n")),
                from.toString());
        return years;
    }

    /// The categories that items have, in order. Each leads to the next one, so that nothing is read twice.
    List<String> categories() {
        return store.query(CATEGORIES, row -> row.text("category"));
    }

    /// The items that are in a campaign.
    List<Kept> ofCampaigns() {
        return store.query("SELECT " + ALL + " FROM ledger_item WHERE campaign <> '' ORDER BY id", ItemTable::kept);
    }

    /// Rows of which no event speaks: nobody but a fault makes them.
    List<String> withoutEvents() {
        return store.query(
                "SELECT id FROM ledger_item WHERE NOT EXISTS"
                        + " (SELECT 1 FROM ledger_event WHERE subject = ledger_item.id) ORDER BY id",
                row -> row.text("id"));
    }

    /// How many items stand in each state.
    Map<State, Long> byState() {
        Map<State, Long> counts = new LinkedHashMap<>();
        store.forEach(
                "SELECT state, COUNT(*) AS n FROM ledger_item GROUP BY state ORDER BY state",
                row -> counts.put(State.valueOf(row.text("state")), row.number("n")));
        return counts;
    }

    private static Kept kept(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Standing.Column it : Standing.COLUMNS) {
            values.put(it.name(), it.isNumber() ? Long.toString(row.number(it.name())) : row.text(it.name()));
        }
        return new Kept(new Standing(row.text("id"), values), row.number("events"), row.number("last_event"));
    }
}
