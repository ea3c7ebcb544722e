package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import gewu.api.export.Exporter;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.Sectioner;
import gewu.api.intake.TextRecogniser;
import gewu.api.intake.Unpacker;
import gewu.api.metric.MetricExtractor;
import gewu.api.plugin.Extension;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.problem.ProblemFinder;
import gewu.api.search.SearchFacet;
import gewu.api.search.SearchField;
import gewu.api.workbench.Command;
import gewu.api.workbench.Feed;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.Upkeep;
import gewu.api.workbench.View;
import gewu.kernel.plugin.PluginReport;
import gewu.testkit.Manual.Block;
import gewu.testkit.Manual.Example;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// What the manual for plugin authors says is true: every point has its section, every example works.
class DocumentedTest {
    private static final Path ROOT = Path.of(System.getProperty("gewu.root", "../.."));
    private static final Pattern POINT = Pattern.compile("<point\\s+id=\"([^\"]+)\"");
    private static final List<Class<? extends ExtensionPoint>> POINTS = List.of(
            ReportImporter.class,
            TextRecogniser.class,
            Unpacker.class,
            Sectioner.class,
            MetricExtractor.class,
            ProblemFinder.class,
            SearchField.class,
            SearchFacet.class,
            Exporter.class,
            Command.class,
            View.class,
            Upkeep.class,
            Feed.class,
            HealthCheck.class);

    @TempDir
    Path folder;

    static Stream<Example> examples() throws IOException {
        return manual().examples().stream();
    }

    static Stream<Block> tests() throws IOException {
        return manual().tests().stream();
    }

    @Test
    void everyExtensionPointHasASection() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (Path manifest : manifests()) {
            POINT.matcher(Files.readString(manifest))
                    .results()
                    .map(MatchResult::group)
                    .map(point -> point.replaceAll(".*\"([^\"]+)\"", "### `$1`"))
                    .forEach(missing::add);
        }
        assertThat(missing).hasSizeGreaterThan(8);
        String text = manual().text();
        missing.removeIf(heading -> text.contains("\n" + heading + "\n"));

        assertThat(missing).as("points without a section in plugins/README.md").isEmpty();
    }

    @Test
    void helloIsShownAsItIs() throws IOException {
        Path hello = ROOT.resolve("plugins/hello/src/main");
        List<String> shown =
                manual().blocks().stream().limit(3).map(Block::words).toList();

        assertThat(shown)
                .containsExactly(
                        Files.readString(hello.resolve("resources/META-INF/plugin.xml")),
                        Files.readString(hello.resolve("java/gewu/hello/package-info.java")),
                        Files.readString(hello.resolve("java/gewu/hello/Hello.java")));
        assertThat(String.join("", shown).lines()).hasSizeLessThanOrEqualTo(45);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleIsAWorkingPlugin(Example example) throws IOException {
        Path classes = Builds.of(example, folder);

        try (TemporaryWorkbench bench =
                TemporaryWorkbench.in(folder).plugin(classes).enter()) {
            List<String> made = new ArrayList<>();
            for (Class<? extends ExtensionPoint> point : POINTS) {
                for (Extension<?> extension : bench.house().extensions().of(point)) {
                    if (extension.plugin().equals(example.id())) {
                        made.add(extension.instance().toString());
                    }
                }
            }
            PluginReport report = bench.house().plugins().list().stream()
                    .filter(plugin -> plugin.id().equals(example.id()))
                    .findFirst()
                    .orElseThrow();

            assertThat(report.reason()).isEmpty();
            assertThat(report.state()).isEqualTo(PluginReport.State.ACTIVE);
            assertThat(made).isNotEmpty();
            assertThat(bench.house().tableFaults()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void theExampleOfATestPasses(Block test) throws Exception {
        Example tested = manual().examples().stream()
                .filter(example -> example.sources().getFirst().inPackage().equals(test.inPackage()))
                .findFirst()
                .orElseThrow();
        Path classes = Builds.of(tested, folder);
        Path tests = Files.createDirectories(folder.resolve("tests"));
        Builds.compile(List.of(Builds.source(test, folder)), tests, classes.toString());
        URL[] places = {tests.toUri().toURL(), classes.toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            Launcher launcher = LauncherFactory.create();
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(loader.loadClass(test.className())))
                            .filters(TagFilter.excludeTags("fuzz"))
                            .build(),
                    summary);

            assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
            assertThat(summary.getSummary().getFailures())
                    .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                    .isEmpty();
        }
    }

    private static Manual manual() throws IOException {
        return new Manual(ROOT.resolve("plugins/README.md"));
    }

    private static List<Path> manifests() throws IOException {
        List<Path> manifests = new ArrayList<>();
        for (String room : List.of("core", "index", "plugins")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
                files.filter(file -> file.endsWith("src/main/resources/META-INF/plugin.xml"))
                        .forEach(manifests::add);
            }
        }
        return manifests;
    }
}
