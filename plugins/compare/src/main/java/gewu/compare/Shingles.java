package gewu.compare;

import java.util.Arrays;
import java.util.List;

/// The runs of three words of a paragraph, figures masked: what makes two paragraphs alike. A paragraph of one or two
/// words has a single run.
///
/// @param hashes distinct, rising
record Shingles(long[] hashes) {
    private static final int LENGTH = 3;
    private static final long PRIME = 0x100000001b3L;

    static Shingles of(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return new Shingles(new long[0]);
        }
        int count = Math.max(1, tokens.size() - LENGTH + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = hash(tokens, i, Math.min(i + LENGTH, tokens.size()));
        }
        Arrays.sort(hashes);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[kept++] = hashes[i];
            }
        }
        return new Shingles(kept == count ? hashes : Arrays.copyOf(hashes, kept));
    }

    /// A number that is the same for the same words, figures masked.
    static long hash(List<Token> tokens, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = and(hash, tokens.get(i).mask());
        }
        return mixed(hash);
    }

    /// A number that is the same for the same words and figures.
    static long exactHash(List<Token> tokens, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = and(hash, tokens.get(i).text());
        }
        return mixed(hash);
    }

    private static long and(long hash, String word) {
        long more = hash;
        for (int i = 0; i < word.length(); i++) {
            more = (more ^ word.charAt(i)) * PRIME;
        }
        return (more ^ ' ') * PRIME;
    }

    static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    int size() {
        return hashes.length;
    }

    /// How much of both is in both, from 0 to 1 (Dice).
    double likeness(Shingles other) {
        if (hashes.length == 0 || other.hashes.length == 0) {
            return 0;
        }
        int common = 0;
        int mine = 0;
        int its = 0;
        while (mine < hashes.length && its < other.hashes.length) {
            int order = Long.compare(hashes[mine], other.hashes[its]);
            if (order == 0) {
                common++;
            }
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }
        return 2.0 * common / (hashes.length + other.hashes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shingles it && Arrays.equals(hashes, it.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }
}
