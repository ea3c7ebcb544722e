package gewu.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Parts that can be read and changed in an editor. Beginning and end of a part are found by a line that no XML holds.
final class ZipCasing implements Casing {
    private static final String HEAD = "PART:";
    private static final int LONGEST_NAME = 200;

    @Override
    public byte[] open(byte[] file) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.writeBytes((HEAD + entry.getName() + "\n").getBytes(StandardCharsets.UTF_8));
                parts.writeBytes(zip.readAllBytes());
                parts.write('\n');
            }
        }
        return parts.size() == 0 ? file : parts.toByteArray();
    }

    /// Latin-1 keeps each byte what it is.
    @Override
    public byte[] close(byte[] input) {
        String parts = new String(input, StandardCharsets.ISO_8859_1);
        if (!parts.startsWith(HEAD)) {
            return input;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            Set<String> names = new HashSet<>();
            for (String part : parts.substring(HEAD.length()).split("\n" + HEAD, -1)) {
                int end = part.indexOf('\n');
                String name = end < 0 ? part : part.substring(0, end);
                if (name.length() <= LONGEST_NAME && names.add(name)) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(part.substring(end < 0 ? part.length() : end + 1).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
