package gewu.kernel.job;

import gewu.api.Label;
import gewu.api.job.Job;
import gewu.api.job.Jobs;
import gewu.api.plugin.PluginScope;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The board on which all jobs stand: the running ones and the last few that ended.
public final class JobBoard implements Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);
    private static final int KEPT = 50;

    private final Clock clock;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, RunningJob> running = new ConcurrentHashMap<>();
    private final Deque<Job> ended = new ArrayDeque<>();
    private final List<Consumer<Job>> watchers = new CopyOnWriteArrayList<>();
    private final Map<PluginScope, Set<RunningJob>> ofScope = new HashMap<>();

    public JobBoard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <T> T run(Label title, Work<T> work) throws Exception {
        return run(begin(title), work);
    }

    @Override
    public <T> CompletableFuture<T> start(PluginScope scope, Label title, Work<T> work) {
        RunningJob job = begin(title);
        CompletableFuture<T> answer = new CompletableFuture<>();
        join(scope, job);
        try {
            scope.executor().execute(() -> complete(answer, scope, job, work));
        } catch (RejectedExecutionException closed) {
            leave(scope, job);
            end(job, Job.State.CANCELLED, "");
            answer.cancel(false);
        }
        return answer;
    }

    @Override
    public List<Job> list() {
        List<Job> all =
                new ArrayList<>(running.values().stream().map(RunningJob::now).toList());
        synchronized (ended) {
            all.addAll(ended);
        }
        all.sort(Comparator.comparingLong(Job::id).reversed());
        return List.copyOf(all);
    }

    @Override
    public boolean cancel(long id) {
        RunningJob job = running.get(id);
        if (job == null) {
            return false;
        }
        job.cancel();
        return true;
    }

    @Override
    public AutoCloseable watch(Consumer<Job> listener) {
        Consumer<Job> watcher = listener::accept;
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private RunningJob begin(Label title) {
        RunningJob job = new RunningJob(lastId.incrementAndGet(), title, clock.instant(), this::tell);
        running.put(job.id(), job);
        tell(job.now());
        return job;
    }

    private <T> T run(RunningJob job, Work<T> work) throws Exception {
        try {
            T done = work.run(job);
            end(job, Job.State.DONE, "");
            return done;
        } catch (CancellationException | InterruptedException stopped) {
            end(job, Job.State.CANCELLED, "");
            throw stopped;
        } catch (Exception | Error failed) {
            end(job, Job.State.FAILED, String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    @SuppressWarnings("Interruption") // the answer is cancelled, not the thread: its work has ended already
    private <T> void complete(CompletableFuture<T> answer, PluginScope scope, RunningJob job, Work<T> work) {
        try {
            answer.complete(run(job, work));
        } catch (CancellationException | InterruptedException stopped) {
            answer.cancel(false);
        } catch (Throwable failed) {
            answer.completeExceptionally(failed);
        } finally {
            leave(scope, job);
        }
    }

    private void end(RunningJob job, Job.State state, String reason) {
        Job last = job.ended(state, reason);
        synchronized (ended) {
            ended.addFirst(last);
            if (ended.size() > KEPT) {
                ended.removeLast();
            }
        }
        running.remove(job.id());
        tell(last);
    }

    private void tell(Job job) {
        for (Consumer<Job> watcher : watchers) {
            try {
                watcher.accept(job);
            } catch (RuntimeException failed) {
                LOG.debug(
                        "A watcher of the job “{}” failed; the job goes on.",
                        job.title().en(),
                        failed);
            }
        }
    }

    /// A closing scope cancels its jobs; it is asked only once, however many jobs it has had.
    private void join(PluginScope scope, RunningJob job) {
        boolean isNew;
        synchronized (ofScope) {
            isNew = !ofScope.containsKey(scope);
            ofScope.computeIfAbsent(scope, any -> ConcurrentHashMap.newKeySet()).add(job);
        }
        if (isNew) {
            scope.onClose(() -> cancelAll(scope));
        }
    }

    private void leave(PluginScope scope, RunningJob job) {
        synchronized (ofScope) {
            Set<RunningJob> jobs = ofScope.get(scope);
            if (jobs != null) {
                jobs.remove(job);
            }
        }
    }

    private void cancelAll(PluginScope scope) {
        Set<RunningJob> jobs;
        synchronized (ofScope) {
            jobs = ofScope.remove(scope);
        }
        if (jobs != null) {
            jobs.forEach(RunningJob::cancel);
        }
    }
}
