package gewu.kernel.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One English sentence or phrase with its Chinese wording. `{}` stands for what varies, `{2}` in the Chinese for the
/// second of these.
///
/// @param parts  the English around what varies
/// @param words  the Chinese around the places
/// @param places which variable part stands in each, counted from 1
record Template(List<String> parts, List<String> words, List<Integer> places) {
    private static final String PLACE = "{}";
    private static final String SENTENCE_ENDS = ".?!:";

    Template {
        parts = List.copyOf(parts);
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    /// @throws IllegalArgumentException if the Chinese takes what the English does not have
    static Template of(String english, String chinese) {
        List<String> parts = List.of(english.split("\\{}", -1));
        List<String> words = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int from = 0;
        for (int at = chinese.indexOf('{'); at >= 0; at = chinese.indexOf('{', at + 1)) {
            int place = placeAt(chinese, at, places.size() + 1);
            if (place > 0) {
                words.add(chinese.substring(from, at));
                places.add(place);
                from = chinese.indexOf('}', at) + 1;
            }
        }
        words.add(chinese.substring(from));
        if (places.stream().anyMatch(it -> it >= parts.size())) {
            throw new IllegalArgumentException("“" + chinese + "” takes more than the " + (parts.size() - 1)
                    + " variable parts of “" + english + "”.");
        }
        Template template = new Template(parts, words, places);
        if (template.literals() < 2) {
            throw new IllegalArgumentException("“" + english + "” would be found in any text.");
        }
        return template;
    }

    /// The number of the place that is written at an opening brace; 0 if the brace is nothing but a brace.
    private static int placeAt(String chinese, int at, int next) {
        if (chinese.startsWith(PLACE, at)) {
            return next;
        }
        boolean isNumbered = at + 2 < chinese.length()
                && chinese.charAt(at + 1) >= '1'
                && chinese.charAt(at + 1) <= '9'
                && chinese.charAt(at + 2) == '}';
        return isNumbered ? chinese.charAt(at + 1) - '0' : 0;
    }

    /// Whether it stands in a text; anything else only as what varies in a sentence.
    boolean isSentence() {
        return !last().isEmpty() && SENTENCE_ENDS.indexOf(last().charAt(last().length() - 1)) >= 0;
    }

    String first() {
        return parts.getFirst();
    }

    String last() {
        return parts.getLast();
    }

    /// How many characters do not vary.
    int literals() {
        return parts.stream().mapToInt(String::length).sum();
    }

    /// What varies in `text`, which must be nothing but this; null if it is not.
    @Nullable
    List<String> variablesOf(String text) {
        if (parts.size() == 1) {
            return text.equals(first()) ? List.of() : null;
        }
        int end = text.length() - last().length();
        if (!text.startsWith(first()) || !text.endsWith(last()) || end < first().length()) {
            return null;
        }
        List<String> variables = new ArrayList<>();
        int from = first().length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int at = text.indexOf(part, from);
            if (at < 0 || at + part.length() > end) {
                return null;
            }
            variables.add(text.substring(from, at));
            from = at + part.length();
        }
        variables.add(text.substring(from, end));
        return variables;
    }

    /// The Chinese, with what varies in its places.
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
