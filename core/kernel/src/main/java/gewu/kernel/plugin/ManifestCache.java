package gewu.kernel.plugin;

import gewu.api.Label;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Remembers manifests from start to start, each as long as its jar has the same name, size and time. A cache
/// that can't be read is made anew; one that can't be written is done without. Safe for all threads.
final class ManifestCache {
    private static final int FORMAT = 3;

    private final Path file;
    private final Map<String, Entry> known;
    private final Map<String, Entry> used = new TreeMap<>();
    private boolean isChanged;

    private record Entry(String stamp, Reading reading) {}

    private ManifestCache(Path file, Map<String, Entry> known) {
        this.file = file;
        this.known = known;
    }

    static ManifestCache open(Path file) {
        Map<String, Entry> known = new HashMap<>();
        if (Files.isRegularFile(file)) {
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                if (in.readInt() == FORMAT && in.readInt() == Runtime.version().feature()) {
                    int count = in.readInt();
                    for (int i = 0; i < count; i++) {
                        known.put(in.readUTF(), new Entry(in.readUTF(), reading(in)));
                    }
                }
            } catch (IOException | RuntimeException damaged) {
                known.clear();
            }
        }
        return new ManifestCache(file, known);
    }

    synchronized Optional<Reading> find(String key, String stamp) {
        Entry entry = known.get(key);
        if (entry == null || !entry.stamp.equals(stamp)) {
            return Optional.empty();
        }
        used.put(key, entry);
        return Optional.of(entry.reading);
    }

    synchronized void keep(String key, String stamp, Reading reading) {
        used.put(key, new Entry(stamp, reading));
        isChanged = true;
    }

    /// Writes down what was asked for since it was opened; the rest is forgotten. The folder must be there already:
    /// a start alone makes nothing, so that a folder named by mistake stays as it is.
    synchronized void save() {
        Path folder = file.toAbsolutePath().getParent();
        boolean isNews = isChanged || used.size() != known.size();
        if (!isNews || folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(FORMAT);
            out.writeInt(Runtime.version().feature());
            out.writeInt(used.size());
            for (var it : used.entrySet()) {
                out.writeUTF(it.getKey());
                out.writeUTF(it.getValue().stamp);
                write(out, it.getValue().reading);
            }
            Path fresh = file.resolveSibling(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            org.slf4j.LoggerFactory.getLogger(ManifestCache.class)
                    .warn(
                            "{} can't be written ({}); the next start reads all manifests again.",
                            file,
                            unwritable.toString());
        }
    }

    private static void write(DataOutput out, Reading reading) throws IOException {
        switch (reading) {
            case Reading.Bad(var id, var version, var faults) -> {
                out.writeBoolean(false);
                out.writeUTF(id);
                out.writeUTF(version);
                writeWords(out, faults);
            }
            case Reading.Good(var manifest) -> {
                out.writeBoolean(true);
                write(out, manifest);
            }
        }
    }

    private static Reading reading(DataInput in) throws IOException {
        return in.readBoolean()
                ? new Reading.Good(manifest(in))
                : new Reading.Bad(in.readUTF(), in.readUTF(), words(in));
    }

    private static void write(DataOutput out, Manifest manifest) throws IOException {
        out.writeUTF(manifest.file());
        out.writeUTF(manifest.id());
        out.writeUTF(manifest.version().toString());
        out.writeUTF(manifest.api().text());
        write(out, manifest.title());
        writeAll(out, manifest.requirements(), it -> {
            out.writeUTF(it.plugin());
            out.writeUTF(it.range().text());
            out.writeInt(it.line());
        });
        writeAll(out, manifest.points(), it -> {
            out.writeUTF(it.id());
            out.writeUTF(it.type());
            out.writeBoolean(it.one());
            out.writeBoolean(it.isData());
            write(out, it.title());
            writeAttributes(out, it.attributes());
            writeElements(out, it.elements());
            out.writeInt(it.line());
        });
        writeAll(out, manifest.components(), it -> {
            out.writeUTF(it.className());
            out.writeInt(it.line());
        });
        writeAll(out, manifest.services(), it -> {
            out.writeUTF(it.type());
            out.writeUTF(it.className());
            out.writeInt(it.line());
        });
        writeAll(out, manifest.extensions(), it -> {
            out.writeUTF(it.point());
            out.writeUTF(it.id());
            out.writeUTF(it.className() == null ? "" : it.className());
            writeWords(out, it.before());
            writeWords(out, it.after());
            out.writeInt(it.order());
            writeMap(out, it.attributes());
            writeNodes(out, it.elements());
            out.writeInt(it.line());
        });
    }

    private static Manifest manifest(DataInput in) throws IOException {
        return new Manifest(
                in.readUTF(),
                in.readUTF(),
                version(in.readUTF()),
                range(in.readUTF()),
                label(in),
                all(in, () -> new Manifest.Requirement(in.readUTF(), range(in.readUTF()), in.readInt())),
                all(
                        in,
                        () -> new Point(
                                in.readUTF(),
                                in.readUTF(),
                                in.readBoolean(),
                                in.readBoolean(),
                                label(in),
                                attributes(in),
                                elements(in),
                                in.readInt())),
                all(in, () -> new Manifest.Component(in.readUTF(), in.readInt())),
                all(in, () -> new Manifest.Service(in.readUTF(), in.readUTF(), in.readInt())),
                all(in, () -> {
                    String point = in.readUTF();
                    String id = in.readUTF();
                    String className = in.readUTF();
                    return new Manifest.Declared(
                            point,
                            id,
                            className.isEmpty() ? null : className,
                            words(in),
                            words(in),
                            in.readInt(),
                            map(in),
                            nodes(in),
                            in.readInt());
                }));
    }

    private static Version version(String text) throws IOException {
        return Version.parse(text).orElseThrow(() -> new IOException("damaged: " + text));
    }

    private static VersionRange range(String text) throws IOException {
        return VersionRange.parse(text).orElseThrow(() -> new IOException("damaged: " + text));
    }

    private static void write(DataOutput out, Label label) throws IOException {
        out.writeUTF(label.zh());
        out.writeUTF(label.en());
    }

    private static Label label(DataInput in) throws IOException {
        return new Label(in.readUTF(), in.readUTF());
    }

    private static void writeAttributes(DataOutput out, List<Point.Attribute> attributes) throws IOException {
        writeAll(out, attributes, it -> {
            out.writeUTF(it.name());
            out.writeUTF(it.kind());
            out.writeBoolean(it.required());
            write(out, it.title());
        });
    }

    private static List<Point.Attribute> attributes(DataInput in) throws IOException {
        return all(in, () -> new Point.Attribute(in.readUTF(), in.readUTF(), in.readBoolean(), label(in)));
    }

    private static void writeElements(DataOutput out, List<Point.Element> elements) throws IOException {
        writeAll(out, elements, it -> {
            out.writeUTF(it.name());
            out.writeBoolean(it.required());
            write(out, it.title());
            writeAttributes(out, it.attributes());
            writeElements(out, it.elements());
        });
    }

    private static List<Point.Element> elements(DataInput in) throws IOException {
        return all(
                in, () -> new Point.Element(in.readUTF(), in.readBoolean(), label(in), attributes(in), elements(in)));
    }

    private static void writeNodes(DataOutput out, List<Manifest.Node> nodes) throws IOException {
        writeAll(out, nodes, it -> {
            out.writeUTF(it.name());
            writeMap(out, it.attributes());
            writeNodes(out, it.elements());
            out.writeInt(it.line());
        });
    }

    private static List<Manifest.Node> nodes(DataInput in) throws IOException {
        return all(in, () -> new Manifest.Node(in.readUTF(), map(in), nodes(in), in.readInt()));
    }

    private static void writeMap(DataOutput out, Map<String, String> map) throws IOException {
        writeAll(out, map.entrySet(), it -> {
            out.writeUTF(it.getKey());
            out.writeUTF(it.getValue());
        });
    }

    private static Map<String, String> map(DataInput in) throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            map.put(in.readUTF(), in.readUTF());
        }
        return map;
    }

    private static void writeWords(DataOutput out, List<String> words) throws IOException {
        writeAll(out, words, out::writeUTF);
    }

    private static List<String> words(DataInput in) throws IOException {
        return all(in, in::readUTF);
    }

    private static <T> void writeAll(DataOutput out, java.util.Collection<T> things, Writer<T> writer)
            throws IOException {
        out.writeInt(things.size());
        for (T thing : things) {
            writer.write(thing);
        }
    }

    private static <T> List<T> all(DataInput in, Reader<T> reader) throws IOException {
        int count = in.readInt();
        List<T> things = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            things.add(reader.read());
        }
        return things;
    }

    private interface Writer<T> {
        void write(T thing) throws IOException;
    }

    private interface Reader<T> {
        T read() throws IOException;
    }
}
