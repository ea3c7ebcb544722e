package gewu.index.segment;

/// What it costs to let one word follow another: the smoothed negative logarithm that smartcn uses, to the last bit.
///
/// Frequencies are known by small numbers (codes); code 0 stands for a frequency of 0. Immutable.
final class Weights {
    /// The frequency every punctuation mark is given.
    static final int MARK_FREQUENCY = 2_159_997;

    private static final double SHARE = 0.1;
    private static final double LEAST = 1.0 / MARK_FREQUENCY;

    private final int[] wordFrequencies;
    private final int[] pairFrequencies;

    /// @param wordFrequencies by the code of a word's frequency, from 1
    /// @param pairFrequencies by the code of a pair's frequency, from 1
    Weights(int[] wordFrequencies, int[] pairFrequencies) {
        this.wordFrequencies = wordFrequencies;
        this.pairFrequencies = pairFrequencies;
    }

    /// The cost of a second word after the first.
    ///
    /// @param firstCode how often the first word was counted
    /// @param pairCode how often the two were counted together
    double cost(int firstCode, int pairCode) {
        int first = wordFrequencies[firstCode];
        int pair = pairFrequencies[pairCode];
        double alone = SHARE * (1.0 + first) / MARK_FREQUENCY;
        double together = (1.0 - LEAST) * pair / (1.0 + first) + LEAST;
        return -Math.log(alone + (1.0 - SHARE) * together);
    }

    int[] wordFrequencies() {
        return wordFrequencies;
    }

    int[] pairFrequencies() {
        return pairFrequencies;
    }
}
