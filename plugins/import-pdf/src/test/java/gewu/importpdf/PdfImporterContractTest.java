package gewu.importpdf;

import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.testkit.ImporterContract;
import java.nio.charset.StandardCharsets;
import java.util.List;

class PdfImporterContractTest extends ImporterContract {
    @Override
    protected ReportImporter importer() {
        return new PdfImporter();
    }

    @Override
    protected List<SourceFile> readable() {
        return List.of(Pdf.file(report()), Pdf.file(scan()));
    }

    @Override
    protected List<SourceFile> unreadable() {
        return List.of(
                Pdf.file(new byte[0]),
                Pdf.file("%PDF-1.7\n不是文件".getBytes(StandardCharsets.UTF_8)),
                Pdf.file(new Pdf().bytes()));
    }

    static byte[] report() {
        Pdf pdf = new Pdf();
        for (int number = 1; number <= 3; number++) {
            StringBuilder drawing = new StringBuilder();
            if (number == 1) {
                drawing.append(Pdf.words("Bold", 18, "2023年度临江市信访局部门整体支出绩效自评报告", 90, 780))
                        .append('\n');
            }
            for (int line = 0; line < 12; line++) {
                drawing.append(Pdf.words(
                                "（" + (line + 1) + "）本年支出" + number * 37 + "." + line + "万元，全部用于办理群众来信来访。",
                                90,
                                720 - 24 * line))
                        .append('\n');
            }
            for (int i = 0; i <= 3; i++) {
                drawing.append("90 ")
                        .append(300 + 30 * i)
                        .append(" m 390 ")
                        .append(300 + 30 * i)
                        .append(" l S\n");
                drawing.append(90 + 100 * i)
                        .append(" 300 m ")
                        .append(90 + 100 * i)
                        .append(" 390 l S\n");
            }
            for (int cell = 0; cell < 9; cell++) {
                drawing.append(Pdf.words("格" + cell, 100 + 100 * (cell % 3), 310 + 30 * (cell / 3)))
                        .append('\n');
            }
            pdf.page(drawing.toString());
        }
        return pdf.bytes();
    }

    private static byte[] scan() {
        Pdf pdf = new Pdf();
        Pdf.object(pdf.page("q 595 0 0 842 0 0 cm /Scan Do Q"), "Scan", pdf.picture(60, 80));
        return pdf.bytes();
    }
}
