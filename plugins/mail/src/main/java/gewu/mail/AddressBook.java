package gewu.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Under which address whom mail reaches: `addresses.tsv`, a line for each, with the name or number of
/// a person or unit and an address. Several lines of one name are several addresses; `-` for an
/// address: gets no mail; `*` for a name: all whom no line names. Immutable.
final class AddressBook {
    static final String FILE = "addresses.tsv";

    private static final String NONE = "-";
    private static final String ALL_OTHERS = "*";

    private final Map<String, List<TableFile.Row>> rows;

    private AddressBook(Map<String, List<TableFile.Row>> rows) {
        this.rows = rows;
    }

    static AddressBook in(Path folder) {
        Map<String, List<TableFile.Row>> rows = new LinkedHashMap<>();
        for (TableFile.Row it : TableFile.read(folder.resolve(FILE)).rows()) {
            rows.computeIfAbsent(it.name(), _ -> new ArrayList<>()).add(it);
        }
        return new AddressBook(rows);
    }

    /// Where somebody is reached.
    ///
    /// @param to    none if somebody is to get no mail, or if something is off
    /// @param fault what is off and what to do; empty if nothing is
    record Entry(List<String> to, String fault) {
        Entry {
            to = List.copyOf(to);
        }
    }

    /// @param party id of a unit or person
    Entry of(String party, String name) {
        for (String key : List.of(party, name, ALL_OTHERS)) {
            List<TableFile.Row> some = rows.get(key);
            if (some != null && !key.isEmpty()) {
                return entry(some);
            }
        }
        return new Entry(
                List.of(),
                Line.cut(name) + " has no address in " + FILE + ". Give " + FILE
                        + " a line with this name and an address, or with - for no mail.");
    }

    private static Entry entry(List<TableFile.Row> rows) {
        List<String> to = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (TableFile.Row it : rows) {
            if (!it.value().equals(NONE)) {
                String fault = fault(it);
                if (fault.isEmpty()) {
                    to.add(it.value());
                } else {
                    faults.add(fault);
                }
            }
        }
        return new Entry(to, String.join(" ", faults));
    }

    /// How many lines give an address.
    long size() {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(it -> !it.value().equals(NONE))
                .count();
    }

    /// Whether some line gives an address still.
    boolean has(String address) {
        return rows.values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.value().equals(address));
    }

    /// What is off in lines, one sentence each.
    List<String> faults() {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(it -> !it.value().equals(NONE))
                .map(AddressBook::fault)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String fault(TableFile.Row row) {
        return isAddress(row.value())
                ? ""
                : "Line " + row.number() + " of " + FILE + " has no address for “" + Line.cut(row.name()) + "”: “"
                        + Line.cut(row.value()) + "”. Write it like lisi@example.cn.";
    }

    /// Whether words are one address and nothing else, as every server takes it.
    static boolean isAddress(String words) {
        if (!words.matches("[!-~&&[^<>,;:\"()\\[\\]]]{1,64}@[A-Za-z0-9.-]{1,253}")) {
            return false;
        }
        try {
            new InternetAddress(words, true).validate();
            return true;
        } catch (AddressException no) {
            return false;
        }
    }
}
