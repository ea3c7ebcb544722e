package gewu.kernel.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Makes something once, by plugin code, on a thread of its own; all who ask wait for it, but never for ever.
///
/// A failure is kept as words and told to everybody who asks later.
final class Making<T> {
    /// What the current thread is in the middle of making, outermost first.
    private static final ThreadLocal<List<Making<?>>> UNDER_WAY = ThreadLocal.withInitial(List::of);

    private final String what;
    private final String threadName;
    private final boolean onOwnThread;
    private final Budgets budgets;
    private final Callable<T> work;
    private final Consumer<T> late;
    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    private @Nullable Thread thread;
    private boolean isStarted;
    private long startedAt;

    /// Either the thing or why there is none.
    private record Outcome<T>(@Nullable T made, String fault) {}

    /// @param what        such as `The plugin “hello”`, the subject of sentences
    /// @param onOwnThread false to work on the thread that asks, without patience
    /// @param late        is handed what came after everybody had given up
    Making(String what, String threadName, boolean onOwnThread, Budgets budgets, Callable<T> work, Consumer<T> late) {
        this.what = what;
        this.threadName = threadName;
        this.onOwnThread = onOwnThread;
        this.budgets = budgets;
        this.work = work;
        this.late = late;
    }

    /// The thing; the first to ask starts the making.
    ///
    /// @throws Failed with the reason
    T get() throws Failed {
        Outcome<T> done = outcome.getNow(null);
        if (done == null) {
            List<Making<?>> above = UNDER_WAY.get();
            if (above.contains(this)) {
                throw new Failed(
                        what + " is asked for by its own start. Ask for it later, not in a constructor.", false);
            }
            start(above);
            done = await();
        }
        if (done.made == null) {
            throw new Failed(done.fault, true);
        }
        return done.made;
    }

    /// Whether it was made.
    boolean isMade() {
        Outcome<T> done = outcome.getNow(null);
        return done != null && done.made != null;
    }

    /// Nobody wants it any more: what is not made yet will be handed to `late`.
    void abandon() {
        outcome.complete(new Outcome<>(null, what + " is not there any more."));
    }

    private void start(List<Making<?>> above) {
        synchronized (this) {
            if (isStarted) {
                return;
            }
            isStarted = true;
            startedAt = System.nanoTime();
            if (onOwnThread) {
                thread = Thread.ofPlatform()
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .name(threadName)
                        .unstarted(() -> make(above));
                thread.setContextClassLoader(null);
                thread.start();
                return;
            }
        }
        make(above);
    }

    private void make(List<Making<?>> above) {
        List<Making<?>> chain = new ArrayList<>(above);
        chain.add(this);
        UNDER_WAY.set(List.copyOf(chain));
        try {
            T made = work.call();
            if (!outcome.complete(new Outcome<>(made, ""))) {
                late.accept(made);
            }
        } catch (Failed told) {
            outcome.complete(new Outcome<>(null, told.reason));
        } catch (Throwable thrown) {
            outcome.complete(new Outcome<>(null, what + " failed: " + Told.sentence(thrown, "")));
        } finally {
            UNDER_WAY.set(above);
        }
    }

    private Outcome<T> await() throws Failed {
        Duration waited = Duration.ofNanos(System.nanoTime() - startedAt);
        try {
            if (waited.compareTo(budgets.warn()) < 0) {
                try {
                    return outcome.get(budgets.warn().minus(waited).toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException slow) {
                    LoggerFactory.getLogger(Making.class)
                            .warn("{} is slow to start: more than {}.", what, Scope.seconds(budgets.warn()));
                }
            }
            waited = Duration.ofNanos(System.nanoTime() - startedAt);
            return outcome.get(Math.max(1, budgets.giveUp().minus(waited).toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hanging) {
            return giveUp();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Failed(what + " was still starting when the wait for it was interrupted.", false);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Outcome<T> giveUp() {
        Thread hanging = thread;
        String place = hanging == null ? "" : Told.place(hanging);
        outcome.complete(new Outcome<>(
                null,
                what + " did not start within " + Scope.seconds(budgets.giveUp())
                        + (place.isEmpty() ? "" : ": its thread stands at " + place)
                        + ". Move long work out of constructors, onto the executor of PluginScope."));
        if (hanging != null) {
            hanging.interrupt();
        }
        return outcome.join();
    }

    /// There is no such thing; the reason is for people.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;
        private final boolean isForGood;

        /// @param isForGood whether everybody who asks later hears the same
        Failed(String reason, boolean isForGood) {
            super(reason, null, false, false);
            this.reason = reason;
            this.isForGood = isForGood;
        }

        String reason() {
            return reason;
        }

        boolean isForGood() {
            return isForGood;
        }
    }
}
