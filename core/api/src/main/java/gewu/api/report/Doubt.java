package gewu.api.report;

/// Words that a recogniser (OCR) is not sure of. People see them marked; figures in them need a second look.
///
/// @param start      first UTF-16 unit in the source text
/// @param end        end, exclusive
/// @param confidence from 0 to 1
public record Doubt(int start, int end, double confidence) {}
