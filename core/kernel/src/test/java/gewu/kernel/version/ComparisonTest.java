package gewu.kernel.version;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Mark;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String TEXT = """
            2022年度青山市档案局绩效自评报告
            一、基本情况
            全年基本支出 1,458.34 万元，比上年减少53.21万元，下降3.5%。
            库房面积不足，设备老化。
            二、改进措施
            加强培训，规范管理。
            """;

    @Test
    void findsNothingWhereOnlyLayoutAndPunctuationDiffer() {
        String other = TEXT.replace("1,458.34", "1458. 34").replace("，", ",").replace("不足，", "不足、");

        Comparison comparison = compare(TEXT, other.replace("加强培训，", "加强培训，\n"));

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.figures()).isEmpty();
    }

    @Test
    void tellsWhichFiguresTookThePlaceOfWhich() {
        Comparison comparison =
                compare(TEXT, TEXT.replace("1,458.34", "1,485.34").replace("3.5%", "3.2%"));

        assertThat(comparison.figures())
                .extracting(
                        it -> it.about() + " " + it.before().map(Passage::text).orElse("") + " → "
                                + it.after().map(Passage::text).orElse(""))
                .containsExactly("全年基本支出 1,458.34 万元 → 1,485.34 万元", "下降 3.5% → 3.2%");
    }

    @Test
    void marksTheWordsThatChangedAndNothingElse() {
        Comparison comparison = compare(TEXT, TEXT.replace("设备老化", "设备已经更新"));

        Comparison.Change change = only(comparison);
        assertThat(change.kind()).isEqualTo(Comparison.Kind.CHANGED);
        assertThat(marked(TEXT, change.before())).containsExactly("老化");
        assertThat(marked(TEXT.replace("设备老化", "设备已经更新"), change.after())).containsExactly("已经更新");
    }

    @Test
    void tellsWhatWasAddedAndWhatWasTakenOut() {
        String shorter = TEXT.replace("库房面积不足，设备老化。\n", "");

        Comparison.Change removed = only(compare(TEXT, shorter));
        Comparison.Change added = only(compare(shorter, TEXT));

        assertThat(removed.kind()).isEqualTo(Comparison.Kind.REMOVED);
        assertThat(removed.before().getFirst().passage().text()).isEqualTo("库房面积不足，设备老化。");
        assertThat(added.kind()).isEqualTo(Comparison.Kind.ADDED);
        assertThat(added.after().getFirst().passage().text()).isEqualTo("库房面积不足，设备老化。");
    }

    @Test
    void pointsToThePlacesInBothTexts() {
        Office office = new Office("青山市档案局", 3);
        String before = office.report(2022, true);
        String after = Office.revised(before, 12, 4);

        Comparison comparison = compare(before, after);

        assertThat(comparison.changes()).hasSizeBetween(5, 20);
        for (Comparison.Change change : comparison.changes()) {
            assertThat(change.before()).allSatisfy(it -> isAt(before, it.passage()));
            assertThat(change.after()).allSatisfy(it -> isAt(after, it.passage()));
        }
        assertThat(comparison.figures()).isNotEmpty();
    }

    @Test
    void comparesTwoReportsThatHaveNothingInCommon() {
        Comparison comparison = compare(
                new Office("青山市档案局", 3).report(2022, true, "部门整体支出", 900),
                Office.scanned(new Office("云岭市公路处", 4).report(2021, true, "项目支出", 900), 400, 1));

        assertThat(comparison.changes()).isNotEmpty();
    }

    private static void isAt(String text, Passage passage) {
        assertThat(text.substring(passage.start(), passage.end())).isEqualTo(passage.text());
    }

    private static List<String> marked(String text, List<Comparison.Piece> pieces) {
        return pieces.stream()
                .flatMap(it -> it.marks().stream())
                .map((Mark it) -> text.substring(it.start(), it.end()))
                .toList();
    }

    private static Comparison.Change only(Comparison comparison) {
        assertThat(comparison.changes()).hasSize(1);
        return comparison.changes().getFirst();
    }

    private static Comparison compare(String before, String after) {
        return Comparison.of(report("aa", before), report("bb", after));
    }

    private static Report report(String id, String text) {
        return Cabinet.report(id, 1, new ReportFacts("", "", "", 2022, ReportKind.OTHER), text);
    }
}
