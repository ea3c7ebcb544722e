package gewu.metrics;

import gewu.api.WorkbenchException;
import gewu.api.report.YearRange;

/// The years that a person asks for.
public final class AskedYears {
    private AskedYears() {}

    /// What is written, the earlier year first; all years for nothing.
    ///
    /// @throws WorkbenchException of kind USAGE if it names no year
    public static YearRange of(String words) {
        if (words.isBlank()) {
            return new YearRange(0, 0);
        }
        YearRange range = YearRange.read(words)
                .orElseThrow(() -> new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no year or range of years.",
                        "Write it like 2021, 2020..2022, 2020.. or ..2022."));
        return range.isBackwards() ? range.turned() : range;
    }
}
