package gewu.kernel.plugin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Counts each plugin's threads now and then, and ends a plugin that starts them without measure.
final class Warden implements AutoCloseable {
    private final Budgets budgets;
    private final Supplier<List<Plugin>> living;
    private @Nullable ScheduledExecutorService rounds;

    Warden(Budgets budgets, Supplier<List<Plugin>> living) {
        this.budgets = budgets;
        this.living = living;
    }

    /// Begins its rounds; again is harmless.
    synchronized void start() {
        if (rounds == null) {
            rounds = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                    .daemon()
                    .name("gewu-plugins-warden")
                    .inheritInheritableThreadLocals(false)
                    .factory());
            long period = budgets.watch().toMillis();
            var unused = rounds.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            List<Thread> threads = Life.threads();
            if (threads.size() <= budgets.threads()) {
                return;
            }
            Map<ClassLoader, Integer> counts = new HashMap<>();
            for (Thread thread : threads) {
                if (thread.getContextClassLoader() instanceof PluginLoader loader) {
                    counts.merge(loader, 1, Integer::sum);
                }
            }
            counts.forEach(this::judge);
        } catch (RuntimeException | OutOfMemoryError unlucky) {
            LoggerFactory.getLogger(Warden.class).warn("Threads can't be counted: {}", unlucky.toString());
        }
    }

    private void judge(ClassLoader loader, int count) {
        if (count <= budgets.threads()) {
            return;
        }
        for (Plugin plugin : living.get()) {
            if (plugin.loader() == loader) {
                String reason = "It had " + count + " threads of its own running, and at most " + budgets.threads()
                        + " are allowed. Take threads from PluginScope.executor().";
                LoggerFactory.getLogger(Warden.class).warn("The plugin “{}” is ended: {}", plugin.id(), reason);
                plugin.fail(reason);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }
}
