package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.report.SourceText;
import gewu.testkit.ImporterContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdsImporterTest extends ImporterContract {
    private static final String TABLE = "<table:table table:name=\"支出表\">"
            + "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>"
            + "<table:table-row>" + cell("项目", "") + cell("金额（万元）", "") + cell("暗", "") + "</table:table-row>"
            + "<table:table-row>" + cell("基本支出", "") + cell("1,805.99", " office:value=\"1805.99\"")
            + "</table:table-row>"
            + "<table:table-row table:visibility=\"collapse\">" + cell("藏", "") + cell("1", "") + "</table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "<table:table-row>" + cell("合计", " table:number-columns-spanned=\"2\"")
            + "<table:covered-table-cell/></table:table-row></table:table>";

    @Override
    protected ReportImporter importer() {
        return new OdsImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(file());
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                Odf.sheets("", "<table:table table:name=\"空\"/>"),
                Odf.sheets(
                        "",
                        "<table:table table:name=\"炸\"><table:table-row table:number-rows-repeated=\"1000000\">"
                                + cell("满", " table:number-columns-repeated=\"100\"")
                                + "</table:table-row></table:table>"));
    }

    @Test
    void showsWhatTheSheetShows() throws IOException {
        SourceText read = read(Odf.sheets("", TABLE));
        assertThat(read.text()).isEqualTo("支出表\n项目\t金额（万元）\n基本支出\t1,805.99\n合计\n");
        assertThat(read.tables()).hasSize(1);
    }

    @Test
    void showsTheValueWhereAProgramWroteNoWords() throws IOException {
        SourceText read = read(
                Odf.sheets(
                        "",
                        "<table:table table:name=\"表\"><table:table-row>" + cell("项目", "") + cell("数", "")
                                + cell("率", "")
                                + "</table:table-row><table:table-row>" + cell("合计", "")
                                + "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"12.5\"/>"
                                + "<table:table-cell office:value-type=\"percentage\" office:value=\"0.965\"/></table:table-row></table:table>"));
        assertThat(read.text()).isEqualTo("表\n项目\t数\t率\n合计\t12.5\t96.5%\n");
    }

    @Test
    void refusesFormulasWithoutResults() throws IOException {
        Reading reading = new OdsImporter()
                .read(Odf.sheets(
                        "",
                        "<table:table table:name=\"表\"><table:table-row>" + cell("合计", "")
                                + "<table:table-cell table:formula=\"of:=1+1\"/></table:table-row></table:table>"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class, it -> assertThat(it.why()).contains("formulas without results"));
    }

    @Test
    void keepsHiddenRowsColumnsAndSheetsWhenAsked() throws IOException {
        String hidden =
                "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";
        SourceFile file = Odf.sheets(
                hidden,
                TABLE + "<table:table table:name=\"底稿\" table:style-name=\"ta2\"><table:table-row>" + cell("稿", "")
                        + "</table:table-row></table:table>");
        assertThat(read(file).text()).doesNotContain("底稿", "藏", "暗");
        assertThat(read(file.with(Map.of("hidden", "keep"))).text()).contains("底稿", "藏", "暗");
    }

    static SourceFile file() {
        return Odf.sheets("", TABLE);
    }

    private static SourceText read(SourceFile file) throws IOException {
        return ((Reading.Text) new OdsImporter().read(file)).source();
    }

    private static String cell(String words, String attributes) {
        return "<table:table-cell" + attributes + "><text:p>" + words + "</text:p></table:table-cell>";
    }
}
