package gewu.kernel.word;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How a sentence is said, with places for what varies in it.
///
/// @param words  what stands around the places
/// @param places which variable part stands in each, counted from 1
record Saying(List<String> words, List<Integer> places) {
    private static final String PLACE = "{}";

    Saying {
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    /// The variable parts where they are, as in the English of a catalogue.
    static Saying asItIs(List<String> parts) {
        return new Saying(parts, IntStream.range(1, parts.size()).boxed().toList());
    }

    /// Written with `{}` for the next variable part, or `{2}` for the second of all.
    ///
    /// @param variables how many there are
    /// @throws IllegalArgumentException if it takes more than there are
    static Saying of(String text, int variables) {
        List<String> words = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            int place = placeAt(text, at, places.size() + 1);
            if (place > 0) {
                words.add(text.substring(from, at));
                places.add(place);
                from = text.indexOf('}', at) + 1;
            }
        }
        words.add(text.substring(from));
        if (places.stream().anyMatch(it -> it > variables)) {
            throw new IllegalArgumentException("“" + text + "” takes more than the " + variables + " variable parts");
        }
        return new Saying(words, places);
    }

    /// The number of the place that is written at an opening brace; 0 if the brace is nothing but a brace.
    private static int placeAt(String text, int at, int next) {
        if (text.startsWith(PLACE, at)) {
            return next;
        }
        boolean isNumbered = at + 2 < text.length()
                && text.charAt(at + 1) >= '1'
                && text.charAt(at + 1) <= '9'
                && text.charAt(at + 2) == '}';
        return isNumbered ? text.charAt(at + 1) - '0' : 0;
    }

    /// With what varies in its places.
    String filled(List<String> variables) {
        StringBuilder filled = new StringBuilder(words.getFirst());
        for (int i = 0; i < places.size(); i++) {
            String variable = variables.get(places.get(i) - 1);
            String next = words.get(i + 1);
            boolean endsTwice = next.startsWith("。") && variable.endsWith("。");
            append(filled, variable);
            append(filled, endsTwice ? next.substring(1) : next);
        }
        return filled.toString();
    }

    /// Between a Chinese character and a Latin letter or a figure stands a space.
    private static void append(StringBuilder filled, String more) {
        boolean isSeam = !filled.isEmpty() && !more.isEmpty();
        if (isSeam) {
            int before = filled.codePointBefore(filled.length());
            int after = more.codePointAt(0);
            if ((isHan(before) && isLatin(after)) || (isLatin(before) && isHan(after))) {
                filled.append(' ');
            }
        }
        filled.append(more);
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isLatin(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
