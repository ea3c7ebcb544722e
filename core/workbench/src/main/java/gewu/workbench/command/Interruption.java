package gewu.workbench.command;

import gewu.api.job.Job;
import gewu.api.job.Jobs;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A person's wish that the running command end (Ctrl-C). Safe for all threads.
public final class Interruption {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Optional<Jobs>> jobs = new AtomicReference<>(Optional.empty());
    private volatile boolean isWished;

    /// Whether the command is to end.
    public boolean isWished() {
        return isWished;
    }

    /// Cancels what runs, and waits until the command has put everything away.
    public void wish() {
        isWished = true;
        jobs.get().ifPresent(Interruption::cancelAll);
        try {
            boolean isOver = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!isOver) {
                System.err.println(
                        "The work did not end within " + PATIENCE_SECONDS + " seconds and is left as it is.");
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /// The command has ended.
    public void end() {
        ended.countDown();
    }

    void watch(Jobs running) {
        jobs.set(Optional.of(running));
    }

    private static void cancelAll(Jobs jobs) {
        for (Job job : jobs.list()) {
            if (job.state() == Job.State.RUNNING) {
                jobs.cancel(job.id());
            }
        }
    }
}
