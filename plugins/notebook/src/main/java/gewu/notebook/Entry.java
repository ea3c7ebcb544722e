package gewu.notebook;

import java.time.Instant;

/// A question and its answer, frozen on a day, so that a figure in a paper can be accounted for.
///
/// @param number      by which people name it
/// @param remark      what the person wrote beside it; may be empty
/// @param understood  what the question was understood as then
/// @param paragraphs  how many paragraphs were hits
/// @param reports     in how many reports
/// @param occurrences how many places there were in all of them
record Entry(
        long number,
        Question question,
        String remark,
        String understood,
        long paragraphs,
        long reports,
        long occurrences,
        String person,
        Instant frozenAt) {}
