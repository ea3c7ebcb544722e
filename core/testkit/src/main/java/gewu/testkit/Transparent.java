package gewu.testkit;

import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import java.util.ArrayList;
import java.util.List;

/// A paragraph as search sees it: clean, in small letters, and without the quotation marks and brackets that stand
/// inside terms; able to lead back to the source.
final class Transparent {
    private static final String MARKS = "“”\"'‘’「」『』()[]〔〕【】<>《》〈〉";

    private final CleanText clean;
    private final String text;
    private final int[] places;

    Transparent(CleanText clean) {
        this.clean = clean;
        StringBuilder words = new StringBuilder();
        int[] at = new int[clean.text().length()];
        for (int i = 0; i < clean.text().length(); i++) {
            char c = clean.text().charAt(i);
            if (MARKS.indexOf(c) < 0) {
                at[words.length()] = i;
                words.append(Character.toLowerCase(c));
            }
        }
        this.text = words.toString();
        this.places = at;
    }

    static String of(String words) {
        return new Transparent(CleanText.of(words)).text;
    }

    String text() {
        return text;
    }

    /// Where `words` stand, in the source, not overlapping.
    List<Mark> find(String words) {
        List<Mark> marks = new ArrayList<>();
        if (words.isEmpty()) {
            return marks;
        }
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
            marks.add(new Mark(clean.sourceStart(places[at]), clean.sourceEnd(places[at + words.length() - 1] + 1)));
        }
        return marks;
    }
}
