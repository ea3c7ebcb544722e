package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of the ledger's long table: sifted and sorted by the store, read as they come into sight.
record LedgerTableRows(Ledger ledger, ItemFilter filter, boolean isByDeadline) implements Panel.Rows {
    static final List<Panel.Column> COLUMNS = List.of(
            Panel.Column.text("问题编号", "Number"),
            Panel.Column.text("状态", "State"),
            Panel.Column.text("问题", "Problem"),
            Panel.Column.text("责任单位", "Unit"),
            Panel.Column.text("整改类型", "Kind"),
            Panel.Column.text("责任人", "Person"),
            Panel.Column.text("整改时限", "Deadline"),
            Panel.Column.text("提示", "Flags"));

    private static final int FEW = 16;
    private static final String UNIT = "CASE WHEN lead = '' THEN unit ELSE lead END";
    private static final String STATE = Stream.of(State.values())
            .map(it -> " WHEN '" + it.name() + "' THEN " + it.ordinal())
            .reduce("CASE state", String::concat)
            .concat(" END");

    @Override
    public long count(Panel.Sift sift) {
        return ledger.items().count(filter, sifted(sift));
    }

    @Override
    public List<Panel.Row> some(Panel.Sift sift, long from, int count) {
        LedgerPanels shown = new LedgerPanels(ledger.parties(), ledger.today(), ledger.terms());
        return ledger.items().some(filter, sifted(sift), from, count).stream()
                .map(it -> shown.row(it.standing()))
                .toList();
    }

    private ItemTable.Sifted sifted(Panel.Sift sift) {
        List<String> where = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        sift.words().forEach((column, words) -> {
            if (!words.isBlank()) {
                where.add(condition(column, words.strip(), arguments));
            }
        });
        return new ItemTable.Sifted(where, arguments, order(sift));
    }

    private String order(Panel.Sift sift) {
        String fall = sift.isFalling() ? " DESC" : "";
        return switch (sift.column()) {
            case 0 -> "id" + fall;
            case 1 -> STATE + fall + ", id";
            case 2 -> "title" + fall + ", id";
            case 3 -> "(" + UNIT + ") = '', " + byName(UNIT) + fall + ", id";
            case 4 -> "kind = '', kind" + fall + ", id";
            case 5 -> "person = '', " + byName("person") + fall + ", person" + fall + ", id";
            case 6 -> "deadline = '', deadline" + fall + ", id";
            case 7 -> flags() + " = 0, " + flags() + fall + ", id";
            default -> isByDeadline ? "deadline = '', deadline, id" : "id";
        };
    }

    /// The place of a party among all by the names that people read, in the order of a Chinese dictionary.
    private String byName(String what) {
        Collator dictionary = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        List<String> ids = ledger.parties().all().stream()
                .sorted(Comparator.comparing(Party::name, dictionary))
                .map(Party::id)
                .toList();
        if (ids.isEmpty()) {
            return what;
        }
        SortedMap<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i);
        }
        return place(what, List.copyOf(places.entrySet()), ids.size());
    }

    /// Halves the ids until few are left, so that a row is not compared with each of thousands of units.
    private static String place(String what, List<Map.Entry<String, Integer>> places, int behind) {
        if (places.size() > FEW) {
            int half = places.size() / 2;
            return "CASE WHEN " + what + " < '" + places.get(half).getKey() + "' THEN "
                    + place(what, places.subList(0, half), behind) + " ELSE "
                    + place(what, places.subList(half, places.size()), behind) + " END";
        }
        StringBuilder place = new StringBuilder("CASE ").append(what);
        places.forEach(it ->
                place.append(" WHEN '").append(it.getKey()).append("' THEN ").append(it.getValue()));
        return place.append(" ELSE ").append(behind).append(" END").toString();
    }

    private String condition(int column, String words, List<Object> arguments) {
        return switch (column) {
            case 0 -> like("id", words.toUpperCase(Locale.ROOT), arguments);
            case 1 -> in("state", names(Stream.of(State.values()), words), arguments);
            case 2 -> like("title", words, arguments);
            case 3 -> in(UNIT, parties(words, Party::isUnit), arguments);
            case 4 ->
                in(
                        "kind",
                        Choices.KIND.all().stream()
                                .filter(it -> holds(it.label(), words))
                                .map(Choices.Choice::id)
                                .toList(),
                        arguments);
            case 5 ->
                "(" + in("person", parties(words, it -> !it.isUnit()), arguments) + " OR "
                        + like("person", words, arguments) + ")";
            case 6 -> like("deadline", words, arguments);
            case 7 -> flags(words);
            default -> "1 = 1";
        };
    }

    private static String like(String column, String words, List<Object> arguments) {
        arguments.add("%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return column + " LIKE ? ESCAPE '\\'";
    }

    private static String in(String what, List<String> values, List<Object> arguments) {
        if (values.isEmpty()) {
            return "1 = 0";
        }
        arguments.addAll(values);
        return what + " IN (" + String.join(", ", values.stream().map(_ -> "?").toList()) + ")";
    }

    private static List<String> names(Stream<State> states, String words) {
        return states.filter(it -> holds(it.label(), words)).map(State::name).toList();
    }

    private static boolean holds(Label label, String words) {
        return label.zh().contains(words)
                || label.en().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private List<String> parties(String words, Predicate<Party> which) {
        return ledger.parties().all().stream()
                .filter(which)
                .filter(it -> it.names().stream().anyMatch(name -> name.contains(words)))
                .map(Party::id)
                .toList();
    }

    /// How many flags an item has.
    private String flags() {
        Flag.Days days = Flag.Days.of(ledger.today(), ledger.terms());
        return Stream.of(Flag.values())
                .map(it -> "coalesce((" + new Flag.Asked(it, days).sql() + "), 0)")
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    private String flags(String words) {
        Flag.Days days = Flag.Days.of(ledger.today(), ledger.terms());
        List<String> any = Stream.of(Flag.values())
                .filter(it -> holds(it.label(), words))
                .map(it -> "(" + new Flag.Asked(it, days).sql() + ")")
                .toList();
        return any.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", any) + ")";
    }
}
