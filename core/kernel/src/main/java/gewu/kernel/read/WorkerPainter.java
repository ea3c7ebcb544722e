package gewu.kernel.read;

import gewu.api.WorkbenchException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Draws pages in worker processes, so that a page that hangs, breaks its painter or wants too much memory costs only
/// itself. A worker is started with the first page, keeps its file open for the next ones, and ends once nobody has
/// turned a page for some minutes. Readers of files have workers of their own: an import keeps no page waiting.
public final class WorkerPainter implements PagePainter {
    private static final int AT_ONCE = 2;
    private static final int SECONDS = 20;

    /// After so many pages a worker makes room for a fresh one, whatever its libraries have kept.
    private static final int MOST_PAGES = 500;

    private final WorkerSetup setup;
    private final Duration warm;
    private final int seconds;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gewu-painters").factory());
    private boolean isClosed;

    /// A worker that waits, with the page it drew last.
    private record Idle(WorkerProcess worker, DrawRequest last, long since) {}

    public WorkerPainter(WorkerSetup setup) {
        this(setup, Duration.ofMinutes(5), SECONDS);
    }

    /// @param warm    how long a worker waits for another page
    /// @param seconds how long a page may take
    WorkerPainter(WorkerSetup setup, Duration warm, int seconds) {
        this.setup = setup;
        this.warm = warm;
        this.seconds = seconds;
    }

    @Override
    public Drawing draw(DrawRequest request) {
        WorkerProcess worker = null;
        try {
            if (!places.tryAcquire(2L * seconds, TimeUnit.SECONDS)) {
                return new Drawing.Refused(
                        "Page " + request.page() + " was not drawn: others took too long.", "Try again in a moment.");
            }
            try {
                worker = take(request);
                return worker.draw(request, seconds);
            } catch (WorkbenchException without) {
                return new Drawing.Refused(String.valueOf(without.getMessage()), HousePainter.INSTEAD);
            } finally {
                giveBack(worker, request);
                places.release();
            }
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            return new Drawing.Refused("Page " + request.page() + " is not wanted any more.", "Try again.");
        }
    }

    /// Best the one that has the file open.
    private WorkerProcess take(DrawRequest request) throws InterruptedException {
        synchronized (idle) {
            Optional<Idle> best = idle.stream()
                    .filter(it -> it.last().isOfSameFile(request))
                    .findFirst()
                    .or(() -> idle.stream().findFirst());
            if (best.isPresent()) {
                idle.remove(best.get());
                if (best.get().worker().isAlive()) {
                    return best.get().worker();
                }
                WorkerReader.retire(best.get().worker());
            }
        }
        Path folder = setup.folder().resolve(UUID.randomUUID().toString());
        try {
            return WorkerProcess.start(setup, folder);
        } catch (InterruptedException | WorkbenchException without) {
            WorkerReader.sweep(folder);
            throw without;
        }
    }

    private void giveBack(@Nullable WorkerProcess worker, DrawRequest request) {
        if (worker == null) {
            return;
        }
        boolean isDone = worker.isAlive() && worker.isFree() && worker.files() < MOST_PAGES;
        synchronized (idle) {
            if (isDone && !isClosed) {
                idle.push(new Idle(worker, request, System.nanoTime()));
                sweeper.schedule(this::sweep, warm.toMillis() + 1, TimeUnit.MILLISECONDS);
                return;
            }
        }
        WorkerReader.retire(worker);
    }

    /// Ends those for which nobody has asked for long enough.
    private void sweep() {
        synchronized (idle) {
            idle.removeIf(it -> {
                boolean isOver = System.nanoTime() - it.since() >= warm.toNanos();
                if (isOver) {
                    WorkerReader.retire(it.worker());
                }
                return isOver;
            });
        }
    }

    /// Ends all workers.
    @Override
    public void close() {
        sweeper.shutdownNow();
        synchronized (idle) {
            isClosed = true;
            idle.forEach(it -> WorkerReader.retire(it.worker()));
            idle.clear();
        }
    }
}
