package gewu.mail;

import gewu.api.Label;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.ledger.channel.Digest;
import gewu.ledger.channel.Notice;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// An office that sends mail: a real store, its two files, a fixed clock. Several may share a folder, one after
/// another.
final class Bureau implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.parse("2026-07-07");

    final MailRoom room;
    final MailChannel channel;
    private final SqliteStore store;
    private final TemporaryScope scope;

    private Bureau(Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-07-07T01:02:03Z"), ZoneOffset.UTC);
        this.store = SqliteStore.open(folder.resolve("gewu.db"), false, clock);
        store.migrate("mail", List.of(new Script("tables/1-mail.sql", script())));
        this.scope = new TemporaryScope("mail", folder);
        this.room = new MailRoom(store, scope, clock);
        this.channel = new MailChannel(room);
    }

    static Bureau in(Path folder) {
        return new Bureau(folder);
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Bureau.class.getResourceAsStream("/tables/1-mail.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Writes `mail.tsv`: this server, no encryption, and whatever lines come on top.
    Bureau server(int port, String... more) throws IOException {
        Files.writeString(
                room.folder().resolve(MailSettings.FILE),
                "host\t127.0.0.1\nport\t" + port + "\nsender\tducha@gewu.example\n"
                        + (Stream.of(more).anyMatch(it -> it.startsWith("tls")) ? "" : "tls\tnone\n")
                        + String.join("\n", more) + "\n");
        return this;
    }

    Bureau addresses(String... lines) throws IOException {
        Files.writeString(room.folder().resolve(AddressBook.FILE), String.join("\n", lines) + "\n");
        return this;
    }

    static Digest digest(Notice... notices) {
        return digest(TODAY, notices);
    }

    static Digest digest(LocalDate day, Notice... notices) {
        return new Digest(day, List.of(notices));
    }

    static Notice notice(long number, String colour, String title, String... names) {
        return new Notice(
                number,
                "ZG-2024-0001-000" + number,
                title,
                colour,
                TODAY.minusDays(1),
                TODAY,
                new Label("超过整改时限（2026-07-06）1 天", "1 day past the deadline (2026-07-06)"),
                Stream.of(names)
                        .map(it -> new Notice.Recipient(new Label("责任人", "responsible person"), it, it))
                        .toList(),
                colour.equals("red") ? List.of(new Label("约谈", "talk")) : List.of());
    }

    @Override
    public void close() {
        store.close();
        try {
            scope.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
