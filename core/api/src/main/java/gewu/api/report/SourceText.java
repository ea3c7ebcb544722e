package gewu.api.report;

import java.util.List;

/// What an importer read: the whole text of a file, never rewritten, and what its parts are.
///
/// All offsets in Gewu are UTF-16 units into [#text]. Pages are in order, do not overlap, and cover the text.
///
/// @param text   the words in reading order
/// @param pages  in order
/// @param lines  what the end of a line means
/// @param tables in reading order, not overlapping
/// @param doubts words a recogniser is not sure of, in reading order, not overlapping
public record SourceText(String text, List<Page> pages, Lines lines, List<Table> tables, List<Doubt> doubts) {
    /// What the end of a line means.
    public enum Lines {
        /// It may be only layout: a sentence may go on in the next line.
        BROKEN,
        /// It ends a paragraph or a row of a table; only pages may end within one.
        WHOLE
    }

    public SourceText {
        pages = List.copyOf(pages);
        tables = List.copyOf(tables);
        doubts = List.copyOf(doubts);
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

    /// A text of which nothing is known but its pages: its lines may be broken anywhere.
    public SourceText(String text, List<Page> pages) {
        this(text, pages, Lines.BROKEN, List.of(), List.of());
    }

    /// A text without page breaks.
    public static SourceText onePage(String text) {
        return new SourceText(text, List.of(new Page(1, 0, text.length())));
    }

    /// The doubts about the words from `start` to `end`.
    public List<Doubt> doubts(int start, int end) {
        int low = 0;
        int high = doubts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (doubts.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int behind = low;
        while (behind < doubts.size() && doubts.get(behind).start() < end) {
            behind++;
        }
        return doubts.subList(low, behind);
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
