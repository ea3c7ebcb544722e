package gewu.kernel.intake;

import gewu.kernel.read.ReadResult;
import gewu.kernel.workspace.Originals;
import java.util.Optional;

/// What could be done for a file before its turn came.
sealed interface Prepared {
    /// Frees what is held for the file.
    void drop();

    /// It need not be read.
    ///
    /// @param isKept whether the store knows this outcome already
    record Settled(Outcome outcome, Optional<FileStates.Content> content, boolean isKept) implements Prepared {
        @Override
        public void drop() {}
    }

    /// It was read.
    record Read(FileKind kind, Door door, Originals.Staged staged, FileStates.Content content, ReadResult result)
            implements Prepared {
        @Override
        public void drop() {
            staged.drop();
        }
    }
}
