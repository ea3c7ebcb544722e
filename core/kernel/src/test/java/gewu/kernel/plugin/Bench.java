package gewu.kernel.plugin;

import gewu.api.plugin.Extension;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A plugin core on a bench: folders below one temporary folder, short budgets.
final class Bench implements AutoCloseable {
    static final Budgets SHORT = new Budgets(
            Duration.ofMillis(100), Duration.ofMillis(1500), Duration.ofMillis(400), 60, Duration.ofMillis(50));

    final Path root;
    final Plugins plugins;

    private Bench(Path root, Plugins plugins) {
        this.root = root;
        this.plugins = plugins;
    }

    static Bench at(Path root) {
        return at(root, Clock.systemUTC(), false);
    }

    static Bench at(Path root, Clock clock, boolean safe) {
        return at(root, clock, safe, SHORT, Map.of());
    }

    static Bench at(Path root, Clock clock, boolean safe, Budgets budgets, Map<Class<?>, Object> services) {
        try {
            Files.createDirectories(root.resolve("state"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        PluginSettings settings = new PluginSettings(
                Bench.class.getClassLoader(),
                List.of(bundled(root)),
                user(root),
                root.resolve("state"),
                root.resolve("data"),
                services,
                clock,
                safe);
        Plugins plugins = new Plugins(settings, budgets);
        plugins.start();
        return new Bench(root, plugins);
    }

    static Path bundled(Path root) {
        return root.resolve("bundled");
    }

    static Path user(Path root) {
        return root.resolve("user");
    }

    Extension<View> view(String id) {
        return plugins.find(View.class, id).orElseThrow();
    }

    /// What the view with this id shows.
    String shown(String id) {
        return shown(view(id).instance());
    }

    static String shown(View view) {
        return ((Panel.Text) view.show(Map.of())).words().zh();
    }

    PluginReport report(String id) {
        return plugins.list().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        plugins.close();
    }
}
