package gewu.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// New values for a subject, before they become an event. For one thread.
final class Draft {
    private final Fields before;
    private final TreeMap<String, String> after = new TreeMap<>();

    Draft(Fields before) {
        this.before = before;
    }

    /// The value as it will be.
    String of(String field) {
        return after.getOrDefault(field, before.of(field));
    }

    Draft set(String field, String value) {
        after.put(field, clean(value));
        return this;
    }

    Draft set(String field, LocalDate value) {
        return set(field, value.toString());
    }

    Draft set(String field, long value) {
        return set(field, Long.toString(value));
    }

    /// Sets it unless the value is empty.
    Draft give(String field, String value) {
        return value.isBlank() ? this : set(field, value);
    }

    Draft clear(String field) {
        return set(field, "");
    }

    /// Clears all that a list's member says.
    Draft drop(String list, String member) {
        String begin = list + "." + member + ".";
        before.values().subMap(begin, list + "." + member + "/").keySet().forEach(this::clear);
        return this;
    }

    Draft countUp(String field) {
        return set(field, before.number(field) + 1);
    }

    /// The beginning of the names of a new member of a list: `milestone.3.`
    String next(String list) {
        long last =
                before.members(list).stream().mapToLong(Long::parseLong).max().orElse(0);
        while (!after.subMap(list + "." + (last + 1) + ".", list + "." + (last + 1) + "/")
                .isEmpty()) {
            last++;
        }
        return list + "." + (last + 1) + ".";
    }

    /// What differs from before, in the order of fields.
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, String> it : after.entrySet()) {
            String old = before.of(it.getKey());
            if (!old.equals(it.getValue())) {
                changes.add(new Change(it.getKey(), old, it.getValue()));
            }
        }
        return changes;
    }

    /// Without what no line of text holds: control characters, and halves of characters, which no file keeps.
    static String clean(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.strip().codePoints().forEach(it -> {
            boolean isHalf = it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE;
            boolean isControl = Character.isISOControl(it) && it != '\n' && it != '\t';
            clean.appendCodePoint(isHalf ? 0xFFFD : isControl ? ' ' : it);
        });
        return clean.toString();
    }
}
