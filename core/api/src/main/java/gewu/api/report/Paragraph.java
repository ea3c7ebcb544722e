package gewu.api.report;

/// The unit of search and of citation: one paragraph, its broken lines understood as one.
///
/// @param number  from 1, in reading order
/// @param page    number of the page on which it begins
/// @param section number of the section it stands in; 0 before the first heading
/// @param start   first UTF-16 unit in the source text
/// @param end     end, exclusive; the range has no leading or trailing white space
public record Paragraph(int number, int page, int section, int start, int end) {}
