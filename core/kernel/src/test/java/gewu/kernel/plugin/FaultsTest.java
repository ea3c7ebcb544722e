package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import gewu.api.WorkbenchException;
import gewu.api.plugin.Extension;
import gewu.api.workbench.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One bad plugin beside three good ones: whatever is wrong with it, the house and the good ones answer, and people
/// read what is wrong.
final class FaultsTest {
    @TempDir
    Path root;

    /// @param reason part of what people read about the bad plugin
    record Fault(String name, Consumer<Path> plant, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String PLAIN = "public Panel show(Map<String, String> p) { return new Panel.Text(\"\"); } ";

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "missing dependency",
                        user -> PluginForge.good("bad")
                                .requires("good-d", "^1.0")
                                .jar(user),
                        "requires the plugin “good-d” ^1.0, which is not installed. Did you mean “good-a”?"),
                new Fault(
                        "wrong version",
                        user -> PluginForge.good("bad")
                                .requires("good-a", "^2.0")
                                .jar(user),
                        "requires the plugin “good-a” ^2.0, but version 1.0.0 is here."),
                new Fault(
                        "cycle",
                        user -> {
                            PluginForge.good("bad").requires("bad-too", "^1.0").jar(user);
                            PluginForge.good("bad-too").requires("bad", "^1.0").jar(user);
                        },
                        "These plugins require each other in a circle: bad, bad-too."),
                starting(
                        "RuntimeException in start",
                        "throw new IllegalStateException(\"out of rice\");",
                        "IllegalStateException: out of rice (at bad@1.0.0#1//forged.bad.Start.<init>(Start.java:"),
                starting("AssertionError in start", "throw new AssertionError(\"no pot\");", "AssertionError: no pot"),
                starting(
                        "StackOverflowError in start",
                        "deeper(); } static int deeper() { return deeper() + 1;",
                        "StackOverflowError"),
                making(
                        "exception in an extension's constructor",
                        "throw new IllegalArgumentException(\"too hot\");",
                        "forged.bad.Made could not be made: IllegalArgumentException: too hot"),
                making(
                        "error in an extension's constructor",
                        "throw new ExceptionInInitializerError(\"too cold\");",
                        "forged.bad.Made could not be made: ExceptionInInitializerError: too cold"),
                new Fault(
                        "missing class",
                        user -> PluginForge.plugin("bad")
                                .view("bad-view", "Gone")
                                .source("Gonne", "final class Gonne {}")
                                .jar(user),
                        "There is no class forged.bad.Gone in the plugin. Did you mean “forged.bad.Gonne”?"),
                new Fault(
                        "corrupt jar",
                        user -> write(
                                user.resolve("bad.jar"),
                                "PK\u0003\u0004 and then noise".getBytes(StandardCharsets.UTF_8)),
                        "bad.jar is not a whole jar"),
                new Fault(
                        "class version 99",
                        FaultsTest::plantNewerClass,
                        "forged.bad.Good was compiled for Java 55 (class file version 99); this is Java"),
                new Fault(
                        "jar without manifest",
                        user -> PluginForge.write(user.resolve("bad.jar"), Map.of("a.txt", new byte[1])),
                        "bad.jar does not hold META-INF/plugin.xml"),
                new Fault(
                        "two-part version",
                        user -> PluginForge.good("bad").version("1.2").jar(user),
                        "“1.2” is not a version. Write all three numbers: “1.2.0”."),
                new Fault(
                        "nonsense version",
                        user -> PluginForge.good("bad").version("newest").jar(user),
                        "“newest” is not a version."),
                new Fault("duplicate id", user -> PluginForge.good("good-a").jar(user, "bad.jar"), "Its id is that of"),
                new Fault(
                        "own copy of the api",
                        user -> PluginForge.good("bad")
                                .sourceOf(
                                        "gewu.api.workbench.Other", "package gewu.api.workbench; public class Other {}")
                                .jar(user),
                        "It holds a copy of the api (gewu/api/workbench/Other.class)"),
                starting(
                        "hang in start",
                        "while (true) { try { Thread.sleep(60_000); } catch (InterruptedException e) { continue; } }",
                        "did not start within 1500 ms: its thread stands at bad@1.0.0#1//forged.bad.Start.<init>"),
                new Fault(
                        "hang in stop",
                        user -> PluginForge.plugin("bad")
                                .component("Start")
                                .view("bad-view", "Made")
                                .source(
                                        "Start",
                                        "final class Start implements AutoCloseable { public void close() { while (true) { try { Thread.sleep(60_000); } catch (InterruptedException e) { continue; } } } }")
                                .source("Made", "final class Made implements View { " + PLAIN + "}")
                                .jar(user),
                        "It did not stop within 400 ms: a thread stands at bad@1.0.0#1//forged.bad.Start.close"),
                starting(
                        "out of memory",
                        "List<long[]> kept = new ArrayList<>(); while (true) { kept.add(new long[Integer.MAX_VALUE - 8]); }",
                        "OutOfMemoryError"),
                starting(
                        "thread storm",
                        "for (int i = 0; i < 300; i++) { Thread t = new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { return; } }); t.setDaemon(true); t.start(); }",
                        "threads of its own running, and at most 60 are allowed."),
                new Fault(
                        "thread storm in its executor",
                        user -> PluginForge.plugin("bad")
                                .component("Start")
                                .source(
                                        "Start",
                                        "final class Start { Start(PluginScope scope) { for (int i = 0; i < 20_000; i++) { scope.executor().submit(() -> { Thread.sleep(60_000); return 1; }); } } }")
                                .jar(user),
                        "The plugin “bad” has 16 threads at work and 10000 tasks waiting"));
    }

    private static Fault starting(String name, String constructor, String reason) {
        return new Fault(
                name,
                user -> PluginForge.plugin("bad")
                        .component("Start")
                        .view("bad-view", "Made")
                        .source("Start", "final class Start { Start() { " + constructor + " } }")
                        .source("Made", "final class Made implements View { " + PLAIN + "}")
                        .jar(user),
                reason);
    }

    private static Fault making(String name, String constructor, String reason) {
        return new Fault(
                name,
                user -> PluginForge.plugin("bad")
                        .view("bad-view", "Made")
                        .source(
                                "Made",
                                "final class Made implements View { Made() { " + constructor + " } " + PLAIN + "}")
                        .jar(user),
                reason);
    }

    private static void plantNewerClass(Path user) {
        PluginForge forge = PluginForge.good("bad");
        byte[] newer = Optional.ofNullable(forge.classes().get("forged.bad.Good"))
                .orElseThrow()
                .clone();
        newer[7] = 99;
        PluginForge.write(
                user.resolve("bad.jar"),
                Map.of(
                        "META-INF/plugin.xml",
                        forge.manifest().getBytes(StandardCharsets.UTF_8),
                        "forged/bad/Good.class",
                        newer));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void leavesTheHouseAndAllOthersWorkingAndSaysWhatIsWrong(Fault fault) throws Exception {
        List<String> good = List.of("good-a", "good-b", "good-c");
        for (String id : good) {
            PluginForge.good(id).jar(Bench.bundled(root));
        }
        fault.plant.accept(Bench.user(root));

        try (Bench bench = Bench.at(root)) {
            useAll(bench);
            assertThat(good)
                    .allSatisfy(id -> assertThat(bench.shown(id + "-view")).isEqualTo(id));
            if (fault.name.equals("hang in stop")) {
                bench.plugins.disable("bad");
            }
            awaitReason(bench, fault.reason);

            assertThat(reasons(bench)).contains(fault.reason);
            assertThat(good).allSatisfy(id -> {
                assertThat(bench.shown(id + "-view")).isEqualTo(id);
                assertThat(bench.plugins.list())
                        .anySatisfy(it -> assertThat(it.id() + it.state()).isEqualTo(id + PluginReport.State.ACTIVE));
            });
            assertThat(bench.plugins.find(gewu.api.workbench.Command.class, "plugins"))
                    .isPresent();
        }
    }

    /// Uses every view and activates every plugin; what fails is told by the reports.
    private static void useAll(Bench bench) {
        for (Extension<View> view : bench.plugins.of(View.class)) {
            Throwable unused = catchThrowable(() -> Bench.shown(view.instance()));
        }
        Throwable unused = catchThrowable(() -> bench.plugins.activate("bad"));
    }

    private static String reasons(Bench bench) {
        return String.join(
                "\n", bench.plugins.list().stream().map(PluginReport::reason).toList());
    }

    /// The warden makes its rounds on a thread of its own.
    private static void awaitReason(Bench bench, String reason) throws InterruptedException {
        for (int i = 0; i < 200 && !reasons(bench).contains(reason); i++) {
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void refusesToInstallWhatWouldEndTheProgram(String call, String named) throws Exception {
        Path jar = PluginForge.plugin("bad")
                .view("bad-view", "Made")
                .source("Made", "final class Made implements View { void leave() { " + call + "; } " + PLAIN + "}")
                .jar(root.resolve("elsewhere"));

        try (Bench bench = Bench.at(root)) {
            assertThatThrownBy(() -> bench.plugins.install(jar))
                    .isInstanceOf(WorkbenchException.class)
                    .hasMessageContaining(named);
            assertThat(bench.plugins.list()).noneMatch(it -> it.id().equals("bad"));
            assertThat(Bench.user(root))
                    .satisfiesAnyOf(
                            it -> assertThat(it).doesNotExist(),
                            it -> assertThat(it).isEmptyDirectory());
        }
    }

    static Stream<Object[]> ends() {
        return Arrays.stream(new Object[][] {
            {"System.exit(3)", "forged.bad.Made.leave() calls java.lang.System.exit"},
            {"Runtime.getRuntime().halt(3)", "forged.bad.Made.leave() calls java.lang.Runtime.halt"},
            {"Runtime.getRuntime().exit(3)", "forged.bad.Made.leave() calls java.lang.Runtime.exit"},
            {"List.of(1).forEach(System::exit)", "forged.bad.Made hands System.exit on as a method reference"},
        });
    }
}
