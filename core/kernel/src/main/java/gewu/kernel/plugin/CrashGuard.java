package gewu.kernel.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/// Remembers on disk who is just being started. When the program dies there, the next start leaves that plugin alone.
final class CrashGuard {
    private final Path folder;
    private final Clock clock;

    CrashGuard(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// A plugin is about to run its first code.
    void enter(String id, Version version) {
        try {
            Files.createDirectories(folder);
            long pid = ProcessHandle.current().pid();
            Files.writeString(folder.resolve(id), pid + "\n" + version + "\n" + clock.instant() + "\n");
        } catch (IOException unwritable) {
            LoggerFactory.getLogger(CrashGuard.class)
                    .warn("The start of “{}” can't be marked in {}: {}", id, folder, unwritable.toString());
        }
    }

    /// It ran; well or not, the program lives.
    void leave(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id));
        } catch (IOException stuck) {
            LoggerFactory.getLogger(CrashGuard.class)
                    .warn("The mark of “{}” can't be taken from {}: {}", id, folder, stuck.toString());
        }
    }

    /// In whose start an earlier process died, by id, each with the version that was started, and a sentence.
    Map<String, Crash> crashes() {
        Map<String, Crash> crashes = new TreeMap<>();
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder)) {
            for (Path mark : marks) {
                String[] lines = Files.readString(mark).split("\n");
                String id = String.valueOf(mark.getFileName());
                if (lines.length == 3 && !isRunning(lines[0])) {
                    crashes.put(
                            id,
                            new Crash(
                                    lines[1],
                                    "The program ended at " + lines[2]
                                            + " while it started this plugin, so it is left alone now. "
                                            + "`gewu plugins enable " + id + "` tries it again."));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return crashes;
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(CrashGuard.class).warn("{} can't be read: {}", folder, unreadable.toString());
        }
        return crashes;
    }

    /// What is known of one.
    record Crash(String version, String sentence) {}

    private static boolean isRunning(String pid) {
        try {
            long number = Long.parseLong(pid);
            return number == ProcessHandle.current().pid()
                    || ProcessHandle.of(number).map(ProcessHandle::isAlive).orElse(false);
        } catch (NumberFormatException damaged) {
            return false;
        }
    }
}
