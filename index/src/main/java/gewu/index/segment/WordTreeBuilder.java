package gewu.index.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    private final BitSet taken = new BitSet();
    private final BitSet basesTaken = new BitSet();
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
        int place = numbers[0];
        do {
            place = taken.nextClearBit(place + 1);
        } while (!fits(place - numbers[0], numbers));
        parent.base = place - numbers[0];
        basesTaken.set(parent.base);
        parent.children.forEach((number, child) -> {
            child.place = parent.base + number;
            taken.set(child.place);
        });
    }

    private boolean fits(int base, int[] numbers) {
        if (basesTaken.get(base)) {
            return false;
        }
        for (int number : numbers) {
            if (taken.get(base + number)) {
                return false;
            }
        }
        return true;
    }
}
