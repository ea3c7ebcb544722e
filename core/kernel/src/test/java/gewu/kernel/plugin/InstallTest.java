package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallTest {
    @TempDir
    Path root;

    private Path elsewhere() {
        return root.resolve("elsewhere");
    }

    @Test
    void worksAtOnceAndIsGoneAtOnce() {
        try (Bench bench = Bench.at(root)) {
            PluginReport report = bench.plugins.install(PluginForge.good("bowl").jar(elsewhere()));

            assertThat(report.state()).isEqualTo(PluginReport.State.RESOLVED);
            assertThat(bench.shown("bowl-view")).isEqualTo("bowl");
            bench.plugins.uninstall("bowl");
            assertThat(bench.plugins.list()).noneMatch(it -> it.id().equals("bowl"));
            assertThat(Bench.user(root)).isEmptyDirectory();
        }
    }

    @Test
    void takesFoldersAndZipsOfJars() throws Exception {
        Path folder = PluginForge.good("folder").classesFolder(elsewhere());
        Path jar = PluginForge.good("zip").jar(elsewhere());
        Path zip = PluginForge.write(elsewhere().resolve("zip.zip"), Map.of("zip/zip.jar", Files.readAllBytes(jar)));

        try (Bench bench = Bench.at(root)) {
            bench.plugins.install(folder);
            bench.plugins.install(zip);

            assertThat(bench.shown("folder-view")).isEqualTo("folder");
            assertThat(bench.shown("zip-view")).isEqualTo("zip");
        }
    }

    @Test
    void replacesAnOlderVersionAndBringsDependentsBack() {
        PluginForge.good("base").jar(Bench.user(root));
        PluginForge.good("leaf").requires("base", "^1.0").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            bench.shown("leaf-view");
            bench.plugins.install(PluginForge.good("base").version("1.1.0").jar(elsewhere()));

            assertThat(bench.report("base").version()).isEqualTo("1.1.0");
            assertThat(bench.report("leaf").state()).isEqualTo(PluginReport.State.ACTIVE);
            assertThatThrownBy(
                            () -> bench.plugins.install(PluginForge.good("base").jar(elsewhere())))
                    .hasMessageContaining("The plugin “base” is here already, in version 1.1.0.");
        }
    }

    @Test
    void refusesWhatUsesAnApiThatIsNotThere() {
        PluginForge other = PluginForge.plugin("other")
                .sourceOf(
                        "gewu.api.workbench.Pannel",
                        "package gewu.api.workbench; public class Pannel { public static int boil() { return 1; } }")
                .sourceOf(
                        "gewu.api.Label",
                        "package gewu.api; public record Label(String zh, String en) { public static Label sme(String t) { return new Label(t, t); } }");
        Path jar = PluginForge.plugin("bad")
                .against(other)
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { int boil() { Object o = gewu.api.Label.sme(\"\"); return gewu.api.workbench.Pannel.boil(); } public Panel show(Map<String, String> p) { return new Panel.Text(\"\"); } }")
                .jar(elsewhere());

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> bench.plugins.install(jar))
                    .isInstanceOf(WorkbenchException.class)
                    .hasMessageContaining(
                            "forged.bad.Good uses gewu.api.workbench.Pannel, which this api does not have. Did you mean “gewu.api.workbench.Panel”?")
                    .hasMessageContaining(
                            "forged.bad.Good uses gewu.api.Label.sme(String), which is not there in this api. Did you mean “same(String)”?");
        }
    }

    @Test
    void refusesWhatUsesTheInsideOfTheHouseOrALibraryThatNobodyBrings() {
        PluginForge kernel = PluginForge.plugin("kernel-like")
                .sourceOf("gewu.kernel.plugin.Inside", "package gewu.kernel.plugin; public class Inside {}");
        Path jar = PluginForge.plugin("bad")
                .against(kernel)
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { Object o = new gewu.kernel.plugin.Inside(); public Panel show(Map<String, String> p) { return new Panel.Text(\"\"); } }")
                .jar(elsewhere());

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> bench.plugins.install(jar))
                    .hasMessageContaining(
                            "forged.bad.Good uses gewu.kernel.plugin.Inside, which neither the api nor the plugin brings.");
        }
    }

    @Test
    void refusesAZipThatLeadsOutOfItself() {
        Path zip = PluginForge.write(
                elsewhere().resolve("evil.zip"),
                Map.of("../../evil.jar", new byte[1], "a.jar", "x".getBytes(StandardCharsets.UTF_8)));

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> bench.plugins.install(zip)).hasMessageContaining("leads out of it");
            assertThat(root.resolve("evil.jar")).doesNotExist();
        }
    }

    @Test
    void refusesWhatIsNoPlugin() throws Exception {
        Files.createDirectories(elsewhere());
        Path text = Files.writeString(elsewhere().resolve("a.txt"), "rice");

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> bench.plugins.install(text))
                    .isInstanceOf(WorkbenchException.class)
                    .hasMessageContaining("a.txt");
            assertThatThrownBy(() -> bench.plugins.install(elsewhere().resolve("none.jar")))
                    .hasMessageContaining("It is not there.");
            assertThatThrownBy(() -> bench.plugins.uninstall("kernel"))
                    .hasMessageContaining("part of the distribution");
        }
    }

    @Test
    void letsAJarBeReplacedWhileItIsInUse() throws Exception {
        Path jar = PluginForge.good("bowl").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            bench.shown("bowl-view");
            Files.delete(jar);

            assertThat(bench.shown("bowl-view")).isEqualTo("bowl");
        }
    }
}
