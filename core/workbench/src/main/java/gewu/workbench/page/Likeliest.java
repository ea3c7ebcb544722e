package gewu.workbench.page;

import gewu.api.workbench.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Of many choices those that somebody who types most likely means: first those that begin with the words, then those
/// that hold all of them anywhere, then those with their signs in the same order, as people shorten long names.
final class Likeliest {
    private static final int MOST = 20;
    private static final int NOT_MEANT = 4;

    private final String typed;
    private final List<String> words;
    private final String language;

    private Likeliest(String typed, String language) {
        this.typed = plain(typed);
        this.words =
                Stream.of(this.typed.split("\\s+")).filter(it -> !it.isEmpty()).toList();
        this.language = language;
    }

    private record Meant(Panel.Choice choice, int distance, int length) {}

    /// At most twenty; the first of all where nothing is typed.
    static List<Panel.Choice> of(List<Panel.Choice> all, String typed, String language) {
        Likeliest likeliest = new Likeliest(typed, language);
        return all.stream()
                .map(likeliest::meant)
                .filter(it -> it.distance() < NOT_MEANT)
                .sorted(Comparator.comparingInt(Meant::distance).thenComparingInt(Meant::length))
                .limit(MOST)
                .map(Meant::choice)
                .toList();
    }

    private Meant meant(Panel.Choice choice) {
        String value = plain(choice.value());
        int distance = Math.min(distance(value), distance(plain(choice.words().in(language))));
        return new Meant(choice, distance, words.isEmpty() ? 0 : value.length());
    }

    private int distance(String name) {
        if (name.equals(typed)) {
            return 0;
        }
        if (name.startsWith(typed)) {
            return 1;
        }
        if (words.stream().allMatch(name::contains)) {
            return 2;
        }
        return holdsInOrder(name) ? 3 : NOT_MEANT;
    }

    private boolean holdsInOrder(String name) {
        int at = 0;
        for (int i = 0; i < typed.length(); i++) {
            char sign = typed.charAt(i);
            if (Character.isWhitespace(sign)) {
                continue;
            }
            at = name.indexOf(sign, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT);
    }
}
