package gewu.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which items are wanted. Empty text, an empty set and year 0 stand for any.
///
/// @param person  somebody's id or name: 责任人, 责任领导 or 包案领导
/// @param exact   columns that have just this value; see [#COLUMNS]
/// @param subset  a part that columns alone do not tell
/// @param overdue only those past their deadline on this day
/// @param dueBy   only open ones due by this day
record ItemFilter(
        Set<State> states,
        String unit,
        int year,
        String kind,
        String severity,
        String category,
        String person,
        String words,
        boolean isListed,
        Optional<LocalDate> overdue,
        Optional<LocalDate> dueBy,
        Map<String, String> exact,
        Optional<Subset> subset) {
    /// The responsible leader or the one in charge of the case.
    private static final String DECIDER = "decider";

    /// The columns that can be asked for exactly.
    static final Set<String> COLUMNS = Set.of(
            "unit",
            "lead",
            "leader",
            "case_leader",
            "decider",
            "person",
            "verifier",
            "kind",
            "year",
            "category",
            "severity",
            "source");

    static final ItemFilter ALL =
            new ItemFilter(Set.of(), "", 0, "", "", "", "", "", false, Optional.empty(), Optional.empty());

    private static final String OPEN = "state IN ('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'LONG_TERM', 'SUBMITTED')";

    ItemFilter {
        states = Set.copyOf(states);
        exact = Collections.unmodifiableSortedMap(new TreeMap<>(exact));
        if (!COLUMNS.containsAll(exact.keySet())) {
            throw new IllegalArgumentException("No column to ask for: " + exact.keySet());
        }
    }

    /// Without columns that are asked for exactly.
    ItemFilter(
            Set<State> states,
            String unit,
            int year,
            String kind,
            String severity,
            String category,
            String person,
            String words,
            boolean isListed,
            Optional<LocalDate> overdue,
            Optional<LocalDate> dueBy) {
        this(
                states,
                unit,
                year,
                kind,
                severity,
                category,
                person,
                words,
                isListed,
                overdue,
                dueBy,
                Map.of(),
                Optional.empty());
    }

    /// Items in these states.
    static ItemFilter in(State... states) {
        return new ItemFilter(Set.of(states), "", 0, "", "", "", "", "", false, Optional.empty(), Optional.empty());
    }

    /// The same of items in these states.
    ItemFilter in(Set<State> wanted) {
        return new ItemFilter(
                wanted, unit, year, kind, severity, category, person, words, isListed, overdue, dueBy, exact, subset);
    }

    /// The same of those whose column has just this value.
    ItemFilter with(String column, String value) {
        Map<String, String> more = new HashMap<>(exact);
        more.put(column, value);
        return new ItemFilter(
                states, unit, year, kind, severity, category, person, words, isListed, overdue, dueBy, more, subset);
    }

    /// The same of a part that columns alone do not tell.
    ItemFilter of(Subset part) {
        return new ItemFilter(
                states,
                unit,
                year,
                kind,
                severity,
                category,
                person,
                words,
                isListed,
                overdue,
                dueBy,
                exact,
                Optional.of(part));
    }

    /// Whether an item is wanted: what [#where] asks of the table, asked of the item itself.
    boolean keeps(Fields item) {
        State state = State.valueOf(item.of("state"));
        return (states.isEmpty() || states.contains(state))
                && (unit.isEmpty() || List.of(item.of("unit"), item.of("lead")).contains(unit))
                && (year == 0 || item.number("year") == year)
                && (kind.isEmpty() || kind.equals(item.of("kind")))
                && (severity.isEmpty() || severity.equals(item.of("severity")))
                && (category.isEmpty() || category.equals(item.of("category")))
                && (person.isEmpty()
                        || List.of(item.of("person"), item.of("leader"), item.of("case_leader"))
                                .contains(person))
                && (words.isEmpty() || item.of("title").contains(words))
                && (!isListed || item.has("listed"))
                && (overdue.isEmpty() || isDue(item, state, overdue.get().minusDays(1)))
                && (dueBy.isEmpty() || isDue(item, state, dueBy.get()))
                && ((exact.isEmpty() && subset.isEmpty()) || keeps(Standing.of("", item)));
    }

    private boolean keeps(Standing item) {
        return exact.entrySet().stream()
                        .allMatch(it -> it.getKey().equals(DECIDER)
                                ? List.of(item.of("leader"), item.of("case_leader"))
                                        .contains(it.getValue())
                                : item.of(it.getKey()).equals(it.getValue()))
                && (subset.isEmpty() || subset.get().keeps(item));
    }

    private static boolean isDue(Fields item, State state, LocalDate by) {
        return state.isOpen()
                && item.date("deadline").filter(it -> !it.isAfter(by)).isPresent();
    }

    /// The condition with a question mark for each of [#arguments].
    String where() {
        List<String> parts = new ArrayList<>();
        if (!states.isEmpty()) {
            parts.add(states.stream().map(_ -> "?").collect(Collectors.joining(", ", "state IN (", ")")));
        }
        add("(unit = ? OR lead = ?)", !unit.isEmpty(), parts);
        add("year = ?", year > 0, parts);
        add("kind = ?", !kind.isEmpty(), parts);
        add("severity = ?", !severity.isEmpty(), parts);
        add("category = ?", !category.isEmpty(), parts);
        add("(person = ? OR leader = ? OR case_leader = ?)", !person.isEmpty(), parts);
        add("title LIKE ? ESCAPE '\\'", !words.isEmpty(), parts);
        add("listed <> ''", isListed, parts);
        add(OPEN + " AND deadline > '' AND deadline < ?", overdue.isPresent(), parts);
        add(OPEN + " AND deadline > '' AND deadline <= ?", dueBy.isPresent(), parts);
        exact.keySet().forEach(it -> parts.add(it.equals(DECIDER) ? "(leader = ? OR case_leader = ?)" : it + " = ?"));
        subset.ifPresent(it -> parts.add("(" + it.where() + ")"));
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    /// Whether only items with a deadline are wanted.
    boolean isByDeadline() {
        return overdue.isPresent() || dueBy.isPresent();
    }

    List<Object> arguments() {
        List<Object> all = new ArrayList<>();
        states.stream().sorted().forEach(it -> all.add(it.name()));
        add(unit, 2, all);
        if (year > 0) {
            all.add(year);
        }
        add(kind, 1, all);
        add(severity, 1, all);
        add(category, 1, all);
        add(person, 3, all);
        if (!words.isEmpty()) {
            all.add("%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        overdue.ifPresent(all::add);
        dueBy.ifPresent(all::add);
        exact.forEach((column, value) -> {
            all.add(column.equals("year") ? (Object) Integer.parseInt(value) : value);
            if (column.equals(DECIDER)) {
                all.add(value);
            }
        });
        return all;
    }

    private static void add(String part, boolean isWanted, List<String> parts) {
        if (isWanted) {
            parts.add(part);
        }
    }

    private static void add(String value, int times, List<Object> all) {
        for (int i = 0; i < times && !value.isEmpty(); i++) {
            all.add(value);
        }
    }
}
