package gewu.testkit;

import gewu.api.workbench.Panel;
import java.util.List;
import java.util.stream.Stream;

/// What stands in a panel, however deep inside others: for tests that look for one thing in it.
public final class Shown {
    private static final int ROWS = 1000;

    private Shown() {}

    /// All panels of one kind, in the order of the page.
    public static <T extends Panel> List<T> all(Class<T> kind, Panel panel) {
        return each(panel).filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What it says in Chinese: a line for each sentence, row, stretch of a report or link; cells are parted by bars.
    public static List<String> words(Panel panel) {
        return each(panel).flatMap(Shown::lines).toList();
    }

    private static Stream<Panel> each(Panel panel) {
        return Stream.concat(Stream.of(panel), panel.parts().stream().flatMap(Shown::each));
    }

    private static Stream<String> lines(Panel panel) {
        return switch (panel) {
            case Panel.Text(var words) -> Stream.of(words.zh());
            case Panel.Advice it -> Stream.of(it.typed().zh());
            case Panel.Document it -> Stream.of(it.head().zh() + "|" + it.text());
            case Panel.Table it -> rows(it.rows());
            case Panel.LongTable it -> rows(it.rows().some(Panel.Sift.NONE, 0, ROWS));
            case Panel.Chart it -> Stream.of(it.title().zh());
            case Panel.Links it -> it.links().stream().map(link -> link.words().zh());
            case Panel.Board it -> Stream.of(it.lanes().toString());
            case Panel.Calendar it -> Stream.of(it.days().toString());
            case Panel.Tree it -> Stream.of(it.nodes().toString());
            case Panel.Form it -> Stream.of(it.command() + it.arguments() + it.fields());
            case Panel.SideBySide it -> Stream.of(it.couples().toString());
            case Panel.Html it -> Stream.of(it.words().zh());
            case Panel.Stack _, Panel.Beside _ -> Stream.empty();
        };
    }

    private static Stream<String> rows(List<Panel.Row> rows) {
        return rows.stream()
                .map(row ->
                        String.join("|", row.cells().stream().map(it -> it.zh()).toList()));
    }
}
