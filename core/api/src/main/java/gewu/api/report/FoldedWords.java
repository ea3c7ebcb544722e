package gewu.api.report;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words as an anchor knows them: clean text without white space, each character with its place in the source.
///
/// What is done here decides the hashes of anchors that people have written down: it stays as it is.
record FoldedWords(String text, int[] sources, int labelled) {
    private static final String NUMERAL = "[0-9一二三四五六七八九十百零〇]{1,4}";

    /// The numbering in front of a paragraph: `第三章`, `(一)`, `3.` but not `3.5`, `四、`, `①`, a list sign
    /// before it included.
    private static final Pattern LABEL = Pattern.compile("[-•·]?(?:第" + NUMERAL + "(?:章|节|条|部分)[、:.]?|\\(" + NUMERAL
            + "\\)[、.]?|" + NUMERAL + "(?:[、)]|\\.(?![0-9]))|[①-⑳])");

    /// The words of a paragraph.
    static FoldedWords of(CleanText clean) {
        String words = clean.text();
        char[] folded = new char[words.length()];
        int[] sources = new int[words.length()];
        int length = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c != ' ') {
                folded[length] = c;
                sources[length] = clean.sourceStart(i);
                length++;
            }
        }
        String text = new String(folded, 0, length);
        return new FoldedWords(text, Arrays.copyOf(sources, length), label(text));
    }

    private static int label(String text) {
        Matcher label = LABEL.matcher(text);
        return label.lookingAt() && label.end() < text.length() ? label.end() : 0;
    }

    /// The words behind the numbering.
    String words() {
        return text.substring(labelled);
    }

    /// How many characters stand before `source`.
    int countBefore(int source) {
        int found = Arrays.binarySearch(sources, source);
        return found >= 0 ? found : -found - 1;
    }
}
