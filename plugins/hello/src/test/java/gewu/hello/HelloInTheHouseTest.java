package gewu.hello;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.Unloading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelloInTheHouseTest {
    @TempDir
    Path folder;

    @Test
    void answersFromItsOwnJar() throws Exception {
        try (TemporaryWorkbench bench =
                TemporaryWorkbench.in(folder).plugin(Hello.class).enter()) {
            assertThat(bench.run("hello").rows().getFirst().values())
                    .containsEntry("reports", 0)
                    .containsEntry("orgs", List.of());
            assertThat(bench.show("hello", Map.of())).isInstanceOf(Panel.Text.class);
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        try (TemporaryWorkbench bench =
                TemporaryWorkbench.in(folder).plugin(Hello.class).enter()) {
            bench.run("hello");

            Unloading.assertUnloads(bench, "hello");
        }
    }
}
