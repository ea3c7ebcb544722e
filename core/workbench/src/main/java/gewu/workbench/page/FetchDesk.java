package gewu.workbench.page;

import gewu.workbench.people.Person;
import gewu.workbench.people.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands over the files that commands wrote: each once, within some minutes, to the person who called. Safe for all
/// threads.
final class FetchDesk implements AutoCloseable {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 500;

    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    FetchDesk(Clock clock) {
        this.clock = clock;
    }

    synchronized List<Written> keep(List<Path> files, Person person) {
        tidy();
        return files.stream().map(it -> keep(it, person)).toList();
    }

    private Written keep(Path file, Person person) {
        String key = Secret.fresh().words();
        kept.put(key, new Kept(person.name(), file, clock.instant().plus(KEPT)));
        try {
            return new Written(String.valueOf(file.getFileName()), "/fetch/" + key, Files.size(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// The file that waits under a key for this person; then no more.
    synchronized Optional<Reply> fetch(String key, Person person) {
        tidy();
        Kept found = kept.get(key);
        if (found == null || !found.person().equals(person.name())) {
            return Optional.empty();
        }
        kept.remove(key);
        return Optional.of(new Reply.Download(
                "application/octet-stream", String.valueOf(found.file().getFileName()), found.file()));
    }

    private void tidy() {
        Instant now = clock.instant();
        List<String> over = kept.entrySet().stream()
                .filter(it -> it.getValue().until().isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(this::drop);
        while (kept.size() > MOST) {
            drop(kept.keySet().iterator().next());
        }
    }

    private void drop(String key) {
        Kept gone = kept.remove(key);
        if (gone != null) {
            drop(gone);
        }
    }

    private static void drop(Kept gone) {
        try {
            Files.deleteIfExists(gone.file());
            Files.deleteIfExists(gone.file().getParent());
        } catch (IOException inUse) {
            gone.file().toFile().deleteOnExit();
        }
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(FetchDesk::drop);
        kept.clear();
    }

    private record Kept(String person, Path file, Instant until) {}
}
