package gewu.api.search;

/// Words that a person may be about to type.
///
/// @param words what would be looked for
/// @param kind  what they are
/// @param count in how many paragraphs (of an organisation: reports) they stand; 0 if nobody counted
public record Suggestion(String words, Kind kind, long count) {
    /// What suggested words are.
    public enum Kind {
        ORGANISATION,
        HEADING,
        INDICATOR,
        WORD
    }
}
