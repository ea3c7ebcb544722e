package gewu.api.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;

/// A document of fixed pages (PDF, OFD, a scan), open for reading. One thread at a time uses it, page by page, so that
/// a thousand pages need no more memory than one.
public interface LaidDocument extends AutoCloseable {
    /// How many pages there are; at least 1.
    int pages();

    /// What stands on a page.
    ///
    /// @param number from 1
    /// @throws IOException if this page is broken; the others may be well
    LaidPage page(int number) throws IOException;

    /// The page as people see it, in grey or colour.
    ///
    /// @param number from 1
    /// @param dpi    pixels an inch wanted; a picture that has a resolution of its own may come as it is
    /// @throws IOException if it can't be drawn, or would have more pixels than is sane
    BufferedImage picture(int number, int dpi) throws IOException;

    /// What people should know although all went well, such as attachments that were not read: sentences
    /// for the file's line in the list, empty if nothing.
    default String remark() {
        return "";
    }

    @Override
    void close() throws IOException;
}
