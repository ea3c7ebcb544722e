package gewu.compare;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/// A paragraph's likeness in 64 bytes: byte n stands for the least of its shingles in the n-th of 64 orders (b-bit
/// min-hashing). Two paragraphs have as large a part of their bytes in common as of their shingles, give or take some
/// hundredths; the sketches of a million paragraphs are looked through in a moment.
final class Sketch {
    /// Bytes of a sketch.
    static final int BYTES = 64;

    /// Longs of a sketch.
    static final int WORDS = BYTES / Long.BYTES;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final double BY_CHANCE = 1 / 256.0;
    private static final long[] ORDERS =
            new SplittableRandom(20_211).longs(BYTES).map(it -> it | 1).toArray();

    private final long[] words;

    private Sketch(long[] words) {
        this.words = words;
    }

    static Sketch of(Shingles shingles) {
        long[] words = new long[WORDS];
        for (int i = 0; i < BYTES; i++) {
            long order = ORDERS[i];
            long least = Long.MAX_VALUE;
            for (long hash : shingles.hashes()) {
                long place = hash * order;
                place ^= place >>> 31;
                least = Math.min(least, place);
            }
            words[i / Long.BYTES] |= (Shingles.mixed(least) >>> 56) << (i % Long.BYTES * Byte.SIZE);
        }
        return new Sketch(words);
    }

    /// Writes the 64 bytes.
    void write(ByteBuffer to) {
        for (long word : words) {
            to.putLong(word);
        }
    }

    /// How many bytes differ at most between two paragraphs that are at least so much alike, from 0 to 1 (Dice).
    static int differingAtMost(double least) {
        int most = BYTES;
        while (most > 0 && likeness(most) < least) {
            most--;
        }
        return most;
    }

    /// In how many bytes this sketch differs from one that begins at `offset`.
    int differing(long[] others, int offset) {
        int differing = 0;
        for (int i = 0; i < WORDS; i++) {
            long difference = words[i] ^ others[offset + i];
            long raised = (difference & LOW_BITS) + LOW_BITS;
            differing += Long.bitCount((raised | difference) & ~LOW_BITS);
        }
        return differing;
    }

    /// About how alike two paragraphs are whose sketches differ in so many bytes, from 0 to 1 (Dice).
    static double likeness(int differing) {
        double common = Math.max(0, ((double) (BYTES - differing) / BYTES - BY_CHANCE) / (1 - BY_CHANCE));
        return 2 * common / (1 + common);
    }
}
