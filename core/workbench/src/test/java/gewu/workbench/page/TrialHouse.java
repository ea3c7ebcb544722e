package gewu.workbench.page;

import gewu.api.Label;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.TemporaryScope;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A served workbench over a shelf of reports and a real store in a folder.
final class TrialHouse implements AutoCloseable {
    private static final List<String> SCRIPTS = List.of("1-settings.sql");

    private final SqliteStore store;
    private final EventDesk events;
    private final Server server;

    TrialHouse(Path folder, Manifests manifests, Shelf shelf, boolean isLoopbackOnly, int port) {
        this.store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        store.migrate("workbench", SCRIPTS.stream().map(TrialHouse::script).toList());
        this.events = new EventDesk(store, shelf);
        Doorkeeper doorkeeper = Doorkeeper.alone();
        ImportDesk imports = new ImportDesk(shelf, shelf, new TemporaryScope("workbench", folder), Clock.systemUTC());
        Rooms rooms = new Rooms(manifests, shelf, shelf, shelf, store, Label::same, imports);
        Site site = new Site(rooms, Rights.ALL, ask -> doorkeeper.token(ask.person()));
        this.server = new Server(site, events, doorkeeper, "127.0.0.1", port, isLoopbackOnly);
    }

    private static Script script(String name) {
        try (InputStream in = TrialHouse.class.getResourceAsStream("/gewu/workbench/tables/" + name)) {
            return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int port() {
        return server.port();
    }

    SqliteStore store() {
        return store;
    }

    @Override
    public void close() throws Exception {
        server.close();
        events.close();
        store.close();
    }
}
