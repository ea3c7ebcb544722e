package gewu.kernel.plugin;

import gewu.api.plugin.PluginScope;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one life of a plugin holds, closed in reverse order when it ends. Safe for all threads.
final class Scope implements PluginScope {
    private static final int THREADS = 16;
    private static final int WAITING = 10_000;
    private static final int HANGS_WAITED_FOR = 3;

    private final String plugin;
    private final String version;
    private final Path data;
    private final Consumer<Throwable> failures;
    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private volatile boolean isClosing;
    private volatile @Nullable ClassLoader loader;
    private @Nullable ThreadPoolExecutor executor;
    private @Nullable ScheduledThreadPoolExecutor timer;

    /// @param data     the plugin's own folder, made when it is asked for
    /// @param failures is told what a timer's work threw
    Scope(String plugin, String version, Path data, Consumer<Throwable> failures) {
        this.plugin = plugin;
        this.version = version;
        this.data = data;
        this.failures = failures;
    }

    /// Threads made from now on see this loader as their context.
    void within(@Nullable ClassLoader itsLoader) {
        loader = itsLoader;
    }

    @Override
    public String plugin() {
        return plugin;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public ExecutorService executor() {
        synchronized (held) {
            if (executor == null) {
                ThreadPoolExecutor made = new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        5,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        threads(),
                        (_, _) -> refuse());
                made.allowCoreThreadTimeOut(true);
                hold(made::shutdownNow);
                executor = made;
            }
            return executor;
        }
    }

    private void refuse() {
        throw new RejectedExecutionException(
                isClosing
                        ? "The plugin “" + plugin + "” is ending and takes no more work."
                        : "The plugin “" + plugin + "” has " + THREADS + " threads at work and " + WAITING
                                + " tasks waiting; it takes no more. Hand in less at a time.");
    }

    @Override
    public void every(Duration period, Runnable work) {
        synchronized (held) {
            if (timer == null) {
                ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, threads());
                made.setRemoveOnCancelPolicy(true);
                hold(made::shutdownNow);
                timer = made;
            }
            var unused = timer.scheduleWithFixedDelay(
                    () -> contained(work), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @SuppressWarnings(
            "PMD.AvoidCatchingThrowable") // a plugin's work may throw anything; the next turn comes all the same
    private void contained(Runnable work) {
        try {
            work.run();
        } catch (Throwable thrown) {
            if (!isClosing) {
                failures.accept(thrown);
            }
        }
    }

    private ThreadFactory threads() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .inheritInheritableThreadLocals(false)
                    .name("gewu-plugin-" + plugin + "-" + number.incrementAndGet())
                    .uncaughtExceptionHandler((_, thrown) -> failures.accept(thrown))
                    .unstarted(work);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    @Override
    public void onClose(AutoCloseable resource) {
        synchronized (held) {
            hold(resource);
        }
    }

    private void hold(AutoCloseable resource) {
        if (isClosing) {
            throw new IllegalStateException("The plugin “" + plugin + "” is ending; it can't hold anything new.");
        }
        held.push(resource);
    }

    @Override
    public Path dataFolder() throws IOException {
        return Files.createDirectories(data);
    }

    @Override
    public Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("gewu-" + plugin + "-");
        onClose(() -> delete(folder));
        return folder;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) throws IOException {
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public boolean isClosing() {
        return isClosing;
    }

    /// Closes everything, the last held first, each within `budget`; what hangs is left behind, interrupted.
    ///
    /// @return what went wrong, in sentences
    List<String> close(Duration budget) {
        isClosing = true;
        List<String> faults = new ArrayList<>();
        int hangs = 0;
        while (true) {
            AutoCloseable next;
            synchronized (held) {
                next = held.poll();
            }
            if (next == null) {
                return List.copyOf(faults);
            }
            AutoCloseable resource = next;
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .inheritInheritableThreadLocals(false)
                    .name("gewu-plugin-" + plugin + "-stop")
                    .unstarted(() -> close(resource, faults));
            thread.setContextClassLoader(loader);
            thread.start();
            try {
                if (hangs < HANGS_WAITED_FOR && !thread.join(budget)) {
                    hangs++;
                    synchronized (faults) {
                        faults.add("It did not stop within " + seconds(budget) + ": a thread stands at "
                                + Told.place(thread) + ". It was interrupted and left behind.");
                    }
                    thread.interrupt();
                    thread.setContextClassLoader(null);
                }
            } catch (InterruptedException hurry) {
                hangs = HANGS_WAITED_FOR;
                thread.interrupt();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void close(AutoCloseable resource, List<String> faults) {
        ClassLoader its = loader;
        try {
            resource.close();
        } catch (Throwable thrown) {
            synchronized (faults) {
                faults.add("It failed while it stopped: "
                        + Told.sentence(thrown, its == null ? "" : String.valueOf(its.getName())));
            }
        }
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
