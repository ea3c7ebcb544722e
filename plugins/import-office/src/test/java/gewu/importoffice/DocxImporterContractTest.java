package gewu.importoffice;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

class DocxImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new DocxImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(
                file("部门.docx", written()),
                file("零件.docx", Word.of("<w:p><w:r><w:t>概况</w:t></w:r></w:p>").bytes()));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                file("空.docx", new byte[0]),
                file("白.docx", Word.of("<w:p/>").bytes()),
                file("表.docx", Word.zip(Map.of("xl/workbook.xml", "<workbook/>"))));
    }

    static byte[] written() {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("2023年度临江市信访局部门整体支出绩效自评报告");
            document.createParagraph().createRun().setText("一、部门概况");
            for (int i = 1; i <= 30; i++) {
                document.createParagraph().createRun().setText("第" + i + "项工作已经完成，支出" + i * 3 + "万元。");
            }
            XWPFTable table = document.createTable(3, 2);
            table.getRow(0).getCell(0).setText("指标");
            table.getRow(1).getCell(0).setText("办结率");
            table.getRow(1).getCell(1).setText("98.5%");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static SourceFile file(String name, byte[] bytes) {
        return new SourceFile(Path.of(name), Word.MEDIA_TYPE, bytes);
    }
}
