package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.report.Mark;
import gewu.api.report.OtherVersion;
import gewu.api.report.Table;
import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="command" id="plugins" class="trial.Plugins" access="none" title="插件" title-en="plugins"/>
          <extension point="view" id="greeting" class="trial.Greeting" title="问候" title-en="Greeting">
            <parameter name="name" title="名字" title-en="name"/>
          </extension>
          <extension point="view" id="broken" class="trial.Broken" title="坏的" title-en="Broken"/>
        </plugin>
        """;
    private static final String EVIL = "\"onmouseover=\"x\"<script>alert('x')</script>";

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private Server server = unstarted();

    private static Server unstarted() {
        return new Server(site(), "127.0.0.1", 0, true);
    }

    private static Site site() {
        Shelf shelf = new Shelf()
                .with(
                        "r-1",
                        "南江市档案馆2021年度部门整体支出绩效自评报告",
                        2021,
                        "一、部门概况\n本馆保管国家档案。\n二、三公经费\n三公经费支出３.２万元，\n三公经费比上年下降。\n三、存在的问题\n预算编制不细。")
                .with("r-3", "南江市档案馆2023年度自评报告", 2023, "一、概况\n修复纸张8.91万页。")
                .doubting(9, 13, 0.62)
                .beside("r-1", new OtherVersion("r-9", true, true, false))
                .beside("r-1", new OtherVersion("r-8", false, false, false))
                .with("r-4", "南江市档案馆2020年度自评表", 2020, "自评情况见下表。\n指标\t分值\n修复纸张\t\n<b>开放档案\t98.5\n以上属实。")
                .ruled(new Table(
                        1,
                        9,
                        33,
                        3,
                        2,
                        List.of(
                                new Table.Cell(1, 1, 1, 1, true, 9, 11),
                                new Table.Cell(1, 2, 1, 1, true, 12, 14),
                                new Table.Cell(2, 1, 1, 1, true, 15, 19),
                                new Table.Cell(2, 2, 1, 1, false, 20, 20),
                                new Table.Cell(3, 1, 1, 1, true, 21, 28),
                                new Table.Cell(3, 2, 1, 1, false, 29, 33))))
                .doubting(31, 33, 0.5)
                .with("r-5", "南江市档案馆2019年度自评表", 2019, "指标\t分值\n修复纸张\t98.5")
                .ruled(new Table(1, 0, 15, 1, 1, List.of(new Table.Cell(1, 1, 1, 1, true, 0, 99))))
                .with("r-2", EVIL, 2022, "一、" + EVIL + "\n正文里有" + EVIL + "和档案。");
        try {
            Manifests manifests = new Manifests(MANIFEST)
                    .living("plugins", () -> (Command) (call, output) -> {
                        output.show(new Panel.Table(
                                Label.same(""),
                                List.of(Panel.Column.text("编号", "Id"), Panel.Column.report("报告", "Reports")),
                                List.of(Panel.Row.of("trial<1>", "r-1 → r-2"))));
                        return Command.Exit.DONE;
                    })
                    .living("greeting", () -> (View) parameters -> Panel.Stack.of(
                            new Panel.Text(new Label("你好，" + parameters.getOrDefault("name", "谁"), "Hello")),
                            new Panel.Tree(
                                    List.of(new Panel.Node("根", "备注", List.of(new Panel.Node("叶<i>", "", List.of()))))),
                            new Panel.Document("出处", "r-1", 7, "本馆保管国家档案。", List.of(new Mark(9, 11)))))
                    .living("broken", () -> (View) _ -> {
                        throw new IllegalStateException("secret inside");
                    });
            return new Site(manifests, shelf, shelf, shelf);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeAll
    void start() {
        assertThat(server.port()).isPositive();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void theFirstPageListsTheReportsInChinese() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"zh-CN\">", "<title>全部报告 · 格物</title>", "南江市档案馆2021年度", "/report/r-1");
    }

    @Test
    void englishIsOneClickAwayAndIsKept() throws Exception {
        HttpResponse<String> page = get("/search?lang=en&q=" + encoded("档案"));

        assertThat(page.body()).contains("<html lang=\"en\">", "paragraphs", ">Reports</a>");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=en; Path=/");
        assertThat(get("/jobs?lang=en").body()).contains("No job is running");
    }

    @Test
    void aHitIsMarkedAndLeadsToItsParagraph() throws Exception {
        String page = get("/search?q=" + encoded("三公经费")).body();

        assertThat(page)
                .contains("<mark>三公经费</mark>支出３.２万元", "/report/r-1?q=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9#p4")
                .contains("1 份报告 · 3 个段落 · 3 处");
    }

    @Test
    void wordsThatARecogniserIsNotSureOfAreMarked() throws Exception {
        String doubted = "修复纸张<span class=\"doubt\" title=\"识别置信度 62 %\">8.91</span>万页";

        assertThat(get("/report/r-3").body()).contains(doubted);
        assertThat(get("/search?q=" + encoded("万页")).body()).contains(doubted.replace("万页", "<mark>万页</mark>"));
        assertThat(get("/report/r-1").body()).doesNotContain("class=\"doubt\"");
    }

    @Test
    void aReportsPageHasOutlineTextAndTheQuestionsMarks() throws Exception {
        String page = get("/report/r-1?q=" + encoded("三公经费")).body();

        assertThat(page).contains("id=\"p4\"", "<mark>三公经费</mark>比上年下降", "href=\"#p6\">三、存在的问题</a>", "存在问题</span>");
    }

    @Test
    void aTableIsAGridInItsPlaceWithHeadsMarksDoubtsAndAnchors() throws Exception {
        String page = get("/report/r-4?q=" + encoded("开放档案")).body();

        assertThat(page)
                .containsSubsequence("自评情况见下表。</p>", "<table class=\"grid\"", "</table></div>", "<p id=\"p5\">")
                .containsSubsequence("<thead><tr id=\"p2\"><th scope=\"col\">", "指标</th>", "分值</th></tr>", "<tbody>")
                .containsSubsequence("<tr id=\"p3\"><th scope=\"row\">", "修复纸张</th><td></td></tr>")
                .contains("&lt;b&gt;<mark>开放档案</mark></th><td class=\"number\">98<span class=\"doubt\"")
                .doesNotContain("<b>开放", "class=\"cell\"");
    }

    @Test
    void aBrokenTableIsShownAsLines() throws Exception {
        assertThat(get("/report/r-5").body())
                .contains("<p id=\"p1\">", "指标<span class=\"cell\"> </span>分值", "<p id=\"p2\">")
                .doesNotContain("<table");
    }

    @Test
    void aReportsPageLeadsToItsOtherVersionsAndToWhatChanged() throws Exception {
        assertThat(get("/report/r-1").body())
                .contains("可能有新版本：r-9", "较旧版本：r-8", "href=\"/report/r-9\"")
                .containsPattern("/view/versions\\?new=r-9&(amp;)?old=r-1")
                .containsPattern("/view/versions\\?new=r-1&(amp;)?old=r-8");
        assertThat(get("/report/r-3").body()).doesNotContain("/view/versions?");
    }

    @Test
    void anOffsetLeadsToTheParagraphThatHoldsIt() throws Exception {
        HttpResponse<String> page = get("/report/r-1?at=25");

        assertThat(page.uri().toString()).endsWith("/report/r-1#p4");
    }

    @Test
    void nothingFoundSaysWhatToTry() throws Exception {
        assertThat(get("/search?q=" + encoded("不存在的词")).body()).contains("没有找到", "少写一两个词");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=%s",
                "/report/r-2?q=%s",
                "/report/%s",
                "/view/greeting?name=%s",
                "/view/%s",
                "/nowhere%s",
                "/search?q=x&year=%s",
                "/search?q=x&org=%s",
                "/search?q=x&lang=%s",
                "/plugins"
            })
    void nothingAReportOrAnAddressHoldsBecomesMarkup(String path) throws Exception {
        String page = get(path.replace("%s", encoded(EVIL).replace("+", "%20"))).body();

        assertThat(page)
                .doesNotContain("<script")
                .doesNotContainPattern("<\\w[^<>]*\"onmouseover")
                .doesNotContain("trial<1>")
                .doesNotContain("叶<i>");
    }

    @Test
    void noPageMayRunScriptsOrBeFramed() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
    }

    @Test
    void everyViewHasAPageOfItsOwn() throws Exception {
        String page = get("/view/greeting?name=" + encoded("小王")).body();

        assertThat(page).contains("你好，小王", "<label>名字", "根", "备注", "<mark>保管</mark>", "/report/r-1?at=9");
        assertThat(get("/").body()).contains("<a href=\"/view/greeting\"");
    }

    @Test
    void pluginsAreShownAsTheirCommandShowsThem() throws Exception {
        assertThat(get("/plugins").body()).contains("trial&lt;1&gt;");
    }

    @Test
    void idsOfReportsLeadToTheirPages() throws Exception {
        assertThat(get("/plugins").body())
                .contains("<a href=\"/report/r-1\">r-1</a> → <a href=\"/report/r-2\">r-2</a></td>");
    }

    @Test
    void aBrokenViewTellsNothingOfItsInsideAndTheRestGoesOn() throws Exception {
        HttpResponse<String> page = get("/view/broken");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("意外错误", "state/gewu.log").doesNotContain("secret inside");
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsSaidAndTheKnownIsNamed() throws Exception {
        assertThat(get("/report/r-9").statusCode()).isEqualTo(404);
        assertThat(get("/report/r-9").body()).contains("没有编号为“r-9”的报告");
        assertThat(get("/view/greting").body()).contains("greeting, broken");
        assertThat(get("/admin").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=x&offset=-1", "/search?q=x&offset=99999999999", "/search?q=x&year=abc"})
    void aValueThatCannotBeIsRefused(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyReadingIsPossible() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                .POST(HttpRequest.BodyPublishers.ofString("x=1"))
                .build();

        assertThat(browser.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8420", "127.0.0.1.evil.example", "localhost.evil.example", ""})
    void aForeignNameForThisMachineIsRefused(String host) throws Exception {
        assertThat(rawStatus(host)).isNotEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:8420"})
    void theNamesOfLoopbackAreAnswered(String host) throws Exception {
        assertThat(rawStatus(host)).isEqualTo("200");
    }

    /// The status for a request with exactly this Host header, which the HTTP client would not send.
    private String rawStatus(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream request = socket.getOutputStream();
            request.write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            request.flush();
            InputStream reply = socket.getInputStream();
            return new String(reply.readNBytes(12), StandardCharsets.US_ASCII).substring(9);
        }
    }

    @Test
    void aTakenPortIsSaidWithAWayOut() {
        assertThatThrownBy(() -> new Server(site(), "127.0.0.1", server.port(), true))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused).hasMessageContaining("127.0.0.1:" + server.port());
                    assertThat(refused.remedy()).contains("--port 0");
                });
    }
}
