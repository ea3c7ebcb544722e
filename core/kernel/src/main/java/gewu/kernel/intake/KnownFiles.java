package gewu.kernel.intake;

import gewu.api.store.Store;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Remembers size, time and hash of files that were brought in, so that an import that is run again need
/// not read what
/// has not changed.
final class KnownFiles {
    /// A file changed so shortly before it was read could change once more and keep its time: it is not
    /// remembered.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final String FIND =
            "SELECT sha256 FROM known_file WHERE absolute_file = ? AND bytes = ? AND modified_at = ?";
    private static final String REMEMBER = """
            INSERT INTO known_file (absolute_file, bytes, modified_at, sha256) VALUES (?, ?, ?, ?)
            ON CONFLICT (absolute_file) DO UPDATE
               SET bytes = excluded.bytes, modified_at = excluded.modified_at, sha256 = excluded.sha256""";

    private final Store store;
    private final Clock clock;

    KnownFiles(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The hash of the file, if it is as it was when it was last brought in.
    Optional<String> hash(String absoluteFile, BasicFileAttributes now) {
        return store.first(FIND, row -> row.text("sha256"), absoluteFile, now.size(), modified(now));
    }

    void remember(String absoluteFile, BasicFileAttributes now, String sha256) {
        if (modified(now).isBefore(clock.instant().minus(SETTLED))) {
            store.update(REMEMBER, absoluteFile, now.size(), modified(now), sha256);
        }
    }

    private static Instant modified(BasicFileAttributes file) {
        return file.lastModifiedTime().toInstant();
    }
}
