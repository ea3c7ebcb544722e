package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import gewu.api.intake.flow.Flow;
import java.io.IOException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/// Reads old Word documents (.doc, .wps) from 1997 on. See the README for what is text and what is not.
final class DocImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) {
        return OldFile.read(file, ".docx", DocImporter::read);
    }

    static Reading read(DirectoryNode root) throws IOException {
        try (HWPFDocument document = new HWPFDocument(root)) {
            Flow flow = new Flow();
            if (!new DocBody(document, flow, true).read()) {
                flow = new Flow();
                new DocBody(document, flow, false).read();
            }
            Embedded embedded = new Embedded();
            embedded.lookInPool(root);
            flow.remark(embedded.remark());
            return flow.hasWords()
                    ? flow.reading()
                    : new Reading.Refused(
                            "The document holds no words.",
                            "If it shows pictures of words, save it as PDF and import that; else check that it is the right file.");
        }
    }
}
