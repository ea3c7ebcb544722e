package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.job.Jobs;
import gewu.api.job.Progress;
import gewu.api.plugin.Extension;
import gewu.api.plugin.Extensions;
import gewu.api.workbench.Upkeep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does the upkeep of all plugins while the workbench is open: one after another on one thread, each as a job that
/// can be seen and cancelled. What was done, and what failed, waits in [#news] for the one who speaks to people.
final class UpkeepRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRounds.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Extensions extensions;
    private final Jobs jobs;
    private final Duration betweenLooks;
    private final Map<String, Long> lastEnd = new HashMap<>();
    private final Queue<Label> news = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Begins at once.
    UpkeepRounds(Extensions extensions, Jobs jobs) {
        this(extensions, jobs, BETWEEN_LOOKS);
    }

    /// @param betweenLooks how often it is looked whether something is due
    UpkeepRounds(Extensions extensions, Jobs jobs, Duration betweenLooks) {
        this.extensions = extensions;
        this.jobs = jobs;
        this.betweenLooks = betweenLooks;
        this.thread = Thread.ofPlatform().daemon().name("gewu-upkeep").unstarted(this::go);
        thread.start();
    }

    /// What was done since the last call.
    List<Label> news() {
        List<Label> told = new ArrayList<>();
        for (Label next = news.poll(); next != null; next = news.poll()) {
            told.add(next);
        }
        return told;
    }

    /// Asks the running upkeep to end and waits for it a little. It is not interrupted: that would close files the
    /// whole house reads from.
    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        if (!thread.join(PATIENCE)) {
            LOG.warn("Upkeep did not end within {} seconds and is left as it is.", PATIENCE.toSeconds());
        }
    }

    private void go() {
        try {
            do {
                for (Extension<Upkeep> upkeep : extensions.of(Upkeep.class)) {
                    if (!isClosing() && isDue(upkeep)) {
                        turn(upkeep);
                        lastEnd.put(key(upkeep), System.nanoTime());
                    }
                }
            } while (!closing.await(betweenLooks.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException over) {
            LOG.debug("The rounds of upkeep are over.", over);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean isDue(Extension<Upkeep> upkeep) {
        Long last = lastEnd.get(key(upkeep));
        if (last == null) {
            return true;
        }
        Optional<Duration> period =
                upkeep.attribute("minutes").map(Long::parseLong).map(Duration::ofMinutes);
        return period.isPresent() && System.nanoTime() - last >= period.get().toNanos();
    }

    private void turn(Extension<Upkeep> upkeep) throws InterruptedException {
        Label title = upkeep.title();
        try {
            jobs.run(title, progress -> upkeep.instance().run(new UntilClosed(progress)))
                    .ifPresent(news::add);
        } catch (CancellationException stopped) {
            LOG.debug("The upkeep “{}” was stopped.", title.en(), stopped);
        } catch (InterruptedException over) {
            throw over;
        } catch (Exception failed) {
            LOG.warn("The upkeep “{}” failed.", title.en(), failed);
            String why = String.valueOf(failed.getMessage());
            news.add(new Label(title.zh() + "没有做成：" + why, title.en() + " failed: " + why));
        }
    }

    private static String key(Extension<Upkeep> upkeep) {
        return upkeep.plugin() + "/" + upkeep.id();
    }

    /// Ends with the workbench, and when a person cancels the job.
    private final class UntilClosed implements Progress {
        private final Progress job;

        UntilClosed(Progress job) {
            this.job = job;
        }

        @Override
        public void total(long steps) {
            job.total(steps);
        }

        @Override
        public void step(String what) {
            job.step(what);
        }

        @Override
        public boolean isCancelled() {
            return isClosing() || job.isCancelled();
        }
    }
}
