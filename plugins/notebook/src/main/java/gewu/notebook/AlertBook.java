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

/// Which hits of saved searches are new. A paragraph is told once: a report that is imported again, or
/// gets a new
/// version, is news only where a paragraph with other words is a hit.
///
/// First new hits are written down, then they are told; whoever is stopped in between loses none and
/// tells none twice.
final class AlertBook {
    private static final int CHANGES = 500;
    private static final int AT_A_TIME = 500;

    private static final String COLUMNS = """
            SELECT a.id, s.name, a.found_at, a.anchor, a.title, a.org, a.year, a.section, a.page, a.paragraph, a.words,
                   a.marks
              FROM notebook_alert a JOIN notebook_search s ON s.id = a.search
            """;
    private static final String UNTOLD =
            COLUMNS + " WHERE a.told_at IS NULL AND s.removed_at IS NULL ORDER BY a.search, a.id";
    private static final String TOLD =
            COLUMNS + " WHERE a.told_at IS NOT NULL AND s.removed_at IS NULL ORDER BY a.told_at DESC, a.search, a.id";
    private static final String TELL = "UPDATE notebook_alert SET told_at = ? WHERE id = ? AND told_at IS NULL";
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

    /// Keeps a question under a name; its hits of now are no news.
    SavedSearch save(String name, Question question, Progress progress) {
        long now = store.lastChange();
        Map<String, Set<String>> met = new HashMap<>();
        hits.each(
                question,
                progress,
                hit -> met(met, hit.anchor().report()).add(hit.anchor().hash()));
        return searches.add(name, question, now, met);
    }

    /// Whether reports came or changed since a search was last looked at.
    boolean isBehind(SavedSearch search) {
        long sequence = search.seen();
        List<Change> changes = store.changesAfter(sequence, CHANGES);
        while (!changes.isEmpty()) {
            if (changes.stream().anyMatch(it -> it.subject().equals("report"))) {
                return true;
            }
            changes = store.changesAfter(changes.getLast().sequence(), CHANGES);
        }
        return false;
    }

    /// The new hits that nobody has been told of, without writing anything down. Asks the index only
    /// where reports came
    /// or changed.
    List<Alert> pending() {
        List<Alert> pending = new ArrayList<>(untold());
        for (SavedSearch search : searches.list()) {
            if (isBehind(search)) {
                News news = new News(search);
                hits.each(search.question(), Progress.NONE, hit -> {
                    if (news.isNew(hit)) {
                        pending.add(new Alert(0, search.name(), clock.instant(), hit));
                    }
                });
            }
        }
        return pending;
    }

    /// Looks for new hits, and answers with those that nobody has been told of; from now on they are told.
    List<Alert> tell(Progress progress) {
        for (SavedSearch search : searches.list()) {
            long now = store.lastChange();
            if (isBehind(search)) {
                writeDown(search, progress);
            }
            searches.seen(search.id(), now);
        }
        return store.inTransaction(() -> {
            List<Alert> news = untold();
            news.forEach(it -> store.update(TELL, clock.instant(), it.id()));
            return news;
        });
    }

    /// What was told before, the newest first.
    List<Alert> told() {
        return store.query(TOLD, AlertBook::alert);
    }

    private List<Alert> untold() {
        return store.query(UNTOLD, AlertBook::alert);
    }

    private void writeDown(SavedSearch search, Progress progress) {
        News news = new News(search);
        List<Kept> fresh = new ArrayList<>();
        hits.each(search.question(), progress, hit -> {
            if (news.isNew(hit)) {
                fresh.add(hit);
            }
            if (fresh.size() == AT_A_TIME) {
                keep(search, fresh);
                fresh.clear();
            }
        });
        keep(search, fresh);
    }

    private void keep(SavedSearch search, List<Kept> fresh) {
        Map<String, Set<String>> met = new HashMap<>();
        fresh.forEach(it -> met(met, it.anchor().report()).add(it.anchor().hash()));
        store.inTransaction(() -> {
            searches.know(search.id(), met);
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

    private static Set<String> met(Map<String, Set<String>> met, String report) {
        return met.computeIfAbsent(report, _ -> new HashSet<>());
    }

    private static Alert alert(Row row) {
        return new Alert(row.number("id"), row.text("name"), row.instant("found_at"), Kept.of(row));
    }

    /// Tells new hits of one search from those that it has met.
    private final class News {
        private final Map<String, Set<String>> known;
        private final Set<String> joined = new HashSet<>();

        News(SavedSearch search) {
            known = searches.known(search.id());
        }

        boolean isNew(Kept hit) {
            String report = hit.anchor().report();
            boolean isOther = met(known, report).add(hit.anchor().hash());
            return isOther && !isInOtherVersion(report, hit.anchor().hash());
        }

        /// Whether a report of which this one is the newer version, as people accepted it, had the
        /// paragraph.
        private boolean isInOtherVersion(String report, String hash) {
            if (joined.add(report)) {
                Set<String> former = met(known, report + "\n");
                for (OtherVersion other : reports.versions(report)) {
                    if (!other.isOffered()) {
                        former.addAll(known.getOrDefault(other.report(), Set.of()));
                    }
                }
            }
            return met(known, report + "\n").contains(hash);
        }
    }
}
