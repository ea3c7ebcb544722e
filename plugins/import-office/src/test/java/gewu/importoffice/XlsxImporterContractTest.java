package gewu.importoffice;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

class XlsxImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new XlsxImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(
                WorkbookTest.file(new XSSFWorkbook(), WorkbookTest.XLSX, WorkbookTest::report),
                WorkbookTest.xlsx("<row><c><v>3</v></c></row>"));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                WorkbookTest.xlsx(""),
                new SourceFile(Path.of("空.xlsx"), WorkbookTest.XLSX, new byte[0]),
                new SourceFile(
                        Path.of("文.xlsx"), WorkbookTest.XLSX, Word.of("<w:p/>").bytes()));
    }
}
