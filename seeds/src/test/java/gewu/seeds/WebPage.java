package gewu.seeds;

import gewu.seeds.Manuscript.Block;
import gewu.seeds.Manuscript.Cell;
import gewu.seeds.Manuscript.Grid;
import gewu.seeds.Manuscript.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Writes a manuscript as the page of a government's site: navigation above and beside it, a footer below, nothing of
/// which belongs to the report. The title is the heading above the article; a report with a cover has it there too.
final class WebPage {
    private static final String BEFORE = """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head>
            <meta http-equiv="Content-Type" content="text/html; charset=%1$s" />
            <title>%2$s_预决算公开_人民政府门户网站</title>
            <style type="text/css">.nav li{float:left} .article p{text-indent:2em;line-height:2} table{border-collapse:collapse}</style>
            <script type="text/javascript">var column = '预决算公开'; document.write('<span>正在加载</span>');</script>
            </head><body>
            <div class="top"><a href="#">登录</a> | <a href="#">注册</a> | <a href="#">无障碍浏览</a> | <a href="#">长者模式</a></div>
            <div class="logo"><img src="logo.png" alt="人民政府门户网站" /></div>
            <div class="nav"><ul><li><a href="#">首页</a></li><li><a href="#">走进柳浦</a></li><li><a href="#">政务公开</a></li>
            <li><a href="#">办事服务</a></li><li><a href="#">互动交流</a></li><li><a href="#">专题专栏</a></li></ul></div>
            <div class="position">您现在的位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">预决算公开</a> &gt; 正文</div>
            <div class="left"><h3>公开目录</h3><ul><li><a href="#">机构职能</a></li><li><a href="#">政策文件</a></li><li><a href="#">预决算公开</a></li>
            <li><a href="#">政府采购</a></li><li><a href="#">重大项目</a></li></ul></div>
            <div class="main">
            """;

    private static final String INFO = """
            <div class="info"><span>发布时间：2023-06-25 09:30</span> <span>来源：区财政局</span> <span>浏览次数：<em id="hits">318</em></span>
            <span>字号：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span></div>
            <div class="article" id="zoom">
            """;

    private static final String BEHIND = """
            </div>
            <div class="tools"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>
            <div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
            <div class="near"><p>上一篇：<a href="#">区统计局部门决算公开</a></p><p>下一篇：<a href="#">区档案馆部门决算公开</a></p></div>
            </div>
            <div class="footer"><p><a href="#">网站地图</a> | <a href="#">联系我们</a> | <a href="#">网站声明</a></p>
            <p>主办：区人民政府办公室 承办：区大数据中心 网站标识码：0000000000</p><p>版权所有 &#169; 请使用1024×768以上分辨率浏览</p></div>
            </body></html>
            """;

    private WebPage() {}

    /// The page in the encoding of its label; GB2312 means GBK, as it does on the web.
    static byte[] of(Manuscript manuscript, String label) {
        return html(manuscript, label).getBytes(Charset.forName(label.equals("gb2312") ? "GBK" : label));
    }

    /// The page with its style sheet in one file, as a browser saves it.
    static byte[] savedWhole(Manuscript manuscript) {
        String html = html(manuscript, "utf-8");
        String saved =
                """
                From: <Saved by Blink>
                Snapshot-Content-Location: http://www.example.gov.cn/zwgk/yjs/202306/t20230625_1.html
                Subject: =?utf-8?Q?%s?=
                Date: Sun, 25 Jun 2023 09:31:00 +0800
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--seeds----"

                ------MultipartBoundary--seeds----
                Content-Type: text/html
                Content-Transfer-Encoding: quoted-printable
                Content-Location: http://www.example.gov.cn/zwgk/yjs/202306/t20230625_1.html

                %s
                ------MultipartBoundary--seeds----
                Content-Type: text/css
                Content-Transfer-Encoding: quoted-printable
                Content-Location: http://www.example.gov.cn/style/main.css

                .footer { color: gray }

                ------MultipartBoundary--seeds------
                """.formatted(quoted(manuscript.title()).replace("=\n", "").replace(" ", "_"), quoted(html));
        return saved.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String html(Manuscript manuscript, String label) {
        StringBuilder html = new StringBuilder(BEFORE.formatted(label, FlatDocument.escaped(manuscript.title())));
        Block title = manuscript.blocks().getFirst();
        boolean hasCover = manuscript.blocks().stream()
                .skip(1)
                .anyMatch(it -> it instanceof Words words && words.words().equals(manuscript.title()));
        for (Block block : manuscript.blocks()) {
            html.append(
                    switch (block) {
                        case Words words
                        when block == title ->
                            "<h1>" + said(words.words()) + "</h1>\n" + INFO
                                    + (hasCover ? "<p>" + said(words.words()) + "</p>\n" : "");
                        case Words words
                        when words.level() > 0 -> "<p><strong>" + said(words.words()) + "</strong></p>\n";
                        case Words words -> "<p>" + said(words.words()) + "</p>\n";
                        case Grid grid -> table(grid);
                    });
        }
        return html.append(BEHIND).toString();
    }

    private static String said(String words) {
        return FlatDocument.escaped(words).replace("\u3000", "&nbsp;&nbsp;");
    }

    private static String table(Grid grid) {
        StringBuilder table = new StringBuilder("<table border=\"1\" cellspacing=\"0\">\n");
        for (int row = 1; row <= grid.rows(); row++) {
            int now = row;
            table.append(grid.cells().stream()
                    .filter(cell -> cell.row() == now)
                    .map(WebPage::cell)
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")));
        }
        return table.append("</table>\n").toString();
    }

    private static String cell(Cell cell) {
        String spans = (cell.rows() > 1 ? " rowspan=\"" + cell.rows() + "\"" : "")
                + (cell.columns() > 1 ? " colspan=\"" + cell.columns() + "\"" : "");
        return "<td" + spans + ">" + (cell.words().isEmpty() ? "&nbsp;" : said(cell.words())) + "</td>";
    }

    /// Quoted-printable, in lines of at most 76 signs.
    private static String quoted(String words) {
        StringBuilder quoted = new StringBuilder();
        int column = 0;
        for (byte one : words.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = one >= ' ' && one < 127 && one != '=' && one != '?';
            String sign = one == '\n' ? "\n" : isPlain ? String.valueOf((char) one) : "=%02X".formatted(one & 0xff);
            if (one != '\n' && column + sign.length() > 75) {
                quoted.append("=\n");
                column = 0;
            }
            quoted.append(sign);
            column = one == '\n' ? 0 : column + sign.length();
        }
        return quoted.toString();
    }
}
