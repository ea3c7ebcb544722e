package gewu.kernel.plugin;

import com.sun.source.util.JavacTask;
import gewu.api.plugin.ExtensionPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
import java.util.Optional;
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

/// Plugins that are one `.java` file each: compiled when they are new or changed, and kept as jars.
/// Their manifests say what their classes implement; see [OneFileManifest].
final class OneFilePlugins {
    private static final String ENDING = ".java";

    private final Path kept;
    private final List<Point> points;

    /// @param kept   the folder for compiled files, made when there is one
    /// @param points the house's own
    OneFilePlugins(Path kept, Collection<Point> points) {
        this.kept = kept;
        this.points = List.copyOf(points);
    }

    /// The plugins among the files of a folder, by name; one that does not exist holds none.
    List<Parcel> in(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "[!.]*" + ENDING)) {
            stream.forEach(files::add);
        } catch (NotDirectoryException | NoSuchFileException none) {
            return List.of();
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return List.of(bad(folder, folder + " can't be read: " + unreadable.getMessage()));
        }
        return files.stream().sorted().map(this::parcel).toList();
    }

    private Parcel parcel(Path file) {
        String name = bare(file);
        try {
            BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class);
            String stamp = file.getFileName() + ":" + its.size() + ":"
                    + its.lastModifiedTime().toMillis();
            String edition = Runtime.version().feature() + ":" + apiTime() + ":" + stamp;
            Path jar = kept.resolve(name + "-" + Integer.toHexString(edition.hashCode()) + ".jar");
            if (!Files.isRegularFile(jar)) {
                List<String> faults = compile(file, jar);
                if (!faults.isEmpty()) {
                    return new Parcel(
                            Parcel.Origin.USER,
                            file,
                            id(name),
                            List.of(),
                            stamp,
                            new Reading.Bad(id(name), "", faults));
                }
            }
            return new Parcel(Parcel.Origin.USER, file, id(name), List.of(jar), stamp, Scan.readJars(List.of(jar)));
        } catch (IOException unreadable) {
            return bad(file, file + " can't be read: " + unreadable.getMessage());
        }
    }

    private static Parcel bad(Path place, String fault) {
        return new Parcel(
                Parcel.Origin.USER, place, bare(place), List.of(), "", new Reading.Bad("", "", List.of(fault)));
    }

    private static String bare(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /// `ReportsByYear` is `reports-by-year`.
    static String id(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }

    /// @return what is wrong; nothing if the jar was made
    private List<String> compile(Path file, Path jar) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return List.of(file.getFileName() + " can't be compiled: this Java is no JDK. Start Gewu with a JDK.");
        }
        if (id(bare(file)).isEmpty()) {
            return List.of(file.getFileName() + " has no Latin letter in its name, of which its id is made."
                    + " Call it, for example, ReportsByYear.java.");
        }
        Files.createDirectories(kept);
        Path classes = Files.createTempDirectory(kept, ".making");
        try {
            List<String> faults = compile(compiler, file, classes);
            if (faults.isEmpty()) {
                pack(classes, jar);
                dropOlder(bare(file), jar);
            }
            return faults;
        } finally {
            drop(classes);
        }
    }

    private List<String> compile(JavaCompiler compiler, Path file, Path classes) throws IOException {
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
            List<String> faults = told.getDiagnostics().stream()
                    .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                    .map(it -> file.getFileName() + ":" + it.getLineNumber() + ": " + it.getMessage(Locale.ENGLISH))
                    .toList();
            if (!faults.isEmpty()) {
                return faults;
            }
            Files.createDirectories(classes.resolve("META-INF"));
            Files.writeString(classes.resolve(ManifestReader.PLACE), manifest.xml());
            return manifest.faults();
        }
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
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(kept, name + "-*.jar")) {
            for (Path each : jars) {
                boolean isItsOwn = String.valueOf(each.getFileName())
                        .substring(name.length() + 1)
                        .matches("[0-9a-f]+\\.jar");
                if (isItsOwn && !each.equals(jar)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private static void drop(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
