package gewu.kernel.word;

/// To whom sentences are said.
enum Face {
    /// People at a terminal, and programs, in Chinese.
    CHINESE,
    PAGE_CHINESE,
    PAGE_ENGLISH
}
