package gewu.workbench.page;

import static gewu.workbench.page.TrialBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.export.Exporter;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a browser is given of panels beside the page itself: rows in parts, files, frames.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PanelDeskTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="view" id="long" class="trial.Long" title="台账" title-en="Ledger">
            <parameter name="sort" title="词" title-en="words"/>
          </extension>
          <extension point="view" id="mixed" class="trial.Mixed" title="几种" title-en="Mixed"/>
          <extension point="view" id="field" class="trial.Field" title="登记" title-en="Entering"/>
          <extension point="exporter" id="plain" class="trial.Plain" ending="txt" media="text/plain" title="试用格式" title-en="Trial"/>
        </plugin>
        """;
    private static final String EVIL = "\"><script>alert('x')</script>";
    private static final List<Panel.Column> COLUMNS = List.of(
            Panel.Column.text("事项", "Item"), Panel.Column.number("金额", "Amount"), Panel.Column.report("报告", "Report"));

    private final TrialHouse server = served();

    private static TrialHouse served() {
        try {
            Manifests manifests = new Manifests(MANIFEST)
                    .living("long", () -> (View) _ -> table())
                    .living("field", () -> (View) _ -> entering())
                    .living("mixed", () -> (View) _ -> mixed())
                    .living("plain", () -> (Exporter) (table, _, out) -> {
                        for (List<Object> row : table.rows()) {
                            out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    });
            return new TrialHouse(Files.createTempDirectory("gewu-panels-"), manifests, new Shelf());
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Panel.LongTable table() {
        List<Panel.Row> rows =
                IntStream.range(0, 5_000).mapToObj(PanelDeskTest::row).toList();
        return new Panel.LongTable(new Label("事项", "Items"), "items", COLUMNS, Panel.Rows.of(COLUMNS, rows));
    }

    private static Panel entering() {
        Panel.Field unit = new Panel.Field(
                "--unit",
                new Label("单位", "Unit"),
                Panel.Field.Kind.LINE,
                "",
                IntStream.range(0, 5_000)
                        .mapToObj(it -> new Panel.Choice("第" + it + "办公室" + EVIL, Label.same("第" + it + "办公室" + EVIL)))
                        .toList(),
                false);
        return Panel.Stack.of(
                new Panel.Text("登记"),
                new Panel.Form(
                        new Label("登记", "Enter"), "plugins", List.of(), List.of(unit), new Label("登记", "Enter")));
    }

    private static Panel.Row row(int i) {
        return Panel.Row.of("事项" + i, (i * 37 % 5_000) + "元", "r-" + i)
                .at(0, new Panel.Target("mixed", Map.of("item", "事项" + i)));
    }

    private static Panel mixed() {
        Panel.Point point = new Panel.Point(
                EVIL, BigDecimal.ONE, new BigDecimal("3.5"), "3.5万元", Optional.of(new Panel.Place("r-1", 7)));
        return Panel.Stack.of(
                new Panel.Chart(
                        Label.same("三公" + EVIL),
                        Panel.Chart.Form.BAR,
                        new Label("万元", "wan"),
                        List.of(new Panel.Series("水利局", List.of(point)))),
                new Panel.Html(
                        new Label("自绘", "Drawn"), new Label("全文", "In words"), "<b>自绘</b><script>x()</script>", 120),
                new Panel.Board(
                        Label.same(""),
                        List.of(new Panel.Lane("open", new Label("整改中", "Open"), 0, List.of(), Optional.empty())),
                        "mixed"),
                new Panel.Form(
                        Label.same(""),
                        "ledger",
                        List.of("assign", "ZG-1"),
                        List.of(new Panel.Field("--lead", new Label("牵头单位", "Lead"), Panel.Field.Kind.LINE).required()),
                        new Label("交办", "Assign")));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new TrialBrowser(server.port()).get(path);
    }

    @Test
    void aFieldWithThousandsOfChoicesCarriesNoneAndTheLikeliestAreAskedForAsOneTypes() throws Exception {
        String page = get("/view/field").body();
        assertThat(page)
                .doesNotContain("第4711办公室")
                .contains("data-choices=\"/choices/field?_panel=0&amp;_field=--unit\"");

        String found = get("/choices/field?_panel=0&_field=--unit&_words=" + encoded("办公室 4711"))
                .body();

        assertThat(found).contains("第4711办公室").doesNotContain("第4710办公室");
        assertThat(get("/choices/field?_panel=0&_field=--unit&_words=").body().split("\"insert\""))
                .hasSize(21);
        assertThat(get("/choices/field?_panel=0&_field=--nobody&_words=a").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPageHoldsTheFirstRowsAndLeadsToAllOthers() throws Exception {
        String page = get("/view/long?lang=zh&sort=" + encoded("甲")).body();

        assertThat(page)
                .contains(">事项199</a>", "第 1–200 行，共 5000 行。", "data-id=\"items\"")
                .contains("data-rows=\"/rows/long?_panel=0&amp;sort=%E7%94%B2\"")
                .contains("href=\"/view/long?_first=200&amp;_paged=0&amp;sort=%E7%94%B2\"", "下一页")
                .contains("href=\"/view/long?_first=4800&amp;_paged=0&amp;sort=%E7%94%B2\"", "最后一页")
                .doesNotContain(">事项200</a>", "上一页");
    }

    @Test
    void theLastPageEndsWithTheLastRowAndPagesBehindItAreTheLast() throws Exception {
        String last = get("/view/long?lang=zh&plain=yes&_paged=0&_first=4800").body();

        assertThat(last)
                .contains("第 4801–5000 行，共 5000 行。", ">事项4999</a>", "上一页")
                .contains("href=\"/view/long?_first=4600&amp;_paged=0&amp;plain=yes\"")
                .doesNotContain("下一页");
        assertThat(get("/view/long?lang=zh&_paged=0&_first=999999").body()).contains("第 4801–5000 行");
        assertThat(get("/view/long?lang=zh&_paged=1&_first=200").body()).contains("第 1–200 行");
    }

    @Test
    void rowsComeInPartsWithWhereTheyLead() throws Exception {
        assertThat(get("/rows/long?_panel=0&_from=4998&_count=100").body())
                .contains("\"total\":5000", "\"from\":4998", "\"formats\":[\"txt\"]")
                .contains("\"words\":\"事项4999\"", "\"/view/mixed?item=%E4%BA%8B%E9%A1%B94999\"", "\"/report/r-4999\"")
                .doesNotContain("事项4997");
    }

    @Test
    void rowsAreSortedAndSiftedBeforeTheyAreSent() throws Exception {
        assertThat(get("/rows/long?_panel=0&_count=1&_sort=1&_falling=yes").body())
                .contains("\"4999元\"");
        assertThat(get("/rows/long?_panel=0&_count=9&_has.0=" + encoded("事项499"))
                        .body())
                .contains("\"total\":11");
    }

    @Test
    void allRowsBehindTheSiftGoIntoAFile() throws Exception {
        HttpResponse<String> file = get("/export/long?_panel=0&_format=txt&_has.0=" + encoded("事项499"));

        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".txt");
        assertThat(file.body().lines()).hasSize(11).contains("[事项499, 3463元, r-499]");
        assertThat(get("/export/long?_panel=0&_format=doc").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        assertThat(get("/rows/long?_panel=7&_count=1").statusCode()).isEqualTo(404);
        assertThat(get("/rows/nowhere?_panel=0&_count=1").statusCode()).isEqualTo(404);
        assertThat(get("/rows/long?_panel=0&_count=1&_sort=9").statusCode()).isEqualTo(400);
        assertThat(get("/frame/long?_panel=0").statusCode()).isEqualTo(404);
    }

    @Test
    void aFrameRunsNoScriptAndReachesNothing() throws Exception {
        HttpResponse<String> frame = get("/frame/mixed?_panel=1");

        assertThat(frame.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("allow-", "script-src", "connect-src");
        assertThat(frame.body()).contains("<b>自绘</b>");
        assertThat(get("/view/mixed?lang=zh").body())
                .contains("sandbox=\"\"", "src=\"/frame/mixed?_panel=1\"", "title=\"自绘\"")
                .doesNotContain("<b>自绘</b>");
    }

    @Test
    void aChartCarriesItsFiguresAsDataAndAsATable() throws Exception {
        String page = get("/view/mixed?lang=zh").body();

        assertThat(page)
                .contains(
                        "data-chart=\"{&#34;type&#34;:&#34;bar&#34;",
                        "/report/r-1?at=7",
                        "<summary>数据</summary>",
                        ">数值（万元）</th>")
                .doesNotContain("<script>alert");
        assertThat(get("/rows/mixed?_panel=0&_count=9").body()).contains("\"3.5\"", "\"3.5万元\"");
    }

    @Test
    void aBoardSaysWhichViewMovesItsCards() throws Exception {
        assertThat(get("/view/mixed?lang=zh").body()).contains("data-moves=\"/view/mixed\"", "data-head=\"整改中\"");
    }

    @Test
    void aFormTellsTheSameAsACommand() throws Exception {
        assertThat(get("/view/mixed?lang=zh").body())
                .contains("<summary>等同命令</summary><code>gewu ledger assign ZG-1 --lead 牵头单位</code>");
    }
}
