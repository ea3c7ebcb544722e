package gewu.index.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A [WordDictionary] as one file: a header that tells form, origin, lengths and checksum, then the arrays as they
/// stand
/// in memory (little-endian).
///
/// Written whole to a neighbouring name and moved into place, so that a reader sees the old file, the new one or none.
final class DictionaryFile {
    static final String NAME = "words.dictionary";

    // Changes with the form of the file or of what is in it.
    private static final long FORM = 0x67657775_77640001L;
    private static final int ORIGIN_BYTES = 40;
    private static final int LENGTHS = 8;
    private static final int CODES = 5;
    // form · origin · lengths · codes · checksum of all that and of the body
    private static final int HEADER = Long.BYTES + ORIGIN_BYTES + (LENGTHS + CODES) * Integer.BYTES + Integer.BYTES;
    private static final int LONGEST = 1 << 22;

    private final Path path;

    DictionaryFile(Path path) {
        this.path = path;
    }

    /// The dictionary in the file; null if there is no file, or it is damaged, of another form or of another origin.
    @Nullable
    WordDictionary read(String origin) throws IOException {
        ByteBuffer bytes;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEADER || size > LONGEST * 4L) {
                return null;
            }
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
        } catch (NoSuchFileException e) {
            return null;
        }
        byte[] wanted = originBytes(origin);
        byte[] found = new byte[ORIGIN_BYTES];
        if (bytes.getLong() != FORM) {
            return null;
        }
        bytes.get(found);
        if (!Arrays.equals(wanted, found)) {
            return null;
        }
        int[] lengths = ints(bytes, LENGTHS);
        int[] codes = ints(bytes, CODES);
        int checksum = bytes.getInt();
        if (checksum != checksum(bytes)) {
            return null;
        }
        return dictionary(bytes, lengths, codes);
    }

    private static WordDictionary dictionary(ByteBuffer bytes, int[] lengths, int[] codes) {
        PairTable pairs = new PairTable(longs(bytes, lengths[0]));
        int[] places = ints(bytes, lengths[1]);
        int[] rootBases = ints(bytes, lengths[2]);
        int[] wordFrequencies = ints(bytes, lengths[3]);
        int[] pairFrequencies = ints(bytes, lengths[4]);
        char[] classes = chars(bytes, lengths[5]);
        char[] placeCodes = chars(bytes, lengths[6]);
        char[] rootCodes = chars(bytes, lengths[7]);
        return new WordDictionary(
                new WordTree(classes, places, placeCodes, rootBases, rootCodes),
                pairs,
                new Weights(wordFrequencies, pairFrequencies),
                new WordDictionary.Codes(codes[0], codes[1], codes[2], codes[3], codes[4]));
    }

    void write(WordDictionary dictionary, String origin) throws IOException {
        WordTree tree = dictionary.tree();
        Weights weights = dictionary.weights();
        long[] pairs = dictionary.pairs().entries();
        int[][] ints = {tree.places(), tree.rootBases(), weights.wordFrequencies(), weights.pairFrequencies()};
        char[][] chars = {tree.classes(), tree.codes(), tree.rootCodes()};

        int size = HEADER + pairs.length * Long.BYTES;
        size += Arrays.stream(ints).mapToInt(it -> it.length * Integer.BYTES).sum();
        size += Arrays.stream(chars).mapToInt(it -> it.length * Character.BYTES).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);

        bytes.putLong(FORM).put(originBytes(origin)).putInt(pairs.length);
        Arrays.stream(ints).forEach(it -> bytes.putInt(it.length));
        Arrays.stream(chars).forEach(it -> bytes.putInt(it.length));
        WordDictionary.Codes codes = dictionary.codes();
        bytes.putInt(codes.begin()).putInt(codes.letters()).putInt(codes.digits());
        bytes.putInt(codes.mark()).putInt(codes.unseen());
        bytes.position(HEADER);
        Arrays.stream(pairs).forEach(bytes::putLong);
        Arrays.stream(ints).flatMapToInt(Arrays::stream).forEach(bytes::putInt);
        for (char[] array : chars) {
            for (char c : array) {
                bytes.putChar(c);
            }
        }
        bytes.position(HEADER);
        bytes.putInt(HEADER - Integer.BYTES, checksum(bytes));
        bytes.rewind();
        replace(bytes);
    }

    private void replace(ByteBuffer bytes) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, NAME, ".new");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    // All but the checksum itself; leaves the position at the body.
    private static int checksum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(HEADER - Integer.BYTES));
        sum.update(bytes.duplicate().position(HEADER));
        return (int) sum.getValue();
    }

    private static byte[] originBytes(String origin) {
        return Arrays.copyOf(origin.getBytes(StandardCharsets.UTF_8), ORIGIN_BYTES);
    }

    private static long[] longs(ByteBuffer bytes, int length) {
        long[] array = new long[length];
        bytes.asLongBuffer().get(array);
        bytes.position(bytes.position() + length * Long.BYTES);
        return array;
    }

    private static int[] ints(ByteBuffer bytes, int length) {
        int[] array = new int[length];
        bytes.asIntBuffer().get(array);
        bytes.position(bytes.position() + length * Integer.BYTES);
        return array;
    }

    private static char[] chars(ByteBuffer bytes, int length) {
        char[] array = new char[length];
        bytes.asCharBuffer().get(array);
        bytes.position(bytes.position() + length * Character.BYTES);
        return array;
    }
}
