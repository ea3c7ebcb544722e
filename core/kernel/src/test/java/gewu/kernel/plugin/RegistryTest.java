package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.plugin.Extension;
import gewu.api.workbench.View;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryTest {
    @TempDir
    Path root;

    private void plugin(String id, String... wishes) {
        PluginForge forge = PluginForge.plugin(id).source("Good", PluginForge.shows("1"));
        for (String wish : wishes) {
            String[] parts = wish.split("\\|");
            forge.xml("<extension point=\"view\" class=\"" + forge.qualified("Good")
                    + "\" title=\"t\" title-en=\"t\" id=\"" + parts[0] + "\" " + (parts.length > 1 ? parts[1] : "")
                    + "/>");
        }
        forge.jar(Bench.user(root));
    }

    /// The views of the plugins in the folders, without those of the house.
    private static List<String> views(Bench bench) {
        return bench.plugins.of(View.class).stream()
                .filter(it -> !it.plugin().equals("kernel"))
                .map(Extension::id)
                .toList();
    }

    @Test
    void ordersByWishesThenNumberThenIds() {
        plugin("b", "five", "two|order='-1'");
        plugin("a", "four", "one|before='two'", "six|after='five'", "three");

        try (Bench bench = Bench.at(root)) {
            assertThat(views(bench)).containsExactly("four", "one", "two", "three", "five", "six");
        }
    }

    @Test
    void tellsOfCirclesHiddenTwinsAndUnknownNeighbours() {
        plugin("a", "one|after='two'", "two|after='one'", "three|before='tow'");
        plugin("b", "three");

        try (Bench bench = Bench.at(root)) {
            assertThat(views(bench)).containsExactlyInAnyOrder("one", "two", "three");
            assertThat(bench.report("a").reason())
                    .contains("stands in a circle of “before” and “after”")
                    .contains("view/three wants to stand beside “tow”, which is not there. Did you mean “two”?");
            assertThat(bench.report("b").reason())
                    .contains("view/three is hidden: the plugin “a” contributes one of the same id.");
        }
    }

    @Test
    void remembersManifestsFromStartToStart() {
        plugin("a", "one|before='two'", "two|order='3'");
        List<String> cold;
        try (Bench bench = Bench.at(root)) {
            cold = views(bench);
        }

        assertThat(root.resolve("state/manifests.bin")).isNotEmptyFile();
        try (Bench bench = Bench.at(root)) {
            assertThat(views(bench)).isEqualTo(cold);
            assertThat(bench.shown("one")).isEqualTo("1");
        }
    }

    @Test
    void readsAJarAgainWhenItChanged() {
        plugin("a", "one");
        try (Bench bench = Bench.at(root)) {
            assertThat(views(bench)).containsExactly("one");
        }
        plugin("a", "one", "another");

        try (Bench bench = Bench.at(root)) {
            assertThat(views(bench)).containsExactly("another", "one");
        }
    }
}
