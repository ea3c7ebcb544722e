package gewu.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds known words in a text: at each place the longest one, and none inside a longer one. Not changed after it is
/// filled; then all threads may share it.
final class Words<T> {
    /// A known word at a place of the text.
    record Hit<T>(int start, int end, String surface, List<T> meanings) {}

    private final Node<T> root = new Node<>();

    private static final class Node<T> {
        final Map<Character, Node<T>> next = new HashMap<>();
        final List<T> meanings = new ArrayList<>();
    }

    void add(String word, T meaning) {
        Node<T> node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(word.charAt(i), _ -> new Node<>());
        }
        if (!node.meanings.contains(meaning)) {
            node.meanings.add(meaning);
        }
    }

    /// The words from `from` to `to`, in order of their ends.
    List<Hit<T>> in(String text, int from, int to) {
        List<Hit<T>> hits = new ArrayList<>();
        int covered = from;
        for (int i = from; i < to; i++) {
            Hit<T> hit = longest(text, i, to);
            if (!hit.meanings().isEmpty() && hit.end() > covered) {
                hits.add(hit);
                covered = hit.end();
            }
        }
        hits.sort(Comparator.comparingInt(Hit::end));
        return hits;
    }

    /// The longest word that begins at `at`; one that ends at `at` if there is none.
    Hit<T> longest(String text, int at, int to) {
        Node<T> node = root;
        Node<T> best = root;
        int end = at;
        for (int i = at; i < to; i++) {
            Node<T> next = node.next.get(text.charAt(i));
            if (next == null) {
                break;
            }
            node = next;
            if (!node.meanings.isEmpty()) {
                best = node;
                end = i + 1;
            }
        }
        return new Hit<>(at, end, text.substring(at, end), best.meanings);
    }
}
