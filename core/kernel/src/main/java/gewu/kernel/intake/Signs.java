package gewu.kernel.intake;

/// A set of characters that answers fast.
final class Signs {
    private final long[] bits;

    private Signs(long[] bits) {
        this.bits = bits;
    }

    static Signs of(String signs) {
        long[] bits = new long[1024];
        for (char c : signs.toCharArray()) {
            bits[c >>> 6] |= 1L << c;
        }
        return new Signs(bits);
    }

    boolean has(char c) {
        return (bits[c >>> 6] & 1L << c) != 0;
    }
}
