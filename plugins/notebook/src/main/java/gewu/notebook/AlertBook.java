package gewu.notebook;

import gewu.api.job.Progress;
import gewu.api.report.OtherVersion;
import gewu.api.report.Reports;
import gewu.api.search.ReportSearch;
import gewu.api.store.Change;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Which hits of saved searches are new. A paragraph is told once: a report that is imported again, or
/// gets a new version, is news only where a paragraph with other words is a hit.
///
/// First new hits are written down, then they are told; whoever is stopped in between loses none and
/// tells none twice. Only reports that came or changed are looked at, so that a round costs what is new,
/// not what there is; alerts are handed over one by one.
final class AlertBook {
    private static final String REPORT = "report";
    private static final int CHANGES = 500;
    private static final int AT_A_TIME = 500;

    private static final String COLUMNS = """
            SELECT a.id, s.name, a.found_at, a.anchor, a.title, a.org, a.year, a.section, a.page, a.paragraph, a.words,
                   a.marks
              FROM notebook_alert a JOIN notebook_search s ON s.id = a.search
            """;
    private static final String UNTOLD =
            COLUMNS + " WHERE a.telling IS NULL AND s.removed_at IS NULL ORDER BY a.search, a.id";
    private static final String TOLD_TOGETHER = COLUMNS + " WHERE a.telling = ? ORDER BY a.search, a.id";
    private static final String TOLD =
            COLUMNS + " WHERE a.telling > 0 AND s.removed_at IS NULL ORDER BY a.telling DESC, a.search, a.id";
    private static final String NEXT_TELLING = "SELECT COALESCE(MAX(telling), 0) + 1 AS next FROM notebook_alert";
    private static final String TELL = """
            UPDATE notebook_alert SET telling = ?, told_at = ?
             WHERE telling IS NULL AND search IN (SELECT id FROM notebook_search WHERE removed_at IS NULL)""";
    private static final String NEXT = "SELECT COALESCE(MAX(id), 0) + 1 AS next FROM notebook_alert";
    private static final String ADD = """
            INSERT INTO notebook_alert (id, search, found_at, anchor, report, title, org, year, section, page, paragraph,
                words, marks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final Reports reports;
    private final Clock clock;
    private final SavedSearchTable searches;
    private final HitReader hits;

    AlertBook(Store store, Reports reports, ReportSearch search, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.clock = clock;
        this.searches = new SavedSearchTable(store, clock);
        this.hits = new HitReader(search);
    }

    /// Keeps a question under a name; its hits of now are no news. One that is stopped half way is never seen.
    SavedSearch save(String name, Question question, Progress progress) {
        long now = store.lastChange();
        long id = searches.begin(name, question);
        List<Kept> met = new ArrayList<>();
        hits.each(question, progress, hit -> {
            met.add(hit);
            if (met.size() == AT_A_TIME) {
                store.inTransaction(() -> searches.know(id, byReport(met)));
                met.clear();
            }
        });
        return store.inTransaction(() -> {
            searches.know(id, byReport(met));
            return searches.finish(id, name, now);
        });
    }

    /// Whether reports came or changed since a search was last looked at.
    boolean isBehind(SavedSearch search) {
        return !store.changesAfter(search.seen(), REPORT, 1).isEmpty();
    }

    /// Hands over the new hits that nobody has been told of, without writing anything down.
    void pending(Consumer<Alert> alert) {
        store.forEach(UNTOLD, row -> alert.accept(alert(row)));
        ChangedReports changed = new ChangedReports();
        for (SavedSearch search : searches.list()) {
            News news = new News(search);
            hits.each(search.question(), changed.since(search.seen()), Progress.NONE, hit -> {
                if (news.isNew(hit)) {
                    alert.accept(new Alert(0, search.name(), clock.instant(), hit));
                }
            });
        }
    }

    /// Looks for new hits, and hands over those that nobody has been told of; from now on they are told.
    void tell(Progress progress, Consumer<Alert> alert) {
        long now = store.lastChange();
        ChangedReports changed = new ChangedReports();
        for (SavedSearch search : searches.list()) {
            if (search.seen() < now) {
                writeDown(search, changed.since(search.seen()), progress);
                searches.seen(search.id(), now);
            }
        }
        long telling = store.inTransaction(() -> {
            long next = store.first(NEXT_TELLING, row -> row.number("next")).orElse(1L);
            return store.update(TELL, next, clock.instant()) == 0 ? 0 : next;
        });
        store.forEach(TOLD_TOGETHER, row -> alert.accept(alert(row)), telling);
    }

    /// Hands over what was told before, the newest first.
    void told(Consumer<Alert> alert) {
        store.forEach(TOLD, row -> alert.accept(alert(row)));
    }

    private void writeDown(SavedSearch search, Set<String> changed, Progress progress) {
        News news = new News(search);
        List<Kept> fresh = new ArrayList<>();
        hits.each(search.question(), changed, progress, hit -> {
            if (news.isNew(hit)) {
                fresh.add(hit);
            }
            if (fresh.size() == AT_A_TIME) {
                keep(search, fresh);
                news.areWritten();
                fresh.clear();
            }
        });
        if (!fresh.isEmpty()) {
            keep(search, fresh);
        }
    }

    private void keep(SavedSearch search, List<Kept> fresh) {
        store.inTransaction(() -> {
            searches.know(search.id(), byReport(fresh));
            long id = store.first(NEXT, row -> row.number("next")).orElse(1L);
            for (Kept hit : fresh) {
                store.update(
                        ADD,
                        id++,
                        search.id(),
                        clock.instant(),
                        hit.anchor().toString(),
                        hit.anchor().report(),
                        hit.title(),
                        hit.org(),
                        hit.year(),
                        hit.section(),
                        hit.page(),
                        hit.paragraph(),
                        hit.words(),
                        hit.writtenMarks());
            }
        });
    }

    private static Map<String, Set<String>> byReport(List<Kept> hits) {
        Map<String, Set<String>> byReport = new HashMap<>();
        hits.forEach(it -> met(byReport, it.anchor().report()).add(it.anchor().hash()));
        return byReport;
    }

    private static Set<String> met(Map<String, Set<String>> met, String report) {
        return met.computeIfAbsent(report, _ -> new HashSet<>());
    }

    private static Alert alert(Row row) {
        return new Alert(row.number("id"), row.text("name"), row.instant("found_at"), Kept.of(row));
    }

    /// The reports that came or changed since some change, looked up once for all searches that know as much.
    private final class ChangedReports {
        private final Map<Long, Set<String>> since = new HashMap<>();

        Set<String> since(long seen) {
            return since.computeIfAbsent(seen, this::read);
        }

        private Set<String> read(long seen) {
            Set<String> changed = new HashSet<>();
            List<Change> changes = store.changesAfter(seen, REPORT, CHANGES);
            while (!changes.isEmpty()) {
                changes.forEach(it -> changed.add(it.id()));
                changes = store.changesAfter(changes.getLast().sequence(), REPORT, CHANGES);
            }
            return changed;
        }
    }

    /// Tells new hits of one search from those that it has met; hits of a report come one after another.
    private final class News {
        private final long search;
        private final Map<String, Set<String>> unwritten = new HashMap<>();
        private String report = "";
        private Set<String> known = Set.of();

        News(SavedSearch search) {
            this.search = search.id();
        }

        boolean isNew(Kept hit) {
            String its = hit.anchor().report();
            if (!its.equals(report)) {
                report = its;
                known = known(its);
            }
            boolean isNew = known.add(hit.anchor().hash());
            if (isNew) {
                met(unwritten, its).add(hit.anchor().hash());
            }
            return isNew;
        }

        /// What was new up to here is kept in the store.
        void areWritten() {
            unwritten.clear();
        }

        /// Of the report, and of those of which it is another version, as people accepted it.
        private Set<String> known(String id) {
            Set<String> all = new HashSet<>(ofOne(id));
            for (OtherVersion other : reports.versions(id)) {
                if (!other.isOffered()) {
                    all.addAll(ofOne(other.report()));
                }
            }
            return all;
        }

        private Set<String> ofOne(String id) {
            Set<String> all = new HashSet<>(searches.known(search, id));
            all.addAll(unwritten.getOrDefault(id, Set.of()));
            return all;
        }
    }
}
