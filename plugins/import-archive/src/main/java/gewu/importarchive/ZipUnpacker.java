package gewu.importarchive;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Takes files out of ZIP archives. Names that are not marked as UTF-8 are decoded together; an archive whose
/// directory is cut off is read from its beginning.
final class ZipUnpacker implements Unpacker {
    private static final String LOCKED = "It is protected by a password.";
    private static final String UNPACK = "Unpack the archive with the program that made it, then import the folder.";
    private static final String UNLOCK = "Unpack the archive with its password, then import the folder.";

    @Override
    public Optional<Reading.Refused> unpack(SourceFile archive, Receiver into) throws IOException {
        ZipFile opened;
        try {
            opened = ZipFile.builder()
                    .setSeekableByteChannel(channel(archive))
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .setUseUnicodeExtraFields(true)
                    .get();
        } catch (IOException | IllegalArgumentException damaged) {
            return fromTheBeginning(archive, into, String.valueOf(damaged.getMessage()));
        }
        try (ZipFile zip = opened) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            Charset names = encoding(entries);
            int locked = 0;
            int files = 0;
            for (ZipArchiveEntry entry : entries) {
                String name = name(entry, names);
                if (entry.isDirectory() || EntryNames.isLitter(name)) {
                    continue;
                }
                files++;
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    locked++;
                    into.passedOver(name, LOCKED, UNLOCK);
                } else if (!zip.canReadEntryData(entry) || isZstandard(entry)) {
                    into.passedOver(name, packedBy(entry), UNPACK);
                } else {
                    take(zip, entry, name, into);
                }
            }
            return files > 0 && locked == files
                    ? Optional.of(new Reading.Refused("All its files are protected by a password.", UNLOCK))
                    : Optional.empty();
        }
    }

    private static void take(ZipFile zip, ZipArchiveEntry entry, String name, Receiver into) throws IOException {
        InputStream opened;
        try {
            opened = zip.getInputStream(entry);
        } catch (IOException | RuntimeException damaged) {
            passOver(name, damaged, into);
            return;
        }
        try (InputStream content = opened) {
            into.file(name, entry.getCompressedSize(), content);
        } catch (ZipException | RuntimeException damaged) {
            passOver(name, damaged, into);
        }
    }

    private static void passOver(String name, Exception damaged, Receiver into) {
        into.passedOver(name, "It is damaged in the archive (" + told(damaged) + ").", "Ask the sender for it again.");
    }

    private static Optional<Reading.Refused> fromTheBeginning(SourceFile archive, Receiver into, String damaged)
            throws IOException {
        int files = 0;
        try (InputStream in = archive.open();
                ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "ISO-8859-1", true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = name(entry, encoding(List.of(entry)));
                if (entry.isDirectory() || EntryNames.isLitter(name)) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    into.passedOver(name, LOCKED, UNLOCK);
                } else if (!zip.canReadEntryData(entry)) {
                    into.passedOver(name, packedBy(entry), UNPACK);
                } else {
                    into.file(name, entry.getCompressedSize(), zip);
                    files++;
                }
            }
        } catch (IOException | RuntimeException | NoClassDefFoundError cutOff) {
            // The library fails in many ways where it meets a method of packing that it can't read, or no stream at
            // all.
            if (files > 0) {
                throw new IOException("it is cut off (" + told(cutOff) + ")", cutOff);
            }
            return Optional.of(refusal(damaged));
        }
        return files > 0 ? Optional.empty() : Optional.of(refusal(damaged));
    }

    private static Reading.Refused refusal(String damaged) {
        return new Reading.Refused(
                "It is damaged and can't be opened as a ZIP archive (" + damaged + ").",
                "Ask the sender for it again, or repair it with a packing program.");
    }

    /// The library knows this method but leaves reading it to another one, which is not here.
    private static boolean isZstandard(ZipArchiveEntry entry) {
        return entry.getMethod() == ZipMethod.ZSTD.getCode()
                || entry.getMethod() == ZipMethod.ZSTD_DEPRECATED.getCode();
    }

    private static String packedBy(ZipArchiveEntry entry) {
        return "It is packed by a method (" + entry.getMethod() + ") that can't be read.";
    }

    private static String told(Throwable failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message;
    }

    private static Charset encoding(List<ZipArchiveEntry> entries) {
        List<byte[]> unmarked = new ArrayList<>();
        for (ZipArchiveEntry entry : entries) {
            if (isUndecoded(entry)) {
                unmarked.add(entry.getRawName());
            }
        }
        return EntryNames.of(unmarked);
    }

    private static String name(ZipArchiveEntry entry, Charset names) {
        return isUndecoded(entry) ? new String(entry.getRawName(), names) : entry.getName();
    }

    private static boolean isUndecoded(ZipArchiveEntry entry) {
        return entry.getRawName() != null
                && !entry.getGeneralPurposeBit().usesUTF8ForNames()
                && entry.getNameSource() == ZipArchiveEntry.NameSource.NAME;
    }

    static SeekableByteChannel channel(SourceFile archive) throws IOException {
        return archive.local().isPresent()
                ? Files.newByteChannel(archive.local().get())
                : new SeekableInMemoryByteChannel(archive.bytes());
    }
}
