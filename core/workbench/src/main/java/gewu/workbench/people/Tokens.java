package gewu.workbench.people;

import gewu.api.WorkbenchException;
import gewu.api.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What programs show instead of a password. A token is shown once, when it is made. Safe for all threads.
public final class Tokens {
    private static final String SIGN = "gewu_";
    private static final int DIGITS_OF_ID = 8;
    private static final int LONGEST_WORDS = 80;

    private final Store store;
    private final Clock clock;

    public Tokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A token as it is listed, without its secret.
    ///
    /// @param account empty in a workbench without accounts
    /// @param words   what it is for
    public record Token(String id, String account, String words, Instant madeAt) {}

    /// Makes one and returns what the program has to show.
    ///
    /// @param account empty in a workbench without accounts
    public String make(String account, String words) {
        Secret secret = new Secret(SIGN + Secret.fresh().words());
        store.update(
                "INSERT INTO workbench_token (id, digest, account, words, made_at) VALUES (?, ?, ?, ?, ?)",
                secret.digest("id").substring(0, DIGITS_OF_ID),
                secret.digest(),
                account,
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                clock.instant().getEpochSecond());
        return secret.words();
    }

    /// The name of the account that a token is of; empty if there is no such token.
    public Optional<String> accountOf(Secret token) {
        return store.first(
                "SELECT account FROM workbench_token WHERE digest = ?", row -> row.text("account"), token.digest());
    }

    /// The oldest first.
    public List<Token> of(String account) {
        return all().stream().filter(it -> it.account().equals(account)).toList();
    }

    /// The oldest first.
    public List<Token> all() {
        return store.query(
                "SELECT id, account, words, made_at FROM workbench_token ORDER BY made_at, id",
                row -> new Token(
                        row.text("id"),
                        row.text("account"),
                        row.text("words"),
                        Instant.ofEpochSecond(row.number("made_at"))));
    }

    /// @throws WorkbenchException if there is none of this id
    public void revoke(String id) {
        if (store.update("DELETE FROM workbench_token WHERE id = ?", id) == 0) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.USAGE, "There is no token “" + id + "”.", "gewu users tokens lists them.");
        }
    }
}
