package gewu.search;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Output;
import gewu.api.workbench.Panel;
import java.util.ArrayList;
import java.util.List;

/// Keeps what a command says.
final class Heard implements Output {
    final List<DataRow> rows = new ArrayList<>();
    final List<Panel> panels = new ArrayList<>();
    private final boolean isJson;

    Heard(boolean isJson) {
        this.isJson = isJson;
    }

    @Override
    public boolean isJson() {
        return isJson;
    }

    @Override
    public void row(DataRow row) {
        rows.add(row);
    }

    @Override
    public void show(Panel panel) {
        panels.add(panel);
    }

    @Override
    public void note(String text) {
        panels.add(new Panel.Text(text));
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }

    /// All sentences shown, in Chinese.
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        panels.forEach(panel -> collect(panel, sentences));
        return sentences;
    }

    private static void collect(Panel panel, List<String> sentences) {
        switch (panel) {
            case Panel.Text(var words) -> sentences.add(words.zh());
            case Panel.Document document -> sentences.add(document.head().zh() + "|" + document.text());
            case Panel.Table table -> sentences.add(table.title().zh() + table.rows());
            case Panel.Chart chart -> sentences.add(chart.title().zh());
            case Panel.Links links ->
                links.links().forEach(it -> sentences.add(it.words().zh()));
            case Panel.Board board -> sentences.add(board.lanes().toString());
            case Panel.Calendar calendar -> sentences.add(calendar.days().toString());
            case Panel.Tree tree -> sentences.add(tree.nodes().toString());
            case Panel.Form form -> sentences.add(form.command() + form.arguments() + form.fields());
            case Panel.LongTable wide ->
                collect(
                        new Panel.Table(
                                wide.title(), wide.columns(), wide.rows().some(Panel.Sift.NONE, 0, 1000)),
                        sentences);
            case Panel.Html html -> sentences.add(html.words().zh());
            case Panel.SideBySide texts -> sentences.add(texts.couples().toString());
            case Panel.Stack(var panels) -> panels.forEach(each -> collect(each, sentences));
        }
    }
}
