package gewu.kernel.read;

import gewu.api.intake.Unpacker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Takes the files of an archive into a folder, each under a number and never under its name, and stops where an
/// archive is a bomb. For one archive.
final class EntryReceiver implements Unpacker.Receiver {
    private static final int MOST_FILES = 20_000;
    private static final long LARGEST_FILE = 1_000_000_000L;
    private static final long MOST_BYTES = 4_000_000_000L;
    /// Text packs to a tenth, a blank table to a fiftieth.
    private static final long HIGHEST_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 10_000_000;
    private static final String REMEDY =
            "If you trust the archive, unpack it yourself and import the folder; else ask its sender.";

    private final Path folder;
    private final List<ReadResult.Inside> files = new ArrayList<>();
    private final List<ReadResult.PassedOver> passedOver = new ArrayList<>();
    private long bytes;
    private boolean isFull;

    EntryReceiver(Path folder) {
        this.folder = folder;
    }

    @Override
    public void file(String name, long packed, InputStream content) throws IOException {
        if (isFull) {
            throw new IOException("A limit of this archive was reached before.");
        }
        if (files.size() + passedOver.size() >= MOST_FILES) {
            stop(name, "The archive holds more than " + MOST_FILES + " files; from here on they were not taken out.");
        }
        Path place = folder.resolve(Integer.toString(files.size() + 1));
        long size = 0;
        byte[] part = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                size += read;
                bytes += read;
                if (size > LARGEST_FILE || bytes > MOST_BYTES) {
                    stop(name, place, "It grows beyond " + megabytes(size > LARGEST_FILE ? LARGEST_FILE : MOST_BYTES));
                }
                if (packed >= 0 && size > RATIO_COUNTS_FROM && size / Math.max(packed, 1) > HIGHEST_RATIO) {
                    stop(name, place, "It unpacks to more than " + HIGHEST_RATIO + " times its size, like a bomb");
                }
                out.write(part, 0, read);
            }
        } catch (IOException broken) {
            Files.deleteIfExists(place);
            throw broken;
        }
        files.add(new ReadResult.Inside(name, place));
    }

    @Override
    public void passedOver(String name, String why, String remedy) {
        if (passedOver.size() < MOST_FILES) {
            passedOver.add(new ReadResult.PassedOver(name, why, remedy));
        }
    }

    private void stop(String name, Path place, String why) throws IOException {
        Files.deleteIfExists(place);
        stop(name, why + "; it and what comes behind it were not taken out.");
    }

    private void stop(String name, String why) throws IOException {
        isFull = true;
        passedOver.add(new ReadResult.PassedOver(name, why, REMEDY));
        throw new IOException(why);
    }

    /// Whether nothing was taken and nothing told.
    boolean isEmpty() {
        return files.isEmpty() && passedOver.isEmpty();
    }

    /// Notes that the archive could not be read to its end.
    void brokenOff(String why) {
        if (!isFull) {
            passedOver.add(new ReadResult.PassedOver(
                    "…", "The archive is broken behind file " + files.size() + ": " + why + ".", REMEDY_BROKEN));
        }
    }

    private static final String REMEDY_BROKEN = "Ask its sender for a whole one; what came before was brought in.";

    ReadResult.Contents contents() {
        return new ReadResult.Contents(files, passedOver);
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }
}
