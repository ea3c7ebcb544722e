package gewu.workbench.people;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// The accounts of a workspace. What changes an account ends its sessions. Safe for all threads.
public final class Accounts {
    /// As OWASP advises for PBKDF2 with HMAC-SHA-256.
    public static final int USUAL_ROUNDS = 600_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final int AT_ONCE = 2;

    private final Store store;
    private final Clock clock;
    private final int rounds;
    private final KeptPassword nobodys;
    /// Whoever sends many passwords waits for himself, and takes no more than this many processors.
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /// @param rounds of new passwords; [#USUAL_ROUNDS] unless time matters more than safety, as in tests
    public Accounts(Store store, Clock clock, int rounds) {
        this.store = store;
        this.clock = clock;
        this.rounds = rounds;
        this.nobodys = KeptPassword.of(Secret.fresh().words().toCharArray(), rounds);
    }

    /// By name.
    public List<Account> all() {
        return store.query("SELECT * FROM workbench_account ORDER BY name", Accounts::account);
    }

    public Optional<Account> find(String name) {
        return store.first("SELECT * FROM workbench_account WHERE name = ?", Accounts::account, name);
    }

    /// @throws WorkbenchException if there is none of this name; it names the nearest one
    public Account named(String name) {
        return find(name)
                .orElseThrow(() -> usage(
                        "There is no account “" + name + "”.",
                        Nearest.hint(name, all().stream().map(Account::name).toList())));
    }

    /// Who comes in with this name and password; empty if the two do not go together. An unknown name takes as long as
    /// a wrong password.
    public Optional<Account> enter(String name, char[] password) {
        Optional<KeptPassword> kept = store.first(
                "SELECT password FROM workbench_account WHERE name = ?",
                row -> KeptPassword.read(row.text("password")),
                name);
        boolean fits;
        turns.acquireUninterruptibly();
        try {
            fits = kept.orElse(nobodys).fits(password) && kept.isPresent();
            if (fits && kept.orElse(nobodys).rounds() < rounds) {
                keep(name, password);
            }
        } finally {
            turns.release();
        }
        return fits ? find(name).filter(it -> !it.isDisabled()) : Optional.empty();
    }

    /// @throws WorkbenchException if the name is taken or can't be one, or the password is too weak; the first account
    ///         has to be an administrator's
    public void add(String name, Person.Standing standing, char[] password) {
        if (!NAME.matcher(name).matches()) {
            throw usage(
                    "“" + name + "” can't be the name of an account.",
                    "Use letters, digits, dots and dashes, at most 40; best the name that the ledger knows.");
        }
        checkPassword(name, password);
        String kept = KeptPassword.of(password, rounds).written();
        store.inTransaction(() -> {
            if (find(name).isPresent()) {
                throw usage("There is an account “" + name + "” already.", "Choose another name.");
            }
            if (all().isEmpty() && standing != Person.Standing.ADMINISTRATOR) {
                throw usage(
                        "The first account has to be an administrator.",
                        "Write gewu users add " + name + " --role administrator.");
            }
            store.update(
                    "INSERT INTO workbench_account (name, standing, password, is_disabled, made_at) VALUES (?, ?, ?, 0, ?)",
                    name,
                    word(standing),
                    kept,
                    clock.instant().getEpochSecond());
        });
    }

    /// @throws WorkbenchException if the password is too weak
    public void changePassword(String name, char[] password) {
        named(name);
        checkPassword(name, password);
        keep(name, password);
        endSessions(name);
    }

    /// @throws WorkbenchException if nobody would be administrator any more
    public void changeStanding(String name, Person.Standing standing) {
        store.inTransaction(() -> {
            checkLast(named(name), standing != Person.Standing.ADMINISTRATOR);
            store.update("UPDATE workbench_account SET standing = ? WHERE name = ?", word(standing), name);
            endSessions(name);
        });
    }

    /// @throws WorkbenchException if nobody would be administrator any more
    public void disable(String name) {
        store.inTransaction(() -> {
            checkLast(named(name), true);
            store.update("UPDATE workbench_account SET is_disabled = 1 WHERE name = ?", name);
            endSessions(name);
        });
    }

    public void enable(String name) {
        named(name);
        store.update("UPDATE workbench_account SET is_disabled = 0 WHERE name = ?", name);
    }

    /// Removes the account with its sessions, tokens and settings; what it did stays in the trail.
    ///
    /// @throws WorkbenchException if nobody would be administrator any more
    public void remove(String name) {
        store.inTransaction(() -> {
            checkLast(named(name), true);
            endSessions(name);
            store.update("DELETE FROM workbench_token WHERE account = ?", name);
            store.update("DELETE FROM workbench_setting WHERE owner = ?", name);
            store.update("DELETE FROM workbench_account WHERE name = ?", name);
        });
    }

    /// The standing that a word names, in English.
    ///
    /// @throws WorkbenchException if it names none that an account can have
    public static Person.Standing standing(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "researcher", "研究人员" -> Person.Standing.RESEARCHER;
            case "supervisor", "督办人员" -> Person.Standing.SUPERVISOR;
            case "administrator", "管理员" -> Person.Standing.ADMINISTRATOR;
            default ->
                throw usage(
                        "“" + word + "” is no role of an account.", "Choose researcher, supervisor or administrator.");
        };
    }

    private void keep(String name, char[] password) {
        store.update(
                "UPDATE workbench_account SET password = ? WHERE name = ?",
                KeptPassword.of(password, rounds).written(),
                name);
    }

    private void endSessions(String name) {
        store.update("DELETE FROM workbench_session WHERE account = ?", name);
    }

    private void checkLast(Account account, boolean goes) {
        boolean isLast = all().stream()
                .filter(it -> it.standing() == Person.Standing.ADMINISTRATOR && !it.isDisabled())
                .allMatch(it -> it.name().equals(account.name()));
        if (goes && isLast && account.standing() == Person.Standing.ADMINISTRATOR) {
            throw usage(
                    "“" + account.name() + "” is the last administrator.", "Make somebody else administrator first.");
        }
    }

    private static void checkPassword(String name, char[] password) {
        String words = new String(password);
        boolean isWeak = words.length() < SHORTEST_PASSWORD
                || words.codePoints().distinct().count() < 5
                || words.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) && name.length() > 1;
        if (isWeak || words.length() > LONGEST_PASSWORD) {
            throw usage(
                    "This password is too easy to guess.",
                    "Take at least " + SHORTEST_PASSWORD
                            + " characters, five of them different, without the account's name; some words in a row do well.");
        }
    }

    private static Account account(Row row) {
        return new Account(
                row.text("name"),
                standing(row.text("standing")),
                row.flag("is_disabled"),
                Instant.ofEpochSecond(row.number("made_at")));
    }

    private static String word(Person.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
