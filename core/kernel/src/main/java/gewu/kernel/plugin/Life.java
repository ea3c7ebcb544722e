package gewu.kernel.plugin;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One life of a plugin, from activation to its end: its class loader, its objects, its scope, and who is inside.
final class Life {
    private final ClassLoader loader;
    private final Scope scope;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean isEnding;
    private @Nullable Wiring wiring;

    Life(ClassLoader loader, Scope scope) {
        this.loader = loader;
        this.scope = scope;
    }

    ClassLoader loader() {
        return loader;
    }

    String loaderName() {
        return String.valueOf(loader.getName());
    }

    Scope scope() {
        return scope;
    }

    void wire(Wiring its) {
        wiring = its;
    }

    Object make(Class<?> type) {
        if (wiring == null) {
            throw new IllegalStateException("not wired yet");
        }
        return wiring.make(type);
    }

    /// Somebody calls into the plugin; false when it is ending.
    boolean enter() {
        inside.incrementAndGet();
        if (isEnding) {
            inside.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        inside.decrementAndGet();
    }

    /// Ends it: lets calls finish, closes what it holds, interrupts its threads, closes its jars.
    ///
    /// @return what went wrong, in sentences
    List<String> end(Duration budget) {
        isEnding = true;
        long deadline = System.nanoTime() + budget.toNanos();
        while (inside.get() > 0
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(1_000_000);
        }
        List<String> faults = new ArrayList<>(scope.close(budget));
        if (loader instanceof PluginLoader own) {
            endThreads(own, faults);
            try {
                own.close();
            } catch (IOException stuck) {
                faults.add("Its jars could not be closed: " + stuck.getMessage());
            }
        }
        scope.within(null);
        return faults;
    }

    private static void endThreads(PluginLoader loader, List<String> faults) {
        List<Thread> left = threadsOf(loader);
        left.forEach(Thread::interrupt);
        long deadline = System.nanoTime() + 500_000_000L;
        while (left.stream().anyMatch(Thread::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        left = left.stream().filter(Thread::isAlive).toList();
        if (!left.isEmpty()) {
            faults.add("It left " + left.size() + (left.size() == 1 ? " thread" : " threads") + " running: "
                    + left.stream()
                            .limit(3)
                            .map(it -> it.getName() + " at " + Told.place(it))
                            .collect(Collectors.joining(", "))
                    + ". Take threads from PluginScope, and end when they are interrupted.");
            left.forEach(it -> it.setContextClassLoader(null));
        }
    }

    /// The running threads that were started inside the plugin, told by the context class loader they inherited.
    static List<Thread> threadsOf(ClassLoader loader) {
        return threads().stream()
                .filter(it -> it.getContextClassLoader() == loader)
                .toList();
    }

    static List<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root != null && root.getParent() != null) {
            root = root.getParent();
        }
        if (root == null) {
            return List.of();
        }
        Thread[] all = new Thread[Math.max(64, root.activeCount() * 2)];
        int count = root.enumerate(all, true);
        List<Thread> threads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (all[i] != Thread.currentThread()) {
                threads.add(all[i]);
            }
        }
        return threads;
    }
}
