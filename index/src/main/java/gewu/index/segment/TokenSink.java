package gewu.index.segment;

/// Takes the words of a text one by one, in order.
@FunctionalInterface
public interface TokenSink {
    /// One word.
    ///
    /// In the term, white space within a Chinese word is left out, Latin letters and digits are half-width and
    /// lower-case, and every punctuation mark is a comma.
    ///
    /// @param term holds the term in its first `length` places, during this call only
    /// @param start where the word begins in the text, in UTF-16 units
    /// @param end where it ends, exclusive
    void word(char[] term, int length, int start, int end);
}
