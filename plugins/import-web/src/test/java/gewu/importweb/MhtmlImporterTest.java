package gewu.importweb;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MhtmlImporterTest {
    private static final String HEAD = """
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="----=_NextPart_01DA7F00.12345678"

            """;

    /// As Chrome and its kin write it.
    static String byBrowser() {
        return """
                From: <Saved by WebKit>
                Snapshot-Content-Location: https://www.example.invalid/zw/t1.html
                Subject: =?utf-8?Q?=E6=8A=A5=E5=91=8A?=
                Date: Thu, 28 Mar 2024 09:12:33 +0800
                MIME-Version: 1.0
                Content-Type: multipart/related;
                	type="text/html";
                	boundary="----MultipartBoundary--abc----"


                ------MultipartBoundary--abc----
                Content-Type: text/html
                Content-ID: <frame-1@mhtml.blink>
                Content-Transfer-Encoding: quoted-printable
                Content-Location: https://www.example.invalid/zw/t1.html

                %s
                ------MultipartBoundary--abc----
                Content-Type: text/css
                Content-Transfer-Encoding: quoted-printable
                Content-Location: cid:css-1@mhtml.blink

                .nav { color: red }
                ------MultipartBoundary--abc----
                Content-Type: text/html
                Content-ID: <frame-2@mhtml.blink>
                Content-Transfer-Encoding: quoted-printable

                %s
                ------MultipartBoundary--abc------
                """.formatted(
                        quoted(Web.site(Web.PARAGRAPHS + "<iframe src=\"cid:frame-2@mhtml.blink\"></iframe>")),
                        quoted(Web.page("<p>框架里的补充说明也是报告的一部分。</p>")));
    }

    /// As Internet Explorer and WPS write it.
    static byte[] byOldBrowser(String label) {
        byte[] page = Web.site(Web.PARAGRAPHS).replace("utf-8", label).getBytes(Web.GBK);
        String mail = """
                From: <由 Microsoft Internet Explorer 5 保存>
                Subject: 报告
                MIME-Version: 1.0
                Content-Type: multipart/related;
                	boundary="----=_NextPart_000_0000_01C0";
                	type="text/html"
                X-MimeOLE: Produced By Microsoft MimeOLE

                This is a multi-part message in MIME format.

                ------=_NextPart_000_0000_01C0
                Content-Type: text/html;
                	charset="%s"
                Content-Transfer-Encoding: base64
                Content-Location: file://C:\\报告.htm

                %s
                ------=_NextPart_000_0000_01C0
                Content-Type: image/gif
                Content-Transfer-Encoding: base64
                Content-Location: file://C:\\图.gif

                R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==
                ------=_NextPart_000_0000_01C0--
                """.formatted(label, Web.base64(page));
        return mail.replace("\n", "\r\n").getBytes(Web.GBK);
    }

    private static String quoted(String page) {
        return Web.quotedPrintable(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(byte[] mail) throws IOException {
        return Web.source(new MhtmlImporter().read(Web.saved(mail))).text();
    }

    @Test
    void readsAPageSavedByABrowserWithWhatItsFramesShow() throws IOException {
        assertThat(read(byBrowser().getBytes(StandardCharsets.UTF_8)))
                .startsWith("临江市信访局2023年度部门整体支出绩效自评报告\n一、部门概况\n")
                .contains("2023年度部门整体支出1458.34万元，其中基本支出")
                .contains("框架里的补充说明也是报告的一部分。\n")
                .doesNotContain("首页", "版权所有", "color");
    }

    @Test
    void readsAPageSavedByAnOldBrowser() throws IOException {
        assertThat(read(byOldBrowser("gb2312"))).contains(Web.TEXT.strip());
    }

    @Test
    void believesTheWordsMoreThanTheLabelOfThePart() throws IOException {
        assertThat(read(byOldBrowser("utf-8"))).contains(Web.TEXT.strip());
    }

    @Test
    void readsAPartThatIsCalledUnicode() throws IOException {
        String mail = HEAD + "------=_NextPart_01DA7F00.12345678\nContent-Type: text/html; charset=\"unicode\"\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Web.base64(Web.page(Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_16LE));

        assertThat(read(mail.getBytes(StandardCharsets.UTF_8))).isEqualTo(Web.TEXT);
    }

    @Test
    void readsEverySheetOfASavedWorkbookOnce() throws IOException {
        String part = "------=_NextPart_01DA7F00.12345678\nContent-Location: file:///C:/D1/%s\n"
                + "Content-Transfer-Encoding: 8bit\nContent-Type: text/html; charset=\"utf-8\"\n\n%s\n";
        String mail = HEAD
                + part.formatted("自评表.htm", """
                        <html><head><meta name=ProgId content=Excel.Sheet></head>
                        <frameset rows="*,39"><frame src="自评表.files/sheet001.htm" name="frSheet">
                        <frame src="自评表.files/tabstrip.htm" name="frTabs"></frameset></html>""")
                + part.formatted("自评表.files/tabstrip.htm", "<table><tr><td>整体</td><td>项目</td></tr></table>")
                + part.formatted("自评表.files/sheet001.htm", "<table><tr><td>指标<td>得分<tr><td>办结率<td>9.5</table>")
                + part.formatted("自评表.files/sheet002.htm", "<table><tr><td>项目<td>金额<tr><td>接访<td>20</table>")
                + "------=_NextPart_01DA7F00.12345678--\n";

        var source = Web.source(new MhtmlImporter().read(Web.saved(mail)));

        assertThat(source.text()).isEqualTo("指标\t得分\n办结率\t9.5\n项目\t金额\n接访\t20\n");
        assertThat(source.tables()).hasSize(2);
    }

    @Test
    void readsAPageThatIsTheOnlyPart() throws IOException {
        String mail = "From: <Saved by WPS>\nMIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n"
                + "Content-Transfer-Encoding: quoted-printable\n\n"
                + Web.quotedPrintable(Web.page(Web.PARAGRAPHS).getBytes(Charset.forName("GBK")));

        assertThat(read(mail.getBytes(StandardCharsets.UTF_8))).isEqualTo(Web.TEXT);
    }

    @Test
    void readsWhatIsThereOfAFileThatIsCutOff() throws IOException {
        String whole = byBrowser();
        String cut = whole.substring(0, whole.indexOf("=E4=BA=8C=E3=80=81") + 200);

        assertThat(read(cut.getBytes(StandardCharsets.UTF_8))).contains("负责受理群众来信");
    }

    @Test
    void refusesAFileWithoutAPage() throws IOException {
        assertThat(new MhtmlImporter().read(Web.saved("MIME-Version: 1.0\nContent-Type: text/plain\n\n你好\n")))
                .isInstanceOf(Reading.Refused.class);
    }
}
