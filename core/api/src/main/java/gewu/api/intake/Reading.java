package gewu.api.intake;

import gewu.api.report.PageLook;
import gewu.api.report.SourceText;
import java.util.List;

/// What came of reading a file.
public sealed interface Reading {
    /// The file's words in reading order.
    ///
    /// @param looks  how pages look, where that is known; empty for files that flow, such as Word and web pages
    /// @param remark what people should know although all went well, such as files inside that were not
    ///               read: sentences for the file's line in the list, empty if nothing
    record Text(SourceText source, List<PageLook> looks, String remark) implements Reading {
        public Text {
            looks = List.copyOf(looks);
        }

        /// A text of a file that has no fixed pages.
        public Text(SourceText source) {
            this(source, List.of(), "");
        }
    }

    /// The file has fixed pages. The house reads them one by one, recognises those that are pictures, and closes the
    /// document.
    record Laid(LaidDocument document) implements Reading {}

    /// The file can't become a report.
    ///
    /// @param why    the reason, in one sentence about the file
    /// @param remedy the reader's next move
    record Refused(String why, String remedy) implements Reading {}
}
