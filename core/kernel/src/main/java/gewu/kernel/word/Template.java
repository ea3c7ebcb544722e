package gewu.kernel.word;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One English sentence or phrase with its Chinese wording. `{}` stands for what varies, `{2}` in a wording for the
/// second of these.
///
/// @param parts the English around what varies
record Template(List<String> parts, Saying chinese, Saying pageChinese, Saying pageEnglish) {
    private static final String SENTENCE_ENDS = ".?!:";

    Template {
        parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException if the Chinese takes what the English does not have
    static Template of(String english, String chinese) {
        List<String> parts = List.of(english.split("\\{}", -1));
        Saying saying = saying(chinese, parts);
        Template template = new Template(parts, saying, saying, Saying.asItIs(parts));
        if (template.literals() < 2) {
            throw new IllegalArgumentException("“" + english + "” would be found in any text.");
        }
        return template;
    }

    /// The same with other words on pages.
    ///
    /// @throws IllegalArgumentException if they take what the English does not have
    Template onPage(String chinese, String english) {
        return new Template(parts, this.chinese, saying(chinese, parts), saying(english, parts));
    }

    private static Saying saying(String text, List<String> parts) {
        try {
            return Saying.of(text, parts.size() - 1);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + " of “" + String.join("{}", parts) + "”.", wrong);
        }
    }

    Saying said(Face face) {
        return switch (face) {
            case CHINESE -> chinese;
            case PAGE_CHINESE -> pageChinese;
            case PAGE_ENGLISH -> pageEnglish;
        };
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
}
