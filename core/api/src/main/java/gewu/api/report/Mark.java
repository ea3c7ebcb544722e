package gewu.api.report;

/// A marked range of a report's source text, such as a hit.
///
/// @param start first UTF-16 unit
/// @param end   end, exclusive
public record Mark(int start, int end) {}
