package gewu.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.LaidPage;
import gewu.api.intake.LaidPage.Glyph;
import gewu.api.intake.LaidPage.Rule;
import gewu.api.intake.Reading;
import gewu.api.report.Box;
import gewu.api.report.PageLook;
import gewu.api.report.PlacedLine;
import gewu.api.report.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageComposerTest {
    private static final double SIZE = 16;
    private static final double LEFT = 80;
    private static final double RIGHT = LEFT + 27 * SIZE;

    @Test
    void joinsALineThatReachesTheMarginToTheNextAndBeginsAnewAtAnIndent() {
        Sheet sheet = new Sheet(1)
                .line(LEFT + 2 * SIZE, 100, "二〇二二年本局严格按照批复的预算安排支出压减一般性")
                .line(LEFT, 128, "支出，统筹使用财政资金，全年预算完成率为九成五以上，")
                .line(LEFT, 156, "未发生超预算支出。")
                .line(LEFT + 2 * SIZE, 184, "年末结转资金按规定上缴。");
        assertThat(text(sheet))
                .isEqualTo("二〇二二年本局严格按照批复的预算安排支出压减一般性支出，统筹使用财政资金，全年预算完成率为九成五以上，未发生超预算支出。\n" + "年末结转资金按规定上缴。\n");
    }

    @Test
    void healsTheSpacedLettersOfAnOfficialTitleAndKeepsItsLinesApart() {
        Sheet sheet = new Sheet(1);
        for (int i = 0; i < 6; i++) {
            sheet.glyph(LEFT + 100 + i * 44, 80, 22, "绩效自评报告".substring(i, i + 1));
        }
        sheet.line(LEFT + 150, 130, "青山市档案局");
        assertThat(text(sheet)).isEqualTo("绩效自评报告\n青山市档案局\n");
    }

    @Test
    void keepsTheBlankBetweenATitleAndTheTextBehindIt() {
        Sheet sheet = new Sheet(1).line(LEFT, 100, "（一）机构设置情况").line(LEFT + 10 * SIZE, 100, "本局内设五个科室。");
        assertThat(text(sheet)).isEqualTo("（一）机构设置情况 本局内设五个科室。\n");
    }

    @Test
    void readsACharacterDrawnTwiceForBoldnessOnce() {
        Sheet sheet = new Sheet(1).line(LEFT, 100, "一、部门概况");
        List<Glyph> twice = new ArrayList<>(sheet.glyphs);
        sheet.glyphs.forEach(it -> twice.add(moved(it, 0.4)));
        sheet.glyphs.clear();
        sheet.glyphs.addAll(twice);
        assertThat(text(sheet)).isEqualTo("一、部门概况\n");
    }

    @Test
    void readsGlyphsInWhateverOrderTheFileDrawsThem() {
        Sheet sheet = new Sheet(1).line(LEFT, 100, "先有概况，").line(LEFT, 128, "后有问题。");
        String inOrder = text(sheet);
        Collections.shuffle(sheet.glyphs, new Random(5));
        assertThat(text(sheet)).isEqualTo(inOrder);
    }

    @Test
    void keepsSpacesBetweenLatinWordsAndNoneBesideChinese() {
        Sheet sheet = new Sheet(1);
        sheet.latin(LEFT, 100, "Gewu reads 12.5").line(LEFT + 15 * 8 + 6, 100, "万元");
        assertThat(text(sheet)).isEqualTo("Gewu reads 12.5万元\n");
    }

    @Test
    void leavesPageNumbersAndRunningHeadsOutOfTheTextAndKeepsThemBesideIt() {
        List<Sheet> sheets = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            sheets.add(new Sheet(page)
                    .line(LEFT + 100, 40, "青山市档案局部门整体支出绩效自评")
                    .line(LEFT + 2 * SIZE, 120, "第" + page + "页上的正文只有这一句。")
                    .latin(LEFT + 200, 800, "- " + page + " -"));
        }
        Reading.Text read = compose(sheets);
        assertThat(read.source().text()).isEqualTo("""
                第1页上的正文只有这一句。
                第2页上的正文只有这一句。
                第3页上的正文只有这一句。
                第4页上的正文只有这一句。
                """);
        assertThat(read.looks().get(2).dropped())
                .extracting(PageLook.Dropped::words)
                .containsExactlyInAnyOrder("青山市档案局部门整体支出绩效自评", "- 3 -");
    }

    @Test
    void goesOnWithASentenceOverTheEndOfAPage() {
        Sheet first = new Sheet(1)
                .line(LEFT + 2 * SIZE, 700, "本局严格按照批复的预算安排支出压减一般性支出统筹")
                .line(LEFT, 728, "使用财政资金，确保各项重点工作按计划推进并取得预期成");
        Sheet second = new Sheet(2).line(LEFT, 80, "效。").line(LEFT + 2 * SIZE, 108, "二是加强管理。");
        Reading.Text read = compose(List.of(first, second));
        assertThat(read.source().text()).contains("取得预期成效。\n二是加强管理。\n");
        int at = read.source().text().indexOf("效。");
        assertThat(read.source().pageAt(at)).isEqualTo(2);
        assertThat(read.source().pageAt(at - 1)).isEqualTo(1);
    }

    @Test
    void readsATableOfTwentyFiveCellsByItsLines() {
        Sheet sheet = new Sheet(1).line(LEFT, 60, "三、收支情况").grid(LEFT, 100, 5, 5, 80, 30);
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                String words = row == 0 ? "表头" + column : column == 0 ? "项目" + row : row + "," + column + "00.5";
                sheet.latin(LEFT + column * 80 + 4, 108 + row * 30, words);
            }
        }
        Reading.Text read = compose(List.of(sheet));
        Table table = read.source().tables().getFirst();
        assertThat(table.rows()).isEqualTo(5);
        assertThat(table.columns()).isEqualTo(5);
        assertThat(table.cells()).hasSize(25);
        assertThat(words(read, table.cell(3, 4).orElseThrow())).isEqualTo("2,300.5");
        assertThat(table.heads(table.cell(3, 4).orElseThrow()))
                .extracting(it -> words(read, it))
                .containsExactlyInAnyOrder("表头3", "项目2");
        assertThat(read.source().text()).contains("项目1\t1,100.5\t1,200.5\t1,300.5\t1,400.5\n");
    }

    @Test
    void mergesCellsWhereALineIsMissingAndJoinsWrappedWords() {
        Sheet sheet = new Sheet(1);
        sheet.across(LEFT, 100, 300)
                .across(LEFT + 100, 130, 200)
                .across(LEFT, 160, 300)
                .across(LEFT, 220, 300);
        sheet.down(LEFT, 100, 120)
                .down(LEFT + 100, 100, 120)
                .down(LEFT + 200, 130, 90)
                .down(LEFT + 300, 100, 120);
        sheet.line(LEFT + 4, 120, "指标").line(LEFT + 120, 105, "金额（万元）");
        sheet.line(LEFT + 110, 135, "年初").line(LEFT + 210, 135, "年末");
        sheet.line(LEFT + 4, 165, "人员和公用").line(LEFT + 4, 190, "经费");
        sheet.latin(LEFT + 110, 180, "100.5").latin(LEFT + 210, 180, "98.2");
        Reading.Text read = compose(List.of(sheet));
        Table table = read.source().tables().getFirst();
        assertThat(table.cell(2, 1).orElseThrow().rowSpan()).isEqualTo(2);
        assertThat(table.cell(1, 3).orElseThrow().columnSpan()).isEqualTo(2);
        assertThat(words(read, table.cell(3, 1).orElseThrow())).isEqualTo("人员和公用经费");
        assertThat(table.heads(table.cell(3, 3).orElseThrow()))
                .extracting(it -> words(read, it))
                .containsExactlyInAnyOrder("金额（万元）", "年末", "人员和公用经费");
    }

    @Test
    void takesATableOverTwoPagesForOneAndItsRepeatedHeadForNone() {
        Sheet first = new Sheet(1).line(LEFT, 60, "得分情况").grid(LEFT, 600, 3, 2, 100, 30);
        Sheet second = new Sheet(2).grid(LEFT, 80, 3, 2, 100, 30).line(LEFT, 400, "以上为得分。");
        first.line(LEFT + 4, 606, "指标").line(LEFT + 104, 606, "得分").line(LEFT + 4, 636, "产出");
        first.latin(LEFT + 104, 636, "28.5").line(LEFT + 4, 666, "效益").latin(LEFT + 104, 666, "27");
        second.line(LEFT + 4, 86, "指标").line(LEFT + 104, 86, "得分").line(LEFT + 4, 116, "满意度");
        second.latin(LEFT + 104, 116, "9.5").line(LEFT + 4, 146, "合计").latin(LEFT + 104, 146, "65");
        Reading.Text read = compose(List.of(first, second));
        assertThat(read.source().tables()).hasSize(1);
        assertThat(read.source().tables().getFirst().rows()).isEqualTo(5);
        assertThat(read.source().text()).isEqualTo("得分情况\n指标\t得分\n产出\t28.5\n效益\t27\n满意度\t9.5\n合计\t65\n以上为得分。\n");
        assertThat(read.looks().getLast().dropped())
                .extracting(PageLook.Dropped::words)
                .contains("指标", "得分");
    }

    @Test
    void takesARepeatedHeadThatWasRecognisedALittleDifferentlyForTheSame() {
        Sheet first = new Sheet(1).grid(LEFT, 600, 3, 2, 150, 30);
        Sheet second = new Sheet(2).grid(LEFT, 80, 2, 2, 150, 30);
        first.line(LEFT + 4, 606, "绩效指标名称").line(LEFT + 154, 606, "自评得分").line(LEFT + 4, 636, "产出");
        first.latin(LEFT + 154, 636, "28.5").line(LEFT + 4, 666, "效益").latin(LEFT + 154, 666, "27");
        second.line(LEFT + 4, 86, "绩效指标名称").line(LEFT + 154, 86, "目评得分").line(LEFT + 4, 116, "满意度");
        second.latin(LEFT + 154, 116, "9.5");
        assertThat(compose(List.of(first.recognised(), second.recognised()))
                        .source()
                        .text())
                .isEqualTo("绩效指标名称\t自评得分\n产出\t28.5\n效益\t27\n满意度\t9.5\n");
        assertThat(compose(List.of(first.sure(), second.sure())).source().text())
                .contains("目评得分");
    }

    @Test
    void readsATableWithoutLinesByItsColumns() {
        Sheet sheet = new Sheet(1).line(LEFT, 80, "各项支出如下：");
        String[][] rows = {
            {"项目", "预算", "决算"}, {"基本支出", "458.3", "450.1"}, {"项目支出", "310", "288.5"}, {"合计", "768.3", "738.6"}
        };
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < 3; column++) {
                sheet.line(LEFT + column * 130, 110 + row * 26, rows[row][column]);
            }
        }
        sheet.line(LEFT, 230, "收支基本平衡。");
        Reading.Text read = compose(List.of(sheet));
        assertThat(read.source().tables()).hasSize(1);
        assertThat(words(read, read.source().tables().getFirst().cell(3, 3).orElseThrow()))
                .isEqualTo("288.5");
        assertThat(read.source().text()).startsWith("各项支出如下：\n项目\t预算\t决算\n").endsWith("\n收支基本平衡。\n");
    }

    @Test
    void neverTakesProseForATable() {
        Sheet sheet = new Sheet(1);
        for (int i = 0; i < 12; i++) {
            sheet.line(LEFT, 100 + i * 28, "本局严格按照批复的预算安排支出压减一般性支出统筹使用资");
        }
        assertThat(compose(List.of(sheet)).source().tables()).isEmpty();
    }

    @Test
    void everyVisibleCharacterStandsInExactlyOnePlacedLine() {
        Sheet sheet = new Sheet(1).line(LEFT, 60, "三、收支情况").grid(LEFT, 100, 2, 2, 100, 30);
        sheet.line(LEFT + 4, 106, "项目")
                .line(LEFT + 104, 106, "金额")
                .line(LEFT + 4, 136, "合计")
                .latin(LEFT + 104, 136, "12");
        Reading.Text read = compose(List.of(sheet));
        String text = read.source().text();
        for (int i = 0; i < text.length(); i++) {
            int at = i;
            long lines = read.looks().getFirst().lines().stream()
                    .filter(it -> it.start() <= at && at < it.end())
                    .count();
            assertThat(lines).as(text.substring(i, i + 1)).isEqualTo(Character.isWhitespace(text.charAt(i)) ? 0 : 1);
        }
        PlacedLine first = read.looks().getFirst().lines().getFirst();
        assertThat(first.left(first.start())).isEqualTo(LEFT);
    }

    @Test
    void marksWordsAndFiguresThatWereNotReadSurely() {
        Sheet sheet = new Sheet(1).line(LEFT, 100, "支出");
        sheet.glyphs.add(new Glyph("9", new Box(LEFT + 40, 100, LEFT + 48, 116), SIZE, false, 0.85));
        sheet.glyphs.add(new Glyph("万", new Box(LEFT + 48, 100, LEFT + 64, 116), SIZE, false, 0.85));
        Reading.Text read = compose(List.of(sheet));
        assertThat(read.source().doubts()).hasSize(1).first().satisfies(it -> {
            assertThat(read.source().text().substring(it.start(), it.end())).isEqualTo("9");
            assertThat(it.confidence()).isCloseTo(0.85, org.assertj.core.data.Offset.offset(0.01));
        });
    }

    private static String words(Reading.Text read, Table.Cell cell) {
        return read.source().text().substring(cell.start(), cell.end());
    }

    private static String text(Sheet sheet) {
        return compose(List.of(sheet)).source().text();
    }

    private static Reading.Text compose(List<Sheet> sheets) {
        PageComposer composer = new PageComposer();
        for (Sheet sheet : sheets) {
            composer.add(
                    new LaidPage(sheet.number, 595, 842, sheet.glyphs, sheet.rules, 0, 0),
                    PageLook.Origin.TEXT_LAYER,
                    "",
                    0,
                    "");
        }
        return composer.finish();
    }

    private static Glyph moved(Glyph glyph, double by) {
        Box box = glyph.box();
        return new Glyph(
                glyph.text(),
                new Box(box.left() + by, box.top(), box.right() + by, box.bottom()),
                glyph.size(),
                glyph.bold(),
                glyph.confidence());
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
            double at = left;
            for (int i = 0; i < words.length(); i++) {
                double width = words.charAt(i) < 0x80 ? SIZE / 2 : SIZE;
                glyphs.add(
                        new Glyph(words.substring(i, i + 1), new Box(at, top, at + width, top + SIZE), SIZE, false, 1));
                at += width;
            }
            assertThat(at).as("the test sets no line beyond the margin").isLessThanOrEqualTo(RIGHT + 1);
            return this;
        }

        Sheet latin(double left, double top, String words) {
            double at = left;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                double width = c < 0x80 ? 8 : SIZE;
                if (c != ' ') {
                    glyphs.add(new Glyph(String.valueOf(c), new Box(at, top, at + width, top + SIZE), SIZE, false, 1));
                }
                at += width;
            }
            return this;
        }

        /// The page as a recogniser would read it.
        Sheet recognised() {
            return withConfidence(0.97);
        }

        Sheet sure() {
            return withConfidence(1);
        }

        private Sheet withConfidence(double confidence) {
            glyphs.replaceAll(it -> new Glyph(it.text(), it.box(), it.size(), it.bold(), confidence));
            return this;
        }

        void glyph(double left, double top, double size, String words) {
            glyphs.add(new Glyph(words, new Box(left, top, left + size, top + size), size, false, 1));
        }

        Sheet across(double left, double y, double width) {
            rules.add(new Rule(left, y, left + width, y));
            return this;
        }

        Sheet down(double x, double top, double height) {
            rules.add(new Rule(x, top, x, top + height));
            return this;
        }

        Sheet grid(double left, double top, int rows, int columns, double width, double height) {
            for (int row = 0; row <= rows; row++) {
                across(left, top + row * height, columns * width);
            }
            for (int column = 0; column <= columns; column++) {
                down(left + column * width, top, rows * height);
            }
            return this;
        }
    }
}
