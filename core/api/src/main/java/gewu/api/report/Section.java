package gewu.api.report;

/// A section of a report: from its heading to the next heading of the same or a higher level.
///
/// @param number  from 1, in reading order; unique in the report
/// @param parent  number of the section around it; 0 at the top
/// @param level   depth, from 1; decided by the shape of the numbering, never by its value
/// @param label   the numbering as written, such as `（一）`; empty for an unnumbered heading
/// @param heading the words of the heading, cleaned, without the numbering
/// @param role    what the section is about
/// @param start   where the heading (with its numbering) begins in the source text
/// @param end     end of the section, exclusive
/// @param headingEnd end of the heading's words in the source text, exclusive
/// @param page    number of the page on which it begins
public record Section(
        int number,
        int parent,
        int level,
        String label,
        String heading,
        SectionRole role,
        int start,
        int headingEnd,
        int end,
        int page) {}
