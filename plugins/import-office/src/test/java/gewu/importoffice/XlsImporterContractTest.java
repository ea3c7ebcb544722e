package gewu.importoffice;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

class XlsImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new XlsImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(WorkbookTest.file(new HSSFWorkbook(), WorkbookTest.XLS, WorkbookTest::report));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                WorkbookTest.file(new HSSFWorkbook(), WorkbookTest.XLS, book -> book.createSheet("空")),
                new SourceFile(Path.of("空.xls"), WorkbookTest.XLS, new byte[0]));
    }
}
