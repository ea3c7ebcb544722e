package gewu.api.job;

import gewu.api.Label;
import gewu.api.plugin.PluginScope;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Runs long work and shows it. Safe for all threads.
public interface Jobs {
    /// Runs `work` on this thread as a job and returns what it returns; what it throws is thrown on.
    <T> T run(Label title, Work<T> work) throws Exception;

    /// Starts `work` on a thread of `scope`; the job is cancelled when the scope closes.
    <T> CompletableFuture<T> start(PluginScope scope, Label title, Work<T> work);

    /// All running jobs and the last few that ended, newest first.
    List<Job> list();

    /// Asks the job to end; it is over when its work says so.
    ///
    /// @return false when no such job is running
    boolean cancel(long id);

    /// Calls `listener` at each step of each job, on the job's own thread, until the returned handle is closed.
    AutoCloseable watch(Consumer<Job> listener);

    /// Work that can tell how far it is.
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;

        /// Work that needs no progress.
        static <T> Work<T> of(Callable<T> callable) {
            return progress -> callable.call();
        }
    }
}
