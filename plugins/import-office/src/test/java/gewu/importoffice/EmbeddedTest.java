package gewu.importoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/// What counts as a file inside a document, seen from the parts of an old container.
class EmbeddedTest {
    private static String remark(String... parts) throws IOException {
        try (POIFSFileSystem document = new POIFSFileSystem()) {
            DirectoryEntry pool = document.getRoot().createDirectory("ObjectPool");
            for (int i = 0; i < parts.length; i++) {
                pool.createDirectory("_" + i).createDocument(parts[i], new ByteArrayInputStream(new byte[8]));
            }
            Embedded embedded = new Embedded();
            embedded.lookInPool(document.getRoot());
            return embedded.remark();
        }
    }

    @Test
    void namesTheKindsOfFilesInAnOldWordDocument() throws IOException {
        assertThat(remark("Workbook", "Book", "WordDocument", "PowerPoint Document", "\u0001Ole10Native"))
                .startsWith("What is embedded in it was not read: 2 Excel workbooks, 1 Word document, 1 presentation, "
                        + "1 file of another kind.");
    }

    @Test
    void takesNoEquationForAFile() throws IOException {
        assertThat(remark("Equation Native")).isEmpty();
        assertThat(remark()).isEmpty();
    }
}
