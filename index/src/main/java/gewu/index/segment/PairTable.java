package gewu.index.segment;

/// How often one word follows another: a hash table in one array, from the hash of a pair ([WordHash]) to a small
/// number that stands for the frequency.
///
/// The place of an entry tells some bits of its key, the entry keeps the others, so that eight bytes an entry lose
/// nothing: an answer is right for every 64-bit key. Entries are laid by the rule of Robin Hood (the one farther from
/// home stays), which ends the search for an absent pair early. Immutable.
final class PairTable {
    /// Numbers of frequencies take this many bits; 0 means "never".
    static final int CODE_BITS = 12;

    private static final int SLOT_BITS = 19;
    private static final int DISTANCE_BITS = 7;
    private static final int KEY_SHIFT = CODE_BITS + DISTANCE_BITS;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int FARTHEST = (1 << DISTANCE_BITS) - 1;

    /// Places behind the last home, so that a search never wraps round.
    static final int SLOTS = (1 << SLOT_BITS) + FARTHEST + 1;

    // Odd, so that the multiplication loses nothing; mixes the bits of the hash into the top ones.
    private static final long MIX = 0x9E3779B97F4A7C15L;

    // key without slot (45 bits) · distance from home (7) · frequency code (12)
    private final long[] entries;

    PairTable(long[] entries) {
        this.entries = entries;
    }

    static PairTable of(long[] hashes, int[] codes) {
        long[] entries = new long[SLOTS];
        for (int i = 0; i < hashes.length; i++) {
            lay(entries, hashes[i], codes[i]);
        }
        return new PairTable(entries);
    }

    private static void lay(long[] entries, long hash, int code) {
        long mixed = hash * MIX;
        int slot = (int) (mixed >>> (64 - SLOT_BITS));
        long entry = mixed << SLOT_BITS >>> SLOT_BITS << KEY_SHIFT | code;
        for (int distance = 0; ; slot++, distance++) {
            if (distance > FARTHEST) {
                throw new IllegalStateException("The word pairs do not fit their table.");
            }
            long there = entries[slot];
            if (there == 0) {
                entries[slot] = entry | (long) distance << CODE_BITS;
                return;
            }
            int theirs = distance(there);
            if (theirs < distance) {
                entries[slot] = entry | (long) distance << CODE_BITS;
                entry = there & ~((long) FARTHEST << CODE_BITS);
                distance = theirs;
            }
        }
    }

    private static int distance(long entry) {
        return (int) (entry >>> CODE_BITS) & FARTHEST;
    }

    /// The code of the pair's frequency, 0 when the two words were never seen together.
    int code(long hash) {
        long mixed = hash * MIX;
        int slot = (int) (mixed >>> (64 - SLOT_BITS));
        long wanted = mixed << SLOT_BITS >>> SLOT_BITS << DISTANCE_BITS;
        while (true) {
            long entry = entries[slot];
            long key = entry >>> CODE_BITS;
            if (key == wanted) {
                return (int) entry & CODE_MASK;
            }
            // An entry nearer to its home than this place is to ours: ours would stand here.
            if ((key & FARTHEST) < (wanted & FARTHEST) || entry == 0) {
                return 0;
            }
            slot++;
            wanted++;
        }
    }

    long[] entries() {
        return entries;
    }
}
