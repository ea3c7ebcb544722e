package gewu.kernel.version;

import gewu.api.report.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word in a paragraph: a Chinese character, a Latin word or a figure.
///
/// @param word  figures without the commas of thousands
/// @param start in the clean text of the paragraph
/// @param end   in the clean text, exclusive
record Token(String word, boolean isFigure, int start, int end) {
    private static final Pattern TOKEN =
            Pattern.compile("(?<figure>\\d+(?:,\\d{3})*(?:\\.\\d+)?%?)|[A-Za-z]+|[〇\\p{L}]");

    static List<Token> of(CleanText clean) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(clean.text());
        while (matcher.find()) {
            boolean isFigure = matcher.group("figure") != null;
            String word = isFigure ? matcher.group().replace(",", "") : matcher.group();
            tokens.add(new Token(word, isFigure, matcher.start(), matcher.end()));
        }
        return tokens;
    }
}
