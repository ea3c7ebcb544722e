package gewu.kernel.read;

/// Draws pages of files as people see them. Safe for all threads.
public interface PagePainter extends AutoCloseable {
    /// Draws one page; whatever is wrong with it becomes a [Drawing.Refused].
    Drawing draw(DrawRequest request);

    @Override
    void close();
}
