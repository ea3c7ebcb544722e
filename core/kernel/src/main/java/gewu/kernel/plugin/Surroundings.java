package gewu.kernel.plugin;

import gewu.api.plugin.Extensions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What all plugins of one workbench share.
record Surroundings(
        PluginSettings settings,
        Budgets budgets,
        ApiLoader api,
        CrashGuard guard,
        Copies copies,
        Plugins plugins,
        Map<String, AtomicInteger> generations,
        Map<Class<?>, Object> services) {

    static Surroundings of(PluginSettings settings, Budgets budgets, Plugins plugins) {
        return new Surroundings(
                settings,
                budgets,
                new ApiLoader(settings.hostLoader()),
                new CrashGuard(settings.stateFolder().resolve("starting"), settings.clock()),
                new Copies(settings.stateFolder().resolve("copies")),
                plugins,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(settings.services()));
    }

    /// Counts the lives of a plugin.
    int nextGeneration(String id) {
        return generations.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
    }

    Extensions extensions() {
        return plugins;
    }
}
