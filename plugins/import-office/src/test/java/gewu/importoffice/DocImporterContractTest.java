package gewu.importoffice;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

class DocImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new DocImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(file("档案局.doc", DocImporterTest.fixture()));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                file("空.doc", new byte[0]),
                file("断.doc", Arrays.copyOf(DocImporterTest.fixture(), 900)),
                WorkbookTest.file(new HSSFWorkbook(), DocImporterTest.MEDIA_TYPE, WorkbookTest::report));
    }

    private static SourceFile file(String name, byte[] bytes) {
        return new SourceFile(Path.of(name), DocImporterTest.MEDIA_TYPE, bytes);
    }
}
