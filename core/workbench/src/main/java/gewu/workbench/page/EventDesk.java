package gewu.workbench.page;

import gewu.api.job.Job;
import gewu.api.job.Jobs;
import gewu.api.store.Change;
import gewu.api.store.Store;
import gewu.api.workbench.DataRow;
import gewu.kernel.plugin.PluginNews;
import gewu.workbench.json.JsonLines;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells open pages what changes: what is committed to the store, by whichever process, and how far jobs are.
///
/// It looks four times a second and tells all that happened since at once, so that an import of a thousand files is not
/// a thousand messages. Safe for all threads.
final class EventDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventDesk.class);
    private static final int MILLIS_BETWEEN_LOOKS = 250;
    private static final int MOST_CHANGES = 2_000;
    /// Who needs the ids of more things had better look anew.
    private static final int MOST_IDS = 50;
    private static final int MOST_WAITING = 64;

    private final Store store;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<Long, Job> moved = new LinkedHashMap<>();
    private final AutoCloseable watch;
    private final CountDownLatch closing = new CountDownLatch(1);
    private long told;

    EventDesk(Store store, Jobs jobs) {
        this.store = store;
        this.told = store.lastChange();
        this.watch = jobs.watch(this::moved);
        Thread.ofPlatform().daemon().name("gewu-events").start(this::go);
    }

    /// Somebody who wants to be told.
    ///
    /// @param keepsPlugins whether he is told what becomes of plugins and their files
    Listener listen(boolean keepsPlugins) {
        Listener listener = new Listener(keepsPlugins);
        listeners.add(listener);
        return listener;
    }

    /// Tells everybody that plugins came or went.
    void pluginsChanged() {
        tell(DataRow.of("changes").with("subjects", Map.of("plugin", List.of())));
    }

    /// Tells those who keep plugins what became of one.
    void tell(PluginNews news) {
        String line = JsonLines.object(DataRow.of("notice")
                .with("tone", news.isGood() ? "good" : "alarm")
                .with(
                        "words",
                        Map.of("zh", news.words().zh(), "en", news.words().en())));
        listeners.stream().filter(it -> it.keepsPlugins).forEach(it -> it.offer(line));
    }

    /// Tells everybody something at once.
    void tell(DataRow event) {
        String line = JsonLines.object(event);
        listeners.forEach(it -> it.offer(line));
    }

    @Override
    public void close() throws Exception {
        closing.countDown();
        watch.close();
        dismiss();
    }

    /// Everybody who listens is let go.
    void dismiss() {
        listeners.forEach(Listener::close);
    }

    private synchronized void moved(Job job) {
        moved.put(job.id(), job);
    }

    private synchronized List<Job> takeMoved() {
        List<Job> jobs = List.copyOf(moved.values());
        moved.clear();
        return jobs;
    }

    private void go() {
        try {
            while (!closing.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException over) {
            LOG.debug("Nobody is told any more.", over);
        }
    }

    private void look() {
        try {
            List<Job> jobs = takeMoved();
            if (!jobs.isEmpty()) {
                tell(DataRow.of("jobs")
                        .with("jobs", jobs.stream().map(EventDesk::row).toList()));
            }
            List<Change> changes = store.changesAfter(told, MOST_CHANGES);
            if (!changes.isEmpty()) {
                told = changes.getLast().sequence();
                tell(row(changes));
            }
        } catch (RuntimeException unreadable) {
            // The next look may succeed; nothing is passed over, since what was told is remembered.
            LOG.warn("The changes could not be read.", unreadable);
        }
    }

    private static Map<String, Object> row(Job job) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", job.id());
        row.put("title", Map.of("zh", job.title().zh(), "en", job.title().en()));
        row.put("state", job.state().name().toLowerCase(Locale.ROOT));
        row.put("done", job.done());
        row.put("total", job.total());
        row.put("latest", job.latest());
        row.put("reason", job.reason());
        return row;
    }

    private DataRow row(List<Change> changes) {
        Map<String, Set<String>> subjects = new LinkedHashMap<>();
        for (Change change : changes) {
            subjects.computeIfAbsent(change.subject(), _ -> new LinkedHashSet<>())
                    .add(change.id());
        }
        Map<String, Object> told = new LinkedHashMap<>();
        subjects.forEach((subject, ids) -> told.put(subject, ids.size() > MOST_IDS ? List.of() : List.copyOf(ids)));
        return DataRow.of("changes").with("sequence", this.told).with("subjects", told);
    }

    /// One open page. Who does not keep up is told to look anew instead of being told each thing.
    final class Listener implements AutoCloseable {
        private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private final boolean keepsPlugins;
        private volatile boolean isOpen = true;

        private Listener(boolean keepsPlugins) {
            this.keepsPlugins = keepsPlugins;
        }

        private void offer(String line) {
            if (!waiting.offer(line)) {
                waiting.clear();
                waiting.add(JsonLines.object(DataRow.of("lost")));
            }
        }

        /// The next event as one line of JSON; empty if there was none within the time.
        String next(long seconds) throws InterruptedException {
            String line = waiting.poll(seconds, TimeUnit.SECONDS);
            return line == null ? "" : line;
        }

        boolean isOpen() {
            return isOpen;
        }

        @Override
        public void close() {
            isOpen = false;
            listeners.remove(this);
            // Who waits for news waits no longer.
            waiting.offer("");
        }
    }
}
