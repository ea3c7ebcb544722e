package gewu.importofd;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class OfdImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new OfdImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(
                OfdImporterTest.report().file("自评.ofd"), OfdImporterTest.table().file("表.ofd"));
    }

    @Override
    protected List<SourceFile> unreadable() {
        byte[] whole = OfdImporterTest.report().bytes();
        return List.of(
                new SourceFile(Path.of("空.ofd"), "application/ofd", new byte[0]),
                new SourceFile(Path.of("字.ofd"), "application/ofd", "不是版式文件".getBytes(StandardCharsets.UTF_8)),
                new SourceFile(Path.of("截断.ofd"), "application/ofd", Arrays.copyOf(whole, whole.length / 2)),
                Ofd.none().and("OFD.xml", Ofd.entry()).file("没有文档.ofd"),
                Ofd.of().file("没有页.ofd"),
                Ofd.of("").without("Doc_0/Document.xml").file("缺件.ofd"),
                Ofd.of("").and("Encryptions.xml", "<Encryptions/>").file("加密.ofd"));
    }
}
