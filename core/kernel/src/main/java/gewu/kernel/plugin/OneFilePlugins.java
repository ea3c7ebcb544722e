package gewu.kernel.plugin;

import com.sun.source.util.JavacTask;
import gewu.api.Label;
import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Plugins that are one `.java` file each: compiled when they are new or changed, and kept as jars. A file that was
/// spoilt leaves the plugin as it was last compiled; [#spoilt] tells what is wrong.
/// Their manifests say what their classes implement; see [OneFileManifest].
final class OneFilePlugins {
    private static final String ENDING = ".java";
    private static final String PATTERN = "[!.]*" + ENDING;

    private final Path kept;
    private final List<Point> points;
    private final Map<String, List<Label>> spoilt = new TreeMap<>();

    /// @param kept   the folder for compiled files, made when there is one
    /// @param points the house's own
    OneFilePlugins(Path kept, Collection<Point> points) {
        this.kept = kept;
        this.points = List.copyOf(points);
    }

    /// The plugins among the files of a folder, by name; one that does not exist holds none.
    List<Parcel> in(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, PATTERN)) {
            stream.forEach(files::add);
        } catch (NotDirectoryException | NoSuchFileException none) {
            return List.of();
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of(bad(folder, folder + " can't be read: " + unreadable.getMessage()));
        }
        return files.stream().sorted().map(this::parcel).toList();
    }

    /// What is wrong with files that were looked at, by plugin, where an earlier edition of the file still works.
    Map<String, List<Label>> spoilt() {
        return Map.copyOf(spoilt);
    }

    /// What changes with the files of a folder, by name.
    static Map<String, String> stamps(Path folder) throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, PATTERN)) {
            for (Path file : stream) {
                stamps.put(String.valueOf(file.getFileName()), stamp(file));
            }
        } catch (NotDirectoryException | NoSuchFileException none) {
            return Map.of();
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return stamps;
    }

    private static String stamp(Path file) throws IOException {
        BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
        return file.getFileName() + ":" + its.size() + ":"
                + its.lastModifiedTime().toMillis();
    }

    private Parcel parcel(Path file) {
        String name = bare(file);
        try {
            String edition = Runtime.version().feature() + ":" + apiTime() + ":" + stamp(file);
            Path jar = kept.resolve(name + "-" + Integer.toHexString(edition.hashCode()) + ".jar");
            List<Label> faults = Files.isRegularFile(jar) ? List.of() : compile(file, jar);
            if (faults.isEmpty()) {
                return parcel(file, jar);
            }
            Optional<Path> last = jars(name).stream().findFirst();
            if (last.isPresent()) {
                spoilt.put(id(name), faults);
                return parcel(file, last.get());
            }
            return new Parcel(
                    Parcel.Origin.USER,
                    file,
                    id(name),
                    List.of(),
                    String.valueOf(jar.getFileName()),
                    new Reading.Bad(id(name), "", faults.stream().map(Label::en).toList()));
        } catch (IOException unreadable) {
            return bad(file, file + " can't be read: " + unreadable.getMessage());
        }
    }

    private static Parcel parcel(Path file, Path jar) {
        String stamp = String.valueOf(jar.getFileName());
        return new Parcel(Parcel.Origin.USER, file, id(bare(file)), List.of(jar), stamp, Scan.readJars(List.of(jar)));
    }

    private static Parcel bad(Path place, String fault) {
        return new Parcel(
                Parcel.Origin.USER, place, bare(place), List.of(), "", new Reading.Bad("", "", List.of(fault)));
    }

    private static String bare(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /// The id of the plugin that a file is, such as `ReportsByYear.java`.
    static String idOf(String file) {
        return id(file.substring(0, file.length() - ENDING.length()));
    }

    /// `ReportsByYear` is `reports-by-year`.
    static String id(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }

    /// @return what is wrong; nothing if the jar was made
    private List<Label> compile(Path file, Path jar) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return List.of(new Label(
                    file.getFileName() + " 无法编译：当前的 Java 不是 JDK。请用 JDK 启动格物。",
                    file.getFileName() + " can't be compiled: this Java is no JDK. Start Gewu with a JDK."));
        }
        if (id(bare(file)).isEmpty()) {
            return List.of(new Label(
                    file.getFileName() + " 的文件名里没有拉丁字母，无法作为插件标识。请改名，例如 ReportsByYear.java。",
                    file.getFileName() + " has no Latin letter in its name, of which its id is made."
                            + " Call it, for example, ReportsByYear.java."));
        }
        Files.createDirectories(kept);
        Path classes = Files.createTempDirectory(kept, ".making");
        try {
            List<Label> faults = compile(compiler, file, classes);
            if (faults.isEmpty()) {
                pack(classes, jar);
                dropOlder(bare(file), jar);
            }
            return faults;
        } finally {
            drop(classes);
        }
    }

    private List<Label> compile(JavaCompiler compiler, Path file, Path classes) throws IOException {
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(told, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, api());
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, told, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            OneFileManifest manifest = new OneFileManifest(String.valueOf(file.getFileName()), id(bare(file)), points);
            for (Element element : task.analyze()) {
                if (element instanceof TypeElement type && isMade(type)) {
                    manifest.add(type, task.getElements(), task.getTypes());
                }
            }
            task.generate();
            List<Label> faults = told.getDiagnostics().stream()
                    .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                    .map(it -> fault(file, it))
                    .toList();
            if (!faults.isEmpty()) {
                return faults;
            }
            Files.createDirectories(classes.resolve("META-INF"));
            Files.writeString(classes.resolve(ManifestReader.PLACE), manifest.xml());
            return manifest.faults().stream().map(Label::same).toList();
        }
    }

    private static Label fault(Path file, Diagnostic<?> told) {
        String place = file.getFileName() + ":" + told.getLineNumber() + ": ";
        return new Label(place + told.getMessage(Locale.SIMPLIFIED_CHINESE), place + told.getMessage(Locale.ENGLISH));
    }

    private static boolean isMade(TypeElement type) {
        return type.getNestingKind() == NestingKind.TOP_LEVEL
                && (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
                && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    /// What a plugin may see: the api, and the annotations it speaks of null with.
    private static List<Path> api() {
        return Stream.of(ExtensionPoint.class, org.jspecify.annotations.Nullable.class)
                .flatMap(it -> placeOf(it).stream())
                .toList();
    }

    private static Optional<Path> placeOf(Class<?> type) {
        try {
            return Optional.of(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException | NullPointerException nowhere) {
            return Optional.empty();
        }
    }

    private static long apiTime() throws IOException {
        Optional<Path> place = placeOf(ExtensionPoint.class);
        return place.isPresent() ? Files.getLastModifiedTime(place.get()).toMillis() : 0;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Path unfinished = Files.createTempFile(jar.getParent(), ".", ".part");
        try (OutputStream out = Files.newOutputStream(unfinished);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, entries);
                entries.closeEntry();
            }
        }
        Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void dropOlder(String name, Path jar) throws IOException {
        for (Path each : jars(name)) {
            if (!each.equals(jar)) {
                Files.deleteIfExists(each);
            }
        }
    }

    /// What is kept of a file; there is one at most, but for the moment in which another is made.
    private List<Path> jars(String name) throws IOException {
        List<Path> own = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(kept, name + "-*.jar")) {
            for (Path each : jars) {
                if (String.valueOf(each.getFileName())
                        .substring(name.length() + 1)
                        .matches("[0-9a-f]+\\.jar")) {
                    own.add(each);
                }
            }
        }
        return own;
    }

    private static void drop(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
