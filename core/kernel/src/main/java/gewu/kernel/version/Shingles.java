package gewu.kernel.version;

import java.util.Arrays;

/// Every run of four characters of a text's bare words, once each: what two texts are compared by, exactly.
///
/// Four characters of 16 bits are one number of 64, so that nothing is lost and nothing rests on chance.
final class Shingles {
    static final int LENGTH = 4;

    private final long[] sorted;

    private Shingles(long[] sorted) {
        this.sorted = sorted;
    }

    /// @param words as [Words] gives them
    static Shingles of(String words) {
        long[] all = new long[Math.max(0, words.length() - LENGTH + 1)];
        long run = 0;
        for (int i = 0; i < words.length(); i++) {
            run = run << Character.SIZE | words.charAt(i);
            if (i >= LENGTH - 1) {
                all[i - LENGTH + 1] = run;
            }
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct] = all[i];
                distinct++;
            }
        }
        return new Shingles(Arrays.copyOf(all, distinct));
    }

    int count() {
        return sorted.length;
    }

    Likeness with(Shingles other) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < sorted.length && j < other.sorted.length) {
            if (sorted[i] == other.sorted[j]) {
                shared++;
                i++;
                j++;
            } else if (sorted[i] < other.sorted[j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Likeness(shared, sorted.length, other.sorted.length);
    }

    /// How much two texts share.
    ///
    /// @param shared runs that stand in both
    /// @param ours   runs of the one
    /// @param theirs runs of the other
    record Likeness(int shared, int ours, int theirs) {
        /// Shared runs among all runs, from 0 to 1: falls with each changed, added or missing sentence.
        double jaccard() {
            int all = ours + theirs - shared;
            return all == 0 ? 0 : (double) shared / all;
        }

        /// How much of the shorter text stands in the longer, from 0 to 1: stays high when an annex was added.
        double containment() {
            int fewest = Math.min(ours, theirs);
            return fewest == 0 ? 0 : (double) shared / fewest;
        }
    }
}
