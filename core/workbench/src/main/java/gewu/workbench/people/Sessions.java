package gewu.workbench.people;

import gewu.api.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who has logged in. A session ends after twelve hours without a word, after seven days in any case, and when its
/// account changes. Safe for all threads.
public final class Sessions {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;

    public Sessions(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Begins a session, always under a new secret: none that somebody brought along comes to count.
    public Secret begin(Account account) {
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        store.inTransaction(() -> {
            store.update(
                    "DELETE FROM workbench_session WHERE seen_at < ? OR made_at < ?",
                    now.minus(IDLE).getEpochSecond(),
                    now.minus(LONGEST).getEpochSecond());
            store.update(
                    "INSERT INTO workbench_session (digest, account, made_at, seen_at) VALUES (?, ?, ?, ?)",
                    secret.digest(),
                    account.name(),
                    now.getEpochSecond(),
                    now.getEpochSecond());
        });
        return secret;
    }

    /// Whose session it is; empty if it is over or never was.
    public Optional<Account> of(Secret secret) {
        Optional<Seen> found = find(secret);
        Instant now = clock.instant();
        found.filter(it -> it.at().isBefore(now.minus(BETWEEN_NOTES)))
                .ifPresent(_ -> store.update(
                        "UPDATE workbench_session SET seen_at = ? WHERE digest = ?",
                        now.getEpochSecond(),
                        secret.digest()));
        return found.flatMap(it -> accounts.find(it.account())).filter(it -> !it.isDisabled());
    }

    /// Whether it goes on; asking does not keep it going.
    public boolean goesOn(Secret secret) {
        return find(secret).isPresent();
    }

    public void end(Secret secret) {
        store.update("DELETE FROM workbench_session WHERE digest = ?", secret.digest());
    }

    private Optional<Seen> find(Secret secret) {
        Instant now = clock.instant();
        return store.first(
                "SELECT account, seen_at FROM workbench_session WHERE digest = ? AND seen_at >= ? AND made_at >= ?",
                row -> new Seen(row.text("account"), Instant.ofEpochSecond(row.number("seen_at"))),
                secret.digest(),
                now.minus(IDLE).getEpochSecond(),
                now.minus(LONGEST).getEpochSecond());
    }

    private record Seen(String account, Instant at) {}
}
