package gewu.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.report.Box;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTrustTest {
    private static final String PROSE = "根据县财政局关于开展部门整体支出绩效自评工作的通知要求,我局成立了以局长为组长的自评小组,"
            + "对2023年度部门整体支出进行了认真自评。全年预算安排1,286.40万元,实际支出1,201.75万元,预算执行率93.42%。"
            + "存在的主要问题是个别项目绩效目标设置不够细化,下一步将加强预算编制,进一步提高资金使用效益。";

    private final TextTrust trust = new TextTrust();

    @Test
    void trustsChineseProse() {
        assertTrusted(page(PROSE, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,286.40 1,201.75 93.42% 10 9.34 -3.5% 0.00 2,410 100% 98.60 4 4 15 15 20 18.5 2021 2022 2023",
                "Annual Performance Self-evaluation Report of the County Bureau of Water Resources, 2023",
                "Q3 GDP 5.2% CPI",
                "目录 一、基本情况.................1 二、绩效目标完成情况…………………………3 三、存在的问题·················5",
                "□是 ☑否 □是 ☑否 √ √ ○ ● 合格□ 不合格□ 单位(盖章):__________ 日期:____年__月__日",
                "刘桂兰 邓淑珍 韩雪梅 潘嘉懿 欧阳晴 龚旭尧 覃璐瑶 蒋倩雯 樊骏驰 阎佩瑾",
                "⼀、部⻔基本情况 ⼆、绩效⽬标完成情况 三、⾃评⼯作开展情况 四、存在的问题",
                "Évaluation de l'année écoulée : dépenses réalisées, écarts constatés et mesures à prévoir"
            })
    void trustsWhatIsUnusualButRight(String text) {
        assertTrusted(page(text, 0, 0));
    }

    @Test
    void trustsThreeWordsBesideAStamp() {
        assertTrusted(page("县水利局 2024年1月15日", 0, 0.04));
    }

    @Test
    void trustsProseOnAPictureThatFillsThePage() {
        assertTrusted(page(PROSE, 0, 1));
    }

    @Test
    void mistrustsAContentsPageWhoseWordsAreMissingBetweenItsLeaders() {
        String contents = "........................................1\n".repeat(12);
        assertThat(trust.of(page(contents, 40, 0))).isInstanceOf(TextTrust.Verdict.Untrusted.class);
    }

    @Test
    void trustsAPageWithAFewBulletsWithoutCharacter() {
        assertTrusted(page(PROSE + "\uf06c\uf06c\uf0b7", 3, 0));
    }

    @Test
    void aBlankPageIsEmpty() {
        assertThat(trust.of(page("", 0, 0))).isInstanceOf(TextTrust.Verdict.Empty.class);
        assertThat(trust.of(page(" \u3000\n", 0, 0))).isInstanceOf(TextTrust.Verdict.Empty.class);
    }

    @Test
    void aScanHasNoText() {
        assertUntrusted(page("", 0, 0.98), "It has pictures and no text.");
        assertUntrusted(page("扫描全能王 创建", 0, 0.98), "Pictures cover 98 % of it, and only 7 characters are text.");
        assertUntrusted(page("— 12 —", 0, 0.4), "Pictures cover 40 % of it, and only 4 characters are text.");
    }

    @Test
    void lettersDrawnAsOutlinesAreNoText() {
        List<Rule> strokes = Collections.nCopies(9, new Rule(10, 10, 60, 10));

        assertUntrusted(new LaidPage(1, 595, 842, List.of(), strokes, 0, 0), "It has drawings and no text.");
    }

    @Test
    void glyphsWithoutCharacterAreCounted() {
        assertUntrusted(page("单位名称预算数执行数", 6, 0), "38 % of its glyphs have no character.");
        assertUntrusted(page("", 800, 0), "100 % of its glyphs have no character.");
    }

    @Test
    void controlAndPrivateCharactersAreNoText() {
        assertUntrusted(page("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u000e\u0001", 0, 0), "none that people read");
        assertUntrusted(page(shifted(PROSE, c -> 0xe000 + c % 200), 0, 0), "none that people read");
        assertUntrusted(page("绩效" + "\ufffd".repeat(12), 0, 0), "86 % of its characters are none that people read.");
    }

    /// A font that counts its glyphs instead of naming characters.
    @Test
    void shiftedCharactersAreNoText() {
        for (int by : new int[] {1, 3, 29, -7, 1234}) {
            assertUntrusted(page(shifted(PROSE, c -> c < 0x80 ? c : c + by), 0, 0), "Chinese characters make no sense");
        }
        assertUntrusted(
                page(shifted("Performance evaluation of the bureau and measures taken", c -> c - 29), 0, 0),
                "hardly any is a vowel");
        assertUntrusted(
                page(
                        shifted(
                                "the performance evaluation of this bureau and measures taken",
                                c -> 'a' + (c - 'a' + 3) % 26),
                        0,
                        0),
                "hardly any is a vowel");
    }

    @Test
    void signsAreNoText() {
        assertUntrusted(page("!\"#$%&'()*+!#$&*<=>?@#$&*^`~{}!#$&*", 0, 0), "signs that texts hardly have");
        assertUntrusted(page(shifted(PROSE, c -> 0x2600 + c % 90), 0, 0), "signs that texts hardly have");
    }

    @Test
    void wronglyDecodedChineseIsNoText() {
        String wrong = new String(PROSE.getBytes(Charset.forName("GB18030")), StandardCharsets.ISO_8859_1);

        assertUntrusted(page(wrong, 0, 0), "accented Latin letters");
    }

    @Test
    void aMixOfScriptsIsNoText() {
        assertUntrusted(page("ꀀขфאجკ한ख".repeat(8), 0, 0), "scripts at once");
    }

    private static String shifted(String text, IntUnaryOperator by) {
        StringBuilder shifted = new StringBuilder();
        text.chars().filter(c -> !Character.isWhitespace(c)).map(by).forEach(shifted::appendCodePoint);
        return shifted.toString();
    }

    private static LaidPage page(String text, int unmapped, double pictured) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int c : text.codePoints().toArray()) {
            double x = 60 + 12 * (glyphs.size() % 40);
            double y = 72 + 18 * (glyphs.size() / 40);
            glyphs.add(new Glyph(Character.toString(c), new Box(x, y, x + 12, y + 12), 12, false, 1));
        }
        return new LaidPage(1, 595, 842, glyphs, List.of(), unmapped, pictured);
    }

    private void assertTrusted(LaidPage page) {
        assertThat(trust.of(page)).isEqualTo(new TextTrust.Verdict.Trusted());
    }

    private void assertUntrusted(LaidPage page, String why) {
        assertThat(trust.of(page))
                .isInstanceOfSatisfying(
                        TextTrust.Verdict.Untrusted.class,
                        verdict -> assertThat(verdict.why()).contains(why));
    }
}
