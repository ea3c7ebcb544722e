package gewu.index.segment;

import java.util.Arrays;

/// Finds the most likely way to cut one sentence into words, and answers what the words are.
///
/// One pass from left to right: every word that could begin at a place is joined to the best of the words that could
/// end there, white space skipped. Of equally good ways the one whose earlier words begin (then end) first is taken, as
/// smartcn does. Holds scratch space; for one thread.
final class WordPath {
    private static final int NONE = -1;
    private static final int REMEMBERED_BITS = 12;
    private static final int SPREAD = 0x9E3779B1;

    private final WordTree tree;
    private final PairTable pairs;
    private final Weights weights;
    private final WordDictionary.Codes codes;

    // Logarithms are dear and the same few return: the pair of codes that each place holds, and its cost.
    private final int[] rememberedCodes = new int[1 << REMEMBERED_BITS];
    private final double[] rememberedCosts = new double[1 << REMEMBERED_BITS];

    private char[] text = {};

    // The possible words: where they begin and end, the best word before, the cost of the best way up to their end.
    private int words;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] before = new int[64];
    private int[] frequencyCodes = new int[64];
    private double[] costs = new double[64];
    private long[] hashes = new long[64];

    // By place in the sentence: the last possible word that ends there; by word: the one before that ends at the same.
    private int[] lastEnding = new int[64];
    private int[] alsoEnding = new int[64];

    // The words that end where we stand, latest first, and the hash of each with what follows so far.
    private int joined;
    private int[] joinedWords = new int[16];
    private long[] joinedHashes = new long[16];

    // Where the last word to be added would join.
    private int bestBefore;
    private double bestCost;

    private int count;
    private int[] path = new int[64];

    WordPath(WordDictionary dictionary) {
        tree = dictionary.tree();
        pairs = dictionary.pairs();
        weights = dictionary.weights();
        codes = dictionary.codes();
    }

    /// Cuts the sentence from `start` to `end`; afterwards the other methods answer about its words.
    ///
    /// @return how many words there are
    int cut(char[] text, int start, int end) {
        this.text = text;
        begin(start, end);
        int at = start;
        while (at < end) {
            at = step(at, start, end);
        }
        join(end - start);
        followAll(SmartcnFiles.END);
        chooseBest();
        trace(bestBefore);
        return count;
    }

    private void begin(int start, int end) {
        int length = end - start;
        if (lastEnding.length <= length) {
            lastEnding = new int[length + 64];
        }
        Arrays.fill(lastEnding, 0, length + 1, NONE);
        words = 0;
        bestBefore = NONE;
        bestCost = 0;
        add(start, start, start, codes.begin(), WordHash.fold(WordHash.SEED, SmartcnFiles.BEGIN));
    }

    // Adds the words that can begin at a place; answers the next place to look at.
    private int step(int at, int start, int end) {
        int here = tree.classOf(text[at]);
        switch (here) {
            case CharacterKinds.SPACE -> {
                lastEnding[at + 1 - start] = lastEnding[at - start];
                return at + 1;
            }
            case CharacterKinds.HAN -> {
                join(at - start);
                addCharacters(at, at + 1, start);
                return at + 1;
            }
            case CharacterKinds.SURROGATE -> {
                join(at - start);
                boolean pair = at + 1 < end && Character.isSurrogatePair(text[at], text[at + 1]);
                int next = at + (pair ? 2 : 1);
                addCharacters(at, next, start);
                return next;
            }
            case CharacterKinds.MARK -> {
                join(at - start);
                long hash = follow(WordHash.SEED, text[at]);
                chooseBest();
                add(start, at, at + 1, codes.mark(), hash);
                return at + 1;
            }
            case CharacterKinds.LETTER, CharacterKinds.WIDE_LETTER -> {
                join(at - start);
                int next = endOfRun(at, end, CharacterKinds.LETTER, CharacterKinds.WIDE_LETTER);
                addStandIn(SmartcnFiles.LETTERS, codes.letters(), at, next, start);
                return next;
            }
            case CharacterKinds.DIGIT, CharacterKinds.WIDE_DIGIT -> {
                join(at - start);
                int next = endOfRun(at, end, CharacterKinds.DIGIT, CharacterKinds.WIDE_DIGIT);
                addStandIn(SmartcnFiles.DIGITS, codes.digits(), at, next, start);
                return next;
            }
            case CharacterKinds.OTHER -> {
                join(at - start);
                addStandIn(SmartcnFiles.LETTERS, codes.letters(), at, at + 1, start);
                return at + 1;
            }
            default -> {
                join(at - start);
                addWords(here, at, start, end);
                return at + 1;
            }
        }
    }

    // Characters the dictionary does not know.
    private void addCharacters(int from, int to, int start) {
        long hash = WordHash.SEED;
        for (int i = from; i < to; i++) {
            hash = follow(hash, text[i]);
        }
        chooseBest();
        add(start, from, to, codes.unseen(), hash);
    }

    private void addStandIn(String standIn, int code, int from, int to, int start) {
        long hash = WordHash.fold(WordHash.SEED, standIn);
        followAll(standIn);
        chooseBest();
        add(start, from, to, code, hash);
    }

    // The character for itself and every longer word that begins with it; white space may stand within.
    private void addWords(int first, int at, int start, int end) {
        long hash = follow(WordHash.SEED, text[at]);
        chooseBest();
        add(start, at, at + 1, tree.rootCode(first), hash);

        int base = tree.rootBase(first);
        int next = at + 1;
        while (base != 0) {
            int number = CharacterKinds.SPACE;
            while (next < end && (number = tree.classOf(text[next])) == CharacterKinds.SPACE) {
                next++;
            }
            if (next == end || number < CharacterKinds.COUNT) {
                return;
            }
            int place = tree.child(base, number);
            if (place == WordTree.NONE) {
                return;
            }
            hash = follow(hash, text[next++]);
            int code = tree.code(place);
            if (code != 0) {
                chooseBest();
                add(start, at, next, code, hash);
            }
            base = tree.base(place);
        }
    }

    private int endOfRun(int at, int end, int narrow, int wide) {
        int next = at + 1;
        while (next < end) {
            int kind = tree.classOf(text[next]);
            if (kind != narrow && kind != wide) {
                break;
            }
            next++;
        }
        return next;
    }

    // Collects the words that end at a place.
    private void join(int place) {
        joined = 0;
        for (int word = lastEnding[place]; word != NONE; word = alsoEnding[word]) {
            if (joined == joinedWords.length) {
                joinedWords = Arrays.copyOf(joinedWords, joined * 2);
                joinedHashes = Arrays.copyOf(joinedHashes, joined * 2);
            }
            joinedWords[joined] = word;
            joinedHashes[joined++] = hashes[word];
        }
    }

    // One more character of the word that follows, for it and for those it is joined to.
    private long follow(long hash, char c) {
        for (int i = 0; i < joined; i++) {
            joinedHashes[i] = WordHash.fold(joinedHashes[i], c);
        }
        return WordHash.fold(hash, c);
    }

    private void followAll(String standIn) {
        for (int i = 0; i < joined; i++) {
            joinedHashes[i] = WordHash.fold(joinedHashes[i], standIn);
        }
    }

    // From the latest word to the earliest, so that of equals the earliest stays.
    private void chooseBest() {
        double best = Double.MAX_VALUE;
        int bestWord = NONE;
        for (int i = 0; i < joined; i++) {
            int word = joinedWords[i];
            double cost = costs[word] + costAfter(frequencyCodes[word], joinedHashes[i]);
            if (cost <= best) {
                best = cost;
                bestWord = word;
            }
        }
        bestCost = best;
        bestBefore = bestWord;
    }

    // The same steps for pairs that were seen and those that were not: a branch would be guessed wrongly too often.
    private double costAfter(int firstCode, long hash) {
        int pairCode = pairs.code(hash);
        int both = firstCode << PairTable.CODE_BITS | pairCode;
        int place = (both * SPREAD) >>> (Integer.SIZE - REMEMBERED_BITS);
        if (rememberedCodes[place] != both) {
            rememberedCodes[place] = both;
            rememberedCosts[place] = weights.cost(firstCode, pairCode);
        }
        return rememberedCosts[place];
    }

    private void add(int sentence, int start, int end, int code, long hash) {
        if (words == starts.length) {
            grow();
        }
        int word = words++;
        starts[word] = start;
        ends[word] = end;
        frequencyCodes[word] = code;
        hashes[word] = WordHash.endFirst(hash);
        costs[word] = bestCost;
        before[word] = bestBefore;
        alsoEnding[word] = lastEnding[end - sentence];
        lastEnding[end - sentence] = word;
    }

    private void grow() {
        int size = words * 2;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        before = Arrays.copyOf(before, size);
        frequencyCodes = Arrays.copyOf(frequencyCodes, size);
        costs = Arrays.copyOf(costs, size);
        hashes = Arrays.copyOf(hashes, size);
        alsoEnding = Arrays.copyOf(alsoEnding, size);
    }

    // Word 0 stands for the beginning of the sentence.
    private void trace(int last) {
        count = 0;
        for (int word = last; word > 0; word = before[word]) {
            count++;
        }
        if (path.length < count) {
            path = new int[count * 2];
        }
        int place = count;
        for (int word = last; word > 0; word = before[word]) {
            path[--place] = word;
        }
    }

    int start(int index) {
        return starts[path[index]];
    }

    int end(int index) {
        return ends[path[index]];
    }

    /// Writes the word as it is indexed; answers its length, which is at most `end - start`.
    int term(int index, char[] into) {
        int word = path[index];
        int start = starts[word];
        int end = ends[word];
        return switch (tree.classOf(text[start])) {
            case CharacterKinds.MARK -> {
                into[0] = ',';
                yield 1;
            }
            case CharacterKinds.LETTER, CharacterKinds.WIDE_LETTER, CharacterKinds.DIGIT, CharacterKinds.WIDE_DIGIT -> {
                for (int i = start; i < end; i++) {
                    into[i - start] = plain(text[i]);
                }
                yield end - start;
            }
            default -> withoutSpace(start, end, into);
        };
    }

    private static char plain(char c) {
        char narrow = c >= '\uFF10' ? (char) (c - ('\uFF10' - '0')) : c;
        return narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + ('a' - 'A')) : narrow;
    }

    private int withoutSpace(int start, int end, char[] into) {
        int length = 0;
        for (int i = start; i < end; i++) {
            into[length] = text[i];
            if (tree.classOf(text[i]) != CharacterKinds.SPACE) {
                length++;
            }
        }
        return length;
    }
}
