package gewu.kernel.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what belongs to pages and not to the report: page numbers, and words that stand at the same height of many
/// pages. It is strict: words that stand on one page only are never dropped, but for a page number.
final class RunningHeads {
    /// At the top and bottom of a page, this share of its height.
    private static final double MARGIN = 0.13;

    /// How many lines there may be of a head or foot.
    private static final int MOST_LINES = 3;

    /// Words stand at the same height if they differ by no more than this (in points).
    private static final double SAME_HEIGHT = 8;

    private static final int LONGEST = 60;
    private static final Pattern SURE_NUMBER = Pattern.compile(
            "[-—–_·~]{1,3}\\s*\\d{1,4}\\s*[-—–_·~]{1,3}|第\\s*\\d{1,4}\\s*页.{0,10}|\\d{1,4}\\s*/\\s*\\d{1,4}(\\s*页)?|[Pp]age\\s*\\d{1,4}.{0,12}");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,4}|[IVXivx]{1,5}");

    private final List<SetPage> pages;

    private RunningHeads(List<SetPage> pages) {
        this.pages = pages;
    }

    /// Takes them out of the pages.
    static void drop(List<SetPage> pages) {
        RunningHeads heads = new RunningHeads(pages);
        heads.dropNumbers();
        heads.dropRepeated();
    }

    /// Whether words can only be the number of a page.
    static boolean isPageNumber(String words) {
        return SURE_NUMBER.matcher(words).matches();
    }

    private void dropNumbers() {
        int inSequence = 0;
        for (SetPage page : pages) {
            inSequence += plainNumber(page).isEmpty() ? 0 : 1;
        }
        boolean plainNumbersCount = inSequence >= Math.max(1, pages.size() / 2);
        for (SetPage page : pages) {
            for (SetLine line : candidates(page)) {
                if (isPageNumber(line.text())) {
                    page.drop(line);
                }
            }
            if (plainNumbersCount) {
                plainNumber(page).forEach(page::drop);
            }
        }
    }

    /// A bare number alone in the last line of the margin, near the middle or the side, that counts with the pages.
    private List<SetLine> plainNumber(SetPage page) {
        List<SetLine> found = new ArrayList<>();
        for (SetLine line : candidates(page)) {
            boolean isAtEdge = isLast(page, line) || isFirst(page, line);
            if (isAtEdge && PLAIN_NUMBER.matcher(line.text()).matches() && counts(page, line)) {
                found.add(line);
            }
        }
        return found;
    }

    /// Whether another page bears the number that follows from this one; a single page bears a small one.
    private boolean counts(SetPage page, SetLine line) {
        Matcher digits = Pattern.compile("\\d+").matcher(line.text());
        if (!digits.matches()) {
            return pages.size() > 2;
        }
        int offset = Integer.parseInt(line.text()) - page.number();
        if (pages.size() == 1) {
            return offset == 0 && line.top() > page.height() * (1 - MARGIN);
        }
        for (SetPage other : pages) {
            if (other != page) {
                for (SetLine its : candidates(other)) {
                    if (its.text().equals(Integer.toString(other.number() + offset))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void dropRepeated() {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (SetPage page : pages) {
            for (SetLine line : candidates(page)) {
                for (long height : heights(line)) {
                    seen.computeIfAbsent(key(line, height), _ -> new HashSet<>())
                            .add(page.number());
                }
            }
        }
        int enough = pages.size() < 3 ? 2 : Math.max(3, (int) Math.ceil(pages.size() * 0.4));
        for (SetPage page : pages) {
            for (SetLine line : candidates(page)) {
                boolean isRepeated = false;
                for (long height : heights(line)) {
                    isRepeated |= seen.getOrDefault(key(line, height), Set.of()).size() >= enough;
                }
                if (isRepeated && line.text().length() <= LONGEST && isApart(page, line)) {
                    page.drop(line);
                }
            }
        }
    }

    /// A head or foot stands apart from the text: more than the lines of the text stand from one another.
    private boolean isApart(SetPage page, SetLine line) {
        List<SetLine> lines = page.lines();
        int at = lines.indexOf(line);
        boolean isAbove = line.top() < page.height() / 2;
        if (pages.size() >= 4) {
            return true;
        }
        int next = isAbove ? at + 1 : at - 1;
        if (next < 0 || next >= lines.size()) {
            return true;
        }
        SetLine text = lines.get(next);
        double gap = isAbove ? text.top() - line.bottom() : line.top() - text.bottom();
        return gap > 0.9 * Math.max(text.size(), line.size()) || line.size() < 0.85 * text.size();
    }

    /// Two neighbouring steps of height, so that no line falls between them.
    private static long[] heights(SetLine line) {
        long step = Math.round(line.top() / SAME_HEIGHT);
        return new long[] {step, step + (line.top() / SAME_HEIGHT > step ? 1 : -1)};
    }

    private static String key(SetLine line, long height) {
        return height + " " + line.text().replaceAll("\\d+", "#").replace(" ", "");
    }

    private List<SetLine> candidates(SetPage page) {
        List<SetLine> lines = page.lines();
        List<SetLine> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            SetLine line = lines.get(i);
            boolean isHead = i < MOST_LINES && line.bottom() < page.height() * MARGIN;
            boolean isFoot = i >= lines.size() - MOST_LINES && line.top() > page.height() * (1 - MARGIN);
            if (isHead || isFoot) {
                found.add(line);
            }
        }
        return found;
    }

    private static boolean isLast(SetPage page, SetLine line) {
        return page.blocks().getLast() == line;
    }

    private static boolean isFirst(SetPage page, SetLine line) {
        return page.blocks().getFirst() == line;
    }
}
