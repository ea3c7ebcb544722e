package gewu.importweb;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.util.List;

class MhtmlImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new MhtmlImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(Web.saved(MhtmlImporterTest.byBrowser()), Web.saved(MhtmlImporterTest.byOldBrowser("gb2312")));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                Web.saved(""),
                Web.saved("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
                        + "Content-Type: image/png\r\n\r\nx\r\n--b--\r\n"));
    }
}
