package gewu.api.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file on its way in: what it is called, what it is, and its content.
///
/// The content never changes while it is read. All threads may share one.
public final class SourceFile {
    private final Path path;
    private final String mediaType;
    private final Map<String, String> options;
    private final @Nullable Path local;
    private byte @Nullable [] bytes;

    private SourceFile(
            Path path, String mediaType, Map<String, String> options, @Nullable Path local, byte @Nullable [] bytes) {
        this.path = path;
        this.mediaType = mediaType;
        this.options = Map.copyOf(options);
        this.local = local;
        this.bytes = bytes;
    }

    /// A content in memory, without options.
    ///
    /// @param path      where it was found, as given; inside an archive, its path and the name inside
    /// @param mediaType decided by its content, not by its name
    /// @param bytes     the whole content; shared, so never written to
    public SourceFile(Path path, String mediaType, byte[] bytes) {
        this(path, mediaType, Map.of(), null, bytes);
    }

    /// A content on disk that nobody writes to while it is read.
    ///
    /// @param path  what to call it, as given
    /// @param local where its content is
    public static SourceFile onDisk(Path path, String mediaType, Path local) {
        return new SourceFile(path, mediaType, Map.of(), local, null);
    }

    /// The same content, read with these options.
    public SourceFile with(Map<String, String> chosen) {
        return new SourceFile(path, mediaType, chosen, local, bytes);
    }

    /// Where it was found, as given; inside an archive, the archive's path and the name inside.
    public Path path() {
        return path;
    }

    /// Such as `application/pdf`; decided by the content, not by the name.
    public String mediaType() {
        return mediaType;
    }

    /// The last part of the path.
    public String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /// The value of an option that the importer's manifest declares: what the user chose, or the default.
    ///
    /// @return empty if the manifest declares none of this name
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// A file on disk with exactly this content, for libraries that read here and there; empty if it is only in memory.
    public Optional<Path> local() {
        return Optional.ofNullable(local);
    }

    /// The whole content, read once and shared: never write to it.
    ///
    /// @throws IOException if the disk fails
    public synchronized byte[] bytes() throws IOException {
        byte[] known = bytes;
        if (known == null) {
            known = Files.readAllBytes(onDisk());
            bytes = known;
        }
        return known;
    }

    /// The length of the content in bytes.
    ///
    /// @throws IOException if the disk fails
    public synchronized long size() throws IOException {
        byte[] known = bytes;
        return known == null ? Files.size(onDisk()) : known.length;
    }

    /// The content as a stream; each call begins anew.
    ///
    /// @throws IOException if the disk fails
    public synchronized InputStream open() throws IOException {
        byte[] known = bytes;
        return known == null
                ? new BufferedInputStream(Files.newInputStream(onDisk()))
                : new ByteArrayInputStream(known);
    }

    private Path onDisk() {
        Path where = local;
        if (where == null) {
            throw new IllegalStateException(path + " has no content.");
        }
        return where;
    }

    @Override
    public String toString() {
        return path + " (" + mediaType + ")";
    }
}
