package gewu.kernel.read;

import gewu.api.report.PageLook;
import gewu.api.report.SourceText;
import java.nio.file.Path;
import java.util.List;

/// What came of reading one file.
public sealed interface ReadResult {
    /// Words.
    ///
    /// @param looks    how pages look; empty for files that flow
    /// @param wantsOcr numbers of pages that are pictures and were not read, since no recogniser is ready
    /// @param remark   what the reader should know although all went well; empty if nothing
    record Words(SourceText source, List<PageLook> looks, List<Integer> wantsOcr, String remark) implements ReadResult {
        public Words {
            looks = List.copyOf(looks);
            wantsOcr = List.copyOf(wantsOcr);
        }
    }

    /// All pages are pictures, and no recogniser is ready.
    ///
    /// @param pages how many
    record NeedsOcr(int pages, String why, String remedy) implements ReadResult {}

    /// The file can't become a report.
    ///
    /// @param page on which page it failed; 0 if it is not about one
    record Refused(String why, String remedy, int page) implements ReadResult {}

    /// The file is an archive; its files stand in the scratch folder now.
    record Contents(List<Inside> files, List<PassedOver> passedOver) implements ReadResult {
        public Contents {
            files = List.copyOf(files);
            passedOver = List.copyOf(passedOver);
        }
    }

    /// A file taken out of an archive.
    ///
    /// @param name  its path inside the archive, as its author saw it
    /// @param local where its content stands
    record Inside(String name, Path local) {}

    /// A file that could not be taken out.
    record PassedOver(String name, String why, String remedy) {}
}
