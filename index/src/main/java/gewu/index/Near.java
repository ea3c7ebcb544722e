package gewu.index;

import gewu.index.SearchText.Place;
import gewu.index.SearchText.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that stand close to each other. Immutable; all threads may share it.
///
/// With a distance of n, all of them lie within a stretch that is at most n characters longer than the words together;
/// within a sentence, no mark that ends one stands between them. What is marked are the words that take part.
///
/// @param words     folded as the reading says; two or more, each once
/// @param most      characters that may stand between them in all; [#SENTENCE] if only the sentence counts
/// @param isOrdered whether they must stand in this order, one behind the other
record Near(List<String> words, int most, boolean isOrdered, Reading reading)
        implements Question.Sought, VerifiedQuery.Check {
    static final int SENTENCE = -1;
    static final int FARTHEST = 200;
    static final int MOST_WORDS = 5;

    Near {
        words = List.copyOf(words);
    }

    @Override
    public String field() {
        return Fields.SOURCE;
    }

    @Override
    public boolean holds(String source) {
        return !places(SearchText.of(source, reading)).isEmpty();
    }

    /// The words that take part, from left to right; those of different words may overlap.
    List<Place> places(SearchText text) {
        List<List<Place>> all = new ArrayList<>();
        for (String word : words) {
            List<Place> places = placesOf(word, text);
            if (places.isEmpty()) {
                return List.of();
            }
            all.add(places);
        }
        int total = words.stream().mapToInt(String::length).sum();
        Set<Place> taking = new LinkedHashSet<>();
        for (int i = 0; i < (isOrdered ? 1 : all.size()); i++) {
            for (Place first : all.get(i)) {
                int end = end(text, first.start(), total);
                if (isOrdered) {
                    addChain(first, end, all, taking);
                } else {
                    addStretch(first.start(), end, all, taking);
                }
            }
        }
        return taking.stream()
                .sorted((a, b) -> a.start() != b.start() ? a.start() - b.start() : a.end() - b.end())
                .toList();
    }

    private static List<Place> placesOf(String word, SearchText text) {
        List<Place> places = new ArrayList<>();
        for (int at = text.find(word, 0); at >= 0; at = text.find(word, at + 1)) {
            places.add(new Place(at, at + word.length()));
        }
        return places;
    }

    /// The end of the stretch that begins at `start`.
    private int end(SearchText text, int start, int total) {
        if (most != SENTENCE) {
            return Math.min(text.length(), start + total + most);
        }
        int end = start;
        while (end < text.length() && !Wildcard.endsSentence(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Adds all words within the stretch if each of them stands there.
    private static void addStretch(int start, int end, List<List<Place>> all, Set<Place> taking) {
        List<Place> within = new ArrayList<>();
        for (List<Place> places : all) {
            int before = within.size();
            for (Place place : places) {
                if (place.start() >= start && place.end() <= end) {
                    within.add(place);
                }
            }
            if (within.size() == before) {
                return;
            }
        }
        taking.addAll(within);
    }

    /// Adds all words that stand in some chain from `first` to the end of the stretch.
    private static void addChain(Place first, int end, List<List<Place>> all, Set<Place> taking) {
        int[] earliest = new int[all.size()];
        earliest[0] = first.end();
        for (int i = 1; i < all.size(); i++) {
            int from = earliest[i - 1];
            int reached = all.get(i).stream()
                    .filter(it -> it.start() >= from)
                    .mapToInt(Place::end)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            if (reached > end) {
                return;
            }
            earliest[i] = reached;
        }
        taking.add(first);
        int latest = end;
        for (int i = all.size() - 1; i > 0; i--) {
            int to = latest;
            int from = earliest[i - 1];
            List<Place> fitting = all.get(i).stream()
                    .filter(it -> it.start() >= from && it.end() <= to)
                    .toList();
            taking.addAll(fitting);
            latest = fitting.getLast().start();
        }
    }

    /// In the language of questions.
    String written() {
        String between = words.stream().collect(Collectors.joining(" ", "\"", "\""));
        return between + "~" + (isOrdered ? ">" : "") + (most == SENTENCE ? "s" : String.valueOf(most));
    }
}
