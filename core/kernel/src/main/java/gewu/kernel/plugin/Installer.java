package gewu.kernel.plugin;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Brings plugins into the user folder: everything is checked before the first byte lands there, and the last step is
/// one atomic move.
final class Installer {
    private final PluginSettings settings;
    private final House house;

    Installer(PluginSettings settings, House house) {
        this.settings = settings;
        this.house = house;
    }

    /// Checks and installs.
    ///
    /// @return the plugin's id
    /// @throws WorkbenchException with everything that is wrong
    String install(Path file) {
        Path staging = settings.userFolder()
                .resolve(".installing-" + ProcessHandle.current().pid());
        try {
            if (!Files.exists(file)) {
                throw refused(file, List.of("It is not there."), "Give the path of a jar, a zip or a folder.");
            }
            if (Files.isDirectory(file) || !isZipOfJars(file)) {
                return install(file, file, staging);
            }
            Path unpacked = Files.createTempDirectory("gewu-install-");
            try {
                unpack(file, unpacked);
                return install(file, pluginFolder(unpacked), staging);
            } finally {
                Scope.delete(unpacked);
            }
        } catch (IOException failure) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.ITEM,
                    file + " can't be installed: " + failure,
                    "Look whether the file is whole and the disk has room; nothing was changed.",
                    failure);
        }
    }

    private String install(Path given, Path content, Path staging) throws IOException {
        Parcel parcel = read(content)
                .orElseThrow(() -> refused(
                        given,
                        List.of("It is neither a jar, nor a folder of jars, nor a folder with " + ManifestReader.PLACE
                                + "."),
                        "Build the plugin, and give its jar."));
        List<String> faults = switch (parcel.reading()) {
            case Reading.Bad(var _, var _, var its) -> its;
            case Reading.Good(var manifest) -> faults(manifest, parcel);
        };
        if (!faults.isEmpty()) {
            throw refused(
                    given, faults, "Mend this in the plugin, build it, and install it again. Nothing was changed.");
        }
        String id = parcel.id();
        try {
            Files.createDirectories(staging);
            Path staged = staging.resolve("plugin");
            copy(content, staged);
            List<Path> old = installed(id);
            List<Path> aside = new ArrayList<>();
            for (Path it : old) {
                Path to = staging.resolve("old-" + it.getFileName());
                Files.move(it, to, StandardCopyOption.ATOMIC_MOVE);
                aside.add(to);
            }
            Path target = settings.userFolder().resolve(Files.isDirectory(staged) ? id : id + ".jar");
            try {
                Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                for (int i = 0; i < old.size(); i++) {
                    Files.move(aside.get(i), old.get(i), StandardCopyOption.ATOMIC_MOVE);
                }
                throw failure;
            }
            return id;
        } finally {
            Scope.delete(staging);
        }
    }

    private static Optional<Parcel> read(Path content) {
        if (Files.isRegularFile(content)) {
            Reading reading = Scan.readJars(List.of(content));
            return Optional.of(new Parcel(
                    Parcel.Origin.USER, content, String.valueOf(content.getFileName()), List.of(content), "", reading));
        }
        ManifestCache none = ManifestCache.open(content.resolve(".no-cache"));
        return new Scan(none).parcel(Parcel.Origin.USER, content);
    }

    private List<Path> installed(String id) {
        return house.rows().stream()
                .map(House.Row::parcel)
                .filter(it -> it.origin() == Parcel.Origin.USER && it.id().equals(id))
                .flatMap(it -> Stream.ofNullable(it.place()))
                .toList();
    }

    private List<String> faults(Manifest manifest, Parcel parcel) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> houseIds = new HashSet<>();
        List<Manifest> all = new ArrayList<>();
        Version api = null;
        for (House.Row row : house.rows()) {
            if (row.parcel().reading() instanceof Reading.Good(var there)) {
                if (row.parcel().origin() == Parcel.Origin.HOST) {
                    houseIds.add(there.id());
                    api = there.id().equals("gewu") ? there.version() : api;
                }
                boolean isOlder = there.version().compareTo(manifest.version()) < 0;
                if (there.id().equals(manifest.id()) && row.parcel().origin() == Parcel.Origin.HOST) {
                    faults.add("The id “" + manifest.id() + "” belongs to the house. Give the plugin another.");
                } else if (there.id().equals(manifest.id()) && !isOlder) {
                    faults.add("The plugin “" + manifest.id() + "” is here already, in version " + there.version()
                            + ". Give this one a higher version than " + manifest.version()
                            + ", or uninstall the other first.");
                }
                if (!there.id().equals(manifest.id())) {
                    all.add(there);
                }
            }
        }
        all.add(manifest);
        faults.addAll(Points.of(all).faults(manifest, houseIds));
        if (api != null && !manifest.api().contains(api)) {
            faults.add("It was made for the api " + manifest.api() + ", and this is " + api + ".");
        }
        Map<String, byte[]> classes = classes(parcel);
        ClassFiles.apiCopy(new TreeSet<>(
                        classes.keySet().stream().map(it -> it + ".class").toList()))
                .ifPresent(faults::add);
        Set<String> authored = new HashSet<>();
        manifest.classNames().forEach(it -> authored.add(Manifest.packageOf(it)));
        Set<String> exported = new HashSet<>();
        for (Manifest.Requirement requirement : manifest.requirements()) {
            all.stream()
                    .filter(it -> it.id().equals(requirement.plugin()))
                    .forEach(it -> exported.addAll(it.exportedPackages()));
            if (all.stream().noneMatch(it -> it.id().equals(requirement.plugin()))) {
                exported.add("");
            }
        }
        boolean isWhole = !exported.remove("");
        faults.addAll(LinkCheck.faults(
                settings.hostLoader(),
                classes,
                exported,
                isWhole ? authored : Set.of(),
                apiClasses(settings.hostLoader())));
        return faults;
    }

    /// The plugin's class files by internal name; those for other Java releases are left out.
    private static Map<String, byte[]> classes(Parcel parcel) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (Path place : parcel.classPath()) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        keep(
                                place.relativize(file).toString().replace('\\', '/'),
                                () -> Files.newInputStream(file),
                                classes);
                    }
                }
            } else {
                try (ZipFile zip = new ZipFile(place.toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries())) {
                        keep(entry.getName(), () -> zip.getInputStream(entry), classes);
                    }
                }
            }
        }
        return classes;
    }

    private static void keep(String name, Opening opening, Map<String, byte[]> classes) throws IOException {
        if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
            try (InputStream bytes = opening.open()) {
                classes.put(name.substring(0, name.length() - ".class".length()), bytes.readAllBytes());
            }
        }
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    /// The names of the api's classes, for proposals.
    static Set<String> apiClasses(ClassLoader host) throws IOException {
        Set<String> names = new TreeSet<>();
        URL known = host.getResource("gewu/api/plugin/ExtensionPoint.class");
        if (known == null) {
            return names;
        }
        URLConnection connection = known.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                file.stream().map(ZipEntry::getName).forEach(it -> keepName(it, names));
            }
        } else if (known.getProtocol().equals("file")) {
            Path root = Path.of(java.net.URI.create(known.toString())).getParent();
            for (int i = 0; root != null && i < 3; i++) {
                root = root.getParent();
            }
            if (root != null) {
                Path base = root;
                try (Stream<Path> files = Files.walk(base.resolve("gewu/api"))) {
                    files.forEach(it -> keepName(base.relativize(it).toString().replace('\\', '/'), names));
                }
            }
        }
        return names;
    }

    private static void keepName(String entry, Set<String> names) {
        if (entry.startsWith("gewu/api/") && entry.endsWith(".class") && !entry.endsWith("-info.class")) {
            names.add(entry.substring(0, entry.length() - ".class".length()).replace('/', '.'));
        }
    }

    /// Whether it holds jars instead of being one.
    private static boolean isZipOfJars(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(ManifestReader.PLACE) == null
                    && zip.stream()
                            .anyMatch(it -> it.getName().endsWith(".jar")
                                    || it.getName().endsWith("/" + ManifestReader.PLACE));
        } catch (java.util.zip.ZipException notZip) {
            return false;
        }
    }

    private static void unpack(Path file, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw refused(
                            file,
                            List.of("Its entry “" + entry.getName() + "” leads out of it."),
                            "Don't trust this file; ask whoever made it.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, target);
                    }
                }
            }
        }
    }

    /// The unpacked folder itself, or the one folder in it.
    private static Path pluginFolder(Path unpacked) throws IOException {
        try (Stream<Path> inside = Files.list(unpacked)) {
            List<Path> entries = inside.toList();
            return entries.size() == 1 && Files.isDirectory(entries.getFirst()) ? entries.getFirst() : unpacked;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to);
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /// Takes an installed plugin's files away.
    static void remove(Parcel parcel) {
        try {
            if (parcel.place() != null) {
                Scope.delete(parcel.place());
            }
        } catch (IOException stuck) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.ITEM,
                    parcel.place() + " can't be deleted: " + stuck,
                    "Give yourself the right to delete it, and try again.",
                    stuck);
        }
    }

    private static WorkbenchException refused(Path file, List<String> faults, String remedy) {
        return new WorkbenchException(file + " was not installed.\n" + String.join("\n", faults), remedy);
    }
}
