package gewu.index.segment;

import java.util.Arrays;

/// What it costs to let one word follow another: the smoothed negative logarithm that smartcn uses, to the last bit.
///
/// Frequencies are known by small numbers (codes). Immutable; costs of pairs that were never seen are worked out once,
/// because they depend on the first word alone.
final class Weights {
    /// The frequency every punctuation mark is given.
    static final int MARK_FREQUENCY = 2_159_997;

    private static final double SHARE = 0.1;
    private static final double LEAST = 1.0 / MARK_FREQUENCY;

    private final int[] wordFrequencies;
    private final int[] pairFrequencies;
    private final double[] unseen;

    /// @param wordFrequencies by the code of a word's frequency, from 1
    /// @param pairFrequencies by the code of a pair's frequency, from 1
    Weights(int[] wordFrequencies, int[] pairFrequencies) {
        this.wordFrequencies = wordFrequencies;
        this.pairFrequencies = pairFrequencies;
        this.unseen = new double[wordFrequencies.length];
        Arrays.setAll(unseen, code -> cost(wordFrequencies[code], 0));
    }

    private static double cost(int first, int pair) {
        double alone = SHARE * (1.0 + first) / MARK_FREQUENCY;
        double together = (1.0 - LEAST) * pair / (1.0 + first) + LEAST;
        return -Math.log(alone + (1.0 - SHARE) * together);
    }

    /// The cost of a second word that was never seen after the first.
    double unseen(int firstCode) {
        return unseen[firstCode];
    }

    double seen(int firstCode, int pairCode) {
        return cost(wordFrequencies[firstCode], pairFrequencies[pairCode]);
    }

    int[] wordFrequencies() {
        return wordFrequencies;
    }

    int[] pairFrequencies() {
        return pairFrequencies;
    }
}
