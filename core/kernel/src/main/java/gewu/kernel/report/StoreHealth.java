package gewu.kernel.report;

import gewu.api.store.Store;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Looks whether the store is whole: the database file, the ties between its tables, the change log, and
/// the originals.
public final class StoreHealth implements HealthCheck {
    private static final String BACKUP =
            "Put back a backup of the workspace, or move gewu.db away and import the files under originals/ again.";
    private static final String CHANGES = """
            SELECT count(*) AS changes, coalesce(min(sequence), 1) AS first, coalesce(max(sequence), 0) AS newest
              FROM change_log""";
    private static final String HALF = """
            SELECT count(*) AS halves FROM report_version v
             WHERE NOT EXISTS (SELECT 1 FROM report_text t WHERE t.report = v.report AND t.version = v.version)
                OR v.pages <> (SELECT count(*) FROM page p WHERE p.report = v.report AND p.version = v.version)
                OR v.paragraphs <> (SELECT count(*) FROM paragraph p WHERE p.report = v.report AND p.version = v.version)""";
    private static final String WITHOUT_VERSION = """
            SELECT count(*) AS halves FROM report r
             WHERE NOT EXISTS (SELECT 1 FROM report_version v WHERE v.report = r.id AND v.version = r.version)""";
    private static final String TWICE = """
            SELECT count(*) AS halves FROM (
                SELECT v.sha256 FROM report r JOIN report_version v ON v.report = r.id AND v.version = r.version
                 GROUP BY v.sha256 HAVING count(*) > 1) AS twice""";

    private final Store store;
    private final Workspace workspace;

    public StoreHealth(Store store, Workspace workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    @Override
    public List<HealthFinding> check() {
        return List.of(file(), ties(), changes(), reports(), originals());
    }

    private HealthFinding file() {
        List<String> faults = store.query("PRAGMA integrity_check(5)", row -> row.text("integrity_check"));
        return faults.equals(List.of("ok"))
                ? well("gewu.db", "The database file is whole.")
                : broken("gewu.db", "The database file is damaged: " + String.join("; ", faults) + ".", BACKUP);
    }

    private HealthFinding ties() {
        List<String> loose = store.query("PRAGMA foreign_key_check", row -> row.text("table"));
        return loose.isEmpty()
                ? well("gewu.db/ties", "Every row belongs to one that is there.")
                : broken(
                        "gewu.db/ties",
                        loose.size() + " rows belong to nothing, the first in " + loose.getFirst() + ".",
                        BACKUP);
    }

    private HealthFinding changes() {
        long last = store.lastChange();
        long[] log = store.first(
                        CHANGES, row -> new long[] {row.number("changes"), row.number("first"), row.number("newest")})
                .orElseThrow();
        boolean isGapless = log[2] == last && log[0] == log[2] - log[1] + 1;
        return isGapless
                ? well("gewu.db/changes", last + " changes, without a gap.")
                : broken(
                        "gewu.db/changes",
                        "The change log holds " + log[0] + " changes from " + log[1] + " to " + log[2]
                                + "; the last number given was " + last + ".",
                        "Run gewu reindex, so that the index holds what the store holds.");
    }

    private HealthFinding reports() {
        long halves = count(HALF) + count(WITHOUT_VERSION);
        long twice = count(TWICE);
        if (halves > 0) {
            return broken("gewu.db/reports", halves + " reports are not whole.", BACKUP);
        }
        long all = count("SELECT count(*) AS halves FROM report");
        return twice == 0
                ? well("gewu.db/reports", all + " reports, each whole, none there twice.")
                : broken("gewu.db/reports", twice + " files are there as more than one report.", BACKUP);
    }

    private HealthFinding originals() {
        List<String> hashes = ReportTable.hashes(store);
        int lost = 0;
        String first = "";
        for (String hash : hashes) {
            if (!isWhole(workspace.original(hash), hash)) {
                lost++;
                first = first.isEmpty() ? hash : first;
            }
        }
        return lost == 0
                ? well("originals", hashes.size() + " original files, each with the right hash.")
                : broken(
                        "originals",
                        lost + " of " + hashes.size() + " original files are missing or changed, the first "
                                + workspace.original(first) + ".",
                        "The reports can still be read. Put the originals back from a backup.");
    }

    private static boolean isWhole(Path file, String hash) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).equals(hash);
        } catch (IOException unreadable) {
            return false;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java has no SHA-256.", absent);
        }
    }

    private long count(String sql) {
        return store.first(sql, row -> row.number("halves")).orElse(0L);
    }

    private static HealthFinding well(String checked, String detail) {
        return new HealthFinding(checked, HealthFinding.State.WELL, detail, "");
    }

    private static HealthFinding broken(String checked, String detail, String remedy) {
        return new HealthFinding(checked, HealthFinding.State.BROKEN, detail, remedy);
    }
}
