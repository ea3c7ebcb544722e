package gewu.kernel.store;

import gewu.api.WorkbenchException;
import gewu.api.store.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Brings the tables of the house and of each plugin up to date: every script runs once, in order, and what
/// ran is kept in a history with its checksum.
final class Migrator {
    /// The owner of the house's own tables.
    static final String HOUSE = "house";

    private static final String HISTORY = """
            CREATE TABLE IF NOT EXISTS script_history (
                owner TEXT NOT NULL, position INTEGER NOT NULL, script TEXT NOT NULL,
                sha256 TEXT NOT NULL, ran_at TEXT NOT NULL,
                PRIMARY KEY (owner, position))""";
    private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'";
    private static final String RAN = "SELECT script, sha256 FROM script_history WHERE owner = ? ORDER BY position";
    private static final String REMEMBER =
            "INSERT INTO script_history (owner, position, script, sha256, ran_at) VALUES (?, ?, ?, ?, ?)";

    private final SqliteStore store;
    private final Clock clock;

    Migrator(SqliteStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void migrate(String owner, List<Script> scripts) {
        Map<String, String> ran = ran(owner);
        checkHistory(owner, scripts, ran);
        if (ran.size() == scripts.size()) {
            return;
        }
        if (store.isReadOnly()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    "The tables of " + owner + " are older than this version, and another program holds the workspace.",
                    "End the other program, then start this one once, so that it can bring the tables up to date.");
        }
        store.inTransaction(() -> runThoseAfter(ran.size(), owner, scripts));
    }

    private void runThoseAfter(int done, String owner, List<Script> scripts) {
        store.run(HISTORY);
        for (int i = done; i < scripts.size(); i++) {
            Script script = scripts.get(i);
            Set<String> before = tables();
            run(owner, script);
            checkNames(owner, script, before, tables());
            store.update(REMEMBER, owner, i + 1, script.name(), checksum(script), clock.instant());
        }
    }

    private void run(String owner, Script script) {
        try {
            store.run(script.sql());
        } catch (IllegalStateException refused) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.WORKSPACE,
                    "The script " + script.name() + " of " + owner + " failed and changed nothing: "
                            + refused.getMessage(),
                    "Correct the script, or bring in another version of " + owner + ".",
                    refused);
        }
    }

    /// The scripts that ran, in order, with their checksums; empty in a new database.
    private Map<String, String> ran(String owner) {
        Map<String, String> ran = new LinkedHashMap<>();
        if (tables().contains("script_history")) {
            store.forEach(RAN, row -> ran.put(row.text("script"), row.text("sha256")), owner);
        }
        return ran;
    }

    private Set<String> tables() {
        return new HashSet<>(store.query(TABLES, (Row row) -> row.text("name").toLowerCase(Locale.ROOT)));
    }

    private static void checkHistory(String owner, List<Script> scripts, Map<String, String> ran) {
        int position = 0;
        for (Map.Entry<String, String> past : ran.entrySet()) {
            if (position == scripts.size()) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.WORKSPACE,
                        "The tables of " + owner + " were made by a newer version (script " + past.getKey()
                                + " is unknown here). Nothing was changed.",
                        "Use the newer version with this workspace, or choose another with --workspace.");
            }
            Script script = scripts.get(position);
            if (!script.name().equals(past.getKey()) || !checksum(script).equals(past.getValue())) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.WORKSPACE,
                        "The script " + script.name() + " of " + owner + " is not the one that ran here ("
                                + past.getKey() + "); a script is never edited after its release.",
                        "Put back the script as it was and add a new one with the next number.");
            }
            position++;
        }
    }

    /// A plugin keeps to tables whose names begin with its id.
    private static void checkNames(String owner, Script script, Set<String> before, Set<String> after) {
        if (owner.equals(HOUSE)) {
            return;
        }
        Set<String> touched = new TreeSet<>(after);
        touched.removeAll(before);
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(after);
        touched.addAll(lost);
        String prefix = owner.toLowerCase(Locale.ROOT).replace('-', '_');
        touched.removeIf(name -> name.startsWith(prefix));
        if (!touched.isEmpty()) {
            throw new WorkbenchException(
                    "The script " + script.name() + " of " + owner + " makes or drops " + String.join(", ", touched)
                            + ", which is not its own.",
                    "Begin the name of each table with " + prefix + "_.");
        }
    }

    private static String checksum(Script script) {
        try {
            String ends = script.sql().replace("\r\n", "\n");
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(ends.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.", absent);
        }
    }
}
