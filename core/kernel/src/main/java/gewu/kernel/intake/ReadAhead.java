package gewu.kernel.intake;

import gewu.api.job.Progress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the next few files while the one before is kept, and hands them over in their order. For one thread.
final class ReadAhead implements AutoCloseable {
    /// How often somebody who waits for a file looks whether the import was cancelled.
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final ExecutorService readers;
    private final int window;
    private final Function<Source, Prepared> prepare;
    private final Consumer<List<Source>> began;

    /// A thing to do, in its place in the row.
    sealed interface Step {
        /// Reads a file.
        record Read(Source source) implements Step {}

        /// Tells of something that can't be read.
        record Tell(Source source, Outcome outcome) implements Step {}

        /// All files of an archive are done.
        record Leave(OpenArchive archive) implements Step {}
    }

    /// What is done next, and what was read for it.
    ///
    /// @param prepared null unless the step is to read
    record Next(Step step, @Nullable Prepared prepared, long nanos) {}

    private static final class Task {
        final Step step;

        @Nullable
        Future<Timed> reading;

        Task(Step step) {
            this.step = step;
        }
    }

    private record Timed(Prepared prepared, long nanos) {}

    /// @param atOnce  how many files to read at once
    /// @param prepare reads a file; called by several threads
    /// @param began   told, by the thread that asks for the next step, which files are read from now on
    ReadAhead(int atOnce, Function<Source, Prepared> prepare, Consumer<List<Source>> began) {
        this.readers = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("gewu-read-", 1).daemon().factory());
        this.window = 4 * atOnce + 4;
        this.prepare = prepare;
        this.began = began;
    }

    /// Adds steps behind all others.
    void addLast(List<? extends Step> steps) {
        steps.forEach(step -> tasks.addLast(new Task(step)));
    }

    /// Adds steps before all others.
    void addFirst(List<? extends Step> steps) {
        steps.reversed().forEach(step -> tasks.addFirst(new Task(step)));
    }

    /// The next step, read and ready; empty at the end.
    ///
    /// @throws CancellationException if the import was cancelled
    Optional<Next> next(Progress progress) {
        progress.stopIfCancelled();
        start();
        Task task = tasks.peek();
        if (task == null) {
            return Optional.empty();
        }
        Future<Timed> reading = task.reading;
        Optional<Next> next;
        if (reading == null) {
            next = Optional.of(new Next(task.step, null, 0));
        } else {
            Timed timed = await(reading, progress);
            next = Optional.of(new Next(task.step, timed.prepared(), timed.nanos()));
        }
        tasks.remove();
        return next;
    }

    /// The files that are being read or were read, and were not taken.
    List<Source> begun() {
        List<Source> begun = new ArrayList<>();
        for (Task task : tasks) {
            if (task.reading != null && task.step instanceof Step.Read(Source source)) {
                begun.add(source);
            }
        }
        return begun;
    }

    /// Begins several files at a time, since each note of it in the store waits for the disk.
    private void start() {
        List<Task> waiting = new ArrayList<>();
        int begun = 0;
        Iterator<Task> ahead = tasks.iterator();
        for (int i = 0; i < window && ahead.hasNext(); i++) {
            Task task = ahead.next();
            if (task.reading != null) {
                begun++;
            } else if (task.step instanceof Step.Read) {
                waiting.add(task);
            }
        }
        boolean isNextWaiting = !waiting.isEmpty() && waiting.getFirst() == tasks.peek();
        if (!waiting.isEmpty() && (begun <= window / 2 || isNextWaiting)) {
            began.accept(
                    waiting.stream().map(it -> ((Step.Read) it.step).source()).toList());
            waiting.forEach(this::begin);
        }
    }

    private void begin(Task task) {
        if (task.step instanceof Step.Read(Source source)) {
            task.reading = readers.submit(() -> timed(source));
        }
    }

    private Timed timed(Source source) {
        long from = System.nanoTime();
        return new Timed(prepare.apply(source), System.nanoTime() - from);
    }

    private static Timed await(Future<Timed> reading, Progress progress) {
        while (true) {
            try {
                return reading.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                progress.stopIfCancelled();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException unexpected) {
                    throw unexpected;
                }
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    /// Ends all reading; what was read and not taken is dropped.
    @Override
    public void close() {
        readers.shutdownNow();
        try {
            if (!readers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("A file is still being read after " + PATIENCE.toSeconds() + " s.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Task task : tasks) {
            Future<Timed> reading = task.reading;
            if (reading != null && reading.state() == Future.State.SUCCESS) {
                reading.resultNow().prepared().drop();
            }
        }
    }
}
