package gewu.kernel.read;

/// Reads files into words. Safe for all threads.
public interface FileReader extends AutoCloseable {
    /// How many files it reads at once; a caller with more threads waits.
    default int atOnce() {
        return 1;
    }

    /// Reads one file; whatever is wrong with it becomes a [ReadResult].
    ReadResult read(ReadRequest request);

    @Override
    void close();
}
