package gewu.kernel.plugin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Finds plugins and reads their manifests; opens no jar that did not change since the last time, and loads no class.
final class Scan {
    private final ManifestCache cache;

    Scan(ManifestCache cache) {
        this.cache = cache;
    }

    /// The built-in plugins: every manifest that `loader` sees.
    List<Parcel> host(ClassLoader loader) {
        List<Parcel> parcels = new ArrayList<>();
        List<URL> urls = new ArrayList<>();
        try {
            urls.addAll(Collections.list(loader.getResources(ManifestReader.PLACE)));
        } catch (IOException unreadable) {
            parcels.add(bad(
                    Parcel.Origin.HOST,
                    null,
                    "class path",
                    "The class path can't be read: " + unreadable.getMessage()));
        }
        for (URL url : urls) {
            String file = shortName(url);
            try {
                parcels.add(new Parcel(Parcel.Origin.HOST, null, file, List.of(), url.toString(), ofHost(url, file)));
            } catch (IOException unreadable) {
                parcels.add(bad(Parcel.Origin.HOST, null, file, file + " can't be read: " + unreadable.getMessage()));
            }
        }
        parcels.sort(Comparator.comparing(Parcel::id).thenComparing(Parcel::stamp));
        return parcels;
    }

    private Reading ofHost(URL url, String file) throws IOException {
        Optional<Path> jar = jarOf(url);
        if (jar.isEmpty()) {
            return readHost(url, file);
        }
        String stamp = stamp(jar.get(), Files.readAttributes(jar.get(), BasicFileAttributes.class));
        Optional<Reading> known = cache.find(url.toString(), stamp);
        if (known.isPresent()) {
            return known.get();
        }
        Reading reading = readHost(url, file);
        cache.keep(url.toString(), stamp, reading);
        return reading;
    }

    private static Reading readHost(URL url, String file) throws IOException {
        try (InputStream xml = open(url)) {
            return ManifestReader.read(file, xml);
        }
    }

    /// The jar file in which something stands, if it stands in one.
    private static Optional<Path> jarOf(URL url) throws IOException {
        if (!url.getProtocol().equals("jar")) {
            return Optional.empty();
        }
        try {
            URL jar = ((JarURLConnection) url.openConnection()).getJarFileURL();
            return jar.getProtocol().equals("file") ? Optional.of(Path.of(jar.toURI())) : Optional.empty();
        } catch (URISyntaxException unusual) {
            return Optional.empty();
        }
    }

    /// Without the shared cache of open jars, which would keep files locked.
    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
        }
        return new BufferedInputStream(connection.getInputStream());
    }

    private static String shortName(URL url) {
        String[] parts = url.toString().split("/");
        int keep = Math.max(0, parts.length - 5);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].endsWith(".jar!")) {
                keep = i;
            }
        }
        return String.join("/", List.of(parts).subList(keep, parts.length));
    }

    /// The plugins of a folder, by name; one that does not exist holds none.
    List<Parcel> folder(Parcel.Origin origin, Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (NotDirectoryException | java.nio.file.NoSuchFileException none) {
            return List.of();
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            return List.of(
                    bad(origin, folder, folder.toString(), folder + " can't be read: " + unreadable.getMessage()));
        }
        Collections.sort(entries);
        // Both cores open jars; the order stays that of the names.
        return entries.parallelStream()
                .flatMap(it -> parcel(origin, it).stream())
                .toList();
    }

    /// What lies at `place`; empty when it is nothing that could be a plugin.
    Optional<Parcel> parcel(Parcel.Origin origin, Path place) {
        String name = String.valueOf(place.getFileName());
        if (name.startsWith(".")) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(place, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return ofFolder(origin, place, name);
            }
            if (!name.endsWith(".jar")) {
                return Optional.empty();
            }
            String stamp = stamp(place, attributes);
            return Optional.of(
                    new Parcel(origin, place, bare(name), List.of(place), stamp, read(List.of(place), stamp)));
        } catch (IOException unreadable) {
            return Optional.of(bad(origin, place, bare(name), place + " can't be read: " + unreadable.getMessage()));
        }
    }

    private Optional<Parcel> ofFolder(Parcel.Origin origin, Path folder, String name) throws IOException {
        Path manifest = folder.resolve(ManifestReader.PLACE);
        if (Files.isRegularFile(manifest)) {
            String stamp = stamp(manifest, Files.readAttributes(manifest, BasicFileAttributes.class));
            try (InputStream xml = Files.newInputStream(manifest)) {
                Reading reading = ManifestReader.read(manifest.toString(), xml);
                return Optional.of(new Parcel(origin, folder, name, List.of(folder), stamp, reading));
            }
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jar")) {
            stream.forEach(jars::add);
        }
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        Collections.sort(jars);
        StringBuilder stamp = new StringBuilder();
        for (Path jar : jars) {
            stamp.append(stamp(jar, Files.readAttributes(jar, BasicFileAttributes.class)))
                    .append(' ');
        }
        return Optional.of(new Parcel(origin, folder, name, jars, stamp.toString(), read(jars, stamp.toString())));
    }

    private static String stamp(Path file, BasicFileAttributes attributes) {
        return file.getFileName() + ":" + attributes.size() + ":"
                + attributes.lastModifiedTime().toMillis();
    }

    private static String bare(String fileName) {
        return fileName.endsWith(".jar") ? fileName.substring(0, fileName.length() - ".jar".length()) : fileName;
    }

    private static Parcel bad(
            Parcel.Origin origin, @org.jspecify.annotations.Nullable Path place, String name, String fault) {
        return new Parcel(origin, place, name, List.of(), "", new Reading.Bad("", "", List.of(fault)));
    }

    private Reading read(List<Path> jars, String stamp) {
        String key = jars.getFirst().toString();
        return cache.find(key, stamp).orElseGet(() -> {
            Reading reading = readJars(jars);
            cache.keep(key, stamp, reading);
            return reading;
        });
    }

    /// Reads the one manifest in these jars, and looks at what can be known from the names of their entries.
    static Reading readJars(List<Path> jars) {
        Reading reading = null;
        String holder = "";
        Set<String> entries = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (Path jar : jars) {
            String name = String.valueOf(jar.getFileName());
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream().forEach(it -> entries.add(it.getName()));
                ZipEntry manifest = zip.getEntry(ManifestReader.PLACE);
                if (manifest != null && reading != null) {
                    faults.add(holder + " and " + name + " both hold " + ManifestReader.PLACE
                            + ". A plugin has one; take one away.");
                } else if (manifest != null) {
                    holder = name;
                    try (InputStream xml = zip.getInputStream(manifest)) {
                        reading = ManifestReader.read(name + "!/" + ManifestReader.PLACE, xml);
                    }
                }
                if (reading instanceof Reading.Good(var it)) {
                    ClassFiles.tooNew(zip, it).ifPresent(faults::add);
                }
            } catch (IOException broken) {
                faults.add(name + " is not a whole jar: " + broken.getMessage() + ". Copy or build it again.");
            }
        }
        if (reading == null && faults.isEmpty()) {
            faults.add((jars.size() == 1 ? String.valueOf(jars.getFirst().getFileName()) : "No jar here")
                    + (jars.size() == 1 ? " does not hold " : " holds ") + ManifestReader.PLACE
                    + ". Put the manifest into src/main/resources/" + ManifestReader.PLACE + ".");
        }
        ClassFiles.apiCopy(entries).ifPresent(faults::add);
        if (reading instanceof Reading.Good(var manifest)) {
            faults.addAll(ClassFiles.missing(manifest, entries));
        }
        if (faults.isEmpty() && reading != null) {
            return reading;
        }
        return switch (reading) {
            case null -> new Reading.Bad("", "", faults);
            case Reading.Good(var it) -> new Reading.Bad(it.id(), it.version().toString(), faults);
            case Reading.Bad(var id, var version, var own) -> {
                List<String> all = new ArrayList<>(own);
                all.addAll(faults);
                yield new Reading.Bad(id, version, all);
            }
        };
    }
}
