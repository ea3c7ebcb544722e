package gewu.kernel.job;

import gewu.api.Label;
import gewu.api.job.Job;
import gewu.api.job.Progress;
import java.time.Instant;
import java.util.function.Consumer;

/// A job while it runs. Holds nothing of the work itself, so that nothing of a plugin is kept alive by it.
final class RunningJob implements Progress {
    private final long id;
    private final Label title;
    private final Instant startedAt;
    private final Consumer<Job> tell;
    private long done;
    private long total;
    private String latest = "";
    private volatile boolean isCancelled;

    RunningJob(long id, Label title, Instant startedAt, Consumer<Job> tell) {
        this.id = id;
        this.title = title;
        this.startedAt = startedAt;
        this.tell = tell;
    }

    long id() {
        return id;
    }

    void cancel() {
        isCancelled = true;
    }

    Job now() {
        return ended(Job.State.RUNNING, "");
    }

    synchronized Job ended(Job.State state, String reason) {
        return new Job(id, title, state, done, total, latest, reason, startedAt);
    }

    @Override
    public void total(long steps) {
        synchronized (this) {
            total = steps;
        }
        tell.accept(now());
    }

    @Override
    public void step(String what) {
        synchronized (this) {
            done++;
            latest = what;
        }
        tell.accept(now());
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }
}
