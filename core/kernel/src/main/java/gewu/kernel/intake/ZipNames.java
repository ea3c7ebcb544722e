package gewu.kernel.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The names of the entries of a ZIP file, without unpacking anything: from the directory at its end, or, where that is
/// cut off, from its first entries. Names are bytes read as Latin-1; they tell kinds of files, not words.
final class ZipNames {
    private static final int END = 0x06054b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int ENTRY = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;

    /// As much of the directory as is looked at.
    private static final int MOST_BYTES = 1_000_000;

    private ZipNames() {}

    /// @param head the first bytes of the file
    static List<String> of(Path file, byte[] head) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int tail = (int) Math.min(channel.size(), END_LENGTH + LONGEST_COMMENT);
            ByteBuffer end = read(channel, channel.size() - tail, tail);
            for (int at = end.limit() - END_LENGTH; at >= 0; at--) {
                if (end.getInt(at) == END) {
                    long length = Integer.toUnsignedLong(end.getInt(at + 12));
                    long start = Integer.toUnsignedLong(end.getInt(at + 16));
                    List<String> names = inDirectory(
                            start + length <= channel.size()
                                    ? read(channel, start, (int) Math.min(length, MOST_BYTES))
                                    : ByteBuffer.allocate(0));
                    return names.isEmpty() ? inEntries(head) : names;
                }
            }
        }
        return inEntries(head);
    }

    private static List<String> inDirectory(ByteBuffer directory) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at + 46 <= directory.limit() && directory.getInt(at) == DIRECTORY) {
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int extra = Short.toUnsignedInt(directory.getShort(at + 30));
            int comment = Short.toUnsignedInt(directory.getShort(at + 32));
            if (at + 46 + name > directory.limit()) {
                break;
            }
            names.add(name(directory, at + 46, name));
            at += 46 + name + extra + comment;
        }
        return names;
    }

    /// Goes from entry to entry as long as each says how long it is.
    private static List<String> inEntries(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        long at = 0;
        while (at + 30 <= bytes.limit() && bytes.getInt((int) at) == ENTRY) {
            int here = (int) at;
            int name = Short.toUnsignedInt(bytes.getShort(here + 26));
            int extra = Short.toUnsignedInt(bytes.getShort(here + 28));
            if (here + 30 + name > bytes.limit()) {
                break;
            }
            names.add(name(bytes, here + 30, name));
            boolean saysLengthLater = (bytes.getShort(here + 6) & 8) != 0;
            long next = at + 30 + name + extra + Integer.toUnsignedLong(bytes.getInt(here + 18));
            at = saysLengthLater ? nextEntry(bytes, here + 30 + name + extra) : next;
        }
        return names;
    }

    private static long nextEntry(ByteBuffer bytes, int from) {
        for (int at = from; at + 4 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == ENTRY) {
                return at;
            }
        }
        return bytes.limit();
    }

    private static String name(ByteBuffer bytes, int at, int length) {
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1).replace('\\', '/');
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at + bytes.position());
            if (read < 0) {
                break;
            }
        }
        return bytes.flip();
    }
}
