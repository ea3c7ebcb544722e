package gewu.index.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lays the words of a dictionary out as a [WordTree]: crowded nodes first, each at the first base where all its
/// children find a free place.
final class WordTreeBuilder {
    private static final class Node {
        final Map<Integer, Node> children = new TreeMap<>();
        int code;
        int base;
        int place;
    }

    private static final int UNITS = 1 << 16;

    private final char[] classes = new char[UNITS];
    private final Node root = new Node();
    private final Numbers taken = new Numbers();
    private final Numbers basesTaken = new Numbers();
    private final int[] firstForOnlyChild = new int[1 << WordTree.NUMBER_BITS];
    private int numbers = CharacterKinds.COUNT;

    WordTreeBuilder() {
        for (int c = 0; c < UNITS; c++) {
            classes[c] = (char) CharacterKinds.of((char) c);
        }
        basesTaken.set(0); // the base of nodes without children
    }

    /// Adds a word; `code` stands for its frequency and is not 0.
    void add(String word, int code) {
        Node node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.children.computeIfAbsent(number(word.charAt(i)), _ -> new Node());
        }
        node.code = code;
    }

    private int number(char c) {
        if (classes[c] < CharacterKinds.COUNT) {
            classes[c] = (char) numbers++;
        }
        return classes[c];
    }

    /// @param unseen the code for a frequency of 0: characters that stand in words, but never for themselves
    WordTree build(int unseen) {
        List<Node> parents = new ArrayList<>();
        root.children.values().forEach(node -> collectParents(node, parents));
        parents.sort(Comparator.comparingInt((Node node) -> -node.children.size()));
        parents.forEach(this::settle);

        int size = Math.max(taken.length(), basesTaken.length()) + (1 << WordTree.NUMBER_BITS);
        int[] places = new int[size];
        char[] codes = new char[size];
        for (Node parent : parents) {
            parent.children.forEach((number, child) -> {
                places[child.place] = child.base << WordTree.NUMBER_BITS | number;
                codes[child.place] = (char) child.code;
            });
        }
        int[] rootBases = new int[numbers];
        char[] rootCodes = new char[numbers];
        Arrays.fill(rootCodes, (char) unseen);
        root.children.forEach((number, node) -> {
            rootBases[number] = node.base;
            if (node.code != 0) {
                rootCodes[number] = (char) node.code;
            }
        });
        return new WordTree(classes, places, codes, rootBases, rootCodes);
    }

    private static void collectParents(Node node, List<Node> parents) {
        if (!node.children.isEmpty()) {
            parents.add(node);
            node.children.values().forEach(child -> collectParents(child, parents));
        }
    }

    private void settle(Node parent) {
        int[] numbers =
                parent.children.keySet().stream().mapToInt(Integer::intValue).toArray();
        parent.base = firstFitting(numbers);
        basesTaken.set(parent.base);
        parent.children.forEach((number, child) -> {
            child.place = parent.base + number;
            taken.set(child.place);
        });
    }

    /// The first base that nobody has and from which all these places are free. What did not fit an only child once
    /// never will, so for the many of these it is looked for where the last one was found.
    private int firstFitting(int[] numbers) {
        int base = numbers.length == 1 ? firstForOnlyChild[numbers[0]] : 0;
        long free = free(base, numbers);
        while (free == 0) {
            base += Long.SIZE;
            free = free(base, numbers);
        }
        base += Long.numberOfTrailingZeros(free);
        if (numbers.length == 1) {
            firstForOnlyChild[numbers[0]] = base;
        }
        return base;
    }

    /// Which of the 64 bases from this one on fit.
    private long free(int base, int[] numbers) {
        long free = ~basesTaken.at(base);
        for (int i = 0; i < numbers.length && free != 0; i++) {
            free &= ~taken.at(base + numbers[i]);
        }
        return free;
    }

    /// A set of small numbers that answers for 64 of them at a time.
    private static final class Numbers {
        private long[] words = new long[1 << 12];
        private int length;

        void set(int number) {
            int word = number / Long.SIZE;
            // One word more than is used, so that `at` may look across.
            while (word + 1 >= words.length) {
                words = Arrays.copyOf(words, 2 * words.length);
            }
            words[word] |= 1L << number;
            length = Math.max(length, number + 1);
        }

        /// One more than the largest.
        int length() {
            return length;
        }

        /// Which of the 64 numbers from `first` on are in it, the first as the lowest bit.
        long at(int first) {
            int word = first / Long.SIZE;
            if (word + 1 >= words.length) {
                return 0;
            }
            int shift = first % Long.SIZE;
            return shift == 0 ? words[word] : words[word] >>> shift | words[word + 1] << -shift;
        }
    }
}
