package gewu.mail;

import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Letters that were sent or begun, what stands in them, and addresses that were refused. Safe for all threads.
final class LetterTable {
    private final Store store;

    LetterTable(Store store) {
        this.store = store;
    }

    /// A reminder on its way to an address.
    record Part(long reminder, String address) {}

    /// An address that the server refused for good.
    record Refusal(String address, LocalDate day, String why) {}

    /// Letters of which nobody knows whether the server took them, the oldest first.
    List<Letter> open() {
        return store.query(
                "SELECT id, address, made_at, subject, words FROM mail_letter WHERE sent_on = '' ORDER BY made_at, id",
                LetterTable::letter);
    }

    /// What stands in letters to some address already.
    Set<Part> known(Set<Long> reminders) {
        Set<Part> known = new HashSet<>();
        if (!reminders.isEmpty()) {
            store.forEach(
                    "SELECT reminder, address FROM mail_reminder WHERE reminder BETWEEN ? AND ?",
                    row -> {
                        if (reminders.contains(row.number("reminder"))) {
                            known.add(new Part(row.number("reminder"), row.text("address")));
                        }
                    },
                    Collections.min(reminders),
                    Collections.max(reminders));
        }
        return known;
    }

    Set<Long> reminders(Letter letter) {
        return Set.copyOf(store.query(
                "SELECT reminder FROM mail_reminder WHERE letter = ?", row -> row.number("reminder"), letter.id()));
    }

    /// Writes a letter down, before it is sent.
    void begin(Letter it, Collection<Long> reminders) {
        store.inTransaction(() -> {
            store.update(
                    "INSERT INTO mail_letter (id, address, made_at, subject, words, attempts, sent_on)"
                            + " VALUES (?, ?, ?, ?, ?, 0, '')",
                    it.id(),
                    it.address(),
                    it.madeAt(),
                    it.subject(),
                    it.words());
            reminders.forEach(number -> store.update(
                    "INSERT INTO mail_reminder (reminder, address, letter) VALUES (?, ?, ?)",
                    number,
                    it.address(),
                    it.id()));
        });
    }

    /// The server took it.
    void sent(Letter it, LocalDate day) {
        store.inTransaction(() -> {
            store.update(
                    "UPDATE mail_letter SET sent_on = ?, subject = '', words = '', attempts = attempts + 1 WHERE id = ?",
                    day,
                    it.id());
            store.update("DELETE FROM mail_refusal WHERE address = ?", it.address());
        });
    }

    /// It reached nobody for sure, or is for nobody any more: what stands in it is free for another letter.
    void refused(Letter it) {
        store.inTransaction(() -> {
            store.update("DELETE FROM mail_reminder WHERE letter = ?", it.id());
            store.update("DELETE FROM mail_letter WHERE id = ?", it.id());
        });
    }

    void unclear(Letter it) {
        store.update("UPDATE mail_letter SET attempts = attempts + 1 WHERE id = ?", it.id());
    }

    /// Remembers that an address is refused for good.
    void refuse(String address, LocalDate day, String why) {
        store.update(
                "INSERT INTO mail_refusal (address, day, why) VALUES (?, ?, ?)"
                        + " ON CONFLICT (address) DO UPDATE SET day = excluded.day, why = excluded.why",
                address,
                day,
                why);
    }

    /// Whoever is refused is asked about anew.
    void forgive(String address) {
        store.update("DELETE FROM mail_refusal WHERE address = ?", address);
    }

    List<Refusal> refusals() {
        return store.query(
                "SELECT address, day, why FROM mail_refusal ORDER BY address",
                row -> new Refusal(row.text("address"), LocalDate.parse(row.text("day")), row.text("why")));
    }

    /// Why addresses that were refused on this day are not asked about again on it.
    Map<String, String> refusedOn(LocalDate day) {
        Map<String, String> refused = new HashMap<>();
        refusals().stream().filter(it -> it.day().equals(day)).forEach(it -> refused.put(it.address(), it.why()));
        return refused;
    }

    /// How many letters the server took, and when the last.
    record Total(long letters, Optional<LocalDate> last) {}

    Total total() {
        return store.first(
                        "SELECT COUNT(*) AS n, COALESCE(MAX(sent_on), '') AS last FROM mail_letter WHERE sent_on <> ''",
                        row -> new Total(
                                row.number("n"),
                                Optional.of(row.text("last"))
                                        .filter(it -> !it.isEmpty())
                                        .map(LocalDate::parse)))
                .orElseThrow();
    }

    private static Letter letter(Row row) {
        return new Letter(
                row.text("id"),
                row.text("address"),
                Instant.parse(row.text("made_at")),
                row.text("subject"),
                row.text("words"));
    }
}
