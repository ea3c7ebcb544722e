package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What holds for every panel, whoever shows it.
final class PanelRules {
    private static final int SAMPLE = 100;

    private PanelRules() {}

    static void hold(Panel panel) {
        switch (panel) {
            case Panel.Text(var words) -> saysBoth(words);
            case Panel.Advice advice -> hold(advice);
            case Panel.Table table -> hold(table);
            case Panel.Chart chart -> {
                saysBoth(chart.title());
                assertThat(chart.series())
                        .allSatisfy(series -> assertThat(series.points())
                                .allSatisfy(point -> assertThat(point.label()).isNotBlank()));
            }
            case Panel.Links(var title, var links) -> {
                assertThat(title.zh().isEmpty()).isEqualTo(title.en().isEmpty());
                links.forEach(link -> saysBoth(link.words()));
            }
            case Panel.Board board -> hold(board);
            case Panel.Calendar calendar -> hold(calendar);
            case Panel.Tree(var nodes) -> nodes.forEach(PanelRules::hold);
            case Panel.Document document -> hold(document);
            case Panel.Form form -> hold(form);
            case Panel.LongTable table -> hold(table);
            case Panel.Html html -> saysBoth(html.words());
            case Panel.SideBySide texts -> hold(texts);
            case Panel.Stack _, Panel.Beside _ -> panel.parts().forEach(PanelRules::hold);
        }
    }

    private static void hold(Panel.Advice advice) {
        saysBoth(advice.typed());
        assertThat(advice.words().zh().isEmpty()).isEqualTo(advice.words().en().isEmpty());
        assertThat(advice.words().zh())
                .as("advice on a page is no call to be typed")
                .doesNotContain("gewu ");
        advice.steps().forEach(PanelRules::hold);
        advice.ways().forEach(it -> saysBoth(it.words()));
    }

    private static void hold(Panel.Table table) {
        assertThat(table.title().zh().isEmpty()).isEqualTo(table.title().en().isEmpty());
        table.columns().forEach(column -> saysBoth(column.head()));
        assertThat(table.rows())
                .as("rows of “%s”, one cell a column", table.title().zh())
                .allMatch(row -> row.cells().size() == table.columns().size())
                .allMatch(row -> row.leads().keySet().stream()
                        .allMatch(it -> it < row.cells().size()))
                .allMatch(row -> row.sentences().entrySet().stream()
                        .allMatch(it -> it.getValue().label().equals(row.cells().get(it.getKey()))));
    }

    private static void hold(Panel.Form form) {
        assertThat(form.command()).isNotBlank();
        saysBoth(form.submit());
        form.fields().forEach(field -> saysBoth(field.title()));
        assertThat(form.fields())
                .as("fields of “%s”", form.title().zh())
                .allMatch(field -> (field.kind() == Panel.Field.Kind.CHOICE)
                                == !field.choices().isEmpty()
                        || field.kind() == Panel.Field.Kind.LINE);
    }

    /// Rows come alike, whether they are asked for together or in parts.
    private static void hold(Panel.LongTable table) {
        long count = table.rows().count(Panel.Sift.NONE);
        List<Panel.Row> first = table.rows().some(Panel.Sift.NONE, 0, SAMPLE);
        hold(new Panel.Table(table.title(), table.columns(), first));
        assertThat(first).as("the first rows of “%s”", table.id()).hasSize((int) Math.min(count, SAMPLE));
        if (first.size() > 1) {
            assertThat(table.rows().some(Panel.Sift.NONE, 1, 1)).containsExactly(first.get(1));
        }
        assertThat(table.rows().some(Panel.Sift.NONE, count, SAMPLE)).isEmpty();
        for (int column = 0; column < table.columns().size() && !first.isEmpty(); column++) {
            holdSifted(table, column, first.getFirst().cells().get(column));
            holdSorted(table, column, count);
        }
    }

    /// Whatever is asked for by the words of a cell holds them, and the row that has them is among it.
    private static void holdSifted(Panel.LongTable table, int column, Label words) {
        if (words.zh().isBlank()) {
            return;
        }
        Panel.Sift sift = new Panel.Sift(new TreeMap<>(Map.of(column, words.zh())), -1, false);
        List<Panel.Row> kept = table.rows().some(sift, 0, SAMPLE);
        assertThat(kept)
                .as("rows of “%s” with “%s” in column %s", table.id(), words.zh(), column)
                .isNotEmpty()
                .hasSize((int) Math.min(table.rows().count(sift), SAMPLE))
                .allMatch(row -> holds(row.cells().get(column).zh(), words.zh())
                        || holds(row.cells().get(column).en(), words.zh()));
    }

    private static boolean holds(String cell, String words) {
        return cell.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    /// Sorting loses no row, and what says nothing stands last, rising and falling.
    private static void holdSorted(Panel.LongTable table, int column, long count) {
        for (boolean isFalling : List.of(false, true)) {
            Panel.Sift sift = new Panel.Sift(new TreeMap<>(), column, isFalling);
            assertThat(table.rows().count(sift)).isEqualTo(count);
            List<Panel.Row> sorted = table.rows().some(sift, 0, SAMPLE);
            assertThat(sorted).hasSize((int) Math.min(count, SAMPLE));
            List<Boolean> blank = sorted.stream()
                    .map(row -> row.cells().get(column).zh().isBlank())
                    .toList();
            assertThat(blank)
                    .as("empty cells of “%s” in column %s", table.id(), column)
                    .isSorted();
        }
    }

    private static void hold(Panel.Board board) {
        assertThat(board.title().zh().isEmpty()).isEqualTo(board.title().en().isEmpty());
        assertThat(board.lanes()).extracting(Panel.Lane::id).doesNotHaveDuplicates();
        for (Panel.Lane lane : board.lanes()) {
            saysBoth(lane.head());
            assertThat(lane.count())
                    .as("cards of “%s”, counted", lane.head().zh())
                    .isGreaterThanOrEqualTo(lane.cards().size());
            lane.cards().forEach(card -> {
                assertThat(card.key()).isNotBlank();
                saysBoth(card.words());
                card.flags().forEach(flag -> saysBoth(flag.words()));
            });
        }
    }

    private static void hold(Panel.Calendar calendar) {
        saysBoth(calendar.title());
        assertThat(calendar.last()).isAfterOrEqualTo(calendar.first());
        assertThat(calendar.days())
                .extracting(Panel.Day::on)
                .as("days of “%s”", calendar.title().zh())
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(day -> !day.isBefore(calendar.first()) && !day.isAfter(calendar.last()));
        for (Panel.Day day : calendar.days()) {
            assertThat(day.count()).isGreaterThanOrEqualTo(day.entries().size());
            day.entries().forEach(entry -> {
                saysBoth(entry.kind());
                saysBoth(entry.words());
            });
        }
    }

    private static void hold(Panel.Node node) {
        saysBoth(node.text());
        node.nodes().forEach(PanelRules::hold);
    }

    private static void hold(Panel.Document document) {
        saysBoth(document.head());
        int end = document.start() + document.text().length();
        assertThat(document.marks())
                .as("marks of “%s”, inside its text", document.head().zh())
                .allMatch(mark -> mark.start() >= document.start() && mark.start() < mark.end() && mark.end() <= end);
    }

    private static void hold(Panel.SideBySide texts) {
        saysBoth(texts.left());
        saysBoth(texts.right());
        for (Panel.Couple couple : texts.couples()) {
            couple.left().ifPresent(PanelRules::hold);
            couple.right().ifPresent(PanelRules::hold);
            assertThat(couple.heading().zh().isEmpty())
                    .isEqualTo(couple.heading().en().isEmpty());
            assertThat(couple.remark().zh().isEmpty())
                    .isEqualTo(couple.remark().en().isEmpty());
            assertThat(standsWhereItShould(couple))
                    .as("a line of “%s” that is %s", texts.right().zh(), couple.change())
                    .isTrue();
        }
    }

    private static boolean standsWhereItShould(Panel.Couple couple) {
        boolean hasLeft = couple.left().isPresent();
        boolean hasRight = couple.right().isPresent();
        return switch (couple.change()) {
            case SAME, FIGURES, WORDS -> hasLeft && hasRight;
            case GONE -> hasLeft && !hasRight;
            case NEW -> hasRight && !hasLeft;
            case MOVED -> hasLeft || hasRight;
        };
    }

    private static void saysBoth(Label label) {
        assertThat(label.zh()).isNotBlank();
        assertThat(label.en()).isNotBlank();
    }
}
