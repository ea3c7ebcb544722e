package gewu.kernel.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts a thousand generated plugins, each time in a fresh JVM, beside PF4J with the same jars; and measures what a
/// call through the boundary costs. Both run with the flags of `bin/gewu`. Prints figures, judges none.
@Tag("bench")
final class PluginStartBenchmark {
    private static final int PLUGINS = 1_000;
    private static final int RUNS = Boolean.getBoolean("gewu.long") ? 9 : 5;

    @TempDir
    Path root;

    @Test
    void startsAThousandPlugins() throws Exception {
        Path jars = root.resolve("plugins");
        forge(jars);
        List<Map<String, Double>> cold = new ArrayList<>();
        List<Map<String, Double>> cached = new ArrayList<>();
        List<Map<String, Double>> others = new ArrayList<>();
        List<Map<String, Double>> resolver = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            Path state = Files.createDirectories(root.resolve("state-" + i));
            cold.add(run("gewu", jars, state));
            cached.add(run("gewu", jars, state));
            others.add(run("pf4j", jars, state));
            resolver.add(run("resolver", jars, state));
        }

        print("gewu, cold", cold);
        print("gewu, cached", cached);
        print("PF4J 3.15.0", others);
        print("gewu's resolver alone, cold", resolver);
        double ratio = median(sorted(others, "ready")) / median(sorted(cold, "ready"));
        System.out.printf(Locale.ROOT, "PF4J takes %.1f times as long as gewu, cold.%n", ratio);
        assertThat(cold)
                .allSatisfy(it ->
                        assertThat(it).containsEntry("loaders", 0.0).containsEntry("extensions", (double) PLUGINS));
        assertThat(cached)
                .allSatisfy(it ->
                        assertThat(it).containsEntry("loaders", 0.0).containsEntry("extensions", (double) PLUGINS));
        assertThat(others).allSatisfy(it -> assertThat(it).containsEntry("extensions", (double) PLUGINS));
    }

    @Test
    void callsThroughTheBoundary() {
        PluginForge.good("bowl").jar(Bench.user(root));
        try (Bench bench = Bench.at(root)) {
            View through = bench.view("bowl-view").instance();
            Panel text = new Panel.Text("bowl");
            View direct = _ -> text;
            Map<String, String> none = Map.of();
            int calls = 2_000_000;
            double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
            for (int round = 0; round < 8; round++) {
                best[0] = Math.min(best[0], nanos(through, none, calls));
                best[1] = Math.min(best[1], nanos(direct, none, calls));
            }
            System.out.printf(
                    Locale.ROOT,
                    "A call through the boundary takes %.0f ns, a direct one %.1f ns.%n",
                    best[0],
                    best[1]);
        }
    }

    private static double nanos(View view, Map<String, String> parameters, int calls) {
        long began = System.nanoTime();
        long seen = 0;
        for (int i = 0; i < calls; i++) {
            seen += view.show(parameters).hashCode() & 1;
        }
        double nanos = (System.nanoTime() - began) / (double) calls;
        return seen < 0 ? -1 : nanos;
    }

    /// Each with an extension for either, and up to two earlier plugins it requires.
    private static void forge(Path folder) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < PLUGINS; i++) {
            sources.put(
                    "forged.p" + i + ".Good",
                    "package forged.p" + i
                            + "; import gewu.api.workbench.*; public final class Good implements View { public Panel show(java.util.Map<String, String> p) { return new Panel.Text(Words.WORD); } }");
            sources.put(
                    "forged.p" + i + ".Words",
                    "package forged.p" + i + "; final class Words { static final String WORD = \"p" + i
                            + "\".trim(); }");
            sources.put(
                    "forged.p" + i + ".Theirs",
                    "package forged.p" + i
                            + "; @org.pf4j.Extension public class Theirs implements org.pf4j.ExtensionPoint { public String word() { return Words.WORD; } }");
        }
        Map<String, byte[]> classes = PluginForge.compile(sources, Map.of());
        for (int i = 0; i < PLUGINS; i++) {
            List<Integer> required = i == 0
                    ? List.of()
                    : i % 3 == 0
                            ? List.of(i / 2)
                            : i % 3 == 1
                                    ? List.of(i / 2, i - 1).stream().distinct().toList()
                                    : List.of();
            StringBuilder xml = new StringBuilder("<plugin id=\"p" + i + "\" version=\"1.0.0\" api=\"^1.0\">\n");
            StringBuilder theirs = new StringBuilder();
            for (int other : required) {
                xml.append("<requires plugin=\"p").append(other).append("\" version=\"^1.0\"/>\n");
                theirs.append(theirs.isEmpty() ? "" : ", ")
                        .append("p")
                        .append(other)
                        .append("@>=1.0.0 & <2.0.0");
            }
            xml.append("<extension point=\"view\" id=\"v" + i + "\" class=\"forged.p" + i
                    + ".Good\" title=\"视图\" title-en=\"view\"/>\n</plugin>\n");
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put(
                    "META-INF/MANIFEST.MF",
                    utf8("Manifest-Version: 1.0\nPlugin-Id: p" + i + "\nPlugin-Version: 1.0.0\n"
                            + (theirs.isEmpty() ? "" : "Plugin-Dependencies: " + theirs + "\n") + "\n"));
            entries.put("META-INF/plugin.xml", utf8(xml.toString()));
            entries.put("META-INF/extensions.idx", utf8("forged.p" + i + ".Theirs\n"));
            for (String type : List.of("Good", "Words", "Theirs")) {
                byte[] bytes = classes.get("forged.p" + i + "." + type);
                if (bytes != null) {
                    entries.put("forged/p" + i + "/" + type + ".class", bytes);
                }
            }
            PluginForge.write(folder.resolve("p" + i + ".jar"), entries);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Double> run(String which, Path jars, Path state) throws IOException, InterruptedException {
        Path silent = Files.writeString(root.resolve("silent.properties"), ".level=OFF\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path answer = root.resolve("answer.txt");
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.config.file=" + silent,
                        "-cp",
                        classPath,
                        PluginStartRun.class.getName(),
                        which,
                        jars.toString(),
                        state.toString())
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(answer)).isZero();
        Map<String, Double> figures = new HashMap<>();
        String last = Files.readString(answer).strip().lines().reduce("", (_, line) -> line);
        for (String word : last.split(" ")) {
            figures.put(
                    word.substring(0, word.indexOf('=')), Double.parseDouble(word.substring(word.indexOf('=') + 1)));
        }
        return figures;
    }

    private static void print(String who, List<Map<String, Double>> runs) {
        double[] ready = sorted(runs, "ready");
        System.out.printf(
                Locale.ROOT,
                "%-28s ready %6.0f ms [%.0f..%.0f], %.0f classes, median of %d%n",
                who,
                median(ready),
                ready[0],
                ready[ready.length - 1],
                median(sorted(runs, "classes")),
                runs.size());
    }

    /// One figure of all runs; a run that did not tell it is a fault of the benchmark.
    private static double[] sorted(List<Map<String, Double>> runs, String figure) {
        return runs.stream()
                .mapToDouble(run -> Objects.requireNonNull(run.get(figure), figure))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
