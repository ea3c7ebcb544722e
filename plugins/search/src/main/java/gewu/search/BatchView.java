package gewu.search;

import gewu.api.Label;
import gewu.api.Wording;
import gewu.api.WorkbenchException;
import gewu.api.search.ReportSearch;
import gewu.api.workbench.Panel;
import gewu.api.workbench.Panel.Choice;
import gewu.api.workbench.Panel.Field;
import gewu.api.workbench.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many questions at once: a row each, a column a year, organisation or report. A list too long for an
/// address is sent as a file.
final class BatchView implements View {
    private static final int MOST = 300;

    private final ReportSearch search;
    private final Wording wording;

    BatchView(ReportSearch search, Wording wording) {
        this.search = search;
        this.wording = wording;
    }

    @Override
    public Panel show(Map<String, String> parameters) {
        List<QueryList.Line> lines = QueryList.ofText(parameters.getOrDefault("queries", ""));
        if (lines.isEmpty()) {
            return Panel.Stack.of(
                    new Panel.Text(new Label(
                            "一行写一条检索式，写法与检索页相同；每条得到一行：命中多少段、分布在哪些年度，点数字就看那些段落。",
                            "Write one query a line, as in the search; each gets a row: how many paragraphs, in which"
                                    + " years. A figure leads to its paragraphs.")),
                    ofFile());
        }
        if (lines.size() > MOST) {
            throw usage(
                    lines.size() + " queries are too many for a page.",
                    "Ask at most " + MOST + " here, or send the list as a file.");
        }
        Map<String, String> limits = new HashMap<>(parameters);
        limits.keySet().retainAll(Batch.LIMITS);
        Batch batch =
                new Batch(search, name -> Optional.ofNullable(limits.get(name)).filter(it -> !it.isBlank()));
        return new BatchTable(limits, wording).of(lines.stream().map(batch::ask).toList(), by(parameters));
    }

    private static BatchTable.By by(Map<String, String> parameters) {
        String word = parameters.getOrDefault("by", "year");
        return BatchTable.By.named(word)
                .orElseThrow(() -> usage("There are no columns by “" + word + "”.", "Known are: year, org, report."));
    }

    private static Panel ofFile() {
        return new Panel.Form(
                new Label("很长的清单：从文件批量检索", "A very long list: queries from a file"),
                "batch",
                List.of(),
                List.of(
                        new Field(
                                        "FILE",
                                        new Label(
                                                "文本（一行一条）或 CSV（“检索式”一列）",
                                                "A text, one a line, or CSV with a column query"),
                                        Field.Kind.FILE)
                                .required(),
                        Field.choice(
                                "--export",
                                new Label("结果", "Result"),
                                List.of(
                                        new Choice("批量检索.xlsx", new Label("下载 XLSX", "Fetch as XLSX")),
                                        new Choice("批量检索.csv", new Label("下载 CSV", "Fetch as CSV"))))),
                new Label("检索", "Search"));
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
