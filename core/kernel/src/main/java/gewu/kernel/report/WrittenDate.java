package gewu.kernel.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as reports write it: `2024年2月20日`, `2024-02-20`, `二〇二四年二月二十日`, `2024年2月`. All words are clean.
final class WrittenDate {
    static final String SHAPE =
            "(?:(?:19|20)\\d\\d年\\d{1,2}月(?:\\d{1,2}日)?|(?:19|20)\\d\\d(?<part>[-/.])\\d{1,2}\\k<part>\\d{1,2}"
                    + "|[一二][〇○零OО0一二三四五六七八九]{3}年[一二三四五六七八九十元]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)";
    private static final Pattern PARTS =
            Pattern.compile("(.{4})[年\\-/.]([^月\\-/.]{1,2})(?:月|[-/.](?=.)|$)(?:(.{1,3}?)日?)?");

    private static final int FIRST_YEAR = 1900;

    private WrittenDate() {}

    /// As `2024-02-20`, or `2024-02` where no day is written; empty if there is no such day.
    static Optional<String> iso(String written) {
        Matcher parts = PARTS.matcher(written);
        if (!parts.matches() || year(parts.group(1)) < FIRST_YEAR) {
            return Optional.empty();
        }
        boolean hasDay = parts.group(3) != null;
        try {
            LocalDate date =
                    LocalDate.of(year(parts.group(1)), small(parts.group(2)), hasDay ? small(parts.group(3)) : 1);
            return Optional.of(hasDay ? date.toString() : date.toString().substring(0, 7));
        } catch (DateTimeException noSuchDay) {
            // 2月30日 is a slip of the pen; nothing is made of it
            return Optional.empty();
        }
    }

    private static int year(String written) {
        int year = 0;
        for (char c : written.toCharArray()) {
            year = 10 * year + digit(c);
        }
        return year;
    }

    /// Up to 99: `12`, `十`, `二十`, `三十一`.
    private static int small(String written) {
        int ten = written.indexOf('十');
        if (ten < 0) {
            return year(written);
        }
        int tens = ten == 0 ? 1 : digit(written.charAt(0));
        return 10 * tens + (ten + 1 < written.length() ? digit(written.charAt(ten + 1)) : 0);
    }

    private static int digit(char c) {
        return c == '元' ? 1 : c >= '0' && c <= '9' ? c - '0' : "一二三四五六七八九".indexOf(c) + 1;
    }
}
