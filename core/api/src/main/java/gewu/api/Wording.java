package gewu.api;

/// Says in both languages what is kept in English, such as what is wrong with a question or a file: by the catalogues
/// `META-INF/sentences.zh` of the house and of all plugins. Safe for all threads.
@FunctionalInterface
public interface Wording {
    /// A text of one or more sentences in both languages. Those that no catalogue knows are English in both.
    Label label(String english);
}
