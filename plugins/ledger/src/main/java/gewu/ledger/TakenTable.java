package gewu.ledger;

import gewu.api.store.Store;
import java.util.HashMap;
import java.util.Map;

/// As which reading each report was taken last. Only saves looking again; whoever doubts it empties it.
final class TakenTable {
    private static final String PUT = """
            INSERT INTO ledger_taken (report, reading) VALUES (?, ?)
                ON CONFLICT (report) DO UPDATE SET reading = excluded.reading""";

    private final Store store;

    TakenTable(Store store) {
        this.store = store;
    }

    /// Notes a reading, in the running transaction.
    void put(String report, String reading) {
        store.update(PUT, report, reading);
    }

    /// The readings, by report.
    Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        store.forEach(
                "SELECT report, reading FROM ledger_taken", row -> all.put(row.text("report"), row.text("reading")));
        return all;
    }
}
