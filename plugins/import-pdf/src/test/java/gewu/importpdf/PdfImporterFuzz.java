package gewu.importpdf;

import gewu.api.intake.SourceFile;
import gewu.testkit.Casing;
import gewu.testkit.ImporterFuzz;
import gewu.testkit.SampleFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

class PdfImporterFuzz extends ImporterFuzz {
    PdfImporterFuzz() throws IOException {
        super(new PdfImporter(), List.of(words(), drawing()), Casing.NONE);
    }

    private static SourceFile words() throws IOException {
        return pdf(SampleFiles.of("pdf", "一、部门概况\n全年支出458.34万元，办结率98.5%。"));
    }

    /// Nothing in it is compressed, so that each byte tells.
    private static SourceFile drawing() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.setRotation(90);
            document.addPage(page);
            document.addPage(new PDPage());
            try (PDPageContentStream pen = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false)) {
                pen.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 12);
                pen.beginText();
                pen.newLineAtOffset(80, 700);
                pen.showText("458.34");
                pen.endText();
                pen.addRect(70, 690, 100, 30);
                pen.stroke();
                pen.addRect(70, 600, 100, 0.5f);
                pen.fill();
                pen.curveTo(10, 10, 20, 20, 30, 10);
                pen.clip();
                BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
                pen.drawImage(LosslessFactory.createFromImage(document, picture), 100, 100, 200, 200);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return pdf(bytes.toByteArray());
        }
    }

    private static SourceFile pdf(byte[] bytes) {
        return new SourceFile(Path.of("报告.pdf"), "application/pdf", bytes);
    }
}
