package gewu.seeds;

import gewu.seeds.Seeds.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A sample as its author would have typed it: its lines made whole again, its tabs a table, its headings known, and
/// the annexed tables behind it that a plain text can't carry. Nothing visible is added, left out or put elsewhere.
///
/// @param title  the first paragraph
/// @param blocks paragraphs and tables in reading order
record Manuscript(String name, String title, List<Block> blocks) {
    private static final int LONG_LINE = 22;
    private static final String ENDS = "。：:；;！!？?…";
    private static final Pattern NUMBERED =
            Pattern.compile("[-*\\s]*([(（]?[一二三四五六七八九十\\d１-９]{1,2}[)）、.．]|\\d(?=[\\u4e00-\\u9fff]{4})|\\[bookmark).*");

    /// A paragraph or a table.
    ///
    /// @param page on which page it begins where only the author ends pages
    sealed interface Block {
        int page();
    }

    /// @param level of the heading; 0 for running text, -1 for a title
    record Words(String words, int level, int page) implements Block {}

    /// A table of cells, row by row; covered places have none.
    record Grid(int rows, int columns, List<Cell> cells, int page) implements Block {
        /// How many rows at its top name columns.
        int heads() {
            return (int) cells.stream()
                    .filter(Cell::head)
                    .mapToInt(Cell::row)
                    .distinct()
                    .count();
        }
    }

    record Cell(int row, int column, int rows, int columns, boolean head, String words) {
        Cell printed() {
            return new Cell(row, column, rows, columns, head, wide(words));
        }
    }

    static Manuscript of(Sample sample) {
        Map<String, List<Map<String, String>>> tables = tables(sample);
        List<Block> blocks = new ArrayList<>();
        Set<String> headings = sample.table("outline").stream()
                .map(row -> plain(row.get("label") + row.get("heading")))
                .collect(Collectors.toSet());
        int page = 1;
        String rest = sample.text();
        for (List<Map<String, String>> rows : tables.values()) {
            int[] range = rangeOf(rest, rows);
            if (range.length > 0) {
                page = addParagraphs(rest.substring(0, range[0]), headings, blocks, page);
                blocks.add(grid(rows, page));
                rest = rest.substring(range[1]);
            }
        }
        page = addParagraphs(rest, headings, blocks, page);
        boolean isFirst = true;
        for (List<Map<String, String>> rows : tables.values()) {
            if (isAnnexed(rows)) {
                page += isFirst ? 1 : 0;
                isFirst = false;
                blocks.add(new Words(rows.getFirst().getOrDefault("words", ""), 0, page));
                blocks.add(grid(rows.subList(1, rows.size()), page));
            }
        }
        return new Manuscript(sample.name(), ((Words) blocks.getFirst()).words(), blocks);
    }

    /// The rows of the tables of cells, by the number of the table.
    private static Map<String, List<Map<String, String>>> tables(Sample sample) {
        Path file = Seeds.ROOM.resolve("expected").resolve(sample.name() + ".tables.tsv");
        return Files.exists(file)
                ? sample.table("tables").stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getOrDefault("table", ""), TreeMap::new, Collectors.toList()))
                : Map.of();
    }

    /// An annexed table begins with a caption, in row 0; the others stand in the text.
    private static boolean isAnnexed(List<Map<String, String>> rows) {
        return rows.getFirst().getOrDefault("row", "").equals("0");
    }

    private static Grid grid(List<Map<String, String>> rows, int page) {
        List<Cell> cells = rows.stream()
                .map(row -> new Cell(
                        number(row, "row"),
                        number(row, "column"),
                        number(row, "rows"),
                        number(row, "columns"),
                        row.getOrDefault("head", "").equals("yes"),
                        row.getOrDefault("words", "")))
                .toList();
        return new Grid(
                cells.stream().mapToInt(it -> it.row() + it.rows() - 1).max().orElse(0),
                cells.stream()
                        .mapToInt(it -> it.column() + it.columns() - 1)
                        .max()
                        .orElse(0),
                cells,
                page);
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.getOrDefault(column, ""));
    }

    /// From where to where a table's words stand in a text; empty for an annexed one.
    private static int[] rangeOf(String text, List<Map<String, String>> rows) {
        if (isAnnexed(rows)) {
            return new int[0];
        }
        String words = plain(rows.stream().map(row -> row.get("words")).collect(Collectors.joining()));
        for (int start = 0; start < text.length(); start++) {
            int at = start;
            int done = 0;
            while (at < text.length()
                    && done < words.length()
                    && (Character.isWhitespace(text.charAt(at)) ? done > 0 : text.charAt(at) == words.charAt(done))) {
                done += Character.isWhitespace(text.charAt(at)) ? 0 : 1;
                at++;
            }
            if (done == words.length()) {
                return new int[] {start, at};
            }
        }
        throw new IllegalStateException("No text has these words of a table: " + words);
    }

    /// Adds the paragraphs of a text.
    ///
    /// @return the number of the page that is reached
    private static int addParagraphs(String text, Set<String> headings, List<Block> blocks, int first) {
        int page = first;
        List<String> paragraphs = new ArrayList<>();
        boolean isOpen = false;
        for (String line :
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            if (isOpen && !NUMBERED.matcher(line).matches()) {
                paragraphs.add(paragraphs.removeLast() + line);
            } else {
                paragraphs.add(line);
            }
            String said = paragraphs.getLast();
            isOpen = said.length() >= LONG_LINE
                    && ENDS.indexOf(said.charAt(said.length() - 1)) < 0
                    && !isTitle(said)
                    && !headings.contains(plain(said));
        }
        for (String paragraph : paragraphs) {
            String words = withoutGaps(paragraph);
            page += isTitle(words) && !blocks.isEmpty() ? 1 : 0;
            blocks.add(new Words(words, isTitle(words) ? -1 : headingLevel(words, headings), page));
        }
        return page;
    }

    private static boolean isTitle(String paragraph) {
        return paragraph.length() < 1.6 * LONG_LINE && paragraph.endsWith("绩效自评报告");
    }

    private static int headingLevel(String words, Set<String> headings) {
        String said = plain(words).replaceAll("^-+|[。：:*]+$", "");
        if (!headings.contains(said)) {
            return 0;
        }
        return said.matches("[一二三四五六七八九十]+、.*") ? 1 : said.matches("[(（][一二三四五六七八九十].*") ? 2 : 3;
    }

    /// Blanks between Chinese characters are where a line of the original ended; the one that parts a title from the
    /// text behind it is as wide as a character.
    private static String withoutGaps(String words) {
        return words.replaceAll("(?<=情况|构成) +(?=[\\u4e00-\\u9fff]{2})", "\u3000")
                .replaceAll("(?<=[\\u2e80-\\uffef“”]) +(?=[\\u2e80-\\uffef“”])", "");
    }

    /// With marks as wide as characters beside Chinese, as printers set them; comparisons fold all widths.
    Manuscript printed() {
        List<Block> wide = blocks.stream()
                .map(block -> switch (block) {
                    case Words it -> (Block) new Words(wide(it.words()), it.level(), it.page());
                    case Grid it ->
                        new Grid(
                                it.rows(),
                                it.columns(),
                                it.cells().stream().map(Cell::printed).toList(),
                                it.page());
                })
                .toList();
        return new Manuscript(name, wide(title), wide);
    }

    private static String wide(String words) {
        StringBuilder wide = new StringBuilder(words);
        for (int i = 0; i < words.length(); i++) {
            boolean isChinese =
                    i > 0 && isHan(words.charAt(i - 1)) || i + 1 < words.length() && isHan(words.charAt(i + 1));
            if ("(),:;".indexOf(words.charAt(i)) >= 0 && isChinese) {
                wide.setCharAt(i, (char) (words.charAt(i) + 0xfee0));
            }
        }
        return wide.toString();
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    /// Without white space.
    static String plain(String words) {
        return words.replaceAll("[\\s\\u3000\\u00a0]+", "");
    }
}
