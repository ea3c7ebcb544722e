package gewu.importpdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;

/// Opens a PDF like PDFBox does, but loses no page on the way: where the library strikes pages that the file names and
/// doesn't hold, they stay and are said to be lost.
final class MendingParser extends PDFParser {
    private int pages;

    MendingParser(RandomAccessRead content, StreamCacheCreateFunction cache) throws IOException {
        super(content, "", null, null, cache);
    }

    @Override
    protected void checkPages(COSDictionary catalog) {
        pages = PageTree.mend(catalog);
    }

    /// How many pages there are, those that are lost included; known once the file is parsed.
    int pages() {
        return pages;
    }
}
