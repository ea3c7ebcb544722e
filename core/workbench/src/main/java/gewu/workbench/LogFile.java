package gewu.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where unexpected errors are written down: one file in the workspace, made by the first line written to it and set
/// aside when it has grown to four megabytes. Several processes may write to it. Where nothing can be written, it is
/// silent.
final class LogFile extends Handler {
    private static final long MOST_BYTES = 4L << 20;

    private final Path file;

    private LogFile(Path file) {
        this.file = file;
        setFormatter(new SimpleFormatter());
        setLevel(Level.WARNING);
    }

    /// Sends the program's log to `file`, and nowhere else.
    static void open(Path file) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").addHandler(new LogFile(file));
    }

    @Override
    public synchronized void publish(LogRecord line) {
        if (!isLoggable(line)) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    getFormatter().format(line),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            // Whoever opens the workspace is told why it can't be used; a second message here would only hide that one.
            setLevel(Level.OFF);
        }
    }

    @Override
    public void flush() {
        // Every line is written at once.
    }

    @Override
    public void close() {
        // Nothing stays open between two lines.
    }
}
