package gewu.api.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Years of reports as people write them: `2021`, `2020..2022`, `2020..`, `..2022`, also `2020-2022` and `2021年度`.
///
/// @param first 0 for any
/// @param last  inclusive; 0 for any
public record YearRange(int first, int last) {
    private static final Pattern YEARS = Pattern.compile(
            "(?<only>\\d{4})年?度?|(?<first>\\d{4})?年?(?:\\.\\.|(?<=[\\d年])-(?=\\d))(?<last>\\d{4})?年?度?");

    /// What is written; empty if it names no year. It may run backwards.
    public static Optional<YearRange> read(String words) {
        Matcher years = YEARS.matcher(CleanText.of(words.strip()).text());
        if (!years.matches()) {
            return Optional.empty();
        }
        if (years.group("only") != null) {
            int year = Integer.parseInt(years.group("only"));
            return Optional.of(new YearRange(year, year));
        }
        YearRange range = new YearRange(year(years, "first"), year(years, "last"));
        return range.first > 0 || range.last > 0 ? Optional.of(range) : Optional.empty();
    }

    private static int year(Matcher years, String name) {
        return years.group(name) == null ? 0 : Integer.parseInt(years.group(name));
    }

    /// Whether the later year is written first.
    public boolean isBackwards() {
        return first > 0 && last > 0 && first > last;
    }

    /// The same years, the earlier one first.
    public YearRange turned() {
        return new YearRange(last, first);
    }

    /// As it is written: `2020..2022`.
    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : (first == 0 ? "" : first) + ".." + (last == 0 ? "" : last);
    }
}
