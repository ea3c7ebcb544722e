package gewu.index.segment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How often one word follows another: from the hash of a pair ([WordHash]) to a small number that stands for the
/// frequency.
///
/// A perfect hash table. The pairs fall into groups, and each group has a shift, found when the table is built, that
/// sends each of its pairs to a slot of its own. So every question costs one look at one slot, whether the pair is
/// known or not, and no branch that the processor could guess wrongly. The group and the slot of an entry tell what the
/// entry leaves out of its key: an answer is right for every 64-bit hash. Immutable.
final class PairTable {
    /// Numbers of frequencies take this many bits; 0 means "never".
    static final int CODE_BITS = 12;

    private static final int SLOT_BITS = 19;
    private static final int GROUP_BITS = 17;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int SHIFTS = 1 << Byte.SIZE;

    // Odd, so that the multiplication loses nothing; mixes the bits of the hash into the top ones.
    private static final long MIX = 0x9E3779B97F4A7C15L;

    // key without its low 19 bits · frequency code
    private final long[] entries;
    private final byte[] shifts;

    PairTable(long[] entries, byte[] shifts) {
        if (entries.length != 1 << SLOT_BITS || shifts.length != 1 << GROUP_BITS) {
            throw new IllegalArgumentException(
                    entries.length + " slots and " + shifts.length + " groups of word pairs");
        }
        this.entries = entries;
        this.shifts = shifts;
    }

    /// @param hashes each once
    /// @param codes their frequencies' numbers, not 0
    static PairTable of(long[] hashes, int[] codes) {
        long[] keys = Arrays.stream(hashes).map(hash -> hash * MIX).toArray();
        int[][] groups = groups(keys);
        PairTable table = new PairTable(new long[1 << SLOT_BITS], new byte[1 << GROUP_BITS]);
        // Large groups first, as long as there is much room.
        IntStream.range(0, groups.length)
                .boxed()
                .sorted(Comparator.comparingInt(group -> -groups[group].length))
                .forEach(group -> table.settle(group, groups[group], keys, codes));
        return table;
    }

    // By group: which keys belong to it.
    private static int[][] groups(long[] keys) {
        int[] sizes = new int[1 << GROUP_BITS];
        for (long key : keys) {
            sizes[group(key)]++;
        }
        int[][] groups = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = 0; i < keys.length; i++) {
            int group = group(keys[i]);
            groups[group][--sizes[group]] = i;
        }
        return groups;
    }

    private void settle(int group, int[] members, long[] keys, int[] codes) {
        for (int shift = 0; shift < SHIFTS; shift++) {
            if (fits(shift, members, keys)) {
                shifts[group] = (byte) shift;
                for (int member : members) {
                    long key = keys[member];
                    entries[slot(key, shift)] = key & ~SLOT_MASK | codes[member];
                }
                return;
            }
        }
        throw new IllegalStateException("The word pairs do not fit their table.");
    }

    private boolean fits(int shift, int[] members, long[] keys) {
        for (int i = 0; i < members.length; i++) {
            int slot = slot(keys[members[i]], shift);
            if (entries[slot] != 0) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                if (slot(keys[members[j]], shift) == slot) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int group(long key) {
        return (int) (key >>> (Long.SIZE - GROUP_BITS));
    }

    // From a slot, the shift and the upper bits of a key its lower bits follow.
    private static int slot(long key, int shift) {
        return ((int) key + shift * ((int) (key >>> SLOT_BITS) | 1)) & SLOT_MASK;
    }

    /// The code of the pair's frequency, 0 when the two words were never seen together.
    int code(long hash) {
        long key = hash * MIX;
        long entry = entries[slot(key, Byte.toUnsignedInt(shifts[group(key)]))];
        int code = (int) entry & CODE_MASK;
        return (entry ^ key) >>> SLOT_BITS == 0 ? code : 0;
    }

    long[] entries() {
        return entries;
    }

    byte[] shifts() {
        return shifts;
    }
}
