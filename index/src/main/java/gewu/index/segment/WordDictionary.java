package gewu.index.segment;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.util.Version;

/// smartcn's words and word pairs, laid out for speed. Opened once, shared by all threads; some 6 MB of heap.
public final class WordDictionary {
    private final WordTree tree;
    private final PairTable pairs;
    private final Weights weights;
    private final Codes codes;

    /// The numbers of the frequencies that belong to no Chinese word.
    record Codes(int begin, int letters, int digits, int mark, int unseen) {}

    WordDictionary(WordTree tree, PairTable pairs, Weights weights, Codes codes) {
        this.tree = tree;
        this.pairs = pairs;
        this.weights = weights;
        this.codes = codes;
    }

    /// Opens the dictionary kept in a folder, which takes some milliseconds.
    ///
    /// The first time (or when the file there is damaged, or was made from other dictionaries) it is made from the
    /// files in Lucene's smartcn jar and kept for the next time. If it can't be kept, that is logged, and the next
    /// start makes it again.
    ///
    /// @throws IOException if the dictionaries in Lucene's jar can't be read
    public static WordDictionary open(Path folder) throws IOException {
        DictionaryFile file = new DictionaryFile(folder.resolve(DictionaryFile.NAME));
        Optional<WordDictionary> kept = kept(file);
        if (kept.isPresent()) {
            return kept.get();
        }
        WordDictionary made = make(SmartcnFiles.read());
        try {
            Files.createDirectories(folder);
            file.write(made, origin());
        } catch (IOException e) {
            warn("The word dictionary can't be kept, so the next start is slow again: " + e);
        }
        return made;
    }

    private static Optional<WordDictionary> kept(DictionaryFile file) {
        try {
            return file.read(origin());
        } catch (IOException e) {
            warn("The word dictionary that was kept can't be read and is made anew: " + e);
            return Optional.empty();
        }
    }

    /// Which delivery of the dictionaries Lucene brings: its version, which all its jars share. Asking the smartcn jar
    /// itself, or spelling the version out, would take a fresh JVM some milliseconds.
    static int origin() {
        Version version = Version.LATEST;
        return version.major << 16 | version.minor << 8 | version.bugfix;
    }

    // Loggers are slow to set up, and this one hardly ever speaks.
    private static void warn(String what) {
        System.getLogger(WordDictionary.class.getName()).log(Level.WARNING, what);
    }

    static WordDictionary make(SmartcnFiles files) {
        int begin = files.frequencyOf(SmartcnFiles.BEGIN);
        int letters = files.frequencyOf(SmartcnFiles.LETTERS);
        int digits = files.frequencyOf(SmartcnFiles.DIGITS);
        int[] wordFrequencies = numbered(IntStream.concat(
                IntStream.of(begin, letters, digits, Weights.MARK_FREQUENCY, 0),
                files.words().stream().mapToInt(SmartcnFiles.Word::frequency)));
        int[] pairFrequencies = numbered(Arrays.stream(files.pairFrequencies()));

        Codes codes = new Codes(
                codeOf(begin, wordFrequencies),
                codeOf(letters, wordFrequencies),
                codeOf(digits, wordFrequencies),
                codeOf(Weights.MARK_FREQUENCY, wordFrequencies),
                codeOf(0, wordFrequencies));
        WordTreeBuilder tree = new WordTreeBuilder();
        files.words().forEach(word -> tree.add(word.text(), codeOf(word.frequency(), wordFrequencies)));
        int[] pairCodes = Arrays.stream(files.pairFrequencies())
                .map(frequency -> codeOf(frequency, pairFrequencies))
                .toArray();
        return new WordDictionary(
                tree.build(codes.unseen()),
                PairTable.of(files.pairHashes(), pairCodes),
                new Weights(wordFrequencies, pairFrequencies),
                codes);
    }

    // Place 0 stays free: code 0 means "none".
    private static int[] numbered(IntStream frequencies) {
        int[] distinct = frequencies.collect(BitSet::new, BitSet::set, BitSet::or).stream()
                .toArray();
        int[] numbered = new int[distinct.length + 1];
        System.arraycopy(distinct, 0, numbered, 1, distinct.length);
        return numbered;
    }

    private static int codeOf(int frequency, int[] numbered) {
        return Arrays.binarySearch(numbered, 1, numbered.length, frequency);
    }

    WordTree tree() {
        return tree;
    }

    PairTable pairs() {
        return pairs;
    }

    Weights weights() {
        return weights;
    }

    Codes codes() {
        return codes;
    }
}
