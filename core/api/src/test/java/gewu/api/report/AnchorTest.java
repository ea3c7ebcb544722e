package gewu.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorTest {
    private static final String WORDS = "预算执行率资金拨付进度绩效目标设置不够细化信访件办结满意整改落实制度健全管理会议费接待公务车辆运行维护年度较上降低增长项目支出基本完成情况";

    private static final String SPENDING = "2021年基本支出1458.34万元，比去年同期1511.55万元，减少53.21万元，下降3.5%。";
    private static final String PROBLEM = "一是预算编制不够精准，部分项目资金拨付进度滞后，年末集中支付的情况仍然存在。";
    private static final String REMEDY = "下一步将加强预算绩效管理，完善内部控制制度，提高财政资金的使用效益。";

    private static Report report(String... paragraphs) {
        return report(List.of(paragraphs));
    }

    private static Report report(List<String> paragraphs) {
        StringBuilder text = new StringBuilder();
        List<Paragraph> cut = new ArrayList<>();
        for (String paragraph : paragraphs) {
            int start = text.length();
            text.append(paragraph);
            cut.add(new Paragraph(cut.size() + 1, 1, 0, start, text.length()));
            text.append('\n');
        }
        return new Report(
                "4517257875",
                1,
                new ReportFacts("自评报告", "", "", 0, ReportKind.OTHER),
                SourceText.onePage(text.toString()),
                cut,
                List.of());
    }

    private static Anchor anchorOf(Report report, String words) {
        int start = report.text().indexOf(words);
        return Anchor.of(report, start, start + words.length());
    }

    private static Whereabouts find(Report report, Anchor anchor) {
        return ReportAnchors.of(report).find(anchor);
    }

    // ---- written

    @Test
    void isWrittenForALinkAndReadsBack() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING), "下降3.5%");

        assertThat(anchor.toString()).matches("4517257875~[0-9a-f]{8}\\.1:44-50~51\\.[A-Za-z0-9_-]{11}");
        assertThat(Anchor.read(" " + anchor + "\n")).contains(anchor);
    }

    @Test
    void aWholeParagraphIsWrittenWithoutOffsets() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING), SPENDING);

        assertThat(anchor.isWhole()).isTrue();
        assertThat(anchor.toString()).doesNotContain(":");
        assertThat(Anchor.read(anchor.toString())).contains(anchor);
    }

    @Test
    void whatPeopleWroteDownStaysValid() {
        assertThat(anchorOf(report(PROBLEM, SPENDING), "下降3.5%"))
                .hasToString("4517257875~b7eb013d.1:44-50~51.z7CG7XpRQjk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4517257875",
                "4517257875~a1b2c3d4.2",
                "4517257875~a1b2c3d4.0~9.AAAAAAAAAAA",
                "4517257875~a1b2c3d4.1:5-5~9.AAAAAAAAAAA",
                "4517257875~a1b2c3d4.1:5-12~9.AAAAAAAAAAA",
                "4517257875~a1b2c3d4.1:999999999-9~9.AAAAAAAAAAA",
                "~a1b2c3d4.1~9.AAAAAAAAAAA",
                "4517257875~A1B2C3D4.1~9.AAAAAAAAAAA"
            })
    void whatIsNoAnchorIsNoneAndNoException(String words) {
        assertThat(Anchor.read(words)).isEmpty();
    }

    @Test
    void anInventedAnchorIsGoneAndHarmsNobody() {
        Anchor invented =
                Anchor.read("4517257875~a1b2c3d4.7:10-20~99999999.AAAAAAAAAAA").orElseThrow();

        assertThat(find(report(PROBLEM, SPENDING), invented)).isInstanceOf(Whereabouts.Gone.class);
        assertThatThrownBy(() -> find(report(PROBLEM), new Anchor("other", "a1b2c3d4", 1, 0, 1, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aParagraphHasTheSameAnchorWithAndWithoutItsReport() {
        Report report = report("（二）" + PROBLEM, SPENDING, "（三）" + PROBLEM);

        assertThat(Anchor.of("4517257875", "（三）" + PROBLEM, 2))
                .isEqualTo(ReportAnchors.of(report).at(report.paragraphs().getLast()));
    }

    // ---- found again

    @Test
    void isFoundWhereParagraphsCameBeforeIt() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING), "1458.34万元");

        assertThat(find(report(REMEDY, "新增的一段。", PROBLEM, SPENDING), anchor))
                .isInstanceOfSatisfying(Whereabouts.Same.class, same -> {
                    assertThat(same.paragraph().number()).isEqualTo(4);
                    assertThat(same.passage().text()).isEqualTo("1458.34万元");
                });
    }

    @Test
    void whiteSpaceBrokenLinesAndWidthDoNotCount() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING), "1458.34万元");
        String reflowed = "２０２１年 基本支出1458. 34万\n元,比去年同期1511.55万元，减少53.21\u3000万元，下降3.5％。";

        assertThat(find(report(PROBLEM, reflowed), anchor))
                .isInstanceOfSatisfying(
                        Whereabouts.Same.class,
                        same -> assertThat(same.passage().text()).isEqualTo("1458. 34万\n元"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"（三）", "3.", "第三章", "三、", "③", "(十一)", "12、", "-（三）"})
    void theNumberingInFrontDoesNotCount(String label) {
        Anchor anchor = anchorOf(report("（二）项目支出情况", SPENDING), "项目支出情况");

        assertThat(find(report(label + "项目支出情况", SPENDING), anchor))
                .isInstanceOfSatisfying(
                        Whereabouts.Same.class,
                        same -> assertThat(same.passage().text()).endsWith("项目支出情况"));
    }

    @Test
    void aFigureInFrontIsNoNumbering() {
        assertThat(Anchor.of("r", "1.5亿元用于民生。", 1)).isNotEqualTo(Anchor.of("r", "2.5亿元用于民生。", 1));
        assertThat(Anchor.of("r", "1.加强管理。", 1)).isEqualTo(Anchor.of("r", "2. 加强管理。", 1));
    }

    @Test
    void isFoundInAParagraphThatTookItIn() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING, REMEDY), "1458.34万元");

        assertThat(find(report(PROBLEM + SPENDING, REMEDY), anchor))
                .isInstanceOfSatisfying(Whereabouts.Moved.class, moved -> {
                    assertThat(moved.paragraph().number()).isEqualTo(1);
                    assertThat(moved.passage().text()).isEqualTo("1458.34万元");
                });
    }

    @Test
    void isFoundWhereItsParagraphWasCutInTwo() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING), "下降3.5%");

        assertThat(find(report(PROBLEM, SPENDING.substring(0, 20), SPENDING.substring(20)), anchor))
                .isInstanceOfSatisfying(Whereabouts.Moved.class, moved -> {
                    assertThat(moved.paragraph().number()).isEqualTo(3);
                    assertThat(moved.passage().text()).isEqualTo("下降3.5%");
                });
    }

    @Test
    void aChangedFigureIsToldAsAChange() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING), "1458.34万元");

        assertThat(find(report(PROBLEM, SPENDING.replace("1458.34", "1460.12"), REMEDY), anchor))
                .isInstanceOfSatisfying(Whereabouts.Changed.class, changed -> {
                    assertThat(changed.paragraph().number()).isEqualTo(2);
                    assertThat(changed.percent()).isBetween(60, 99);
                });
    }

    @Test
    void aParagraphThatIsGoneIsTakenForNoOther() {
        Anchor anchor = anchorOf(report(PROBLEM, SPENDING, REMEDY), "1458.34万元");

        assertThat(find(report(PROBLEM, REMEDY), anchor)).isInstanceOf(Whereabouts.Gone.class);
    }

    @Test
    void shortWordsInsideOtherSentencesAreNotTheParagraph() {
        Anchor anchor = anchorOf(report("总体情况", SPENDING), "总体情况");

        assertThat(find(report("全年总体情况良好，各项工作有序推进，没有发生重大问题。", SPENDING), anchor))
                .isInstanceOf(Whereabouts.Gone.class);
    }

    @Test
    void equalParagraphsKeepTheirOrder() {
        Report before = report("无。", PROBLEM, "无。", REMEDY, "无。");
        List<Anchor> anchors =
                before.paragraphs().stream().map(ReportAnchors.of(before)::at).toList();
        Report after = report(SPENDING, "无。", "无。", PROBLEM, REMEDY, "无。");

        assertThat(List.of(anchors.get(0), anchors.get(2), anchors.get(4)))
                .extracting(
                        it -> ((Whereabouts.Same) find(after, it)).paragraph().number())
                .containsExactly(2, 3, 6);
        assertThat(find(report("无。", PROBLEM), anchors.get(4)))
                .as("which one was left nobody knows, so it is not said to be the same")
                .isInstanceOf(Whereabouts.Moved.class);
    }

    @Test
    void aPassageOverTheEndOfItsParagraphIsCutOffThere() {
        Report report = report(PROBLEM, SPENDING);
        Anchor anchor = Anchor.of(report, PROBLEM.length() - 5, PROBLEM.length() + 9);

        assertThat(anchor.end()).isEqualTo(anchor.length());
        assertThatThrownBy(() ->
                        Anchor.of(report, report.text().length(), report.text().length()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- whatever happens

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyParagraphThatStaysIsFoundAndNoTwoAreTakenForEachOther(long seed) {
        Random chance = new Random(seed);
        List<String> before = new ArrayList<>(IntStream.range(0, 120)
                .mapToObj(_ -> sentence(chance, 8 + chance.nextInt(90)))
                .toList());
        Collections.addAll(before, "无。", "无。", "（一）基本情况", "（二）基本情况");
        Report first = report(before);
        Map<String, Anchor> anchors = new HashMap<>();
        ReportAnchors made = ReportAnchors.of(first);
        first.paragraphs().forEach(it -> anchors.put(first.textOf(it), made.at(it)));
        List<String> after = new ArrayList<>();
        for (String each : before) {
            if (chance.nextInt(4) == 0) {
                after.add(sentence(chance, 30));
            }
            boolean isLeftOut = each.length() > 8 && chance.nextInt(5) == 0;
            if (!isLeftOut) {
                after.add(reflowed(each, chance));
            }
        }
        Report second = report(after);
        ReportAnchors found = ReportAnchors.of(second);

        assertThat(anchors.values()).extracting(Anchor::toString).doesNotHaveDuplicates();
        anchors.forEach((words, anchor) -> {
            assertThat(Anchor.read(anchor.toString())).contains(anchor);
            boolean isThere = after.stream().anyMatch(it -> plain(it).equals(plain(words)));
            switch (found.find(anchor)) {
                case Whereabouts.Same same ->
                    assertThat(plain(second.textOf(same.paragraph()))).isEqualTo(plain(words));
                case Whereabouts.Moved moved ->
                    assertThat(plain(moved.passage().text())).isEqualTo(plain(words));
                case Whereabouts.Changed _, Whereabouts.Gone _ ->
                    assertThat(isThere).isFalse();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyPassageLeadsBackToItsWords(long seed) {
        Random chance = new Random(seed);
        Report report = report(IntStream.range(0, 40)
                .mapToObj(_ -> reflowed(sentence(chance, 40), chance))
                .toList());
        ReportAnchors anchors = ReportAnchors.of(report);
        for (int i = 0; i < 200; i++) {
            Paragraph paragraph = report.paragraphs().get(chance.nextInt(40));
            int start = paragraph.start() + chance.nextInt(paragraph.end() - paragraph.start() - 1);
            int end = start + 1 + chance.nextInt(paragraph.end() - start);
            String words = plain(report.text().substring(start, end));
            if (!words.isEmpty()) {
                Whereabouts found = anchors.find(anchors.at(start, end));
                assertThat(plain(((Whereabouts.Same) found).passage().text())).isEqualTo(words);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void aParagraphOfWhichAFewCharactersChangedIsFoundAsChanged(long seed) {
        Random chance = new Random(seed);
        List<String> before = IntStream.range(0, 100)
                .mapToObj(_ -> sentence(chance, 60 + chance.nextInt(60)))
                .toList();
        Report first = report(before);
        ReportAnchors made = ReportAnchors.of(first);
        List<String> after = before.stream()
                .map(it -> it.substring(0, 20) + "２３" + it.substring(22, 40) + "新" + it.substring(41))
                .toList();
        ReportAnchors found = ReportAnchors.of(report(after));

        assertThat(first.paragraphs())
                .allSatisfy(it -> assertThat(found.find(made.at(it)))
                        .isInstanceOfSatisfying(
                                Whereabouts.Changed.class,
                                changed ->
                                        assertThat(changed.paragraph().number()).isEqualTo(it.number())));
    }

    private static String sentence(Random chance, int length) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < length; i++) {
            words.append(WORDS.charAt(chance.nextInt(WORDS.length())));
        }
        return words.append('。').toString();
    }

    private static String reflowed(String words, Random chance) {
        StringBuilder broken = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            broken.append(words.charAt(i));
            if (i + 1 < words.length() && chance.nextInt(9) == 0) {
                broken.append("\u3000 \t\u200b".charAt(chance.nextInt(4)));
            }
        }
        return broken.toString();
    }

    /// Words without white space and numbering.
    private static String plain(String words) {
        return CleanText.of(words).text().replace(" ", "").replaceFirst("^\\([一二]\\)", "");
    }
}
