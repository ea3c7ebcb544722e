package gewu.importweb;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageDecoderTest {
    /// 喆 and 镕 are not in GB2312, 𬇙 and 㙍 not even in GBK.
    private static final String NAMES = "<p>负责人：王喆；复核：朱镕；地名：𬇙水、㙍江。</p>";

    private static String labelled(String label, String body) {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label
                + "\"></head><body>" + body + "</body></html>";
    }

    private static String text(byte[] bytes) throws IOException {
        return Web.source(Web.read(bytes)).text();
    }

    @Test
    void readsRareNamesOfAPageThatSaysItIsGb2312() throws IOException {
        assertThat(text(labelled("gb2312", NAMES).getBytes(Web.GBK))).isEqualTo("负责人：王喆；复核：朱镕；地名：𬇙水、㙍江。\n");
    }

    @Test
    void readsAPageThatSaysItIsUtf8ButIsGbk() throws IOException {
        assertThat(text(labelled("utf-8", Web.PARAGRAPHS).getBytes(Web.GBK))).isEqualTo(Web.TEXT);
    }

    @Test
    void readsAPageThatSaysItIsGbkButIsUtf8() throws IOException {
        assertThat(text(labelled("gbk", Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Web.TEXT);
    }

    @Test
    void readsAShortPageThatIsLabelledWrongly() throws IOException {
        assertThat(text(labelled("utf-8", "部门概况").getBytes(Web.GBK))).isEqualTo("部门概况\n");
        assertThat(text(labelled("gb2312", "部门概况").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("部门概况\n");
        assertThat(text(labelled("iso-8859-1", "部门概况").getBytes(Web.GBK))).isEqualTo("部门概况\n");
    }

    @Test
    void readsUtf16WithAndWithoutAMark() throws IOException {
        String page = labelled("gb2312", Web.PARAGRAPHS);

        assertThat(text(page.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Web.TEXT);
        assertThat(text(page.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(Web.TEXT);
        assertThat(text(("\ufeff" + page).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Web.TEXT);
        assertThat(text(("\ufeff" + page).getBytes(StandardCharsets.UTF_8))).isEqualTo(Web.TEXT);
    }

    @Test
    void readsTraditionalCharactersOfBig5() throws IOException {
        String page = labelled("big5", "<p>部門整體支出績效自評報告，預算執行情況良好，存在的問題已經整改。</p>");

        assertThat(text(page.getBytes(Charset.forName("Big5")))).isEqualTo("部門整體支出績效自評報告，預算執行情況良好，存在的問題已經整改。\n");
    }

    @Test
    void forgivesSomeBrokenCharacters() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.write(labelled("utf-8", Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_8));
        page.write(0xe4);
        page.write("<p>完</p>".getBytes(StandardCharsets.UTF_8));

        assertThat(text(page.toByteArray())).startsWith(Web.TEXT).endsWith("完\n");
    }

    @Test
    void looksBehindScriptsForTheWordsThatTell() throws IOException {
        String script = "<script>" + "var a = 1; ".repeat(20_000) + "</script>";

        assertThat(text(labelled("utf-8", script + "部门概况").getBytes(Web.GBK))).isEqualTo("部门概况\n");
    }

    @Test
    void ignoresALabelThatNamesNoEncoding() throws IOException {
        assertThat(text(labelled("汉字", Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Web.TEXT);
        assertThat(text(labelled("utf-88", Web.PARAGRAPHS).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Web.TEXT);
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);

        assertThat(Web.read(noise)).isInstanceOf(Reading.Refused.class);
    }
}
