package gewu.compare;

import gewu.kernel.job.JobBoard;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.ReportShelf;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A real store with this room's tables, and a shelf of reports.
final class SmallHouse implements AutoCloseable {
    private final SqliteStore store;
    private final ReportShelf shelf;
    private final JobBoard jobs = new JobBoard(Clock.systemUTC());
    private final TemporaryScope scope;

    SmallHouse(Path folder) throws IOException {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        try (InputStream script = SmallHouse.class.getResourceAsStream("/tables/1-sheets.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            store.migrate("compare", List.of(new Script("tables/1-sheets.sql", sql)));
        }
        shelf = new ReportShelf(store);
        scope = new TemporaryScope("compare", folder);
    }

    SqliteStore store() {
        return store;
    }

    ReportShelf shelf() {
        return shelf;
    }

    Sheets sheets() {
        return new Sheets(store, shelf);
    }

    JobBoard jobs() {
        return jobs;
    }

    KeptFindings findings(Sheets sheets) {
        return new KeptFindings(store, shelf, sheets, jobs, scope);
    }

    @Override
    public void close() throws Exception {
        scope.close();
        store.close();
    }
}
