package gewu.kernel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeSheetTest {
    private static final List<List<String>> LINES = List.of(
            List.of("报告", "标题", "日期"),
            List.of(OfficeSheet.kept("0012345678"), "=SUM(A1)", OfficeSheet.kept("2024-02")),
            List.of(OfficeSheet.kept("12345e6789"), "“两行”\n标题，全", OfficeSheet.kept("2024-02-20")));

    @TempDir
    private Path folder;

    @Test
    void whatLooksLikeANumberADateOrAFormulaStaysAText() throws IOException {
        Path file = folder.resolve("表.csv");
        OfficeSheet.write(file, LINES);

        assertThat(Files.readString(file)).contains("\t0012345678,'=SUM(A1),\t2024-02", "\t12345e6789");
        assertThat(cells(file))
                .containsExactly(
                        List.of("报告", "标题", "日期"),
                        List.of("0012345678", "=SUM(A1)", "2024-02"),
                        List.of("12345e6789", "“两行”\n标题，全", "2024-02-20"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GBK      | ,
            UTF-8    | ;
            UTF-16   | \\t
            GB18030  | ,
            """)
    void readsWhateverTheSpreadsheetSaved(String charset, String separator) throws IOException {
        String text = "报告,单位\r\naaaa,青山市档案局\r\nbbbb,\"青山市财政局\"\r\n".replace(",", separator.replace("\\t", "\t"));
        Path file = Files.write(folder.resolve("表.csv"), text.getBytes(Charset.forName(charset)));

        assertThat(cells(file))
                .containsExactly(List.of("报告", "单位"), List.of("aaaa", "青山市档案局"), List.of("bbbb", "青山市财政局"));
    }

    @Test
    void aWorkbookIsNoCsvFile() throws IOException {
        Path file = Files.write(folder.resolve("表.csv"), new byte[] {0x50, 0x4b, 3, 4, 0, 0});

        assertThatThrownBy(() -> OfficeSheet.read(file))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("CSV"));
        assertThatThrownBy(() -> OfficeSheet.read(folder.resolve("没有.csv"))).hasMessageContaining("can't be read");
    }

    private static List<List<String>> cells(Path file) {
        return OfficeSheet.read(file).lines().stream()
                .map(OfficeSheet.Line::cells)
                .toList();
    }
}
