package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.zaxxer.sparsebits.SparseBitSet;
import gewu.api.intake.Brought;
import gewu.api.intake.Intake;
import gewu.api.intake.SourceFile;
import gewu.api.job.Progress;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.collections4.ListUtils;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.math3.util.FastMath;
import org.apache.logging.log4j.LogManager;
import org.apache.poi.POIDocument;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
    @Test
    void readsEveryKindOfFileInAClassLoaderOfItsOwn(@TempDir Path folder) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("来件"));
        Map<String, byte[]> files = Map.of(
                "g.rtf", bytes(RtfImporterTest.file("{\\rtf1\\ansi\\ansicpg936 青山市档案局\\par}")),
                "h.odt", bytes(Odf.text("<text:p>青山市档案局年报</text:p>")),
                "i.ods", bytes(OdsImporterTest.file()),
                "a.docx", DocxImporterContractTest.written(),
                "b.doc", DocImporterTest.fixture(),
                "c.xlsx", bytes(WorkbookTest.file(new XSSFWorkbook(), WorkbookTest.XLSX, WorkbookTest::report)),
                "d.xls", bytes(WorkbookTest.file(new HSSFWorkbook(), WorkbookTest.XLS, WorkbookTest::report)),
                "e.pptx", bytes(SlidesTest.pptx()),
                "f.ppt", bytes(SlidesTest.ppt()));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(incoming.resolve(file.getKey()), file.getValue());
        }
        List<Brought> brought = new ArrayList<>();
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(
                        DocxImporter.class,
                        StandardRtfParser.class,
                        HWPFDocument.class,
                        POIDocument.class,
                        ZipFile.class,
                        LogManager.class,
                        IOUtils.class,
                        Hex.class,
                        ListUtils.class,
                        FastMath.class,
                        SparseBitSet.class)
                .enter()) {
            bench.house().intake().bringIn(List.of(incoming), Intake.Overrides.NONE, Progress.NONE, brought::add);
        }
        assertThat(brought)
                .hasSize(9)
                .allSatisfy(it -> assertThat(it.state()).as(it.toString()).isEqualTo(Brought.State.IMPORTED));
    }

    private static byte[] bytes(SourceFile file) throws Exception {
        return file.bytes();
    }
}
