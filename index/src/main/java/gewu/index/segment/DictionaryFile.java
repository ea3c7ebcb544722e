package gewu.index.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A [WordDictionary] as one file: a header that tells form, origin, lengths and checksum, then the arrays as
/// they stand in memory (little-endian).
///
/// Written whole under a name of its own and moved into place, so that a reader sees the old file, the new
/// one or none, and writers may race. Nothing of the file stays open: to read it in one go is 3 ms faster
/// than to map it, and a mapped file could not be replaced on every system.
final class DictionaryFile {
    static final String NAME = "words.dictionary";

    // "gewuwd" and a number that changes with the form of the file and with what is in it.
    private static final long FORM = 0x67657775_77640003L;
    private static final int LENGTHS = 9;
    private static final int CODES = 5;
    private static final int CHECKSUM_AT = Long.BYTES + (1 + LENGTHS + CODES) * Integer.BYTES;
    private static final int BODY_AT = CHECKSUM_AT + Integer.BYTES;
    private static final long LARGEST = 1 << 26;

    private final Path path;

    DictionaryFile(Path path) {
        this.path = path;
    }

    /// The dictionary in the file; empty if there is no file, or it is damaged, of another form or of another origin.
    Optional<WordDictionary> read(int origin) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < BODY_AT || size > LARGEST) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.allocateDirect((int) size).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    return Optional.empty();
                }
            }
            bytes.flip();
            return isSound(bytes, origin) ? Optional.of(dictionary(bytes)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isSound(ByteBuffer bytes, int origin) {
        return bytes.getLong(0) == FORM
                && bytes.getInt(Long.BYTES) == origin
                && bytes.getInt(CHECKSUM_AT) == checksum(bytes);
    }

    private static WordDictionary dictionary(ByteBuffer bytes) {
        bytes.position(Long.BYTES + Integer.BYTES);
        int[] lengths = ints(bytes, LENGTHS);
        int[] codes = ints(bytes, CODES);
        bytes.position(BODY_AT);
        PairTable pairs = new PairTable(longs(bytes, lengths[0]), bytes(bytes, lengths[1]));
        WordTree tree = new WordTree(
                chars(bytes, lengths[2]),
                ints(bytes, lengths[3]),
                chars(bytes, lengths[4]),
                ints(bytes, lengths[5]),
                chars(bytes, lengths[6]));
        Weights weights = new Weights(ints(bytes, lengths[7]), ints(bytes, lengths[8]));
        return new WordDictionary(
                tree, pairs, weights, new WordDictionary.Codes(codes[0], codes[1], codes[2], codes[3], codes[4]));
    }

    void write(WordDictionary dictionary, int origin) throws IOException {
        PairTable pairs = dictionary.pairs();
        WordTree tree = dictionary.tree();
        Weights weights = dictionary.weights();
        WordDictionary.Codes codes = dictionary.codes();

        ByteBuffer bytes = ByteBuffer.allocate(1 << 23).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(FORM).putInt(origin);
        put(bytes, pairs.entries().length, pairs.shifts().length);
        put(bytes, tree.classes().length, tree.places().length, tree.codes().length);
        put(bytes, tree.rootBases().length, tree.rootCodes().length);
        put(bytes, weights.wordFrequencies().length, weights.pairFrequencies().length);
        put(bytes, codes.begin(), codes.letters(), codes.digits(), codes.mark(), codes.unseen());
        bytes.position(BODY_AT);
        put(bytes, pairs.entries());
        bytes.put(pairs.shifts());
        put(bytes, tree.classes());
        put(bytes, tree.places());
        put(bytes, tree.codes());
        put(bytes, tree.rootBases());
        put(bytes, tree.rootCodes());
        put(bytes, weights.wordFrequencies());
        put(bytes, weights.pairFrequencies());
        bytes.flip();
        bytes.putInt(CHECKSUM_AT, checksum(bytes));
        replace(bytes);
    }

    private void replace(ByteBuffer bytes) throws IOException {
        Path fresh = Files.createTempFile(path.toAbsolutePath().getParent(), NAME, ".new");
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

    // Of all but the checksum itself.
    private static int checksum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(0, CHECKSUM_AT));
        sum.update(bytes.slice(BODY_AT, bytes.limit() - BODY_AT));
        return (int) sum.getValue();
    }

    private static long[] longs(ByteBuffer bytes, int length) {
        long[] array = new long[length];
        bytes.asLongBuffer().get(array);
        skip(bytes, length * Long.BYTES);
        return array;
    }

    private static int[] ints(ByteBuffer bytes, int length) {
        int[] array = new int[length];
        bytes.asIntBuffer().get(array);
        skip(bytes, length * Integer.BYTES);
        return array;
    }

    private static char[] chars(ByteBuffer bytes, int length) {
        char[] array = new char[length];
        bytes.asCharBuffer().get(array);
        skip(bytes, length * Character.BYTES);
        return array;
    }

    private static byte[] bytes(ByteBuffer bytes, int length) {
        byte[] array = new byte[length];
        bytes.get(array);
        return array;
    }

    private static void put(ByteBuffer bytes, long[] array) {
        bytes.asLongBuffer().put(array);
        skip(bytes, array.length * Long.BYTES);
    }

    private static void put(ByteBuffer bytes, int... array) {
        bytes.asIntBuffer().put(array);
        skip(bytes, array.length * Integer.BYTES);
    }

    private static void put(ByteBuffer bytes, char[] array) {
        bytes.asCharBuffer().put(array);
        skip(bytes, array.length * Character.BYTES);
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
