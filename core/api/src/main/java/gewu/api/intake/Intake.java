package gewu.api.intake;

import gewu.api.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Brings files into the workspace. Each file ends in exactly one state; a bad one never stops the others.
public interface Intake {
    /// Brings in all files below `paths`, in the order of their names, telling `each` as soon as a file is done.
    ///
    /// A file is whole in the workspace or not at all, also after a cancel or a crash.
    /// @return what became of each file
    List<Brought> bringIn(List<Path> paths, Overrides overrides, Progress progress, Consumer<Brought> each);

    /// What a person says about the reports of this import; it wins over what the text says.
    ///
    /// @param org  empty to take it from the text
    /// @param year 0 to take it from the text
    record Overrides(String org, int year) {
        public static final Overrides NONE = new Overrides("", 0);
    }
}
