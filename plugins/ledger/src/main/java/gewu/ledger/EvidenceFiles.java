package gewu.ledger;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Copies of the files that prove something, each under the hash of its bytes. A copy has its name only when it is
/// whole:
/// what was half written ends in `.part` and is told by the health check. Safe for all threads and processes.
final class EvidenceFiles {
    private static final String HALF = ".part";
    private static final int AT_ONCE = 1 << 16;

    private final Path folder;
    private final Opening opening;

    EvidenceFiles(Path folder) {
        this(folder, Files::newInputStream);
    }

    /// @param opening how the file that is copied is opened
    EvidenceFiles(Path folder, Opening opening) {
        this.folder = folder;
        this.opening = opening;
    }

    /// Opens a file for reading.
    @FunctionalInterface
    interface Opening {
        InputStream open(Path file) throws IOException;
    }

    /// As a file was at a moment.
    private record Look(long bytes, FileTime changed) {
        static Look at(Path file) throws IOException {
            return new Look(Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    /// A file that was kept.
    record Kept(String sha256, long bytes, String name) {
        /// As the input has it: `hash bytes name`.
        String written() {
            return sha256 + " " + bytes + " " + name;
        }
    }

    /// Copies a file into the workspace; it reaches the disk before this returns.
    Kept keep(Path file) {
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw new WorkbenchException(file + " is no file.", "Give the path of the file that proves it.");
        }
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "new-", HALF);
            try {
                return whole(file, name, half);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (NoSuchFileException vanished) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.ITEM,
                    file + " vanished while it was copied.",
                    "Look where it is now and attach it again; nothing was written down.",
                    vanished);
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.ITEM,
                    file + " can't be copied into the workspace: " + unreadable.getMessage() + ".",
                    "Look whether it can be read and the disk has room; nothing was written down.",
                    unreadable);
        }
    }

    private Kept whole(Path file, Path name, Path half) throws IOException {
        Look before = Look.at(file);
        MessageDigest digest = Canon.sha256();
        long bytes = copy(file, half, digest);
        if (!Look.at(file).equals(before) || bytes != before.bytes()) {
            throw new WorkbenchException(
                    WorkbenchException.Kind.ITEM,
                    file + " changed while it was copied.",
                    "Wait until the other program has written it and attach it again; nothing was written down.");
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        Files.createDirectories(folder.resolve(hash.substring(0, 2)));
        move(half, place(hash));
        return new Kept(hash, bytes, name.toString());
    }

    /// Where the copy with this hash stands.
    Path place(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /// Whether the copy is there and its bytes are what they were.
    boolean isWhole(String hash) throws IOException {
        Path file = place(hash);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        MessageDigest digest = Canon.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] some = new byte[AT_ONCE];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                digest.update(some, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash);
    }

    /// What was half written when somebody pulled the plug.
    List<Path> halfWritten() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(HALF)).sorted().toList();
        }
    }

    private long copy(Path from, Path to, MessageDigest digest) throws IOException {
        long bytes = 0;
        try (InputStream in = opening.open(from);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            byte[] some = new byte[AT_ONCE];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                digest.update(some, 0, n);
                ByteBuffer left = ByteBuffer.wrap(some, 0, n);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                bytes += n;
            }
            out.force(true);
        }
        return bytes;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unable) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
