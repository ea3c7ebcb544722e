package gewu.importoffice;

import gewu.api.intake.Reading;
import gewu.api.intake.ReportImporter;
import gewu.api.intake.SourceFile;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/// Looks into containers of the old formats whose kind does not show at first sight: documents whose directory is
/// unusual, and new ones that a password protects.
final class OleImporter implements ReportImporter {
    @Override
    public Reading read(SourceFile file) {
        return OldFile.read(file, ".docx, .xlsx or .pptx", root -> read(root, file));
    }

    private static Reading read(DirectoryNode root, SourceFile file) throws IOException {
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return DocImporter.read(root);
        }
        if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
            return XlsImporter.read(root, file);
        }
        if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
            return PptImporter.read(root);
        }
        return new Reading.Refused(
                "The file is a container of an old kind that holds no Word, Excel or PowerPoint document.",
                "Open it in the program that wrote it, save it as .docx or PDF, then import that copy.");
    }
}
