package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.util.List;

/// What holds for every panel, whoever shows it.
final class PanelRules {
    private static final int SAMPLE = 100;

    private PanelRules() {}

    static void hold(Panel panel) {
        switch (panel) {
            case Panel.Text(var words) -> saysBoth(words);
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
            case Panel.Stack(var panels) -> panels.forEach(PanelRules::hold);
        }
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

    private static void saysBoth(Label label) {
        assertThat(label.zh()).isNotBlank();
        assertThat(label.en()).isNotBlank();
    }
}
