package gewu.kernel.plugin;

import gewu.api.Nearest;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What can be known of a plugin's classes from the names of files and their first bytes.
final class ClassFiles {
    /// Java 1.1 wrote 45, Java 25 writes 69.
    private static final int FIRST_MAJOR = 44;

    private static final int NEWEST = FIRST_MAJOR + Runtime.version().feature();

    private ClassFiles() {}

    /// The classes the manifest names and no jar holds, with the nearest that is there.
    static List<String> missing(Manifest manifest, Set<String> entries) {
        List<String> faults = new ArrayList<>();
        for (String name : manifest.classNames()) {
            if (!entries.contains(file(name))) {
                faults.add(manifest.at(line(manifest, name)) + ": There is no class " + name + " in the plugin. "
                        + Nearest.hint(name, names(entries)));
            }
        }
        return faults;
    }

    private static int line(Manifest manifest, String className) {
        return manifest.extensions().stream()
                .filter(it -> className.equals(it.className()))
                .map(Manifest.Declared::line)
                .findFirst()
                .or(() -> manifest.components().stream()
                        .filter(it -> it.className().equals(className))
                        .map(Manifest.Component::line)
                        .findFirst())
                .or(() -> manifest.services().stream()
                        .filter(it -> it.className().equals(className))
                        .map(Manifest.Service::line)
                        .findFirst())
                .orElse(1);
    }

    private static List<String> names(Set<String> entries) {
        return entries.stream()
                .filter(it -> it.endsWith(".class") && !it.startsWith("META-INF/") && !it.contains("$"))
                .map(it -> it.substring(0, it.length() - ".class".length()).replace('/', '.'))
                .toList();
    }

    /// Says so when a plugin brings classes of the api with it.
    static Optional<String> apiCopy(Set<String> entries) {
        return entries.stream()
                .filter(it -> it.startsWith("gewu/api/") && it.endsWith(".class"))
                .min(String::compareTo)
                .map(
                        it -> "It holds a copy of the api (" + it
                                + "), which would part it from the house. Give gewu-api the scope “provided” and build it again.");
    }

    /// Says so when one of the manifest's classes was compiled for a newer Java.
    static Optional<String> tooNew(ZipFile zip, Manifest manifest) throws IOException {
        for (String name : manifest.classNames()) {
            ZipEntry entry = zip.getEntry(file(name));
            if (entry != null) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    Optional<String> fault = tooNew(name, bytes);
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Says so when the class whose file begins with these bytes was compiled for a newer Java.
    static Optional<String> tooNew(String className, InputStream bytes) throws IOException {
        DataInputStream data = new DataInputStream(bytes);
        if (data.readInt() != 0xCAFEBABE) {
            return Optional.of(className + " is not a class file. Build the plugin again.");
        }
        data.readUnsignedShort();
        int major = data.readUnsignedShort();
        return major <= NEWEST
                ? Optional.empty()
                : Optional.of(
                        className + " was compiled for Java " + (major - FIRST_MAJOR) + " (class file version " + major
                                + "); this is Java " + Runtime.version().feature() + ". Compile it with --release "
                                + Runtime.version().feature() + ", or run a newer Java.");
    }

    static String file(String className) {
        return className.replace('.', '/') + ".class";
    }
}
