package gewu.ledger;

import gewu.api.store.Store;
import java.util.HashMap;
import java.util.Map;

/// As which reading each report was taken last, and up to which change of the store all of them were looked at, in a
/// row
/// without a report. Only saves looking again; whoever doubts it empties it.
final class TakenTable {
    private static final String PUT = """
            INSERT INTO ledger_taken (report, reading) VALUES (?, ?)
                ON CONFLICT (report) DO UPDATE SET reading = excluded.reading""";

    private static final String NO_REPORT = "";

    private final Store store;

    TakenTable(Store store) {
        this.store = store;
    }

    /// Notes a reading, in the running transaction.
    void put(String report, String reading) {
        store.update(PUT, report, reading);
    }

    /// Notes that all that changed up to this change was looked at.
    void lookedAtUpTo(long sequence) {
        store.inTransaction(() -> put(NO_REPORT, Long.toString(sequence)));
    }

    /// The change up to which all was looked at; 0 for none.
    long lookedAtUpTo() {
        return store.first(
                        "SELECT reading FROM ledger_taken WHERE report = ?",
                        row -> Long.parseLong(row.text("reading")),
                        NO_REPORT)
                .orElse(0L);
    }

    /// The readings, by report.
    Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        store.forEach(
                "SELECT report, reading FROM ledger_taken", row -> all.put(row.text("report"), row.text("reading")));
        all.remove(NO_REPORT);
        return all;
    }
}
