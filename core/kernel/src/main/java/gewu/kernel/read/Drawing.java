package gewu.kernel.read;

/// What came of drawing a page.
public sealed interface Drawing {
    /// The page as a PNG picture.
    record Picture(byte[] png) implements Drawing {}

    /// It can't be drawn.
    ///
    /// @param why    a whole sentence
    /// @param remedy what to do instead
    record Refused(String why, String remedy) implements Drawing {}
}
