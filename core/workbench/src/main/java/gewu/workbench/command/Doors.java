package gewu.workbench.command;

import gewu.api.Label;
import gewu.api.job.Jobs;
import gewu.api.plugin.Extensions;

/// The house as the front door sees it. Made cheaply, from manifests alone; the workspace is touched by [#enter].
public interface Doors extends AutoCloseable {
    Extensions extensions();

    /// Opens the workspace.
    ///
    /// @throws gewu.api.WorkbenchException if it can't be used
    void enter(Access access);

    /// The jobs that can be cancelled, once entered.
    Jobs jobs();

    /// A sentence in both languages; English in both if nobody has translated it.
    Label label(String english);

    @Override
    void close();

    /// What a command needs of the workspace, the least first.
    enum Access {
        /// Nothing: the registry alone.
        NONE,
        READ,
        WRITE;

        /// The access that a manifest names.
        static Access named(String word) {
            return switch (word) {
                case "none" -> NONE;
                case "read" -> READ;
                default -> WRITE;
            };
        }
    }
}
