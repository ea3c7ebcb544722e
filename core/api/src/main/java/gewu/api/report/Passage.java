package gewu.api.report;

/// Where something stands in a report: every finding carries one.
///
/// @param report the report's id
/// @param page   number of the page on which the passage begins, from 1
/// @param start  first UTF-16 unit in the report's source text
/// @param end    end in the source text, exclusive
/// @param text   exactly `source.substring(start, end)`
public record Passage(String report, int page, int start, int end, String text) {
    public Passage {
        if (start < 0 || end < start || end - start != text.length()) {
            throw new IllegalArgumentException(
                    "A passage from " + start + " to " + end + " can't hold " + text.length() + " characters.");
        }
    }
}
