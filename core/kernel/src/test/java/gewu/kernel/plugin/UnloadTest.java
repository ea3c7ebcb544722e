package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.View;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a plugin's end nothing of the house holds its class loader.
final class UnloadTest {
    private static final int RELOADS = 100;

    @TempDir
    Path root;

    @Test
    void letsGoOfAPluginsClassesWhenItIsDisabled() throws Exception {
        busy().jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            View taken = bench.view("v").instance();
            WeakReference<ClassLoader> loader = use(bench);
            bench.plugins.disable("busy");

            assertThat(isCollected(loader)).isTrue();
            assertThat(taken).isNotNull();
        }
    }

    @Test
    void letsGoOfAllOldClassesAfterAHundredReloads() throws Exception {
        busy().jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            List<WeakReference<ClassLoader>> old = new ArrayList<>();
            for (int i = 0; i < RELOADS; i++) {
                old.add(use(bench));
                bench.plugins.reload("busy");
            }

            assertThat(old).allMatch(it -> isCollected(it));
            assertThat(use(bench).get()).isNotNull();
        }
    }

    @Test
    void letsGoOfAPluginWhoseContributionFailed() throws Exception {
        PluginForge.plugin("bad")
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { static final class Own extends RuntimeException {}"
                                + " public Panel show(Map<String, String> p) { if (p.isEmpty()) throw new Own(); return new Panel.Text(\"\"); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            Throwable fault = org.assertj.core.api.Assertions.catchThrowable(() -> bench.shown("v"));
            WeakReference<ClassLoader> loader = loaderOf(bench, "bad");
            bench.plugins.disable("bad");

            assertThat(isCollected(loader)).isTrue();
            assertThat(fault).hasMessageContaining("forged.bad.Good$Own");
        }
    }

    /// Threads, timers, a temporary folder, a failure: whatever holds on to classes.
    private static PluginForge busy() {
        return PluginForge.plugin("busy")
                .component("Kitchen")
                .view("v", "Good")
                .source(
                        "Kitchen",
                        "final class Kitchen { Kitchen(PluginScope scope) throws IOException { scope.executor().submit(() -> 1);"
                                + " scope.every(Duration.ofMillis(1), () -> {}); scope.temporaryFolder(); } }")
                .source("Good", PluginForge.shows("getClass().getClassLoader().getName()"));
    }

    private static WeakReference<ClassLoader> use(Bench bench) {
        assertThat(bench.shown("v")).startsWith("busy@1.0.0#");
        return loaderOf(bench, "busy");
    }

    private static WeakReference<ClassLoader> loaderOf(Bench bench, String id) {
        return new WeakReference<>(bench.plugins.loaderOf(id));
    }

    private static boolean isCollected(WeakReference<ClassLoader> loader) {
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            try {
                Thread.sleep(20);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        return loader.get() == null;
    }
}
