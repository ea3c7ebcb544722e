package gewu.api.report;

import java.util.List;

/// What an importer read: the whole text of a file, never rewritten, and where its pages are.
///
/// All offsets in Gewu are UTF-16 units into [#text]. Pages are in order, do not overlap, and cover the text.
public record SourceText(String text, List<Page> pages) {
    public SourceText {
        pages = List.copyOf(pages);
        int at = 0;
        for (Page page : pages) {
            if (page.start() != at || page.end() > text.length()) {
                throw new IllegalArgumentException(
                        "Page " + page.number() + " begins at " + page.start() + ", expected " + at + ".");
            }
            at = page.end();
        }
        if (at != text.length()) {
            throw new IllegalArgumentException("The pages end at " + at + ", the text at " + text.length() + ".");
        }
    }

    /// A text without page breaks.
    public static SourceText onePage(String text) {
        return new SourceText(text, List.of(new Page(1, 0, text.length())));
    }

    /// The number of the page that holds the unit at `offset`.
    public int pageAt(int offset) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pages.get(low).number();
    }
}
