package gewu.index;

/// How far the index on disk is.
sealed interface Standing {
    /// There is none yet.
    record Missing() implements Standing {}

    /// It can be read, and holds every change up to `sequence`.
    record Holds(long sequence) implements Standing {}

    /// It has to be made anew.
    ///
    /// @param why in one sentence
    record Unusable(String why) implements Standing {}
}
