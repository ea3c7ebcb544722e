package gewu.importoffice;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.file.Path;
import java.util.List;

class PptImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new PptImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(SlidesTest.ppt());
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                new SourceFile(Path.of("空.ppt"), SlidesTest.PPT, new byte[0]),
                new SourceFile(Path.of("文.ppt"), SlidesTest.PPT, DocImporterTest.fixture()));
    }
}
