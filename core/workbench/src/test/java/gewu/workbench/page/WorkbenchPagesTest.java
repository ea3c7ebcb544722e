package gewu.workbench.page;

import static gewu.workbench.page.TrialBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import gewu.api.plugin.PluginFault;
import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages that are the workbench's own: welcome, import, preferences, help, and commands that are filled in.
final class WorkbenchPagesTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="perspective" id="reading" title="阅读" title-en="Reading" about="读" about-en="read">
            <place view="compare" at="right" share="30"/>
          </extension>
          <extension point="view" id="compare" class="trial.Compare" shows="metrics" title="对照" title-en="Compare">
            <parameter name="indicator" follows="indicator" title="指标" title-en="indicator"/>
            <parameter name="by" values="year|org" values-zh="年度|单位" values-en="year|organisation" title="各列" title-en="columns"/>
            <parameter name="notes" lines="true" title="要点" title-en="notes"/>
            <parameter name="both" names="report" title="两份" title-en="both"/>
          </extension>
          <extension point="view" id="beside" class="trial.Beside" listed="false" margin="true" title="旁注" title-en="Beside"/>
          <extension point="action" id="with" at="report" name="与…对照" name-en="Compare with…" title="选中的报告：对照" title-en="Compare the chosen report" address="/view/compare?indicator={report}"/>
          <extension point="action" id="several" at="reports" title="对照所选报告" title-en="Compare the chosen reports" address="/view/compare?reports={reports}"/>
          <extension point="preference" id="trial.lines" page="阅读" page-en="Reading" kind="number" least="1" most="9" default="3" title="行数" title-en="lines"/>
          <extension point="preference" id="trial.tint" page="阅读" page-en="Reading" kind="choice" values="warm|cold" values-zh="暖|冷" values-en="warm|cold" default="warm" title="色调" title-en="tint"/>
          <extension point="help" id="start" file="gewu/workbench/help/start.md" file-en="gewu/workbench/help/start.en.md" fits="/ compare" title="开始使用" title-en="First steps"/>
          <extension point="help" id="reading" file="gewu/workbench/help/reading.md" file-en="gewu/workbench/help/reading.en.md" title="阅读" title-en="Reading"/>
          <extension point="command" id="greet" class="trial.Greet" access="read" title="问好" title-en="Greet">
            <argument name="WHO" title="谁" title-en="whom"/>
            <option name="--tone" value="soft|loud" title="语气" title-en="tone"/>
            <option name="--twice" title="两遍" title-en="twice"/>
          </extension>
          <extension point="command" id="serve" class="trial.Serve" access="read" terminal="true" title="开" title-en="Serve"/>
        </plugin>
        """;

    @TempDir
    private Path folder;

    private final Shelf shelf = new Shelf();

    private final AtomicBoolean isBroken = new AtomicBoolean();

    @AutoClose
    private TrialHouse house;

    @BeforeEach
    void open() throws Exception {
        Manifests manifests = new Manifests(MANIFEST)
                .living("compare", () -> (View) parameters -> new Panel.Text(String.valueOf(parameters)))
                .living("beside", () -> (View) parameters -> remarks(parameters.getOrDefault("report", "")))
                .living("greet", () -> (Command) (call, output) -> {
                    output.show(new Panel.Text(Label.same(
                            call.arguments() + " " + call.option("--tone").orElse("-") + " " + call.has("--twice"))));
                    return Command.Exit.DONE;
                });
        shelf.with("r-1", "南江市档案馆2021年度自评报告", 2021, "一、概况\n本馆保管档案。");
        house = new TrialHouse(folder, manifests, shelf);
    }

    @Test
    void aParameterCallsItsValuesInTheLanguageOfThePageAndKeepsTheOneThatWasChosen() throws Exception {
        assertThat(house.get("/view/compare?by=org").body())
                .contains("<option value=\"year\">年度</option>", "<option value=\"org\" selected>单位</option>");
        assertThat(house.get("/view/compare?by=org&lang=en").body())
                .contains("<option value=\"year\">year</option>", "selected>organisation</option>");
    }

    @Test
    void aParameterOfSeveralLinesKeepsThem() throws Exception {
        assertThat(house.get("/view/compare?notes=" + encoded("一\n<b>二</b>")).body())
                .contains(
                        "<textarea name=\"notes\" rows=\"4\">一\n&lt;b&gt;二&lt;/b&gt;</textarea>",
                        "{notes=一\n&lt;b&gt;二");
    }

    @Test
    void aParameterThatNamesReportsTellsTheirTitles() throws Exception {
        assertThat(house.get("/view/compare?both=r-1%20r-9").body())
                .contains("<span class=\"meaning\">南江市档案馆2021年度自评报告</span>");
    }

    private Panel remarks(String report) {
        if (isBroken.get()) {
            throw new PluginFault("trial", "view/beside", "The plugin “trial” failed.");
        }
        return new Panel.Links(
                Label.same("旁注"),
                List.of(new Panel.Link(new Label("笔记：<b>核对</b>", "note: <b>核对</b>"), new Panel.Place(report, 6))));
    }

    @Test
    void theFirstPageLeadsEachOfTheThreeUsers() throws Exception {
        String page = house.get("/").body();

        assertThat(page).contains("工作区里有 1 份报告，来自 1 个单位。", "研究人员", "督查督办人员", "插件开发者", "/report/r-1");
        assertThat(page).as("a step whose view nobody contributes").doesNotContain("/view/ledger-board");
        assertThat(house.get("/?lang=en").body()).contains("Researchers", "Supervisors", "Plugin developers");
    }

    @Test
    void aReportIsReadAlsoWhereAPluginsRemarksFail() throws Exception {
        isBroken.set(true);

        HttpResponse<String> page = house.get("/report/r-1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("本馆保管档案。", "“旁注”出错，这里少了它的内容");
    }

    @Test
    void aWindowIsGivenTheInsideOfAPageAlone() throws Exception {
        String part = browser().get("/reports", "Gewu-Part", "1").body();

        assertThat(part.strip()).startsWith("<article class=\"part\" data-title=\"全部报告\">");
        assertThat(part).doesNotContain("<html", "<script");
    }

    @Test
    void aWindowIsToldWhereElseToLook() throws Exception {
        HttpResponse<String> part = browser().get("/report/r-1?at=6", "Gewu-Part", "1");

        assertThat(part.headers().firstValue("Gewu-Elsewhere").orElse(""))
                .startsWith("/report/r-1")
                .contains("#p");
    }

    @Test
    void theWorkbenchIsToldWhatManifestsSay() throws Exception {
        String told = house.get("/shell.json").body();

        assertThat(told)
                .containsPattern("\"token\":\"[^\"]{20,}\"")
                .contains("\"perspectives\":[{\"id\":\"reading\"", "\"view\":\"compare\"", "\"share\":\"30\"")
                .contains("\"follows\":\"indicator\"", "\"shows\":\"metrics\"", "\"id\":\"greet\"")
                .doesNotContain("\"id\":\"serve\"");
    }

    @Test
    void anOpenReportOffersWhatPluginsDoWithItAndShowsTheirRemarksBesideTheParagraph() throws Exception {
        String report = house.get("/report/r-1").body();

        assertThat(report).contains("<a href=\"/view/compare?indicator=r-1\">与…对照</a>");
        assertThat(report.substring(report.indexOf("id=\"p2\"")))
                .contains("class=\"remarks\"", "笔记：&lt;b&gt;核对&lt;/b&gt;");
    }

    @Test
    void reportsAreTickedInTheListForWhatPluginsDoWithSeveral() throws Exception {
        assertThat(house.get("/reports").body())
                .contains("formaction=\"/view/compare\">对照所选报告", "name=\"reports\" value=\"r-1\"");
        assertThat(house.get("/view/compare?indicator=a&indicator=b").body()).contains("{indicator=a b}");
    }

    @Test
    void aLongListOfReportsIsTurnedPageByPageAndNarrowedDown() throws Exception {
        assertThat(house.get("/reports").body()).doesNotContain("narrow-reports", "下一页");
        for (int i = 2; i <= 450; i++) {
            shelf.with("r-" + i, "南江市第" + i + "中学自评报告", 2019 + i % 4, "一、概况");
        }

        String first = house.get("/reports").body();
        assertThat(first).contains("第 1–200 份，共 450 份", "href=\"/reports?from=200\" rel=\"next\"");
        assertThat(first).doesNotContain("上一页");
        String last = house.get("/reports?from=9999").body();
        assertThat(last).contains("第 401–450 份，共 450 份", "href=\"/reports?from=200\" rel=\"prev\"");
        assertThat(last).doesNotContain("下一页");
        assertThat(house.get("/reports?year=2022&org=" + encoded("南江")).body())
                .contains(
                        "name=\"year\" value=\"2022\"",
                        "href=\"/reports?from=200&amp;org=%E5%8D%97%E6%B1%9F&amp;year=2022\"");
    }

    @Test
    void howWindowsLieIsKept() throws Exception {
        assertThat(post("/shell/keep", Map.of("name", "layout.reading", "value", "{\"middle\":\"1\"}"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(house.get("/shell.json").body()).contains("\"layout.reading\":\"{\\\"middle\\\":\\\"1\\\"}\"");
    }

    @Test
    void nothingIsKeptForAPageFromElsewhere() throws Exception {
        HttpResponse<String> refused = browser().post("/shell/keep", "name=theme&value=dark");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(house.get("/shell.json").body()).doesNotContain("\"theme\"");
    }

    @Test
    void filesThatAreDroppedAreBroughtIn() throws Exception {
        HttpResponse<String> taken = drop("南江市2022.txt", "本馆开放档案。");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("\"files\":1");
        assertThat(house.get("/reports").body()).contains("南江市2022.txt");
    }

    @Test
    void twoFilesOfOneNameDoNotMeet() throws Exception {
        drop("报告.txt", "一、甲。");
        drop("报告.txt", "一、乙。");

        try (var all = java.nio.file.Files.walk(folder)) {
            assertThat(all.filter(it -> it.endsWith("报告.txt"))).hasSize(2);
        }
    }

    @Test
    void anImportOfNothingSaysWhatToDo() throws Exception {
        HttpResponse<String> refused = post("/import", Map.of("org", "某局"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("没有收到文件。", "拖到页面上");
    }

    @Test
    void preferencesAreKeptAndADefaultIsNot() throws Exception {
        String kept = post("/preferences", Map.of("trial.lines", "5", "trial.tint", "cold"))
                .body();
        assertThat(kept).contains("已保存", "value=\"5\"", "<option value=\"cold\" selected>冷</option>");

        post("/preferences", Map.of("trial.lines", "3"));
        assertThat(house.get("/shell.json").body())
                .contains("\"trial.tint\":\"cold\"")
                .doesNotContain("trial.lines\":");
    }

    @Test
    void aPreferenceThatIsNoneOfItsValuesIsRefusedAndNothingIsKept() throws Exception {
        HttpResponse<String> refused = post("/preferences", Map.of("trial.lines", "5", "trial.tint", "hot"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("“色调”不能是“hot”");
        assertThat(house.get("/shell.json").body()).doesNotContain("trial.lines\":");
        assertThat(post("/preferences", Map.of("trial.lines", "10")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void helpIsReadFoundByWordsAndByWhatIsShown() throws Exception {
        assertThat(house.get("/help/start").body()).contains("<h1>开始使用</h1>", "<strong>检索</strong>");
        assertThat(house.get("/help?q=" + encoded("公车")).body())
                .contains("/help/reading")
                .doesNotContain("帮助里没有");
        assertThat(house.get("/help?for=compare").body()).contains("<h1>开始使用</h1>");
        assertThat(house.get("/help/start?lang=en").body()).contains("<h1>First steps</h1>");
        assertThat(house.get("/help/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aCommandIsFilledInAndRun() throws Exception {
        String form = house.get("/call/greet").body();
        assertThat(form)
                .contains("action=\"/do/greet\"", "name=\"argument\"", "<option value=\"loud\">", "name=\"--twice\"");

        assertThat(post("/do/greet", Map.of("argument", "老张", "--tone", "loud", "--twice", "yes"))
                        .body())
                .contains("[老张] loud true");
    }

    @Test
    void aCommandThatIsMisreadSaysWhatIsMissing() throws Exception {
        HttpResponse<String> refused = post("/do/greet", Map.of("--tone", "loud"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("WHO");
    }

    @Test
    void aCommandForTerminalsIsNotOffered() throws Exception {
        assertThat(house.get("/call/serve").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> drop(String name, String text) throws Exception {
        TrialBrowser browser = browser();
        String body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n--b--\r\n";
        return browser.send(browser.request("/import")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Gewu-Part", "1")
                .header("Gewu-Token", browser.token())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        return browser().send(path, form);
    }

    private TrialBrowser browser() {
        return new TrialBrowser(house.port());
    }
}
