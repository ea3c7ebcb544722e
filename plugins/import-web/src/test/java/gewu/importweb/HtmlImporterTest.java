package gewu.importweb;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.report.SourceText;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What is text in a web page, and what is not.
class HtmlImporterTest {
    private static final String TITLE = "临江市信访局2023年度部门整体支出绩效自评报告\n";
    private static final String ATTACHMENT = "附件1：2023年度部门整体支出绩效自评表.docx\n";

    @Test
    void readsTheReportOfASiteAndNothingAroundIt() throws IOException {
        assertThat(Web.text(Web.site(Web.PARAGRAPHS))).isEqualTo(TITLE + Web.TEXT + ATTACHMENT);
    }

    @Test
    void readsTheSameWhereNoNameTellsTheArticle() throws IOException {
        String page = Web.site(Web.PARAGRAPHS).replace("TRS_Editor", "box3").replace("class=\"detail\"", "");

        assertThat(Web.text(page))
                .startsWith(TITLE)
                .contains(Web.TEXT + ATTACHMENT)
                .doesNotContain("首页", "字体", "分享", "上一篇", "版权", "标识码", "滨江路");
    }

    @Test
    void keepsWhatStandsAroundIfAsked() throws IOException {
        assertThat(Web.keptText(Web.site(Web.PARAGRAPHS)))
                .contains("您现在的位置：首页 > 政务公开 > 绩效信息", "版权所有：临江市人民政府", Web.TEXT)
                .doesNotContain("var menu", "color:red");
    }

    @Test
    void losesNoPartOfAReportThatStandsOutsideTheArticle() throws IOException {
        String second = "<div class='box'><p>三、存在的问题：个别项目前期论证不充分，资金到位后实施进度偏慢，影响了年度目标的实现。</p></div>";
        String page = Web.site(Web.PARAGRAPHS).replace("<div class=\"footer\">", second + "<div class=\"footer\">");

        assertThat(Web.text(page))
                .contains(Web.TEXT)
                .contains("三、存在的问题：个别项目前期论证不充分")
                .doesNotContain("版权所有");
    }

    @Test
    void leavesNoProseOutForTheNameOfItsBlock() throws IOException {
        String page = Web.page(
                "<div class='nav'>" + Web.PARAGRAPHS + "</div><div class='footer'>" + Web.PARAGRAPHS + "</div>");

        assertThat(Web.text(page)).isEqualTo(Web.TEXT + Web.TEXT);
    }

    @Test
    void leavesTeasersOfOtherArticlesOut() throws IOException {
        String teasers =
                "<div class='sidebar'><p><a href='/1.html'>市长接访</a></p><p>昨日，市领导到市人民来访接待中心接待来访群众，现场协调解决群众反映的困难和问题。<a href='/1.html'>[详细]</a></p></div>";
        String page = Web.site(Web.PARAGRAPHS).replace("<div class=\"footer\">", teasers + "<div class=\"footer\">");

        assertThat(Web.text(page)).isEqualTo(TITLE + Web.TEXT + ATTACHMENT);
    }

    @Test
    void readsAPageThatTablesLayOut() throws IOException {
        String page =
                "<html><body><table width=980><tr><td><a href=1.htm>首页</a><td><a href=2.htm>机构职能</a><td><a href=3.htm>通知公告</a></tr></table>"
                        + "<table><tr><td width=200 valign=top><a href=4.htm>政策法规</a><br><a href=5.htm>财政预决算</a></td><td>"
                        + Web.PARAGRAPHS
                        + "<p><a href='download.jsp?id=1'>附件1：自评表</a></p><p><a href='download.jsp?id=2'>佐证材料.zip</a></p></td></tr></table>"
                        + "<table><tr><td align=center>版权所有：临江市财政局<br>电话：0000-1234567　地址：滨江路2号<br>某ICP备12345678号</td></tr></table></body></html>";

        assertThat(Web.text(page)).isEqualTo(Web.TEXT + "附件1：自评表\n佐证材料.zip\n");
    }

    @Test
    void setsTheTitleAboveATextThatLacksIt() throws IOException {
        String page = "<html><head><title>云岭县2023年度财政支出绩效评价报告-云岭县财政局</title></head><body>" + Web.PARAGRAPHS
                + "</body></html>";

        assertThat(Web.text(page)).isEqualTo("云岭县2023年度财政支出绩效评价报告\n" + Web.TEXT);
    }

    @Test
    void doesNotRepeatATitleThatTheTextHas() throws IOException {
        String page =
                "<html><head><title>云岭县2023年度财政支出绩效评价报告</title></head><body><p align=center>云岭县</p><p align=center>2023年度财政支出绩效评价报告</p>"
                        + Web.PARAGRAPHS + "</body></html>";

        assertThat(Web.text(page)).isEqualTo("云岭县\n2023年度财政支出绩效评价报告\n" + Web.TEXT);
    }

    @Test
    void leavesOutWhatNobodySees() throws IOException {
        String page = Web.page("<p style='DISPLAY: none'>暗一</p><p hidden>暗二</p><span aria-hidden=true>暗三</span>"
                + Web.PARAGRAPHS + "<p style='visibility:hidden'>暗四</p><template>暗五</template>");

        assertThat(Web.text(page)).isEqualTo(Web.TEXT);
    }

    @Test
    void keepsAReportThatAScriptWouldHaveShown() throws IOException {
        String page = Web.page("<p>正在加载</p><div id=zoom style='display:none'>" + Web.PARAGRAPHS + "</div>");

        assertThat(Web.text(page)).contains(Web.TEXT);
    }

    @Test
    void collapsesWhiteSpaceAsBrowsersDo() throws IOException {
        String page = Web.page(
                "<p>&nbsp;&nbsp;　　预算\n      执行率  为 <b>98.6</b>%\t，\nGDP\nof 2023&nbsp;&nbsp;年<br>面积12m<sup>2</sup>。</p><pre>  甲  1\n  乙  2</pre>");

        assertThat(Web.text(page)).isEqualTo("预算执行率 为 98.6% ， GDP of 2023 年\n面积12m2。\n甲 1\n乙 2\n");
    }

    @Test
    void labelsListsAsTheyAreSeen() throws IOException {
        String page = Web.page(
                "<ol start=3><li>甲<ol type=a><li>子</ol><li value=7>乙</ol><ol style='list-style-type:cjk-ideographic'><li>概况</ol>"
                        + "<ul><li>项目</ul><ol><li>一、自带编号<li>（二）也自带</ol><ol style='list-style:none'><li>无</ol>");

        assertThat(Web.text(page)).isEqualTo("3. 甲\na. 子\n7. 乙\n一、概况\n项目\n一、自带编号\n（二）也自带\n无\n");
    }

    @Test
    void readsWhatWasPastedFromWord() throws IOException {
        String page = Web.page("""
                <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
                <p class=MsoToc1><a href="#_Toc1">一、概况 1</a></p>
                <p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>预算
                编制<span lang=EN-US>2023</span>年<o:p></o:p></p>
                <p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;</span></span></span>要点</p>
                <p class=MsoNormal><o:p>&nbsp;</o:p></p>
                <p class=MsoNormal>金额<ins>20</ins><del>30</del>万元<span style='mso-hide:all'>暗</span><st1:chsdate w:st="on">2024年3月1日</st1:chsdate></p>
                """);

        assertThat(Web.text(page)).isEqualTo("1. 预算编制2023年\n要点\n金额20万元2024年3月1日\n");
    }

    @Test
    void readsTablesWithMergedCells() throws IOException {
        SourceText source = Web.source(Web.read(Web.page("""
                <p>表1</p><table border=1><thead><tr><th rowspan=2>指标<th colspan=2>2023年</tr><tr><th>目标<th>完成</tr></thead>
                <tbody><tr><td>办结率<td>95%<td>98<br>.5%</tr><tr><td>满意率<td colspan=2><p>不低于</p><p>90%</p></tr></tbody></table><p>完</p>
                """)));

        assertThat(source.text()).isEqualTo("表1\n指标\t2023年\n目标\t完成\n办结率\t95%\t98 .5%\n满意率\t不低于 90%\n完\n");
        assertThat(Web.cells(source, source.tables().getFirst()))
                .containsExactly(
                        "1,1 2x1* 指标",
                        "1,2 1x2* 2023年",
                        "2,2 1x1* 目标",
                        "2,3 1x1* 完成",
                        "3,1 1x1* 办结率",
                        "3,2 1x1 95%",
                        "3,3 1x1 98 .5%",
                        "4,1 1x1* 满意率",
                        "4,2 1x2 不低于 90%");
    }

    @Test
    void keepsATableSaneWhoseSpansAreNot() throws IOException {
        SourceText source = Web.source(Web.read(Web.page("""
                <table border=1><tr><td rowspan=99>甲<td>乙<td rowspan=2>丙</tr>
                <tr><td colspan=5>丁</tr><tr></tr><tr style="display:none"><td>暗</tr>
                <tr><td rowspan=0>戊<td colspan=-3>己</tr></table>""")));

        assertThat(Web.cells(source, source.tables().getFirst()))
                .containsExactly("1,1 3x1* 甲", "1,2 1x1* 乙", "1,3 2x1* 丙", "2,2 1x1 丁", "3,2 1x1 戊", "3,3 1x1 己");
        assertThat(source.tables().getFirst().columns()).isEqualTo(3);
    }

    @Test
    void readsATableTooWideForPeopleAsText() throws IOException {
        SourceText source =
                Web.source(Web.read(Web.page("<table border=1><tr>" + "<td>格</td>".repeat(1_200) + "</table>")));

        assertThat(source.tables()).isEmpty();
        assertThat(source.text()).hasSize(2_400);
    }

    @Test
    void takesTablesThatLayThePageOutForText() throws IOException {
        SourceText source = Web.source(
                Web.read(
                        Web.page(
                                "<table width=100%><tr><td width=5></td><td><table><tr><td>" + Web.PARAGRAPHS
                                        + "<table border=1><tr><td>项目<td>金额<tr><td>接访<td>20</table></td></tr></table></td></tr></table>")));

        assertThat(source.text()).isEqualTo(Web.TEXT + "项目\t金额\n接访\t20\n");
        assertThat(source.tables()).hasSize(1);
    }

    @Test
    void readsATableInACellAsPartOfItsWords() throws IOException {
        SourceText source = Web.source(
                Web.read(
                        Web.page(
                                "<table border=1><caption>自评表</caption><tr><th>指标<th>说明与评分标准<tr><td>办结率<td>按以下标准评分，最高十分，不足部分按比例扣分。<table><tr><td>优<td>10</table></td></tr></table>")));

        assertThat(source.text()).isEqualTo("自评表\n指标\t说明与评分标准\n办结率\t按以下标准评分，最高十分，不足部分按比例扣分。优 10\n");
    }

    @Test
    void readsWhatWasTypedIntoAForm() throws IOException {
        SourceText source = Web.source(
                Web.read(
                        Web.page(
                                "<form><table><tr><th>指标<th>得分<th>等级<tr><td>办结率<td><input value='9.5'><input type=hidden value=x><td><select><option>良<option selected>优</select></table></form>")));

        assertThat(source.text()).isEqualTo("指标\t得分\t等级\n办结率\t9.5\t优\n");
    }

    @Test
    void survivesPagesThatNestWithoutEnd() throws IOException {
        assertThat(Web.text("<div>".repeat(100_000) + "底")).isEqualTo("底\n");
        assertThat(Web.text("<table border=1><tr><td>格<td>".repeat(20_000) + "底"))
                .endsWith("底\n");
        assertThat(Web.text("<ol><li>".repeat(20_000) + "底")).endsWith("底\n");
    }

    @Test
    void survivesPagesOfOneLineTimesMany() throws IOException {
        assertThat(Web.text("<body>" + "© <a href=x>甲</a><br>".repeat(100_000) + Web.PARAGRAPHS))
                .contains(Web.TEXT);
    }

    @Test
    void refusesPagesThatHoldNoReport() throws IOException {
        assertThat(refusal(
                        "<html><head><meta http-equiv=refresh content='0;url=a.html'></head><body>正在跳转</body></html>"))
                .contains("leads on");
        assertThat(refusal("<html><head><title>404</title></head><body>您访问的页面不存在</body></html>"))
                .contains("went wrong");
        assertThat(refusal(Web.page("<form>用户名<input name=u>密码<input type=password></form>")))
                .contains("password");
        assertThat(refusal(Web.page("<div id=app></div><script src=app.js></script>")))
                .contains("script");
        assertThat(refusal(Web.page("<iframe src=a.html></iframe>"))).contains("frames");
        assertThat(refusal(Web.page("<img src=a.png alt=报告>"))).contains("pictures");
        assertThat(refusal("<html><head><title>年度报告</title></head><body></body></html>"))
                .contains("no words");
    }

    private static String refusal(String html) throws IOException {
        return Web.read(html) instanceof Reading.Refused(var why, var remedy) && !remedy.isBlank()
                ? why
                : "not refused";
    }
}
