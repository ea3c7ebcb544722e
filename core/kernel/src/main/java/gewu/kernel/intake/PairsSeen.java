package gewu.kernel.intake;

/// Remembers which two Chinese characters stand side by side in a text, so that a word broken at the end of a
/// line can be told from two lines that never met. It may say yes wrongly, in one case out of fifty; it never
/// forgets a pair.
final class PairsSeen {
    private static final int MOST_WORDS = 1 << 19;

    private final long[] bits;

    PairsSeen(String text) {
        int words = Integer.highestOneBit(Math.clamp(text.length(), 256, MOST_WORDS));
        this.bits = new long[words];
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHan(before) && isHan(c)) {
                int bit = bit(before, c);
                bits[bit >>> 6] |= 1L << bit;
            }
            before = c;
        }
    }

    boolean holds(char first, char second) {
        if (!isHan(first) || !isHan(second)) {
            return false;
        }
        int bit = bit(first, second);
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }

    private int bit(char first, char second) {
        int hash = (first * 0x9E3779B1) ^ (second * 0x85EBCA6B);
        hash ^= hash >>> 15;
        return hash & (bits.length * 64 - 1);
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }
}
