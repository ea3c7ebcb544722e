package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.testkit.Manual.Example;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnloadingTest {
    @TempDir
    Path folder;

    @Test
    void passesForAPluginThatLeavesNothingBehind() throws Exception {
        try (TemporaryWorkbench bench = bench("")) {
            Unloading.assertUnloads(bench, "demo-leak");
        }
    }

    @Test
    void namesTheThreadThatGoesOn() throws Exception {
        String goesOn = """
                Thread left = new Thread(() -> {
                    while (System.getProperty("demo.leak.end") == null) {
                        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                        Thread.interrupted();
                    }
                }, "goes on and on");
                left.setDaemon(true);
                left.start();
                """;
        try (TemporaryWorkbench bench = bench(goesOn)) {
            assertThatThrownBy(() -> Unloading.assertUnloads(bench, "demo-leak"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("“demo-leak” is not unloaded")
                    .hasMessageContaining("the thread “goes on and on”");
        } finally {
            System.setProperty("demo.leak.end", "now");
        }
    }

    @Test
    void namesTheWayThroughFieldsAndCollections() throws Exception {
        record Holder(Map<String, Optional<Object>> kept) {}
        URL api = Label.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {api}, null)) {
            Holder holder = new Holder(Map.of("one", Optional.of(List.of(loader))));

            assertThat(new RetainingPath(loader).from("Holder", holder)).contains("Holder.kept[][]");
            assertThat(new RetainingPath(loader).from("Holder", new Holder(Map.of())))
                    .isEmpty();
        }
    }

    /// A house with a plugin whose component does `work` when it is made.
    private TemporaryWorkbench bench(String work) throws Exception {
        Path manual = Files.writeString(folder.resolve("manual.md"), """
                ```xml
                <plugin id="demo-leak" version="1.0.0" api="^1.0">
                  <component class="demo.leak.Leak"/>
                </plugin>
                ```
                ```java
                package demo.leak;
                final class Leak {
                    Leak() {
                """ + work + "}\n}\n```\n");
        Example example = new Manual(manual).examples().getFirst();
        return TemporaryWorkbench.in(folder).plugin(Builds.of(example, folder)).enter();
    }
}
