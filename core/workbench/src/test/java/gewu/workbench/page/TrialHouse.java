package gewu.workbench.page;

import gewu.api.Label;
import gewu.kernel.read.HousePainter;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.TemporaryScope;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import gewu.workbench.people.People;
import gewu.workbench.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A served workbench over a shelf of reports and a real store in a folder.
final class TrialHouse implements AutoCloseable {
    private static final List<String> SCRIPTS = List.of("1-settings.sql", "2-people.sql");

    static final String PASSWORD = "秋水共长天一色，2026";
    private static final int FEW_ROUNDS = 1_000;

    private final SqliteStore store;
    private final People people;
    private final EventDesk events;
    private final Server server;

    /// Of one person, at this machine, at any free port.
    TrialHouse(Path folder, Manifests manifests, Shelf shelf) {
        this(folder, manifests, shelf, true, 0);
    }

    TrialHouse(Path folder, Manifests manifests, Shelf shelf, boolean isLoopbackOnly, int port) {
        this(
                folder,
                manifests,
                shelf,
                new Reach("127.0.0.1", port, isLoopbackOnly, false, Optional.empty()),
                false,
                Limits.USUAL,
                Clock.systemUTC());
    }

    /// With accounts, the first of which is the administrator 王主任.
    static TrialHouse withAccounts(Path folder, Manifests manifests, Shelf shelf, Limits limits, Clock clock) {
        return new TrialHouse(folder, manifests, shelf, Reach.loopback(0), true, limits, clock);
    }

    /// With accounts, reached as told.
    static TrialHouse reachedBy(Path folder, Manifests manifests, Shelf shelf, Reach reach, Clock clock) {
        return new TrialHouse(folder, manifests, shelf, reach, true, Limits.USUAL, clock);
    }

    private TrialHouse(
            Path folder,
            Manifests manifests,
            Shelf shelf,
            Reach reach,
            boolean hasAccounts,
            Limits limits,
            Clock clock) {
        this.store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        store.migrate("workbench", SCRIPTS.stream().map(TrialHouse::script).toList());
        this.events = new EventDesk(store, shelf);
        this.people = People.of(store, clock, hasAccounts, FEW_ROUNDS);
        if (hasAccounts) {
            people.accounts().add("王主任", Person.Standing.ADMINISTRATOR, PASSWORD.toCharArray());
        }
        Doorkeeper doorkeeper = hasAccounts ? new AccountDoorkeeper(people) : Doorkeeper.alone(people.tokens());
        ImportDesk imports = new ImportDesk(shelf, shelf, new TemporaryScope("workbench", folder), Clock.systemUTC());
        Rooms rooms = new Rooms(
                manifests,
                shelf,
                shelf,
                new TrialFindings.Figures(),
                new TrialFindings.Admitted(),
                shelf,
                new HousePainter(manifests, Map.of()),
                shelf,
                store,
                Label::same,
                imports);
        Site site = new Site(rooms, hasAccounts ? new StandingRights() : Rights.ALL, people);
        this.server = new Server(site, events, doorkeeper, reach, limits);
    }

    private static Script script(String name) {
        try (InputStream in = TrialHouse.class.getResourceAsStream("/gewu/workbench/tables/" + name)) {
            return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A page, as a browser that has no script asks for it.
    HttpResponse<String> get(String path) throws Exception {
        return new TrialBrowser(port()).get(path);
    }

    int port() {
        return server.port();
    }

    People people() {
        return people;
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
