package gewu.kernel.read;

/// Told how far the reading of a file is, so that somebody can see that it goes on.
public interface Pace {
    /// Nobody looks.
    Pace NONE = (page, of, seconds) -> {};

    /// A page is about to be read.
    ///
    /// @param page    from 1
    /// @param of      how many there are
    /// @param seconds how long this page may take
    void page(int page, int of, int seconds);
}
