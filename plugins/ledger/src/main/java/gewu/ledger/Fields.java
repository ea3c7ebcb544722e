package gewu.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a subject is: named values, the fold of its events. Members of a list are named `remedy.CS-000001.state`,
/// `milestone.2.due`. Immutable.
record Fields(SortedMap<String, String> values) {
    static final Fields NONE = new Fields(new TreeMap<>());

    /// So that 10 stands behind 9.
    private static final Comparator<String> SHORT_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    Fields {
        values = Collections.unmodifiableSortedMap(values);
    }

    /// The value; empty text if there is none.
    String of(String field) {
        return values.getOrDefault(field, "");
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    Optional<LocalDate> date(String field) {
        return has(field) ? Optional.of(LocalDate.parse(of(field))) : Optional.empty();
    }

    /// The value as a whole number; 0 if there is none.
    long number(String field) {
        return has(field) ? Long.parseLong(of(field)) : 0;
    }

    /// The names of a list's members, in order: `1`, `2`, … or ids.
    List<String> members(String list) {
        String begin = list + ".";
        SortedMap<String, String> all = values.subMap(begin, list + "/");
        if (all.isEmpty()) {
            return List.of();
        }
        SortedSet<String> names = new TreeSet<>(SHORT_FIRST);
        for (String field : all.keySet()) {
            int dot = field.indexOf('.', begin.length());
            names.add(dot < 0 ? field.substring(begin.length()) : field.substring(begin.length(), dot));
        }
        return List.copyOf(names);
    }

    /// These fields with other values; changes of fields with the same name follow one another.
    Fields with(List<Change> changes) {
        TreeMap<String, String> after = new TreeMap<>(values);
        for (Change it : changes) {
            if (it.after().isEmpty()) {
                after.remove(it.field());
            } else {
                after.put(it.field(), it.after());
            }
        }
        return new Fields(after);
    }

    /// The members of a list, for which `part` has this value.
    List<String> members(String list, String part, String value) {
        return members(list).stream()
                .filter(it -> of(list + "." + it + "." + part).equals(value))
                .toList();
    }

    /// How many members a list has.
    int count(String list) {
        return members(list).size();
    }

    /// Makes fields from the changes of one event after another.
    static final class Folding {
        private final TreeMap<String, String> values = new TreeMap<>();

        /// @return the fields whose old value is not what it was before; empty when all fit
        List<String> add(List<Change> changes) {
            List<String> odd = new ArrayList<>();
            for (Change it : changes) {
                if (!values.getOrDefault(it.field(), "").equals(it.before())) {
                    odd.add(it.field());
                }
                if (it.after().isEmpty()) {
                    values.remove(it.field());
                } else {
                    values.put(it.field(), it.after());
                }
            }
            return odd;
        }

        Fields fields() {
            return new Fields(new TreeMap<>(values));
        }
    }
}
