package gewu.importarchive;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/// Takes files out of 7z archives.
final class SevenZipUnpacker implements Unpacker {
    private static final int MOST_KILOBYTES = 200_000;

    @Override
    public Optional<Reading.Refused> unpack(SourceFile archive, Receiver into) throws IOException {
        int files = 0;
        try (SevenZFile seven = SevenZFile.builder()
                .setSeekableByteChannel(ZipUnpacker.channel(archive))
                .setMaxMemoryLimitKiB(MOST_KILOBYTES)
                .get()) {
            for (SevenZArchiveEntry entry = seven.getNextEntry(); entry != null; entry = seven.getNextEntry()) {
                String name = entry.getName() == null ? archive.name() + ".content" : entry.getName();
                if (!entry.isDirectory() && entry.hasStream() && !EntryNames.isLitter(name)) {
                    try (InputStream content = seven.getInputStream(entry)) {
                        files++;
                        into.file(name, -1, content);
                    }
                }
            }
            return Optional.empty();
        } catch (PasswordRequiredException locked) {
            return Optional.of(new Reading.Refused(
                    "It is protected by a password.", "Unpack it with its password, then import the folder."));
        } catch (IOException | RuntimeException damaged) {
            if (files > 0) {
                throw new IOException(String.valueOf(damaged.getMessage()), damaged);
            }
            return Optional.of(new Reading.Refused(
                    "It is damaged and can't be opened as a 7z archive (" + damaged.getMessage() + ").",
                    "Ask the sender for it again, or send it as ZIP."));
        }
    }
}
