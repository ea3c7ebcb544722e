package gewu.api.report;

/// Where an [Anchor]'s place stands in a report as it is now.
public sealed interface Whereabouts {
    /// The paragraph is there with the same words.
    ///
    /// @param paragraph the one in which the passage begins
    record Same(Paragraph paragraph, Passage passage) implements Whereabouts {}

    /// The same words stand elsewhere: they are cut into paragraphs another way, or the report has
    /// fewer paragraphs with these words than it had, so that it is not certain which one is meant.
    ///
    /// @param paragraph the one in which the passage begins
    record Moved(Paragraph paragraph, Passage passage) implements Whereabouts {}

    /// The paragraph's words are not there any more; another paragraph has nearly the same.
    ///
    /// @param passage the whole paragraph
    /// @param percent how much of the words is the same, estimated
    record Changed(Paragraph paragraph, Passage passage, int percent) implements Whereabouts {}

    /// No paragraph has these words, or nearly these.
    record Gone() implements Whereabouts {}
}
