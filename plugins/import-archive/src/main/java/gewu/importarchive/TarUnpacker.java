package gewu.importarchive;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.intake.Unpacker;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Takes files out of TAR archives, plain or compressed; a compressed file that is no TAR is one file, named without
/// the ending.
final class TarUnpacker implements Unpacker {
    private static final int MOST_KILOBYTES = 200_000;
    private static final int BLOCK = 512;

    @Override
    public Optional<Reading.Refused> unpack(SourceFile archive, Receiver into) throws IOException {
        int[] files = {0};
        try (InputStream in = new BufferedInputStream(unpacked(archive), 4 * BLOCK)) {
            if (isTar(in)) {
                takeAll(in, into, files);
            } else if (archive.mediaType().equals("application/x-tar")) {
                return Optional.of(refusal("it does not begin like one"));
            } else {
                files[0]++;
                into.file(inner(archive.name()), archive.size(), in);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            if (files[0] > 0) {
                throw new IOException(String.valueOf(damaged.getMessage()), damaged);
            }
            return Optional.of(refusal(String.valueOf(damaged.getMessage())));
        }
    }

    private static Reading.Refused refusal(String why) {
        return new Reading.Refused(
                "It is damaged and can't be unpacked (" + why + ").",
                "Ask the sender for it again, or send it as ZIP.");
    }

    private static void takeAll(InputStream in, Receiver into, int[] files) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in, "ISO-8859-1")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = name(entry);
                if (entry.isDirectory() || EntryNames.isLitter(name)) {
                    continue;
                }
                if (entry.isSymbolicLink() || entry.isLink() || !entry.isFile()) {
                    into.passedOver(
                            name, "It is a link or a device, not a file.", "Ask the sender for the file it means.");
                } else {
                    files[0]++;
                    into.file(name, entry.getSize(), tar);
                }
            }
        }
    }

    /// Names of new archives (pax) are decoded already; older ones are bytes.
    private static String name(TarArchiveEntry entry) {
        String name = entry.getName();
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        Charset charset = EntryNames.of(List.of(bytes));
        return new String(bytes, charset);
    }

    private static InputStream unpacked(SourceFile archive) throws IOException {
        InputStream in = archive.open();
        return switch (archive.mediaType()) {
            case "application/gzip" ->
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
            case "application/x-bzip2" -> new BZip2CompressorInputStream(in, true);
            case "application/x-xz" -> new XZCompressorInputStream(in, true, MOST_KILOBYTES);
            default -> in;
        };
    }

    private static boolean isTar(InputStream in) throws IOException {
        in.mark(2 * BLOCK);
        byte[] head = in.readNBytes(BLOCK);
        in.reset();
        return TarArchiveInputStream.matches(head, head.length);
    }

    private static String inner(String name) {
        String inner = name.replaceFirst("(?i)\\.(gz|bz2|xz)$", "").replaceFirst("(?i)\\.tgz$", ".tar");
        return inner.equals(name) ? name + ".content" : inner;
    }
}
