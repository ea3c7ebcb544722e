package gewu.index;

import gewu.index.SearchText.Place;
import gewu.index.SearchText.Reading;
import java.util.ArrayList;
import java.util.Comparator;
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

    /// The words that take part, from left to right; those of different words may overlap. Takes no longer than the
    /// text and the reach multiplied.
    List<Place> places(SearchText text) {
        List<List<Place>> all = new ArrayList<>();
        for (String word : words) {
            List<Place> places = placesOf(word, text);
            if (places.isEmpty()) {
                return List.of();
            }
            all.add(places);
        }
        Stretches stretches = new Stretches(text);
        Set<Place> taking = new LinkedHashSet<>();
        if (isOrdered) {
            int takenTo = -1;
            for (Place first : all.getFirst()) {
                int end = stretches.end(first.start());
                // Later words of a sentence have been taken by the chain of the first one.
                boolean isTaken = most == SENTENCE && takenTo == end;
                if (addChain(first, end, all, isTaken, taking)) {
                    takenTo = end;
                }
            }
        } else {
            List<Place> firsts = all.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingInt(Place::start))
                    .toList();
            int ended = -1;
            for (Place first : firsts) {
                int end = stretches.end(first.start());
                // What begins later in a sentence holds nothing that its first stretch does not hold.
                if (most != SENTENCE || end != ended) {
                    addStretch(first.start(), end, all, taking);
                    ended = end;
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

    /// Where stretches end; asked from left to right.
    private final class Stretches {
        private final SearchText text;
        private final int most;
        private int sentenceEnd = -1;

        Stretches(SearchText text) {
            this.text = text;
            this.most = words.stream().mapToInt(String::length).sum() + Near.this.most;
        }

        int end(int start) {
            if (Near.this.most != SENTENCE) {
                return Math.min(text.length(), start + most);
            }
            if (start > sentenceEnd) {
                sentenceEnd = start;
            }
            while (sentenceEnd < text.length() && !Wildcard.endsSentence(text.charAt(sentenceEnd))) {
                sentenceEnd++;
            }
            return sentenceEnd;
        }
    }

    /// The first of the places that begins at or behind `start`, by its number.
    private static int firstAt(int start, List<Place> places) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Place> within(int start, int end, List<Place> places) {
        int first = firstAt(start, places);
        int last = first;
        while (last < places.size() && places.get(last).end() <= end) {
            last++;
        }
        return places.subList(first, last);
    }

    /// Adds all words within the stretch if each of them stands there.
    private static void addStretch(int start, int end, List<List<Place>> all, Set<Place> taking) {
        for (List<Place> places : all) {
            int first = firstAt(start, places);
            if (first == places.size() || places.get(first).end() > end) {
                return;
            }
        }
        all.forEach(places -> taking.addAll(within(start, end, places)));
    }

    /// Adds all words that stand in some chain from `first` to the end of the stretch.
    ///
    /// @param isTaken whether the others have been added already
    /// @return whether there is a chain
    private static boolean addChain(Place first, int end, List<List<Place>> all, boolean isTaken, Set<Place> taking) {
        int[] earliest = new int[all.size()];
        earliest[0] = first.end();
        for (int i = 1; i < all.size(); i++) {
            List<Place> places = all.get(i);
            int next = firstAt(earliest[i - 1], places);
            if (next == places.size() || places.get(next).end() > end) {
                return false;
            }
            earliest[i] = places.get(next).end();
        }
        taking.add(first);
        int latest = end;
        for (int i = all.size() - 1; i > 0 && !isTaken; i--) {
            List<Place> fitting = within(earliest[i - 1], latest, all.get(i));
            taking.addAll(fitting);
            latest = fitting.getLast().start();
        }
        return true;
    }

    /// In the language of questions.
    String written() {
        String between = words.stream().collect(Collectors.joining(" ", "\"", "\""));
        return between + "~" + (isOrdered ? ">" : "") + (most == SENTENCE ? "s" : String.valueOf(most));
    }
}
