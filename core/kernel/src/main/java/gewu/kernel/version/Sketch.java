package gewu.kernel.version;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A few numbers made of a text's words, so that texts which are much alike have some of them in common: a MinHash of
/// one permutation, its empty bins filled from their neighbours, cut into bands; and a number for the words as a whole.
///
/// It only finds candidates; whether they are alike is counted by [Shingles]. The same words give the same numbers for
/// ever: they stand in workspaces.
final class Sketch {
    private static final int BANDS = 12;
    private static final int ROWS = 2;
    private static final int BINS = BANDS * ROWS;
    private static final long EMPTY = -1;
    private static final long STEP = 0x9e3779b97f4a7c15L;

    /// One number for each band, and one for all words.
    static final int BUCKETS = BANDS + 1;

    private Sketch() {}

    /// @param words as [Words] gives them
    static List<Long> of(String words) {
        long[] least = least(words);
        fillEmpty(least);
        List<Long> buckets = new ArrayList<>(BUCKETS);
        for (int band = 0; band < BANDS; band++) {
            long bucket = band + 1;
            for (int row = 0; row < ROWS; row++) {
                bucket = mixed(bucket * STEP ^ least[band * ROWS + row]);
            }
            buckets.add(bucket);
        }
        buckets.add(whole(words));
        return List.copyOf(buckets);
    }

    private static long[] least(String words) {
        long[] least = new long[BINS];
        Arrays.fill(least, EMPTY);
        long run = 0;
        for (int i = 0; i < words.length(); i++) {
            run = run << Character.SIZE | words.charAt(i);
            if (i >= Shingles.LENGTH - 1) {
                long hash = mixed(run + STEP);
                int bin = (int) ((hash >>> 32) * BINS >>> 32);
                long value = hash & 0xffffffffL;
                if (least[bin] == EMPTY || value < least[bin]) {
                    least[bin] = value;
                }
            }
        }
        return least;
    }

    /// An empty bin takes what the next full one has, told apart by the distance.
    private static void fillEmpty(long[] least) {
        long[] found = least.clone();
        for (int bin = 0; bin < BINS; bin++) {
            for (int far = 1; least[bin] == EMPTY && far < BINS; far++) {
                long next = found[(bin + far) % BINS];
                least[bin] = next == EMPTY ? EMPTY : mixed(next + far * STEP) & 0xffffffffL;
            }
        }
    }

    private static long whole(String words) {
        long hash = words.length();
        for (int i = 0; i < words.length(); i++) {
            hash = (hash ^ words.charAt(i)) * STEP;
            hash ^= hash >>> 29;
        }
        return mixed(hash);
    }

    /// Spreads each bit over all (the finisher of SplitMix64).
    private static long mixed(long bits) {
        long mixed = bits;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
