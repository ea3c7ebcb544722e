package gewu.house;

import gewu.api.report.CleanText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is expected of a sample report, whatever format it comes in: the tables beside the samples.
record Seed(String name) {
    static final Path ROOM = Path.of(System.getProperty("gewu.root", "."), "seeds");

    /// A heading: depth, words with numbering, and the roles that are right.
    record Heading(int depth, String words, List<String> roles, boolean isOptional) {
        boolean isFor(Heading found) {
            boolean isNamed = isOptional
                    ? found.words.startsWith(words) || words.startsWith(found.words)
                    : words.equals(found.words);
            return isNamed && depth == found.depth && roles.containsAll(found.roles);
        }
    }

    /// A place where a query stands.
    ///
    /// @param page   in files of fixed pages
    /// @param breaks how many pages the author ended before it
    record Place(int page, int breaks) {}

    /// A cell; row 0 is the caption of an annexed table.
    record Cell(int table, int row, int column, int rows, int columns, boolean head, String words) {}

    List<Heading> outline() {
        return table("expected/" + name + ".outline.tsv").stream()
                .map(row -> new Heading(
                        number(row, "level"),
                        bare(row.get("label") + row.get("heading")).replaceAll("[。:*]+$", ""),
                        List.of(row.getOrDefault("role", "").split("\\|")),
                        row.getOrDefault("reader", "").equals("may")))
                .toList();
    }

    /// All places of each query, in reading order.
    Map<String, List<Place>> places() {
        return table("expected/" + name + ".pages.tsv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("query", ""),
                        Collectors.mapping(
                                row -> new Place(number(row, "page"), number(row, "breaks")), Collectors.toList())));
    }

    static List<String> queries() {
        return table("queries.tsv").stream()
                .map(row -> row.getOrDefault("query", ""))
                .toList();
    }

    /// The cells of all tables, captions included.
    List<Cell> cells() {
        if (!Files.exists(ROOM.resolve("expected/" + name + ".tables.tsv"))) {
            return List.of();
        }
        return table("expected/" + name + ".tables.tsv").stream()
                .map(row -> new Cell(
                        number(row, "table"),
                        number(row, "row"),
                        number(row, "column"),
                        number(row, "rows"),
                        number(row, "columns"),
                        row.getOrDefault("head", "").equals("yes"),
                        bare(row.getOrDefault("words", ""))))
                .toList();
    }

    /// The words of the tables that the plain text lacks, captions included.
    String annex() {
        List<Cell> cells = cells();
        return cells.stream()
                .filter(cell -> cells.stream().anyMatch(it -> it.table() == cell.table() && it.row() == 0))
                .map(Cell::words)
                .collect(Collectors.joining());
    }

    /// As a reader sees it: without white space, all widths folded.
    static String bare(String words) {
        StringBuilder bare = new StringBuilder();
        for (char c : words.toCharArray()) {
            if (!CleanText.isSpace(c)) {
                bare.append(CleanText.fold(c));
            }
        }
        return bare.toString();
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.getOrDefault(column, ""));
    }

    private static List<Map<String, String>> table(String file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(ROOM.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String[] heads = lines.getFirst().split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < heads.length; i++) {
                row.put(heads[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
