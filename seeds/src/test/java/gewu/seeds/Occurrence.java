package gewu.seeds;

import gewu.seeds.Manuscript.Grid;
import gewu.seeds.Manuscript.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A place where a query stands in a manuscript.
///
/// @param number from 1, in reading order
/// @param at     how many visible characters stand before it
/// @param breaks how many pages the author ended before it
record Occurrence(String query, int number, int at, int breaks) {
    private static final String MARKS = "“”\"'‘’「」『』()[]〔〕【】<>《》〈〉";

    /// A stretch of a manuscript in which words may be found: a paragraph or a cell.
    private record Stretch(String words, int breaks) {}

    static List<Occurrence> all(Manuscript manuscript) {
        List<Stretch> stretches = new ArrayList<>();
        manuscript.blocks().forEach(block -> {
            switch (block) {
                case Words words -> stretches.add(new Stretch(words.words(), words.page() - 1));
                case Grid grid ->
                    grid.cells().forEach(cell -> stretches.add(new Stretch(cell.words(), grid.page() - 1)));
            }
        });
        List<Occurrence> all = new ArrayList<>();
        for (Map<String, String> row : Seeds.rows(Path.of(Seeds.ROOM.toString(), "queries.tsv"))) {
            find(row.getOrDefault("query", ""), stretches, all);
        }
        return all;
    }

    private static void find(String query, List<Stretch> stretches, List<Occurrence> all) {
        String wanted = folded(query);
        int number = 0;
        int before = 0;
        for (Stretch stretch : stretches) {
            StringBuilder searched = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            for (char c : Manuscript.plain(stretch.words()).toCharArray()) {
                String sign = folded(String.valueOf(c));
                if (!sign.isEmpty()) {
                    searched.append(sign);
                    places.add(before);
                }
                before++;
            }
            for (int at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length())) {
                all.add(new Occurrence(query, ++number, places.get(at), stretch.breaks()));
            }
        }
    }

    /// Without white space, quotation marks and brackets, all widths folded.
    private static String folded(String words) {
        StringBuilder folded = new StringBuilder();
        for (char c : Manuscript.plain(words).toCharArray()) {
            char narrow = c >= '！' && c <= '～' ? (char) (c - 0xfee0) : c;
            if (MARKS.indexOf(narrow) < 0) {
                folded.append(narrow);
            }
        }
        return folded.toString();
    }
}
