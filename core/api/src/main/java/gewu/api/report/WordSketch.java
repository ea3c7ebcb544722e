package gewu.api.report;

/// Short numbers that stand for words: a hash, equal for equal words, and a sketch, alike for words that are alike.
///
/// What is worked out here stands in anchors that people have written down: it stays as it is.
final class WordSketch {
    /// One bit for each of 64 ways to pick a pair of characters.
    private static final int BITS = Long.SIZE;

    private static final long PRIME = (1L << 61) - 1;
    private static final long BASE = 0x0123_4567_89ab_cdefL % PRIME;
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    private WordSketch() {}

    /// The hash of words, eight hexadecimal digits.
    static String hash(String words) {
        long hash = 0;
        for (int i = 0; i < words.length(); i++) {
            hash = next(hash, words.charAt(i));
        }
        return digits(hash);
    }

    /// Where a stretch of `length` characters with this hash and sketch stands in `text`, for the `ordinal`th time or,
    /// where it stands less often, the last time; -1 if it doesn't. Takes time in proportion to the text.
    static int find(String text, String hash, int length, long sketch, int ordinal) {
        long highest = 1;
        for (int i = 0; i < length; i++) {
            highest = times(highest, BASE);
        }
        int wanted = Integer.parseUnsignedInt(hash, 16);
        long rolling = 0;
        int last = -1;
        int met = 0;
        for (int i = 0; i < text.length() && met < ordinal; i++) {
            rolling = next(rolling, text.charAt(i));
            if (i >= length) {
                rolling = plus(rolling, PRIME - times(highest, text.charAt(i - length) + 1L));
            }
            int from = i + 1 - length;
            if (from >= 0 && (int) rolling == wanted && sketch(text.substring(from, i + 1)) == sketch) {
                last = from;
                met++;
            }
        }
        return last;
    }

    /// The sketch of words: each bit comes from the pair of neighbouring characters that one of 64 orders puts first,
    /// so that the share of equal bits tells the share of equal pairs.
    static long sketch(String words) {
        long sketch = 0;
        for (int bit = 0; bit < BITS; bit++) {
            long first = Long.MAX_VALUE;
            for (int i = 0; i < Math.max(1, words.length() - 1); i++) {
                first = Math.min(first, mixed(pair(words, i) + (bit + 1) * GOLDEN));
            }
            sketch |= (first & 1) << bit;
        }
        return sketch;
    }

    /// How much of the words is the same, in percent, as far as their sketches tell.
    static int likeness(long one, long other) {
        return Math.max(0, 100 - 200 * Long.bitCount(one ^ other) / BITS);
    }

    private static long pair(String words, int at) {
        long first = at < words.length() ? words.charAt(at) : 0;
        long second = at + 1 < words.length() ? words.charAt(at + 1) : 0;
        return first << Character.SIZE | second;
    }

    private static String digits(long hash) {
        return String.format("%08x", (int) hash);
    }

    private static long next(long hash, char c) {
        return plus(times(hash, BASE), c + 1L);
    }

    private static long plus(long a, long b) {
        long sum = a + b;
        return sum >= PRIME ? sum - PRIME : sum;
    }

    /// a × b modulo 2⁶¹ − 1.
    private static long times(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return plus(low & PRIME, (high << 3 | low >>> 61) % PRIME);
    }

    /// Every bit of the answer depends on every bit of `value`.
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ (mixed >>> 31);
    }
}
