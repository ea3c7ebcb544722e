package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.SourceText;
import gewu.api.report.Table;
import org.junit.jupiter.api.Test;

class RtfTableTest {
    @Test
    void readsATableWithTheHeadsOfEachCell() {
        SourceText source = Rtf.read("见下表：\\par"
                + "\\trowd\\trhdr\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl 项目\\cell 预算\\cell 决算\\cell\\row"
                + "\\trowd\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl 基本支出\\cell 10\\cell\\cell"
                + "{\\trowd\\cellx2000\\cellx4000\\cellx6000\\row}\\pard 单位：万元\\par");
        assertThat(source.text()).isEqualTo("见下表：\n项目\t预算\t决算\n基本支出\t10\t\n单位：万元\n");
        Table table = source.tables().getFirst();
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.heads(table.cell(2, 2).orElseThrow()))
                .extracting(it -> Rtf.words(source, it))
                .containsExactly("预算", "基本支出");
    }

    @Test
    void readsMergedCellsOnceWithTheirSpans() {
        SourceText source = Rtf.read(
                "\\trowd\\clvmgf\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000\\pard\\intbl 指标\\cell 金额\\cell\\cell\\row"
                        + "\\trowd\\clvmrg\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl\\cell 预算\\cell 决算\\cell\\row"
                        + "\\trowd\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl 收入\\cell 10\\cell 11\\cell\\row");
        assertThat(source.text()).isEqualTo("指标\t金额\n预算\t决算\n收入\t10\t11\n");
        Table table = source.tables().getFirst();
        assertThat(table.cell(2, 1).orElseThrow().rowSpan()).isEqualTo(2);
        assertThat(table.cell(1, 3).orElseThrow().columnSpan()).isEqualTo(2);
        assertThat(table.heads(table.cell(3, 3).orElseThrow()))
                .extracting(it -> Rtf.words(source, it))
                .containsExactly("金额", "决算", "收入");
    }

    @Test
    void knowsFromItsEdgesHowManyColumnsACellReachesOver() {
        SourceText source = Rtf.read("\\trowd\\trleft-108\\cellx6000\\pard\\intbl 支出表\\cell\\row"
                + "\\trowd\\trleft-100\\cellx1990\\cellx4000\\cellx6002\\intbl 项目\\cell 预算\\cell 决算\\cell\\row"
                + "\\trowd\\trleft-108\\cellx2000\\cellx6000\\intbl 合计\\cell 30\\cell\\row");
        Table table = source.tables().getFirst();
        assertThat(table.columns()).isEqualTo(3);
        assertThat(table.cell(1, 3).orElseThrow().columnSpan()).isEqualTo(3);
        assertThat(table.cell(3, 2).orElseThrow().columnSpan()).isEqualTo(2);
        assertThat(table.cell(2, 2).orElseThrow().head()).isTrue();
    }

    @Test
    void readsATableInsideACellAsTheCellsText() {
        SourceText source = Rtf.read("\\trowd\\cellx3000\\cellx6000\\pard\\intbl 外\\par"
                + "\\pard\\intbl\\itap2 内一\\nestcell{\\nonesttables\\par}内二\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}"
                + "\\pard\\intbl 后\\cell 右\\cell\\row\\pard 完\\par");
        assertThat(source.text()).isEqualTo("外内一内二后\t右\n完\n");
        assertThat(source.tables()).hasSize(1);
    }

    @Test
    void putsNotesOfATableBehindIt() {
        assertThat(Rtf.read(
                                "\\trowd\\cellx3000\\pard\\intbl 收入{\\footnote 含结转。}\\cell\\row\\trowd\\cellx3000\\intbl 支出\\cell\\row\\pard 完\\par")
                        .text())
                .isEqualTo("收入\n支出\n含结转。\n完\n");
    }

    @Test
    void readsTablesOfProgramsThatLeaveOutHalf() {
        assertThat(Rtf.read("\\trowd\\cellx1000\\cellx2000 甲\\par 乙\\cell 丙\\cell\\row 完\\par")
                        .text())
                .as("no mark that a paragraph is in a table")
                .isEqualTo("甲乙\t丙\n完\n");
        assertThat(Rtf.read("\\intbl 甲\\cell 乙\\cell\\row\\intbl 丙\\cell 丁\\cell")
                        .text())
                .as("no edges, no last end of a row")
                .isEqualTo("甲\t乙\n丙\t丁\n");
        assertThat(Rtf.read("前\\par\\trowd\\cellx1000 只有文字\\par").text())
                .as("no cells")
                .isEqualTo("前\n只有文字\n");
    }
}
