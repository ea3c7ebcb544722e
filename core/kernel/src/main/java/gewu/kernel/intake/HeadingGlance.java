package gewu.kernel.intake;

import java.util.List;

/// Tells by single characters which rules words may keep, so that patterns are tried on few headings. It may name a
/// rule too many, never one too few.
final class HeadingGlance {
    private static final int FIRST = '\u4e00';
    private static final int LAST = '\u9fff';

    /// For each Chinese character where in the lists below it stands; 0 for those that are no signs.
    private final byte[] places = new byte[LAST - FIRST + 1];

    private final long[] signs = new long[256];
    private final long[] ends = new long[256];
    private final long withoutSigns;
    private final long withoutEnds;

    /// @param rules at most 64; the first is bit 0
    HeadingGlance(List<HeadingRule> rules) {
        long noSigns = 0;
        long noEnds = 0;
        int known = 0;
        for (int i = 0; i < rules.size(); i++) {
            HeadingRule rule = rules.get(i);
            long bit = 1L << i;
            noSigns |= rule.signs().isEmpty() ? bit : 0;
            noEnds |= rule.ends().isEmpty() ? bit : 0;
            for (char c : (rule.signs() + rule.ends()).toCharArray()) {
                if (c >= FIRST && c <= LAST && places[c - FIRST] == 0) {
                    places[c - FIRST] = (byte) ++known;
                }
            }
            for (char c : rule.signs().toCharArray()) {
                signs[place(c)] |= bit;
            }
            for (char c : rule.ends().toCharArray()) {
                ends[place(c)] |= bit;
            }
        }
        withoutSigns = noSigns;
        withoutEnds = noEnds;
    }

    /// The rules that the words may keep, one bit each.
    long at(String words) {
        if (words.isEmpty()) {
            return 0;
        }
        long found = withoutSigns;
        for (int i = 0; i < words.length(); i++) {
            found |= signs[place(words.charAt(i))];
        }
        return found & (withoutEnds | ends[place(words.charAt(words.length() - 1))]);
    }

    private int place(char c) {
        return c >= FIRST && c <= LAST ? places[c - FIRST] & 0xff : 0;
    }
}
