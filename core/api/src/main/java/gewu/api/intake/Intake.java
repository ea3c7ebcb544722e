package gewu.api.intake;

import gewu.api.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Brings files into the workspace. Each file ends in exactly one state; a bad one never stops the others.
public interface Intake {
    /// Brings files in, telling `each` as soon as a file is done, in the order of their names; the files of an archive
    /// come before the archive.
    ///
    /// A file is whole in the workspace or not at all, also after a cancel or a crash.
    /// @return what became of each file
    List<Brought> bringIn(Order order, Progress progress, Consumer<Brought> each);

    /// Brings in all files below `paths`; see [#bringIn(Order, Progress, Consumer)].
    default List<Brought> bringIn(List<Path> paths, Overrides overrides, Progress progress, Consumer<Brought> each) {
        return bringIn(Order.of(paths).with(overrides), progress, each);
    }

    /// All files that were ever brought in, or tried, by path.
    List<FileRecord> files();

    /// The file that a report was last read from, as it was brought in; its media type is the one
    /// it was read as.
    ///
    /// @return empty if there is no such report, or its original is gone
    default Optional<SourceFile> original(String report) {
        return Optional.empty();
    }

    /// What to bring in, and how.
    ///
    /// @param paths     files and folders; none means what an earlier import left undone
    /// @param overrides what a person says about these reports
    /// @param ocr       when to recognise pages
    /// @param which     which of the files to take
    record Order(List<Path> paths, Overrides overrides, Ocr ocr, Which which) {
        public Order {
            paths = List.copyOf(paths);
        }

        /// All files below `paths`.
        public static Order of(List<Path> paths) {
            return new Order(paths, Overrides.NONE, Ocr.AUTO, Which.ALL);
        }

        public Order with(Overrides said) {
            return new Order(paths, said, ocr, which);
        }

        public Order with(Ocr when) {
            return new Order(paths, overrides, when, which);
        }

        public Order with(Which some) {
            return new Order(paths, overrides, ocr, some);
        }
    }

    /// Which of the files an order takes.
    enum Which {
        /// All.
        ALL,
        /// Those that failed, or wait for a text recogniser.
        FAILED,
        /// All but those that failed before and have not changed since; and none that was changed a moment ago.
        NEWS
    }

    /// When to recognise the words in pictures of pages.
    enum Ocr {
        /// On pages without a text layer one can trust.
        AUTO,
        /// On no page.
        NEVER,
        /// On every page that has a picture.
        ALWAYS
    }

    /// What a person says about the reports of this import; it wins over what the text says.
    ///
    /// @param org  empty to take it from the text
    /// @param year 0 to take it from the text
    record Overrides(String org, int year) {
        public static final Overrides NONE = new Overrides("", 0);
    }
}
