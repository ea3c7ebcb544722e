package gewu.workbench.page;

import static gewu.workbench.page.TrialBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.export.Exporter;
import gewu.api.report.Mark;
import gewu.api.report.OtherVersion;
import gewu.api.report.Report;
import gewu.api.report.ReportAnchors;
import gewu.api.report.Table;
import gewu.api.workbench.Command;
import gewu.api.workbench.Feed;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
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
          <extension point="exporter" id="plain" class="trial.Plain" ending="txt" media="text/plain" title="试用格式" title-en="Trial"/>
          <extension point="feed" id="days" class="trial.Days" ending="ics" media="text/calendar" title="日历" title-en="Calendar">
            <parameter name="unit" title="单位" title-en="unit"/>
          </extension>
          <extension point="view" id="work" class="trial.Work" under="greeting" title="工作" title-en="Work">
            <parameter name="state" title="状态" title-en="state" values="整改中|已销号" values-en="in progress|closed"/>
          </extension>
          <extension point="view" id="broken" class="trial.Broken" title="坏的" title-en="Broken"/>
          <extension point="view" id="one" class="trial.One" listed="false" title="一个" title-en="One">
            <parameter name="metric" follows="metric" title="数字" title-en="figure"/>
            <parameter name="problem" follows="problem" title="问题" title-en="problem"/>
            <parameter name="passage" follows="passage" title="段落" title-en="paragraph"/>
          </extension>
        </plugin>
        """;
    private static final String EVIL = "\"onmouseover=\"x\"<script>alert('x')</script>";
    private static final Panel.Piece HERE = new Panel.Piece("支出<i> 8万元", Optional.of(new Panel.Place("r-1", 7)));
    private static final Panel.Piece THERE = new Panel.Piece("8万元", Optional.of(new Panel.Place("r-5", 21)));
    private static final Panel.Sentence HOLDS = new Panel.Sentence(
            List.of(HERE, plain("与"), THERE, plain("一致。")), List.of(THERE, plain(" is "), HERE, plain(".")));

    private final TrialHouse server = served();

    private static Panel.Piece plain(String words) {
        return new Panel.Piece(words, Optional.empty());
    }

    private static TrialHouse served() {
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
                .with("r-6", "南江市档案局2021年度自评报告", 2021, "开放档室与开放档案。\n以上属实。")
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
                            new Panel.Table(
                                    Label.same(""),
                                    List.of(Panel.Column.text("说明", "Sentence")),
                                    List.of(Panel.Row.of(HOLDS))),
                            new Panel.Document("出处", "r-1", 7, "本馆保管国家档案。", List.of(new Mark(9, 11)))))
                    .living("work", () -> (View) _ -> work())
                    .living("plain", () -> (Exporter) (table, _, out) -> {
                        for (List<Object> row : table.rows()) {
                            out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    })
                    .living("days", () -> (Feed) (parameters, language, out) -> {
                        if (parameters.containsValue("无此单位")) {
                            throw new WorkbenchException(WorkbenchException.Kind.USAGE, "没有这个单位", "换一个");
                        }
                        out.write((parameters + language).getBytes(StandardCharsets.UTF_8));
                    })
                    .living("one", () -> (View) parameters -> new Panel.Text(parameters.toString()))
                    .living("broken", () -> (View) _ -> {
                        throw new IllegalStateException("secret inside");
                    });
            return new TrialHouse(Files.createTempDirectory("gewu-served-"), manifests, shelf);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Panel work() {
        Panel.Target story = new Panel.Target("work", Map.of("state", "整改中&x"));
        Panel.Flag late = new Panel.Flag(new Label("超期", "late"), Panel.Tone.ALARM);
        Panel.Card card =
                new Panel.Card("ZG-1<i>", Label.same("预算<b>编制"), Label.same("水利局"), List.of(late), Optional.of(story));
        LocalDate may = LocalDate.of(2026, 5, 1);
        return Panel.Stack.of(
                new Panel.Links(new Label("分组", "By"), List.of(new Panel.Link(new Label("单位", "unit"), story, true))),
                new Panel.Board(
                        Label.same(""),
                        List.of(new Panel.Lane(
                                "in_progress", new Label("整改中", "In progress"), 9, List.of(card), Optional.of(story)))),
                new Panel.Calendar(
                        new Label("2026年5月", "May 2026"),
                        may,
                        may.plusDays(30),
                        may.plusDays(3),
                        List.of(new Panel.Day(
                                may,
                                4,
                                List.of(new Panel.Entry(
                                        "ZG-1",
                                        new Label("整改时限", "Deadline"),
                                        Label.same("预算<b>"),
                                        Panel.Tone.CAUTION,
                                        Optional.of(new Panel.Place("r-1", 7)))),
                                Optional.of(story))),
                        Optional.of(story),
                        Optional.empty()));
    }

    @Test
    void figuresAndProblemsOfAReportAreUnderlinedAndLeadToWhatIsKnownOfThem() throws Exception {
        String page = get("/report/r-1").body();

        assertThat(page)
                .contains(
                        "<a class=\"under\" href=\"/view/one?metric=r-1%2Fm30\" data-place=\"30-35\" rel=\"nofollow\">３.２万元</a>")
                .contains(
                        "<a class=\"sign problem\" href=\"/view/one?problem=r-1%2FP1\" data-place=\"56-62\" rel=\"nofollow\">问题</a>"
                                + "<span class=\"problem\">预算编制不细</span>")
                .contains("href=\"/view/one?passage=r-1%2F7\"");
    }

    @Test
    void whatACheckIsAboutLightsUp() throws Exception {
        assertThat(get("/report/r-1?light=36-40,x,9-2").body()).containsOnlyOnce("<span class=\"lit\">");
        assertThat(get("/report/r-1?at=30&light=30-35").uri().toString()).endsWith("/report/r-1?light=30-35#p4");
    }

    @Test
    void aTextHasNoPicturesOfItsPages() throws Exception {
        assertThat(get("/report/r-1").body()).doesNotContain("data-shows=\"original\"");
        assertThat(get("/page/r-1/1.png").statusCode()).isEqualTo(404);
        assertThat(get("/page/..%2Fr-1/1.png").statusCode()).isIn(400, 404);
    }

    @Test
    void withoutWordsTheSearchTellsWhatCanBeAsked() throws Exception {
        assertThat(get("/search?lang=zh").body()).contains("可以这样写", "action=\"/search\"", "role:存在问题</a>");
    }

    @Test
    void viewsOfOneThingStandInNoList() throws Exception {
        assertThat(get("/reports?plain=yes").body()).doesNotContain("href=\"/view/one\"");
    }

    @Test
    void aBoardsCardsLeadOnAndNothingInThemIsMarkup() throws Exception {
        String page = get("/view/work?lang=zh").body();

        assertThat(page)
                .contains("<h3>整改中 <span class=\"count\">9</span></h3>")
                .contains(
                        "<a class=\"key\" href=\"/view/work?state=%E6%95%B4%E6%94%B9%E4%B8%AD%26x\">ZG-1&lt;i&gt;</a>")
                .contains("<p>预算&lt;b&gt;编制</p>", "<span class=\"flag alarm\">超期</span>", "更多 8 项</a>");
    }

    @Test
    void aCalendarIsASheetOfWeeksWithEarlierAndLater() throws Exception {
        String page = get("/view/work?lang=zh").body();

        assertThat(page)
                .contains("rel=\"prev\"", "<time datetime=\"2026-05-04\">4</time>", "<span class=\"now\">今天</span>")
                .contains(
                        "<li class=\"caution\"><a href=\"/report/r-1?at=7\" title=\"ZG-1\"><b>整改时限</b> 预算&lt;b&gt;</a></li>",
                        "更多 3 项</a>")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void viewsThatBelongTogetherAreListedOnTheirPagesAndNotInTheMainNavigation() throws Exception {
        assertThat(get("/").body()).contains("/view/greeting\"").doesNotContain("/view/work\"");
        assertThat(get("/view/greeting?lang=zh").body())
                .contains("<a href=\"/view/work\" aria-current=\"false\">工作</a>");
    }

    @Test
    void aParameterWithFewValuesIsAList() throws Exception {
        assertThat(get("/view/work?lang=en&state=" + encoded("已销号")).body())
                .contains(
                        "<option value=\"整改中\">in progress</option>", "<option value=\"已销号\" selected>closed</option>");
    }

    @BeforeAll
    void start() {
        assertThat(server.port()).isPositive();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser().get(path);
    }

    /// A new one each time: what language it was told is remembered by a browser().
    private TrialBrowser browser() {
        return new TrialBrowser(server.port(), HttpClient.Redirect.NORMAL);
    }

    @Test
    void theFirstPageListsTheReportsInChinese() throws Exception {
        HttpResponse<String> page = get("/reports");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"zh-CN\"", "<title>全部报告 · 格物</title>", "南江市档案馆2021年度", "/report/r-1");
    }

    @Test
    void aFeedIsAFileAtAPlainAddress() throws Exception {
        HttpResponse<String> file = get("/feed/days.ics?unit=" + encoded("水利局") + "&other=x");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(file.body()).isEqualTo("{unit=水利局}zh");
        assertThat(get("/feed/days.ics?unit=" + encoded("无此单位")).statusCode()).isEqualTo(400);
        HttpResponse<String> none = get("/feed/days.pdf");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("可订阅：days.ics");
    }

    @Test
    void englishIsOneClickAwayAndIsKept() throws Exception {
        HttpResponse<String> page = get("/search?lang=en&q=" + encoded("档案"));

        assertThat(page.body()).contains("<html lang=\"en\"", "paragraphs", ">Reports</a>");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=en; Path=/");
        assertThat(get("/jobs?lang=en").body()).contains("No job is running");
    }

    @Test
    void aHitIsMarkedAndLeadsToItsParagraph() throws Exception {
        String page = get("/search?q=" + encoded("三公经费")).body();

        assertThat(page)
                .contains("<mark>三公经费</mark>支出３.２万元")
                .containsPattern("/report/r-1\\?n=2&(amp;)?q=%E4%B8%89%E5%85%AC%E7%BB%8F%E8%B4%B9#p4")
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
                .containsSubsequence(
                        "自评情况见下表。<a class=\"cite\"", "<table class=\"grid\"", "</table></div>", "<p id=\"p5\">")
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
                "/search?q=x&synonyms=%s&sort=%s&all=%s&region=%s",
                "/search?q=%s&lookalikes=yes",
                "/report/r-1?q=x&org=%s&n=%s",
                "/report/r-1?anchor=%s&end=%s",
                "/report/r-2?anchor=%s",
                "/passage/%s",
                "/cite/r-2?paragraph=2",
                "/cite/r-2?paragraph=%s",
                "/cite/%s?paragraph=1",
                "/walk?q=x&report=%s&n=0",
                "/export?q=x&format=%s",
                "/plugins"
            })
    void nothingAReportOrAnAddressHoldsBecomesMarkup(String path) throws Exception {
        String page = get(path.replace("%s", encoded(EVIL).replace("+", "%20"))).body();

        assertThat(page)
                .doesNotContain("<script>", "alert('x')</")
                .doesNotContainPattern("<\\w[^<>]*\"onmouseover")
                .doesNotContain("trial<1>")
                .doesNotContain("叶<i>");
    }

    @Test
    void noPageMayRunForeignScriptsOrBeFramed() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void switchesKeepTheQuestionAndGoAlongIntoTheReport() throws Exception {
        String page =
                get("/search?lookalikes=yes&year=2021&q=" + encoded("三公经费")).body();

        assertThat(page)
                .containsPattern("type=\"checkbox\" name=\"lookalikes\" value=\"yes\"\\s+checked")
                .doesNotContainPattern("name=\"synonyms\" value=\"yes\"\\s+checked")
                .contains("<input type=\"hidden\" name=\"year\" value=\"2021\">")
                .containsPattern("/report/r-1\\?lookalikes=yes&(amp;)?n=2&(amp;)?q=[^&\"]+&(amp;)?year=2021#p4");
    }

    @Test
    void wordsThatOnlyLookLikeThoseAskedForAreMarkedOtherwise() throws Exception {
        String resembling = "<mark class=\"resembling\" title=\"形近：可能是认错了一个字\">开放档室</mark>";

        assertThat(get("/search?lookalikes=yes&q=" + encoded("开放档案")).body())
                .contains(resembling, "<mark>开放档案</mark>", "class=\"legend\"");
        assertThat(get("/report/r-6?lookalikes=yes&q=" + encoded("开放档案")).body())
                .contains(resembling, "class=\"legend\"");
        assertThat(get("/search?q=" + encoded("开放档案")).body()).doesNotContain("class=\"legend\"");
    }

    @Test
    void anEqualParagraphIsFoldedAndLeadsToAllOfThem() throws Exception {
        assertThat(get("/search?q=" + encoded("以上属实")).body())
                .containsPattern("/search\\?all=yes&(amp;)?q=[^\"]*\"[^>]*>另见 1 份报告</a>");
        assertThat(get("/search?all=yes&q=" + encoded("以上属实")).body()).doesNotContain("另见");
    }

    @Test
    void theMatrixLeadsToOneOrganisationsYear() throws Exception {
        assertThat(get("/search?q=" + encoded("三公经费")).body())
                .contains("单位 × 年度")
                .containsPattern("/search\\?org=[^&\"]+&(amp;)?q=[^&\"]+&(amp;)?year=2021\">3</a>");
    }

    @Test
    void aLongListToNarrowDownByIsListedWholeWhenItIsAskedFor() throws Exception {
        String first = get("/search?q=" + encoded("三公经费")).body();
        assertThat(first).contains(">第8区</a>", "其余 32 个").doesNotContain(">第9区</a>");
        Matcher rest = Pattern.compile("href=\"([^\"]+)#facet-region\"").matcher(first);
        assertThat(rest.find()).isTrue();

        assertThat(get(rest.group(1).replace("&amp;", "&")).body())
                .contains("id=\"facet-region\"", ">第9区</a>", ">第40区</a>")
                .doesNotContain("其余 32 个");
    }

    @Test
    void aScriptIsPackedForWhoeverCanUnpackIt() throws Exception {
        String page = get("/reports").body();
        Matcher address = Pattern.compile("/lib/[0-9a-f]+/shell\\.js").matcher(page);
        assertThat(address.find()).isTrue();
        HttpResponse<String> plain = get(address.group());
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        browser()
                                .request(address.group())
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length() / 2);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(plain.body());
        }
    }

    @Test
    void hitsLeadFromReportToReportAndTheEndIsSaid() throws Exception {
        String words = encoded("修复纸张");
        HttpResponse<String> next = get("/walk?to=behind&report=r-3&n=1&q=" + words);
        HttpResponse<String> back = get("/walk?to=before&report=r-4&n=2&q=" + words);
        HttpResponse<String> end = get("/walk?to=behind&report=r-5&n=3&q=" + words);

        assertThat(next.uri().toString()).contains("/report/r-4?n=2&q=").endsWith("#p3");
        assertThat(back.uri().toString()).contains("/report/r-3?n=1&q=").endsWith("#p2");
        assertThat(end.body()).contains("后面没有别的报告有命中了");
    }

    @Test
    void aParagraphIsCitedInEveryStyleWithALinkThatLeadsBack() throws Exception {
        assertThat(get("/report/r-1").body()).contains("href=\"/cite/r-1?paragraph=4\"");
        String page = get("/cite/r-1?paragraph=4").body();
        Matcher link = Pattern.compile("href=\"(/passage/[^\"]+)\"").matcher(page);

        assertThat(page).contains("GB/T 7714—2015", "Markdown", "[R]", "三公经费支出");
        assertThat(link.find()).isTrue();
        HttpResponse<String> place = get(link.group(1));
        assertThat(place.uri().toString()).endsWith("#p4");
        assertThat(place.body()).contains("第 4 段，字句没有变");
    }

    @Test
    void aLinkSurvivesAnotherImportAndSaysWhenItsPassageIsGone() throws Exception {
        Shelf before = new Shelf()
                .with("r-1", "旧", 2021, "封面。\n本馆全年接待查阅档案的群众一千二百人次，比上年增加三百人次，群众满意。\n本馆保管国家档案。")
                .with("r-7", "没有了", 2021, "正文。");
        String kept = link(before, "r-1", 2);

        assertThat(get("/passage/" + link(before, "r-1", 1)).body()).contains("已不在这份报告里", "note warning");
        assertThat(get("/passage/" + kept).uri().toString()).endsWith("#p2");
        assertThat(get("/passage/" + link(before, "r-7", 0)).statusCode()).isEqualTo(404);
        assertThat(get("/passage/" + encoded("不是")).statusCode()).isEqualTo(400);
    }

    private static String link(Shelf shelf, String id, int index) {
        Report report = shelf.find(id).orElseThrow();
        return encoded(
                ReportAnchors.of(report).at(report.paragraphs().get(index)).toString());
    }

    @Test
    void allHitsAreDownloadedAsAFile() throws Exception {
        HttpResponse<String> file = get("/export?format=txt&q=" + encoded("三公经费"));

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename*=UTF-8''")
                .endsWith(".txt");
        assertThat(file.body().lines()).hasSize(3);
        assertThat(get("/search?q=" + encoded("三公经费")).body())
                .contains("format=txt")
                .contains("试用格式");
        assertThat(get("/export?format=nix&q=x").statusCode()).isEqualTo(400);
    }

    @Test
    void wordsAreSuggestedAsData() throws Exception {
        HttpResponse<String> answer = get("/suggest?q=" + encoded("档案"));

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("\"insert\":\"org:南江市档案馆\"", "\"kind\":\"单位\"");
        assertThat(get("/suggest").body()).contains("\"items\":[]");
    }

    @Test
    void eachFigureOfASentenceInATableLeadsToItsPlace() throws Exception {
        assertThat(get("/view/greeting").body())
                .contains(
                        "<a class=\"figure\" href=\"/report/r-1?at=7\">支出&lt;i&gt; 8万元</a>与<a class=\"figure\" href=\"/report/r-5?at=21\">8万元</a>一致。");
        assertThat(get("/view/greeting?lang=en").body())
                .contains(
                        "<a class=\"figure\" href=\"/report/r-5?at=21\">8万元</a> is <a class=\"figure\" href=\"/report/r-1?at=7\">支出&lt;i&gt; 8万元</a>.");
    }

    @Test
    void everyViewHasAPageOfItsOwn() throws Exception {
        String page = get("/view/greeting?name=" + encoded("小王")).body();

        assertThat(page).contains("你好，小王", "<label>名字", "根", "备注", "<mark>保管</mark>", "/report/r-1?at=9");
        assertThat(get("/").body()).contains("<a href=\"/view/greeting\"");
    }

    @Test
    void pluginsAreShownAsTheirCommandShowsThem() throws Exception {
        assertThat(get("/do/plugins").body()).contains("trial&lt;1&gt;");
    }

    @Test
    void whereReportsAreToldTheirNamesLeadToTheirPages() throws Exception {
        assertThat(get("/do/plugins").body())
                .contains("href=\"/report/r-1\">南江市档案馆 2021 部门整体支出</a> → <a ")
                .contains("href=\"/report/r-2\">南江市档案馆 2022 部门整体支出</a></td>");
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
        assertThat(get("/view/greting").body()).contains("greeting, work, broken");
        assertThat(get("/admin").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=x&offset=-1", "/search?q=x&offset=99999999999", "/search?q=x&year=abc"})
    void aValueThatCannotBeIsRefused(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyReadingIsPossible() throws Exception {
        assertThat(browser().post("/", "x=1").statusCode()).isEqualTo(403);
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
        return browser().raw("GET / HTTP/1.1\r\nHost: " + host).substring(9, 12);
    }

    @Test
    void aTakenPortIsSaidWithAWayOut(@TempDir Path other) {
        assertThatThrownBy(() -> new TrialHouse(other, new Manifests(MANIFEST), new Shelf(), true, server.port()))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused).hasMessageContaining("127.0.0.1:" + server.port());
                    assertThat(refused.remedy()).contains("--port 0");
                });
    }
}
