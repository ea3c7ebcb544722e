package gewu.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Opens the house to visitors with browsers: the distribution with the seeds is served once for a class of tests, and
/// each parameter of type [Visitor] is somebody with a browser of his own. Each test begins with windows as they lie
/// at first; afterwards, whatever a browser complained of fails it.
///
/// Needs Chromium; without it the tests are skipped, and say so.
final class Visits
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Visits.class);
    private static final Path PICTURES = Path.of(System.getProperty("gewu.root", "."), "target", "screenshots");

    /// One Chromium and one workspace with seeds for all classes of a run: both take seconds to make.
    private static final class Equipment implements AutoCloseable {
        private final Chromium chromium;
        private final Path folder;
        private final Path seeds;

        Equipment(Path program) throws IOException, InterruptedException {
            chromium = Chromium.start(program);
            folder = Files.createTempDirectory("gewu-visits");
            seeds = Served.seeds(folder);
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            delete(folder);
        }
    }

    /// What one class of tests is shown.
    private record Stage(Served served, Path folder) {}

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        assumeTrue(Distribution.isThere(), "There is no packaged distribution: run mvn package before.");
        Path folder = Files.createTempDirectory("gewu-stage");
        Served served = Served.copyOf(equipment(context).seeds, folder);
        context.getStore(HERE).put(Stage.class, new Stage(served, folder));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        Stage stage = context.getStore(HERE).remove(Stage.class, Stage.class);
        if (stage != null) {
            stage.served.close();
            delete(stage.folder);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        stage(context).served.forgetSettings();
        context.getStore(HERE).put(Visitor.class, new ArrayList<Visitor>());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Visitor> visitors = visitors(context);
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName();
            for (int i = 0; i < visitors.size(); i++) {
                visitors.get(i).draws(PICTURES.resolve("failed").resolve(name + "-" + i + ".png"));
            }
        }
        List<String> complaints =
                visitors.stream().flatMap(it -> it.complaints().stream()).toList();
        visitors.forEach(Visitor::close);
        if (!complaints.isEmpty()) {
            throw new AssertionError("The browser complained:\n" + String.join("\n", complaints));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Visitor.class || type == Served.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Served served = stage(context).served;
        if (parameter.getParameter().getType() == Served.class) {
            return served;
        }
        Visitor visitor = new Visitor(equipment(context).chromium.browser(), served.address());
        visitors(context).add(visitor);
        return visitor;
    }

    /// Where pictures of pages go.
    static Path pictures() {
        return PICTURES;
    }

    private static Equipment equipment(ExtensionContext context) {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), Chromium.MISSING);
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Equipment.class, _ -> equipped(program.get()), Equipment.class);
    }

    private static Equipment equipped(Path program) {
        try {
            return new Equipment(program);
        } catch (IOException failed) {
            throw new AssertionError("The seeds could not be brought in.", failed);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the seeds came in.", over);
        }
    }

    private static Stage stage(ExtensionContext context) {
        Stage stage = context.getStore(HERE).get(Stage.class, Stage.class);
        if (stage == null) {
            throw new IllegalStateException("Nothing is served yet.");
        }
        return stage;
    }

    @SuppressWarnings("unchecked")
    private static List<Visitor> visitors(ExtensionContext context) {
        List<Visitor> visitors = context.getStore(HERE).get(Visitor.class, List.class);
        return visitors == null ? List.of() : visitors;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
