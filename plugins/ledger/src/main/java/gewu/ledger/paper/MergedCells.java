package gewu.ledger.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cells that somebody merged: the file holds the words once, in the uppermost; in the others, whatever they hold is
/// covered, and the same is meant. For one
/// pass over the rows of a sheet, from the top.
final class MergedCells {
    /// What stands on several rows, one above the other.
    private static final Pattern RANGE = Pattern.compile(
            "<(?:\\w{1,20}:)?mergeCell\\b[^>]{0,200}?\\bref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");

    private static final byte[] BEGIN = "mergeCells".getBytes(StandardCharsets.US_ASCII);
    private static final int AT_ONCE = 1 << 16;
    private static final int MOST = 2_000_000;
    private static final int MOST_RANGES = 20_000;
    /// How long the name of an element may be before the word, its `<` and prefix.
    private static final int BEFORE = 32;

    /// Where the ranges stand that begin in a row, and those that began above.
    private final Map<Integer, List<Range>> beginning = new HashMap<>();
    private final List<Range> open = new ArrayList<>();
    private final Map<Range, SheetCell> words = new HashMap<>();

    /// The first column and row, and the last row.
    private record Range(int column, int first, int last) {}

    /// Where the sheet's XML comes from.
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    private MergedCells() {}

    /// They stand behind all rows, so that the sheet is looked through for them before it is read.
    static MergedCells of(Content content) throws IOException {
        MergedCells merged = new MergedCells();
        Matcher ranges = RANGE.matcher(end(content));
        for (int i = 0; i < MOST_RANGES && ranges.find(); i++) {
            int first = Integer.parseInt(ranges.group(2));
            int last = Integer.parseInt(ranges.group(4));
            if (last > first) {
                merged.beginning
                        .computeIfAbsent(first, _ -> new ArrayList<>())
                        .add(new Range(SheetReader.column(ranges.group(1)), first, last));
            }
        }
        return merged;
    }

    /// Puts into a row what stands in it by merging.
    void complete(int row, Map<Integer, SheetCell> cells) {
        if (beginning.isEmpty()) {
            return;
        }
        open.removeIf(it -> it.last() < row);
        for (Range it : open) {
            SheetCell above = words.get(it);
            if (above != null) {
                cells.put(it.column(), above);
            }
        }
        for (Range it : beginning.getOrDefault(row, List.of())) {
            SheetCell own = cells.get(it.column());
            if (own != null) {
                words.put(it, own);
                open.add(it);
            }
        }
    }

    /// What follows the word that opens the list of ranges; empty if there is none.
    private static String end(Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] bytes = new byte[AT_ONCE];
            int kept = 0;
            while (true) {
                int more = in.read(bytes, kept, bytes.length - kept);
                if (more < 0) {
                    return "";
                }
                int all = kept + more;
                int found = find(bytes, all);
                if (found >= 0) {
                    String begun = new String(bytes, found, all - found, StandardCharsets.ISO_8859_1);
                    return begun + new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
                }
                kept = Math.min(all, BEGIN.length + BEFORE);
                System.arraycopy(bytes, all - kept, bytes, 0, kept);
            }
        }
    }

    private static int find(byte[] in, int length) {
        for (int i = 0; i + BEGIN.length <= length; i++) {
            int same = 0;
            while (same < BEGIN.length && in[i + same] == BEGIN[same]) {
                same++;
            }
            if (same == BEGIN.length && isElement(in, i)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether the word that begins there is the name of an element; in the text of a cell there is no `<`.
    private static boolean isElement(byte[] in, int begin) {
        for (int i = begin - 1; i >= Math.max(0, begin - BEFORE); i--) {
            if (in[i] == '<') {
                return true;
            }
            boolean isName = in[i] == ':' || (in[i] > 0 && Character.isLetterOrDigit(in[i]));
            if (!isName || (i == begin - 1 && in[i] != ':')) {
                return false;
            }
        }
        return false;
    }
}
