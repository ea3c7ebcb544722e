package gewu.compare;

import java.util.Arrays;

/// Sentences and the reports they stand in, grouped by their words with figures masked; packed, because there may be
/// millions. For one thread.
final class Occurrences {
    private static final int FIRST_ROOM = 1 << 12;

    private int size;
    private int[] reports = new int[FIRST_ROOM];
    private int[] next = new int[FIRST_ROOM];
    private long[] masked = new long[FIRST_ROOM];
    private long[] exact = new long[FIRST_ROOM];
    private int[] rest = new int[FIRST_ROOM * 5];
    /// The last occurrence of a sentence, by the low bits of its number; -1 for none. A power of two.
    private int[] heads = emptyHeads(FIRST_ROOM * 2);
    private int groups;

    /// Takes a group: the occurrences of one sentence.
    @FunctionalInterface
    interface Group {
        void take(Occurrences all, int[] members);
    }

    void add(int report, Sentence sentence) {
        makeRoom();
        int slot = slot(sentence.masked());
        reports[size] = report;
        masked[size] = sentence.masked();
        exact[size] = sentence.exact();
        next[size] = heads[slot];
        int at = size * 5;
        rest[at] = sentence.paragraph();
        rest[at + 1] = sentence.start();
        rest[at + 2] = sentence.end();
        rest[at + 3] = sentence.words();
        rest[at + 4] = sentence.signs();
        groups += heads[slot] < 0 ? 1 : 0;
        heads[slot] = size++;
    }

    int report(int occurrence) {
        return reports[occurrence];
    }

    long exact(int occurrence) {
        return exact[occurrence];
    }

    /// What an occurrence names, without unpacking all of it.
    int signs(int occurrence) {
        return rest[occurrence * 5 + 4];
    }

    Sentence sentence(int occurrence) {
        int at = occurrence * 5;
        return new Sentence(
                masked[occurrence],
                exact[occurrence],
                rest[at],
                rest[at + 1],
                rest[at + 2],
                rest[at + 3],
                rest[at + 4]);
    }

    /// Calls `each` for every sentence that stands more than once, its occurrences in the order they were added.
    void groups(Group each) {
        int[] members = new int[16];
        for (int head : heads) {
            int count = 0;
            for (int at = head; at >= 0; at = next[at]) {
                members = count == members.length ? Arrays.copyOf(members, count * 2) : members;
                members[count++] = at;
            }
            if (count > 1) {
                int[] inOrder = Arrays.copyOf(members, count);
                Arrays.sort(inOrder);
                each.take(this, inOrder);
            }
        }
    }

    private int slot(long number) {
        int slot = (int) Shingles.mixed(number) & heads.length - 1;
        while (heads[slot] >= 0 && masked[heads[slot]] != number) {
            slot = slot + 1 & heads.length - 1;
        }
        return slot;
    }

    private void makeRoom() {
        if (size == reports.length) {
            int room = size * 2;
            reports = Arrays.copyOf(reports, room);
            next = Arrays.copyOf(next, room);
            masked = Arrays.copyOf(masked, room);
            exact = Arrays.copyOf(exact, room);
            rest = Arrays.copyOf(rest, room * 5);
        }
        if (groups * 2 >= heads.length) {
            int[] old = heads;
            heads = emptyHeads(old.length * 2);
            for (int head : old) {
                if (head >= 0) {
                    heads[slot(masked[head])] = head;
                }
            }
        }
    }

    private static int[] emptyHeads(int room) {
        int[] heads = new int[room];
        Arrays.fill(heads, -1);
        return heads;
    }
}
