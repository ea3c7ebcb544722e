package gewu.importweb;

import gewu.api.intake.Reading;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.api.report.Table;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Pages as they arrive, and what is read of them.
final class Web {
    static final Charset GBK = Charset.forName("GB18030");

    /// Enough of a report to be taken for one.
    static final String PARAGRAPHS = """
            <p>　　一、部门概况</p>
            <p>　　临江市信访局为市政府工作部门，负责受理群众来信、接待群众来访，协调处理跨县区的信访事项。</p>
            <p>　　二、支出情况</p>
            <p>　　2023年度部门整体支出1458.34万元，其中基本支出1120.10万元，项目支出338.24万元，预算执行率98.6%。</p>
            """;

    static final String TEXT = """
            一、部门概况
            临江市信访局为市政府工作部门，负责受理群众来信、接待群众来访，协调处理跨县区的信访事项。
            二、支出情况
            2023年度部门整体支出1458.34万元，其中基本支出1120.10万元，项目支出338.24万元，预算执行率98.6%。
            """;

    /// A page of the site of a city, with all that stands around a report.
    static final String SITE = """
            <!DOCTYPE html>
            <html><head><meta charset="CHARSET">
            <title>临江市信访局2023年度部门整体支出绩效自评报告_绩效信息_临江市人民政府</title>
            <style>.nav{color:red}</style><script>var menu = "首页";</script></head>
            <body>
            <div class="top"><a href="/login">登录</a> | <a href="/wza">无障碍</a></div>
            <div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
            <div class="crumbs">您现在的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 绩效信息</div>
            <div class="detail">
              <h1 class="title">临江市信访局2023年度部门整体支出绩效自评报告</h1>
              <div class="info"><span>发布日期：2024-03-28</span> <span>来源：市信访局</span> <span>【字体：<a href="javascript:f(1)">大</a> <a href="javascript:f(2)">中</a> <a href="javascript:f(3)">小</a>】</span> <a href="javascript:print()">打印</a></div>
              <div class="TRS_Editor">
            BODY
              </div>
              <div class="bdsharebuttonbox"><span>分享到：</span><a href="#" class="weixin">微信</a><a href="#">微博</a></div>
              <p>附件1：<a href="P020240328.docx">2023年度部门整体支出绩效自评表.docx</a></p>
              <div>上一篇：<a href="t1.html">关于公开接访日安排的通知</a></div>
            </div>
            <div class="footer">
              <p>版权所有：临江市人民政府　主办：临江市人民政府办公室　承办：临江市数据局</p>
              <p>网站标识码：4300000099　某ICP备12345678号-1　某公网安备 43000002000099号</p>
              <p>地址：临江市滨江路1号　<a href="/map">网站地图</a></p>
            </div>
            </body></html>
            """;

    private Web() {}

    static String site(String body) {
        return SITE.replace("CHARSET", "utf-8").replace("BODY", body);
    }

    static String page(String body) {
        return "<html><head><meta charset=utf-8></head><body>" + body + "</body></html>";
    }

    static SourceFile file(byte[] bytes) {
        return new SourceFile(Path.of("报告.html"), "text/html", bytes);
    }

    static Reading read(String html) throws IOException {
        return read(html.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(byte[] bytes) throws IOException {
        return new HtmlImporter().read(file(bytes));
    }

    static String text(String html) throws IOException {
        return source(read(html)).text();
    }

    static String keptText(String html) throws IOException {
        SourceFile file = file(html.getBytes(StandardCharsets.UTF_8)).with(Map.of("around", "keep"));
        return source(new HtmlImporter().read(file)).text();
    }

    static SourceText source(Reading reading) {
        if (reading instanceof Reading.Text text) {
            return text.source();
        }
        throw new AssertionError("No text: " + reading);
    }

    /// The cells of a table as `row,column rowSpan x columnSpan words`, heads with a star.
    static List<String> cells(SourceText source, Table table) {
        return table.cells().stream()
                .map(it -> it.row() + "," + it.column() + " " + it.rowSpan() + "x" + it.columnSpan()
                        + (it.head() ? "* " : " ") + source.text().substring(it.start(), it.end()))
                .toList();
    }

    /// A page saved with its parts.
    static SourceFile saved(String mail) {
        return saved(mail.getBytes(StandardCharsets.UTF_8));
    }

    static SourceFile saved(byte[] mail) {
        return new SourceFile(Path.of("报告.mht"), "multipart/related", mail);
    }

    static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    /// As programs write it: lines of at most 76 characters, which may end within a character.
    static String quotedPrintable(byte[] bytes) {
        StringBuilder quoted = new StringBuilder();
        int inLine = 0;
        for (byte b : bytes) {
            String one =
                    b == '\n' ? "\r\n" : b > ' ' && b < 0x7f && b != '=' ? "" + (char) b : "=%02X".formatted(b & 0xff);
            if (inLine + one.length() > 75) {
                quoted.append("=\r\n");
                inLine = 0;
            }
            quoted.append(one);
            inLine = b == '\n' ? 0 : inLine + one.length();
        }
        return quoted.toString();
    }
}
