package gewu.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Copies of the jars of installed plugins, by content, so that a jar may be replaced or deleted while it is in use.
final class Copies {
    private final Path folder;

    Copies(Path folder) {
        this.folder = folder;
    }

    /// The copies of these files, made if they are not there yet; a folder of classes stands for itself.
    List<Path> of(List<Path> files) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path file : files) {
            copies.add(Files.isDirectory(file) ? file : of(file));
        }
        return copies;
    }

    private Path of(Path file) throws IOException {
        Files.createDirectories(folder);
        MessageDigest digest = sha256();
        Path fresh = Files.createTempFile(folder, "new-", ".jar");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                OutputStream out = Files.newOutputStream(fresh)) {
            in.transferTo(out);
        }
        Path copy = folder.resolve(HexFormat.of().formatHex(digest.digest()) + ".jar");
        if (Files.exists(copy)) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    /// Takes copies away that nothing uses any more.
    void drop(List<Path> copies) {
        for (Path copy : copies) {
            if (copy.startsWith(folder)) {
                try {
                    Files.deleteIfExists(copy);
                } catch (IOException inUse) {
                    copy.toFile().deleteOnExit();
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
