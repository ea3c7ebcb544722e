package gewu.kernel.plugin;

import gewu.api.workbench.View;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.pf4j.ExtensionPoint;
import org.pf4j.JarPluginManager;

/// One start in a fresh JVM, told in figures on standard output; see [PluginStartBenchmark].
public final class PluginStartRun {
    private PluginStartRun() {}

    /// @param arguments which one (`gewu`, `pf4j`, `resolver`), the folder of jars, the state folder
    public static void main(String[] arguments) {
        long classesBefore = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        long began = System.nanoTime();
        String answer = switch (arguments[0]) {
            case "gewu" -> gewu(Path.of(arguments[1]), Path.of(arguments[2]), began);
            case "pf4j" -> pf4j(Path.of(arguments[1]), began);
            default -> resolver();
        };
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - classesBefore;
        System.out.println(answer + " classes=" + classes);
        System.exit(0);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static String gewu(Path jars, Path state, long began) {
        Plugins plugins = new Plugins(new PluginSettings(
                PluginStartRun.class.getClassLoader(),
                List.of(jars),
                state.resolve("user"),
                state,
                state.resolve("data"),
                Map.of(),
                Clock.systemUTC(),
                false));
        plugins.start();
        // The workbench's own views do not count; every plugin forged brings one, named v and a number.
        long views = plugins.of(View.class).stream()
                .filter(it -> it.plugin().matches("p\\d+"))
                .count();
        double ready = since(began);
        long loaders = plugins.list().stream()
                .filter(it -> plugins.loaderOf(it.id()) != null)
                .count();
        return "ready=" + ready + " extensions=" + views + " loaders=" + loaders;
    }

    private static String pf4j(Path jars, long began) {
        JarPluginManager manager = new JarPluginManager(jars);
        manager.loadPlugins();
        double loaded = since(began);
        manager.startPlugins();
        double started = since(began);
        int found = manager.getExtensions(ExtensionPoint.class).size();
        return "ready=" + since(began) + " extensions=" + found + " loaded=" + loaded + " started=" + started;
    }

    private static String resolver() {
        List<Manifest> manifests = ResolverTest.thousand();
        long began = System.nanoTime();
        int resolved = Resolver.resolve(manifests, Map.of()).order().size();
        return "ready=" + since(began) + " extensions=" + resolved;
    }
}
