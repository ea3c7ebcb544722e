package gewu.api.report;

/// One page of a report: a range of the source text.
///
/// @param number from 1
/// @param start  first UTF-16 unit
/// @param end    end, exclusive
public record Page(int number, int start, int end) {
    public Page {
        if (number < 1 || start < 0 || end < start) {
            throw new IllegalArgumentException("Not a page: number " + number + ", from " + start + " to " + end + ".");
        }
    }
}
