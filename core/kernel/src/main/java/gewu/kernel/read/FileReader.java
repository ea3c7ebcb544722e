package gewu.kernel.read;

/// Reads files into words. Safe for all threads.
public interface FileReader extends AutoCloseable {
    /// Reads one file; whatever is wrong with it becomes a [ReadResult].
    ReadResult read(ReadRequest request);

    @Override
    void close();
}
