package gewu.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.intake.Reading;
import gewu.api.report.Box;
import gewu.api.report.PageLook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Pages whose prose is set in columns, and pages that only look like it.
class ProseColumnsTest {
    private static final double SIZE = 12;
    private static final double STEP = 20;
    private static final double LEFT = 60;
    private static final int WIDE = 18;
    private static final double RIGHT_COLUMN = LEFT + WIDE * SIZE + 2 * SIZE;
    private static final double RIGHT = RIGHT_COLUMN + WIDE * SIZE;

    private static final String ARCHIVES = "本局负责全市档案的接收、整理与利用，年内共接收到期档案三千余卷，完成数字化加工四十万页，查阅窗口接待群众一千二百人次，平均等候时间较上年缩短一半。";
    private static final String MONEY = "全年预算安排资金八百万元，实际支出七百八十五万元，其中人员支出占六成，其余用于库房改造、设备更新和宣传活动，支出进度基本符合序时要求。";
    private static final String MONEY_AND_REST = MONEY + "年末结转资金已按规定全部上缴。";
    private static final String TROUBLE = "自评中也看到一些不足：部分指标设置偏于笼统，难以逐项核对；库房温湿度记录不够连续，个别月份缺少原始单据；基层单位报送材料偏晚，影响汇总的及时性。";
    private static final String PLAN = "下一步将细化指标口径，把记录责任落实到人，并在每季度末组织一次抽查，抽查结果与下年度预算安排挂钩，确保同类问题不再出现。";

    @Test
    void readsTheLeftColumnToItsEndBeforeTheRightOneBetweenATitleAndAClosingLine() {
        String closing = "以上情况已经本局局务会议审议通过，并在单位门户网站上向社会公开，特此报告，请予审核批复。";
        Sheet sheet = new Sheet(1)
                .middle(70, 18, "青山市档案局绩效自评报告")
                .paragraphs(LEFT, 120, ARCHIVES, MONEY)
                .paragraphs(RIGHT_COLUMN, 120, TROUBLE, PLAN)
                .line(LEFT, 120 + 12 * STEP, closing.substring(0, 38))
                .line(LEFT, 120 + 13 * STEP, closing.substring(38));
        assertThat(text(sheet))
                .isEqualTo(String.join("\n", "青山市档案局绩效自评报告", ARCHIVES, MONEY, TROUBLE, PLAN, closing, ""));
    }

    @Test
    void joinsAParagraphThatRunsOverTheGutter() {
        Sheet sheet = new Sheet(1);
        List<String> lines = wrapped(ARCHIVES, MONEY, TROUBLE);
        sheet.lines(LEFT, 100, lines.subList(0, 7)).lines(RIGHT_COLUMN, 100, lines.subList(7, lines.size()));
        assertThat(text(sheet)).isEqualTo(ARCHIVES + "\n" + MONEY + "\n" + TROUBLE + "\n");
    }

    @Test
    void joinsAParagraphThatRunsFromTheRightColumnOverTheEndOfThePage() {
        List<String> lines = wrapped(ARCHIVES, MONEY, TROUBLE, PLAN, ARCHIVES);
        Sheet first = new Sheet(1).lines(LEFT, 100, lines.subList(0, 6)).lines(RIGHT_COLUMN, 100, lines.subList(6, 12));
        Sheet second = new Sheet(2)
                .lines(LEFT, 100, lines.subList(12, 17))
                .lines(RIGHT_COLUMN, 100, lines.subList(17, lines.size()));
        Reading.Text read = compose(first, second);
        assertThat(read.source().text()).isEqualTo(String.join("\n", ARCHIVES, MONEY, TROUBLE, PLAN, ARCHIVES, ""));
        int over = read.source().text().indexOf(lines.get(12).strip());
        assertThat(read.source().pageAt(over)).isEqualTo(2);
        assertThat(read.source().pageAt(over - 1)).isEqualTo(1);
    }

    @Test
    void readsColumnsWhoseLinesDoNotStandAtTheSameHeights() {
        Sheet sheet = new Sheet(1).paragraphs(LEFT, 100, ARCHIVES, MONEY).paragraphs(RIGHT_COLUMN, 109, TROUBLE, PLAN);
        assertThat(text(sheet)).isEqualTo(String.join("\n", ARCHIVES, MONEY, TROUBLE, PLAN, ""));
    }

    @Test
    void seesTheGutterAlsoWhereMarksHangOverTheMargin() {
        Sheet sheet = new Sheet(1)
                .lines(LEFT, 100, hanging(MONEY, TROUBLE))
                .lines(RIGHT_COLUMN, 100, hanging(ARCHIVES, PLAN));
        assertThat(hanging(MONEY, TROUBLE)).anyMatch(it -> it.length() > WIDE);
        assertThat(text(sheet)).isEqualTo(String.join("\n", MONEY, TROUBLE, ARCHIVES, PLAN, ""));
    }

    @Test
    void readsThreeColumnsOneAfterTheOther() {
        int wide = 11;
        double step = (wide + 2) * SIZE;
        List<String> lines = wrapped(wide, ARCHIVES, MONEY, TROUBLE);
        int third = lines.size() / 3 + 1;
        Sheet sheet = new Sheet(1)
                .lines(LEFT, 100, lines.subList(0, third))
                .lines(LEFT + step, 100, lines.subList(third, 2 * third))
                .lines(LEFT + 2 * step, 100, lines.subList(2 * third, lines.size()));
        assertThat(text(sheet)).isEqualTo(ARCHIVES + "\n" + MONEY + "\n" + TROUBLE + "\n");
    }

    @Test
    void keepsAHeadingFromSideToSideBetweenTwoBandsOfColumns() {
        Sheet sheet = new Sheet(1)
                .paragraphs(LEFT, 100, ARCHIVES)
                .paragraphs(RIGHT_COLUMN, 100, MONEY_AND_REST)
                .middle(100 + 6 * STEP, 14, "二、存在的问题和改进的打算")
                .paragraphs(LEFT, 100 + 8 * STEP, TROUBLE)
                .paragraphs(RIGHT_COLUMN, 100 + 8 * STEP, PLAN);
        assertThat(text(sheet))
                .isEqualTo(String.join("\n", ARCHIVES, MONEY_AND_REST, "二、存在的问题和改进的打算", TROUBLE, PLAN, ""));
    }

    @Test
    void readsAHeadingAtTheLeftBelowColumnsAfterBothOfThem() {
        String body = "上述打算自下年度起执行，由办公室会同财务科逐季检查落实情况，并将检查结果报送局务会议。";
        Sheet sheet = new Sheet(1)
                .paragraphs(LEFT, 100, ARCHIVES)
                .lines(RIGHT_COLUMN, 100, wrapped(MONEY_AND_REST))
                .line(LEFT, 100 + 5 * STEP, "三、落实措施")
                .line(LEFT + 2 * SIZE, 100 + 6 * STEP, body.substring(0, 36))
                .line(LEFT, 100 + 7 * STEP, body.substring(36));
        assertThat(text(sheet)).endsWith("全部上缴。\n三、落实措施\n" + body + "\n");
    }

    @Test
    void takesAFewMoreLinesForColumnsWhereThePageHasSome() {
        String rest = "以上各项已逐条登记，由办公室跟踪，办结后销号。";
        Sheet sheet = new Sheet(1)
                .paragraphs(LEFT, 100, ARCHIVES, MONEY)
                .paragraphs(RIGHT_COLUMN, 100, TROUBLE, PLAN)
                .middle(100 + 11 * STEP, 14, "二、其他需要说明的情况")
                .paragraphs(LEFT, 100 + 13 * STEP, rest)
                .paragraphs(RIGHT_COLUMN, 100 + 13 * STEP, PLAN.substring(0, 30));
        assertThat(text(sheet))
                .isEqualTo(String.join(
                        "\n", ARCHIVES, MONEY, TROUBLE, PLAN, "二、其他需要说明的情况", rest, PLAN.substring(0, 30), ""));
    }

    @Test
    void keepsARuledTableFromSideToSideBetweenColumns() {
        Sheet sheet = new Sheet(1)
                .paragraphs(LEFT, 100, ARCHIVES)
                .paragraphs(RIGHT_COLUMN, 100, MONEY_AND_REST)
                .grid(LEFT, 230, 2, 2, 200, 30)
                .line(LEFT + 4, 238, "接收档案")
                .line(LEFT + 204, 238, "三千卷")
                .line(LEFT + 4, 268, "数字化")
                .line(LEFT + 204, 268, "四十万页")
                .paragraphs(LEFT, 310, TROUBLE)
                .paragraphs(RIGHT_COLUMN, 310, PLAN);
        Reading.Text read = compose(sheet);
        assertThat(read.source().text())
                .isEqualTo(String.join("\n", ARCHIVES, MONEY_AND_REST, "接收档案\t三千卷", "数字化\t四十万页", TROUBLE, PLAN, ""));
        assertThat(read.source().tables()).hasSize(1);
    }

    @Test
    void keepsARuledTableInItsColumn() {
        Sheet sheet = new Sheet(1)
                .paragraphs(LEFT, 100, ARCHIVES)
                .grid(LEFT, 230, 2, 2, 100, 30)
                .line(LEFT + 4, 238, "接收档案")
                .line(LEFT + 104, 238, "三千卷")
                .line(LEFT + 4, 268, "数字化")
                .line(LEFT + 104, 268, "四十万页")
                .paragraphs(RIGHT_COLUMN, 100, MONEY, TROUBLE);
        assertThat(text(sheet)).isEqualTo(String.join("\n", ARCHIVES, "接收档案\t三千卷", "数字化\t四十万页", MONEY, TROUBLE, ""));
    }

    @Test
    void leavesRunningHeadsAndPageNumbersOfPagesInColumnsOut() {
        List<Sheet> sheets = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            double corner = page % 2 == 0 ? LEFT : RIGHT - 2 * SIZE;
            sheets.add(new Sheet(page)
                    .line(LEFT, 40, "青山市档案局")
                    .line(RIGHT - 6 * SIZE, 40, "绩效自评报告")
                    .paragraphs(LEFT, 120, ARCHIVES, MONEY)
                    .paragraphs(RIGHT_COLUMN, 120, TROUBLE)
                    .line(corner, 790, "-" + page + "-"));
        }
        String page = String.join("\n", ARCHIVES, MONEY, TROUBLE, "");
        assertThat(compose(sheets.toArray(Sheet[]::new)).source().text()).isEqualTo(page.repeat(4));
    }

    @Test
    void placesEveryCharacterOfAColumnWhereItStands() {
        Sheet sheet = new Sheet(1).paragraphs(LEFT, 100, ARCHIVES).paragraphs(RIGHT_COLUMN, 100, MONEY_AND_REST);
        Reading.Text read = compose(sheet);
        int at = read.source().text().indexOf("全年预算");
        assertThat(read.looks().getFirst().boxes(at, at + 4))
                .containsExactly(new Box(RIGHT_COLUMN + 2 * SIZE, 100, RIGHT_COLUMN + 6 * SIZE, 100 + SIZE));
        String words = read.looks().getFirst().lines().stream()
                .map(it -> read.source().text().substring(it.start(), it.end()))
                .collect(Collectors.joining());
        assertThat(words).isEqualTo(ARCHIVES + MONEY_AND_REST);
    }

    @Test
    void leavesATableWithoutLinesATable() {
        Sheet sheet = new Sheet(1);
        String[][] rows = {
            {"指标", "完成情况"},
            {"接收到期档案", "三千余卷，超额完成"},
            {"数字化加工", "四十万页"},
            {"查阅接待", "一千二百人次"},
            {"库房改造", "按期完工，验收合格"},
            {"宣传活动", "六场"},
            {"培训", "两期，共八十人次"}
        };
        for (int row = 0; row < rows.length; row++) {
            sheet.line(LEFT, 100 + row * STEP, rows[row][0]).line(RIGHT_COLUMN, 100 + row * STEP, rows[row][1]);
        }
        Reading.Text read = compose(sheet);
        assertThat(read.source().tables()).hasSize(1);
        assertThat(read.source().text()).startsWith("指标\t完成情况\n接收到期档案\t三千余卷，超额完成\n数字化加工\t四十万页\n");
    }

    @Test
    void leavesCellsOfSeveralLinesBesideOneAnotherAsTheyStand() {
        Sheet sheet = new Sheet(1)
                .lines(LEFT, 100, flush(TROUBLE.substring(0, 46)))
                .lines(RIGHT_COLUMN, 100, flush(PLAN.substring(0, 50)))
                .lines(LEFT, 100 + 4 * STEP, flush(ARCHIVES.substring(0, 50)))
                .lines(RIGHT_COLUMN, 100 + 4 * STEP, flush(MONEY.substring(0, 46)))
                .lines(LEFT, 100 + 8 * STEP, flush(MONEY.substring(0, 50)))
                .lines(RIGHT_COLUMN, 100 + 8 * STEP, flush(TROUBLE.substring(0, 30)));
        String text = text(sheet);
        assertThat(text.indexOf(PLAN.substring(0, 10))).isLessThan(text.indexOf(ARCHIVES.substring(0, 10)));
    }

    @Test
    void leavesASignatureAtTheRightWhereItStands() {
        Sheet sheet = new Sheet(1);
        for (int i = 0; i < 6; i++) {
            sheet.line(LEFT, 100 + i * STEP, "附件" + "一二三四五六".charAt(i) + "：佐证材料目录");
            sheet.line(RIGHT_COLUMN + 6 * SIZE, 100 + i * STEP, i < 4 ? "青山市档案局" : "二〇二三年五月");
        }
        assertThat(text(sheet)).startsWith("附件一：佐证材料目录\t青山市档案局\n附件二：佐证材料目录\t青山市档案局\n");
        Sheet letter = new Sheet(1)
                .fullWidth(100, ARCHIVES + MONEY)
                .line(RIGHT - 8 * SIZE, 100 + 6 * STEP, "青山市档案局")
                .line(RIGHT - 9 * SIZE, 100 + 7 * STEP, "二〇二三年五月六日");
        assertThat(text(letter)).isEqualTo(ARCHIVES + MONEY + "\n青山市档案局\n二〇二三年五月六日\n");
    }

    @Test
    void leavesLabelsBesideTheirValues() {
        Sheet sheet = new Sheet(1);
        String[] labels = {"单位名称：", "负责人：", "联系电话：", "填报日期：", "评价年度：", "主管部门："};
        List<String> values = flush(ARCHIVES + MONEY);
        for (int i = 0; i < labels.length; i++) {
            sheet.line(LEFT, 100 + i * STEP, labels[i]).line(RIGHT_COLUMN, 100 + i * STEP, values.get(i));
        }
        String text = text(sheet);
        assertThat(text.indexOf(values.getFirst())).isLessThan(text.indexOf("负责人"));
    }

    @Test
    void leavesContentsWithLeadersAsTheyStand() {
        Sheet sheet = new Sheet(1).middle(70, 18, "目录");
        String[] titles = {"部门概况，", "收支情况，", "项目绩效，", "自评结论，", "存在问题，", "改进措施，", "附件目录，"};
        for (int i = 0; i < titles.length; i++) {
            String title = titles[i] + "…".repeat(12) + (i + 1);
            sheet.line(LEFT, 120 + i * STEP, title).line(RIGHT_COLUMN, 120 + i * STEP, "附" + title);
        }
        String text = text(sheet);
        assertThat(text.indexOf("附部门概况")).isLessThan(text.indexOf("收支情况"));
        Sheet contents = new Sheet(1);
        for (int i = 0; i < titles.length; i++) {
            contents.line(LEFT, 120 + i * STEP, titles[i] + "…".repeat(31)).line(RIGHT - 6, 120 + i * STEP, "" + i);
        }
        assertThat(text(contents).replace("\n", ""))
                .isEqualTo(IntStream.range(0, titles.length)
                        .mapToObj(it -> titles[it] + "…".repeat(31) + it)
                        .collect(Collectors.joining()));
    }

    private static List<String> wrapped(String... paragraphs) {
        return wrapped(WIDE, paragraphs);
    }

    /// Paragraphs in lines of `wide` characters, the first of each moved in by two.
    private static List<String> wrapped(int wide, String... paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String words = "　　" + paragraph;
            for (int at = 0; at < words.length(); at += wide) {
                lines.add(words.substring(at, Math.min(at + wide, words.length())));
            }
        }
        return lines;
    }

    /// Lines that take one mark more than they have room for.
    private static List<String> hanging(String... paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String rest = "　　" + paragraph;
            while (!rest.isEmpty()) {
                int end = Math.min(WIDE, rest.length());
                end += end < rest.length() && "，。；、".indexOf(rest.charAt(end)) >= 0 ? 1 : 0;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
        }
        return lines;
    }

    /// Words in lines of a column, without indent.
    private static List<String> flush(String words) {
        return wrapped(WIDE, words).stream().map(String::strip).toList();
    }

    private static String text(Sheet sheet) {
        return compose(sheet).source().text();
    }

    private static Reading.Text compose(Sheet... sheets) {
        PageComposer composer = new PageComposer();
        for (Sheet sheet : sheets) {
            LaidPage page = new LaidPage(sheet.number, 595, 842, sheet.glyphs, sheet.rules, 0, 0);
            composer.add(page, PageLook.Origin.TEXT_LAYER, "", 0, "");
        }
        return composer.finish();
    }

    /// A page on which a test sets words.
    private static final class Sheet {
        private final int number;
        private final List<Glyph> glyphs = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();

        Sheet(int number) {
            this.number = number;
        }

        Sheet line(double left, double top, String words) {
            return line(left, top, SIZE, words);
        }

        private Sheet line(double left, double top, double size, String words) {
            double at = left;
            for (char c : words.toCharArray()) {
                double width = c < 0x80 ? size / 2 : size;
                if (c != '　') {
                    Box box = new Box(at, top, at + width, top + size);
                    glyphs.add(new Glyph(String.valueOf(c), box, size, false, 1));
                }
                at += width;
            }
            return this;
        }

        Sheet middle(double top, double size, String words) {
            return line((LEFT + RIGHT - words.length() * size) / 2, top, size, words);
        }

        Sheet lines(double left, double top, List<String> lines) {
            for (int i = 0; i < lines.size(); i++) {
                line(left, top + i * STEP, lines.get(i));
            }
            return this;
        }

        Sheet paragraphs(double left, double top, String... paragraphs) {
            return lines(left, top, wrapped(paragraphs));
        }

        Sheet fullWidth(double top, String words) {
            return lines(LEFT, top, wrapped(2 * WIDE + 2, words));
        }

        Sheet grid(double left, double top, int rows, int columns, double width, double height) {
            for (int row = 0; row <= rows; row++) {
                double y = top + row * height;
                rules.add(new Rule(left, y, left + columns * width, y));
            }
            for (int column = 0; column <= columns; column++) {
                double x = left + column * width;
                rules.add(new Rule(x, top, x, top + rows * height));
            }
            return this;
        }
    }
}
