package gewu.testkit;

import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.plugin.ExtensionPoint;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.kernel.House;
import gewu.kernel.HouseSettings;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// A real house in a temporary folder, with the plugins under test in class loaders of their own, as in the
/// distribution. For one thread.
///
/// ```java
/// try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder).plugin(Hello.class).enter()) {
///     bench.bringIn("报告.txt", "2021年度临江市信访局部门整体支出绩效自评报告");
///     assertThat(bench.run("hello").rows()).hasSize(1);
/// }
/// ```
public final class TemporaryWorkbench implements AutoCloseable {
    private final Path folder;
    private final House house;

    private TemporaryWorkbench(Path folder, House house) {
        this.folder = folder;
        this.house = house;
    }

    /// Begins to furnish a workbench in this folder, which the test deletes.
    public static Furnishing in(Path folder) {
        return new Furnishing(folder);
    }

    /// A workbench that is not entered yet.
    public static final class Furnishing {
        private final Path folder;
        private final List<Path> homes = new ArrayList<>();
        private int plugins;

        private Furnishing(Path folder) {
            this.folder = folder;
        }

        /// Adds the plugin to which a class belongs.
        ///
        /// @param inside    any class of the plugin
        /// @param libraries any class of each library that the plugin brings along
        public Furnishing plugin(Class<?> inside, Class<?>... libraries) {
            List<Path> origins = new ArrayList<>(List.of(originOf(inside)));
            Stream.of(libraries).map(TemporaryWorkbench::originOf).forEach(origins::add);
            return plugin(origins);
        }

        /// Adds the plugin that stands in a jar or a folder of classes.
        public Furnishing plugin(Path jarOrClasses) {
            return plugin(List.of(jarOrClasses));
        }

        /// Adds all plugins of a distribution.
        ///
        /// @param homes the folder in which each of them has a folder
        public Furnishing allPlugins(Path homes) {
            this.homes.add(homes);
            return this;
        }

        private Furnishing plugin(List<Path> origins) {
            Path home = folder.resolve("bundled").resolve("plugin-" + ++plugins);
            try {
                Files.createDirectories(home);
                for (int i = 0; i < origins.size(); i++) {
                    place(origins.get(i), home.resolve(i + ".jar"));
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            return this;
        }

        /// Opens the house; its workspace is new and empty unless the folder holds one already.
        public TemporaryWorkbench enter() {
            HouseSettings settings = new HouseSettings(
                    folder.resolve("workspace"),
                    Stream.concat(Stream.of(folder.resolve("bundled")), homes.stream())
                            .toList(),
                    new HostLoader(TemporaryWorkbench.class.getClassLoader()),
                    Clock.systemUTC(),
                    false);
            return new TemporaryWorkbench(folder, House.at(settings).enter(Workspace.Access.WRITE));
        }
    }

    /// The house itself.
    public House house() {
        return house;
    }

    /// Brings in a text as a UTF-8 file with this name; some plugin must read it.
    public Brought bringIn(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("incoming")).resolve(name);
        Files.writeString(file, text);
        List<Brought> brought = new ArrayList<>();
        house.intake().bringIn(List.of(file), Intake.Overrides.NONE, Progress.NONE, brought::add);
        return brought.getFirst();
    }

    /// Runs a command as with `--json`.
    public RecordedOutput run(String command, String... arguments) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        extension(Command.class, command).run(new CommandCall(List.of(arguments), Map.of()), output);
        return output;
    }

    /// What a view shows.
    public Panel show(String view, Map<String, String> parameters) {
        return extension(View.class, view).show(parameters);
    }

    /// The living contribution with this id.
    ///
    /// @throws NoSuchElementException if there is none; it says what became of each plugin
    public <T extends ExtensionPoint> T extension(Class<T> point, String id) {
        return house.extensions()
                .find(point, id)
                .orElseThrow(() -> new NoSuchElementException("There is no " + point.getSimpleName() + " “" + id
                        + "”. The plugins: " + house.plugins().list()))
                .instance();
    }

    /// Closes the house; the folder stays for the test to look at.
    @Override
    public void close() {
        house.close();
    }

    /// Copies a jar, or packs a folder of classes into one.
    private static void place(Path origin, Path jar) throws IOException {
        if (!Files.isDirectory(origin)) {
            Files.copy(origin, jar);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(origin)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(
                        new JarEntry(origin.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, packed);
            }
        }
    }

    static Path originOf(Class<?> inside) {
        try {
            URI place =
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException(inside + " does not come from a file.", unreadable);
        }
    }
}
