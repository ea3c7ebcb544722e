package gewu.api;

/// Says in both languages what is kept in English, such as what is wrong with a question or a file: by the catalogues
/// `META-INF/sentences.zh` of the house and of all plugins. Safe for all threads.
@FunctionalInterface
public interface Wording {
    /// A text of one or more sentences in both languages. Those that no catalogue knows are English in both.
    Label label(String english);

    /// The same for a page, whose readers have a mouse and no terminal: a sentence that names a command or an option
    /// is said as its catalogue says it for pages. Those for which it says nothing are said as they are.
    default Label onPage(String english) {
        return label(english);
    }
}
