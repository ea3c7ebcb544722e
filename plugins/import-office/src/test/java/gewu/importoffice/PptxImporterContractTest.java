package gewu.importoffice;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.file.Path;
import java.util.List;

class PptxImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new PptxImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(SlidesTest.pptx());
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                new SourceFile(Path.of("空.pptx"), SlidesTest.PPTX, new byte[0]),
                new SourceFile(Path.of("文.pptx"), SlidesTest.PPTX, DocImporterTest.fixture()));
    }
}
