package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.plugin.PluginFault;
import gewu.api.workbench.HealthFinding;
import gewu.api.workbench.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsTest {
    @TempDir
    Path root;

    @Test
    void listsWhatAPluginContributesAndLoadsNothingOfIt() {
        PluginForge.good("bowl").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.report("bowl").state()).isEqualTo(PluginReport.State.RESOLVED);
            assertThat(bench.report("bowl").extensions()).containsExactly("view/bowl-view");
            assertThat(bench.view("bowl-view").attribute("title")).contains("bowl-view");
        }
    }

    @Test
    void knowsTheVersionOfEachPluginAlsoOfOneThatIsSwitchedOff() {
        PluginForge.good("bowl").version("1.2.3").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.plugins.versionOf("bowl")).isEqualTo("1.2.3");
            bench.plugins.disable("bowl");
            assertThat(bench.plugins.versionOf("bowl")).isEqualTo("1.2.3");
            assertThat(bench.plugins.versionOf("spoon")).isEmpty();
        }
    }

    @Test
    void activatesAPluginAtTheFirstUseOfItsContribution() {
        PluginForge.good("bowl").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("bowl-view")).isEqualTo("bowl");
            assertThat(bench.report("bowl").state()).isEqualTo(PluginReport.State.ACTIVE);
        }
    }

    @Test
    void takesJarsFoldersOfClassesAndFoldersOfJars() throws Exception {
        PluginForge.good("jar").jar(Bench.bundled(root));
        PluginForge.good("classes").classesFolder(Bench.bundled(root));
        PluginForge.good("jars").jar(Bench.bundled(root).resolve("jars"));
        PluginForge.write(Bench.bundled(root).resolve("jars/library.jar"), Map.of("some.txt", new byte[] {1}));

        try (Bench bench = Bench.at(root)) {
            assertThat(List.of(bench.shown("jar-view"), bench.shown("classes-view"), bench.shown("jars-view")))
                    .containsExactly("jar", "classes", "jars");
        }
    }

    @Test
    void givesConstructorsTheScopeComponentsAndServicesTheyAskFor() {
        PluginForge.plugin("bowl")
                .component("Pot")
                .view("v", "Good")
                .source(
                        "Pot",
                        "final class Pot { final PluginScope scope; Pot(PluginScope scope, Clock clock) { this.scope = scope; } }")
                .source(
                        "Good",
                        "final class Good implements View { final Pot pot; private Good(Pot pot, Extensions all) { this.pot = pot; }"
                                + " public Panel show(Map<String, String> p) { return new Panel.Text(pot.scope.plugin() + \" \" + pot.scope.version()); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("v")).isEqualTo("bowl 1.0.0");
        }
    }

    @Test
    void namesTheNearestServiceWhenAConstructorAsksForWhatNobodyOffers() {
        PluginForge.plugin("bowl")
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { Good(java.util.concurrent.locks.Lock lock) {}"
                                + " public Panel show(Map<String, String> p) { return new Panel.Text(\"\"); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> bench.shown("v"))
                    .isInstanceOf(PluginFault.class)
                    .hasMessageContaining("forged.bowl.Good asks for a java.util.concurrent.locks.Lock")
                    .hasMessageContaining("Did you mean java.time.Clock?");
        }
    }

    @Test
    void givesAServiceToPluginsThatRequireIt() {
        PluginForge shapes = shapes();
        shapes.jar(Bench.user(root));
        PluginForge.plugin("user")
                .requires("shapes", "^1.0")
                .view("v", "Good")
                .against(shapes)
                .source(
                        "Good",
                        "final class Good implements View { final forged.shapes.Shape shape; Good(forged.shapes.Shape shape) { this.shape = shape; }"
                                + " public Panel show(Map<String, String> p) { return new Panel.Text(shape.name()); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("v")).isEqualTo("round");
        }
    }

    private static PluginForge shapes() {
        return PluginForge.plugin("shapes")
                .xml("<service type=\"forged.shapes.Shape\" class=\"forged.shapes.inner.Round\"/>")
                .sourceOf("forged.shapes.Shape", "package forged.shapes; public interface Shape { String name(); }")
                .sourceOf(
                        "forged.shapes.inner.Round",
                        "package forged.shapes.inner; final class Round implements forged.shapes.Shape { public String name() { return \"round\"; } }");
    }

    @Test
    void seesNothingOfTheHouseButTheApi() {
        PluginForge.plugin("spy")
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { public Panel show(Map<String, String> p) {"
                                + " StringBuilder seen = new StringBuilder();"
                                + " for (String name : List.of(\"gewu.kernel.plugin.Plugins\", \"org.picocontainer.PicoContainer\", \"org.sqlite.JDBC\", \"org.slf4j.Logger\", \"org.semver4j.Semver\", \"org.jdbi.v3.core.Jdbi\", \"gewu.api.Label\", \"java.net.http.HttpClient\", \"org.jspecify.annotations.Nullable\"))"
                                + " try { Class.forName(name); seen.append(name).append(' '); } catch (ClassNotFoundException hidden) { continue; }"
                                + " if (getClass().getClassLoader().getResource(\"org/sqlite/JDBC.class\") != null) seen.append(\"resource\");"
                                + " return new Panel.Text(seen.toString().trim()); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("v"))
                    .isEqualTo("gewu.api.Label java.net.http.HttpClient org.jspecify.annotations.Nullable");
        }
    }

    @Test
    void seesOnlyExportedPackagesOfARequiredPlugin() {
        PluginForge shapes = shapes();
        shapes.jar(Bench.user(root));
        PluginForge.plugin("user")
                .requires("shapes", "^1.0")
                .view("v", "Good")
                .source(
                        "Good",
                        "final class Good implements View { public Panel show(Map<String, String> p) {"
                                + " StringBuilder seen = new StringBuilder();"
                                + " for (String name : List.of(\"forged.shapes.Shape\", \"forged.shapes.inner.Round\"))"
                                + " try { Class.forName(name); seen.append(name); } catch (ClassNotFoundException hidden) { continue; }"
                                + " return new Panel.Text(seen.toString()); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.shown("v")).isEqualTo("forged.shapes.Shape");
        }
    }

    @Test
    void closesWhatAPluginHoldsInReverseOrder() throws Exception {
        Path log = root.resolve("log.txt");
        String path = "\"" + log + "\"";
        PluginForge.plugin("bowl")
                .component("First")
                .component("Second")
                .source(
                        "First",
                        "final class First implements AutoCloseable { First(PluginScope scope) throws IOException { scope.onClose(() -> note(\"held \")); Path t = scope.temporaryFolder(); scope.onClose(() -> note(Files.exists(t) ? \"folder \" : \"\")); scope.executor().submit(() -> {}); scope.every(Duration.ofHours(1), () -> {}); }"
                                + " static void note(String w) throws IOException { Files.writeString(Path.of(" + path
                                + "), w, StandardOpenOption.CREATE, StandardOpenOption.APPEND); }"
                                + " public void close() throws IOException { note(\"first \"); } }")
                .source(
                        "Second",
                        "final class Second implements AutoCloseable { Second(First first) {} public void close() throws IOException { First.note(\"second \"); } }")
                .jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            bench.plugins.activate("bowl");
            bench.plugins.disable("bowl");

            assertThat(Files.readString(log)).isEqualTo("second first folder held ");
            assertThat(bench.report("bowl").state()).isEqualTo(PluginReport.State.DISABLED);
        }
    }

    @Test
    void aHealthCheckNamesEveryPluginThatIsNotAtWork() {
        PluginForge.good("bowl").jar(Bench.user(root));
        PluginForge.good("spoon").requires("soup", "^1.0").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            bench.plugins.disable("bowl");

            assertThat(new PluginHealth(bench.plugins).check())
                    .extracting(it -> it.checked() + " " + it.state())
                    .containsExactly("plugins/bowl WARNING", "plugins/spoon BROKEN");

            bench.plugins.enable("bowl");
            bench.plugins.uninstall("spoon");

            assertThat(new PluginHealth(bench.plugins).check())
                    .extracting(HealthFinding::state)
                    .containsExactly(HealthFinding.State.WELL);
        }
    }

    @Test
    void bringsDependentsBackAfterAReload() {
        PluginForge.good("base").jar(Bench.user(root));
        List<String> dependents = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = "leaf-" + i;
            PluginForge.good(id)
                    .requires(i % 2 == 0 ? "base" : "leaf-" + (i - 1), "^1.0")
                    .jar(Bench.user(root));
            dependents.add(id);
        }

        try (Bench bench = Bench.at(root)) {
            dependents.forEach(it -> bench.shown(it + "-view"));
            for (int i = 0; i < 5; i++) {
                bench.plugins.reload("base");
            }

            assertThat(dependents).allSatisfy(it -> {
                assertThat(bench.report(it).state()).isEqualTo(PluginReport.State.ACTIVE);
                assertThat(bench.shown(it + "-view")).isEqualTo(it);
            });
        }
    }

    @Test
    void keepsAnswersComingThroughAnInstanceThatWasTakenBeforeAReload() {
        PluginForge.good("bowl").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            View taken = bench.view("bowl-view").instance();
            assertThat(Bench.shown(taken)).isEqualTo("bowl");
            PluginForge.plugin("bowl")
                    .version("1.1.0")
                    .view("bowl-view", "Good")
                    .source("Good", PluginForge.shows("\"newer\""))
                    .jar(Bench.user(root));
            bench.plugins.reload("bowl");

            assertThat(Bench.shown(taken)).isEqualTo("newer");
        }
    }

    @Test
    void saysThatAnInstanceIsGoneAfterItsPluginIsDisabled() {
        PluginForge.good("bowl").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            View taken = bench.view("bowl-view").instance();
            bench.plugins.disable("bowl");

            assertThatThrownBy(() -> taken.show(Map.of()))
                    .isInstanceOf(PluginFault.class)
                    .hasMessageContaining("is not there any more");
            assertThat(bench.plugins.find(View.class, "bowl-view")).isEmpty();
        }
    }

    @Test
    void remembersWhoIsDisabledFromStartToStart() {
        PluginForge.good("bowl").jar(Bench.user(root));
        try (Bench bench = Bench.at(root)) {
            bench.plugins.disable("bowl");
        }

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.report("bowl").state()).isEqualTo(PluginReport.State.DISABLED);
            assertThat(bench.plugins.enable("bowl").state()).isEqualTo(PluginReport.State.RESOLVED);
            assertThat(bench.shown("bowl-view")).isEqualTo("bowl");
        }
    }

    @Test
    void leavesInstalledPluginsOutInSafeMode() {
        PluginForge.good("bowl").jar(Bench.user(root));
        PluginForge.good("pot").jar(Bench.bundled(root));

        try (Bench bench = Bench.at(root, Clock.systemUTC(), true)) {
            assertThat(bench.report("bowl").state()).isEqualTo(PluginReport.State.DISABLED);
            assertThat(bench.report("bowl").reason()).contains("safe mode");
            assertThat(bench.shown("pot-view")).isEqualTo("pot");
        }
    }

    @Test
    void skipsAPluginInWhoseStartTheProgramDiedUntilItIsEnabled() throws Exception {
        PluginForge.good("bowl").jar(Bench.user(root));
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path mark = root.resolve("state/starting/bowl");
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, ended.pid() + "\n1.0.0\n2026-11-01T00:00:00Z\n");

        try (Bench bench = Bench.at(root)) {
            assertThat(bench.report("bowl").state()).isEqualTo(PluginReport.State.FAILED);
            assertThat(bench.report("bowl").reason())
                    .contains("The program ended at 2026-11-01T00:00:00Z while it started");
            bench.plugins.enable("bowl");
            assertThat(bench.shown("bowl-view")).isEqualTo("bowl");
        }
        assertThat(mark).doesNotExist();
    }

    @Test
    void explainsAPluginInSentences() {
        PluginForge.good("base").jar(Bench.user(root));
        PluginForge.good("leaf").requires("base", "^1.0").jar(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            assertThat(String.join("\n", bench.plugins.why("leaf")))
                    .contains("leaf 1.0.0 was installed: ")
                    .contains("It requires base ^1.0: 1.0.0 is here.")
                    .contains("It contributes view/leaf-view");
            assertThat(String.join("\n", bench.plugins.why("base"))).contains("Required by: leaf.");
            assertThatThrownBy(() -> bench.plugins.why("laef"))
                    .isInstanceOf(WorkbenchException.class)
                    .satisfies(
                            it -> assertThat(((WorkbenchException) it).remedy()).isEqualTo("Did you mean “leaf”?"));
        }
    }
}
