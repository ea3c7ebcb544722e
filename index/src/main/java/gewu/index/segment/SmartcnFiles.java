package gewu.index.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;
import org.jspecify.annotations.Nullable;

/// The two dictionaries inside Lucene's smartcn jar, as they are delivered: Java arrays, serialised.
///
/// Slow to read (100 to 200 ms) and large in memory; read once, to make a [DictionaryFile].
final class SmartcnFiles {
    /// The texts under which the dictionary counts what is no Chinese word.
    static final String LETTERS = "未##串";

    static final String DIGITS = "未##数";
    static final String BEGIN = "始##始";
    static final String END = "末##末";

    /// A word and how often it was counted.
    record Word(String text, int frequency) {}

    private static final String WORDS = "coredict.mem";
    private static final String PAIRS = "bigramdict.mem";
    private static final ObjectInputFilter ARRAYS_OF_PRIMITIVES = SmartcnFiles::judge;

    private final List<Word> words;
    private final Map<String, Integer> others;
    private final long[] pairHashes;
    private final int[] pairFrequencies;

    private SmartcnFiles(List<Word> words, Map<String, Integer> others, long[] pairHashes, int[] pairFrequencies) {
        this.words = words;
        this.others = others;
        this.pairHashes = pairHashes;
        this.pairFrequencies = pairFrequencies;
    }

    static SmartcnFiles read() throws IOException {
        List<Word> words = new ArrayList<>(90_000);
        Map<String, Integer> others = new HashMap<>();
        try (ObjectInputStream in = open(WORDS)) {
            short[] rowOfSlot = next(in, short[].class);
            char[] characterOfSlot = next(in, char[].class);
            char[][][] endings = next(in, char[][][].class);
            int[][] frequencies = next(in, int[][].class);
            for (int slot = 0; slot < characterOfSlot.length; slot++) {
                char first = characterOfSlot[slot];
                if (first != 0) {
                    int row = rowOfSlot[slot];
                    addRow(first, endings[row], frequencies[row], words, others);
                }
            }
        }
        try (ObjectInputStream in = open(PAIRS)) {
            return of(words, others, next(in, long[].class), next(in, int[].class));
        }
    }

    private static void addRow(
            char first, char[][] endings, int[] frequencies, List<Word> words, Map<String, Integer> others) {
        for (int i = 0; i < endings.length; i++) {
            char @Nullable [] ending = endings[i];
            String text = ending == null ? String.valueOf(first) : first + new String(ending);
            if (text.chars().allMatch(c -> CharacterKinds.of((char) c) == CharacterKinds.HAN)) {
                words.add(new Word(text, frequencies[i]));
            } else {
                others.put(text, frequencies[i]);
            }
        }
    }

    // A pair table has free slots, with hash 0.
    private static SmartcnFiles of(List<Word> words, Map<String, Integer> others, long[] hashes, int[] frequencies) {
        long[] usedHashes = new long[hashes.length];
        int[] usedFrequencies = new int[hashes.length];
        int used = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0 && frequencies[i] != 0) {
                usedHashes[used] = hashes[i];
                usedFrequencies[used++] = frequencies[i];
            }
        }
        return new SmartcnFiles(words, others, Arrays.copyOf(usedHashes, used), Arrays.copyOf(usedFrequencies, used));
    }

    private static ObjectInputStream open(String name) throws IOException {
        InputStream in = SegToken.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("Lucene's smartcn jar holds no " + name);
        }
        ObjectInputStream objects = new ObjectInputStream(in);
        objects.setObjectInputFilter(ARRAYS_OF_PRIMITIVES);
        return objects;
    }

    private static ObjectInputFilter.Status judge(ObjectInputFilter.FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.isPrimitive() ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }

    private static <T> T next(ObjectInputStream in, Class<T> type) throws IOException {
        try {
            return type.cast(in.readObject());
        } catch (ClassNotFoundException | ClassCastException e) {
            StreamCorruptedException broken =
                    new StreamCorruptedException("Lucene's smartcn dictionaries changed form");
            broken.initCause(e);
            throw broken;
        }
    }

    /// The words of Chinese characters alone, the only ones a text can hold; each once.
    List<Word> words() {
        return words;
    }

    /// How often an entry was counted that is no word of Chinese characters alone, such as [#LETTERS].
    int frequencyOf(String other) {
        return others.getOrDefault(other, 0);
    }

    long[] pairHashes() {
        return pairHashes;
    }

    int[] pairFrequencies() {
        return pairFrequencies;
    }
}
