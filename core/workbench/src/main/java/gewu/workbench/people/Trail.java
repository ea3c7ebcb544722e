package gewu.workbench.people;

import gewu.api.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Who came in, who was refused and why, and what was changed by whom. Nothing secret is in it. Safe for all threads.
public final class Trail {
    private static final int LONGEST = 300;
    private static final int MOST = 200_000;
    private static final int BETWEEN_TIDYINGS = 1_000;

    private final Store store;
    private final Clock clock;

    public Trail(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// How something ended.
    public enum Outcome {
        DONE,
        FAILED,
        REFUSED
    }

    /// One line of the trail.
    ///
    /// @param who     empty for a stranger, and for the one person of a workbench without accounts
    /// @param address the network address; empty for a terminal
    /// @param what    such as `login`, or a command's id
    /// @param target  what it was about
    /// @param reason  why not; empty if it was done
    public record Entry(
            Instant at, String who, String address, String what, String target, Outcome outcome, String reason) {}

    /// Writes down what happened just now.
    public void write(String who, String address, String what, String target, Outcome outcome, String reason) {
        store.inTransaction(() -> {
            long last = store.first(
                            "SELECT MAX(sequence) AS last FROM workbench_audit", row -> row.numberOrNone("last"))
                    .flatMap(it -> it)
                    .orElse(0L);
            store.update(
                    "INSERT INTO workbench_audit (sequence, at, who, address, what, target, outcome, reason) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    last + 1,
                    clock.instant().getEpochSecond(),
                    plain(who),
                    plain(address),
                    plain(what),
                    plain(target),
                    outcome.name(),
                    plain(reason));
            if (last % BETWEEN_TIDYINGS == 0) {
                store.update("DELETE FROM workbench_audit WHERE sequence <= ?", last - MOST);
            }
        });
    }

    /// The newest first.
    public List<Entry> latest(int limit) {
        return store.query(
                "SELECT at, who, address, what, target, outcome, reason FROM workbench_audit ORDER BY sequence DESC LIMIT ?",
                row -> new Entry(
                        Instant.ofEpochSecond(row.number("at")),
                        row.text("who"),
                        row.text("address"),
                        row.text("what"),
                        row.text("target"),
                        Outcome.valueOf(row.text("outcome")),
                        row.text("reason")),
                limit);
    }

    /// On one line, and not endless.
    private static String plain(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
