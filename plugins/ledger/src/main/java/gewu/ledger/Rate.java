package gewu.ledger;

import gewu.api.Label;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures that bulletins print, each as a numerator and a denominator; told twice: as SQL over the table of items,
/// and as a sum over standings, which also answers for a day in the past. A test holds them together.
enum Rate implements Named {
    RECTIFIED("整改率", "rectified", "已完成|done", "应整改|registered", "state = 'CLOSED' AND result = 'done'", "{due}"),
    RECTIFIED_OR_BASICALLY(
            "整改率（含基本完成）", "rectified or basically", "已销号|closed", "应整改|registered", "state = 'CLOSED'", "{due}"),
    ON_TIME(
            "按期整改率",
            "rectified on time",
            "首次时限内销号|closed by the first deadline",
            "已销号且有时限|closed, with a deadline",
            "state = 'CLOSED' AND deadline_first <> '' AND closed_on <= deadline_first",
            "state = 'CLOSED' AND deadline_first <> ''"),
    OVERDUE(
            "超期率",
            "overdue",
            "超过现时限|past the current deadline",
            "未销号|open",
            "{open} AND deadline <> '' AND deadline < {0}",
            "{open}"),
    EXTENDED(
            "延期率",
            "extended",
            "有批准的延期|with a granted extension",
            "应整改|registered",
            "{due} AND extensions > 0",
            "{due}"),
    RECURRENT(
            "屡犯率",
            "recurrent",
            "本单位以前有过|had before by the unit",
            "应整改|registered",
            "{due} AND occurrence > 1",
            "{due}"),
    REBOUNDED(
            "反弹率",
            "found back",
            "回头看发现反弹|look-backs that found it back",
            "回头看次数|look-backs",
            "+rebounds",
            "+look_backs"),
    MONEY(
            "整改金额率",
            "money rectified",
            "已整改金额（分）|rectified, in fen",
            "涉及金额（分）|concerned, in fen",
            "+amount_fixed",
            "+amount_found"),
    DAYS(
            "平均整改天数",
            "days to close",
            "立项到销号的天数|days from registering to closing",
            "已销号|closed",
            "+days_to_close",
            "state = 'CLOSED'"),
    AGE_30("账龄 0–30 天", "open for 0–30 days", "未销号|open", "未销号|open", "{open} AND registered_on >= {30}", "{open}"),
    AGE_90(
            "账龄 31–90 天",
            "31–90 days",
            "未销号|open",
            "未销号|open",
            "{open} AND registered_on >= {90} AND registered_on < {30}",
            "{open}"),
    AGE_180(
            "账龄 91–180 天",
            "91–180 days",
            "未销号|open",
            "未销号|open",
            "{open} AND registered_on >= {180} AND registered_on < {90}",
            "{open}"),
    AGE_365(
            "账龄 181–365 天",
            "181–365 days",
            "未销号|open",
            "未销号|open",
            "{open} AND registered_on >= {365} AND registered_on < {180}",
            "{open}"),
    AGE_MORE("账龄 365 天以上", "more than 365 days", "未销号|open", "未销号|open", "{open} AND registered_on < {365}", "{open}");

    private static final String OPEN = "state IN ('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'LONG_TERM', 'SUBMITTED')";
    private static final String DUE = "state NOT IN ('PROPOSED', 'DISMISSED', 'MERGED')";
    private static final Pattern DAYS_AGO = Pattern.compile("\\{(\\d+)}");

    private final Label label;
    private final Label numerator;
    private final Label denominator;
    private final String ofNumerator;
    private final String ofDenominator;

    /// @param numerator   what is counted, in both languages
    /// @param ofNumerator a condition on which an item counts, or + and a column that is added up; `{30}` is
    ///                    the day 30 days ago, `{open}` and `{due}` are conditions
    Rate(String zh, String en, String numerator, String denominator, String ofNumerator, String ofDenominator) {
        this.label = new Label(zh, en);
        this.numerator = both(numerator);
        this.denominator = both(denominator);
        this.ofNumerator = ofNumerator;
        this.ofDenominator = ofDenominator;
    }

    @Override
    public Label label() {
        return label;
    }

    /// What is counted, in words.
    Label numerator() {
        return numerator;
    }

    /// Of what it is a part, in words.
    Label denominator() {
        return denominator;
    }

    /// Whether it is a mean (days) and no share.
    boolean isMean() {
        return this == DAYS;
    }

    String sqlOfNumerator(LocalDate today) {
        return sum(ofNumerator, today);
    }

    String sqlOfDenominator(LocalDate today) {
        return sum(ofDenominator, today);
    }

    /// The condition on which an item counts in the numerator.
    String whereOfNumerator(LocalDate today) {
        return where(ofNumerator, today);
    }

    /// The condition on which an item counts in the denominator.
    String whereOfDenominator(LocalDate today) {
        return where(ofDenominator, today);
    }

    /// What an item adds to the numerator.
    long numerator(Standing it, LocalDate today) {
        return switch (this) {
            case RECTIFIED -> one(it.state() == State.CLOSED && it.of("result").equals("done"));
            case RECTIFIED_OR_BASICALLY -> one(it.state() == State.CLOSED);
            case ON_TIME ->
                one(it.state() == State.CLOSED
                        && it.date("deadline_first")
                                .filter(day ->
                                        !it.date("closed_on").orElseThrow().isAfter(day))
                                .isPresent());
            case OVERDUE -> one(it.isOverdue(today));
            case EXTENDED -> one(isDue(it) && it.number("extensions") > 0);
            case RECURRENT -> one(isDue(it) && it.number("occurrence") > 1);
            case REBOUNDED -> it.number("rebounds");
            case MONEY -> it.number("amount_fixed");
            case DAYS -> it.number("days_to_close");
            case AGE_30 -> age(it, today, 0, 30);
            case AGE_90 -> age(it, today, 31, 90);
            case AGE_180 -> age(it, today, 91, 180);
            case AGE_365 -> age(it, today, 181, 365);
            case AGE_MORE -> age(it, today, 366, Integer.MAX_VALUE);
        };
    }

    /// What an item adds to the denominator.
    long denominator(Standing it) {
        return switch (this) {
            case RECTIFIED, RECTIFIED_OR_BASICALLY, EXTENDED, RECURRENT -> one(isDue(it));
            case ON_TIME ->
                one(it.state() == State.CLOSED && !it.of("deadline_first").isEmpty());
            case OVERDUE, AGE_30, AGE_90, AGE_180, AGE_365, AGE_MORE ->
                one(it.state().isOpen());
            case REBOUNDED -> it.number("look_backs");
            case MONEY -> it.number("amount_found");
            case DAYS -> one(it.state() == State.CLOSED);
        };
    }

    private static long age(Standing it, LocalDate today, int least, int most) {
        long days = it.date("registered_on")
                .map(day -> today.toEpochDay() - day.toEpochDay())
                .orElse(-1L);
        return one(it.state().isOpen() && days >= least && days <= most);
    }

    private static boolean isDue(Standing it) {
        return switch (it.state()) {
            case PROPOSED, DISMISSED, MERGED -> false;
            case REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED, SUSPENDED, CLOSED -> true;
        };
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    private static Label both(String words) {
        int bar = words.indexOf('|');
        return new Label(words.substring(0, bar), words.substring(bar + 1));
    }

    private static String sum(String what, LocalDate today) {
        if (what.startsWith("+")) {
            return "COALESCE(SUM(" + what.substring(1) + "), 0)";
        }
        return "COALESCE(SUM(CASE WHEN " + where(what, today) + " THEN 1 ELSE 0 END), 0)";
    }

    private static String where(String what, LocalDate today) {
        if (what.startsWith("+")) {
            return what.substring(1) + " > 0";
        }
        Matcher days = DAYS_AGO.matcher(what);
        String condition = days.replaceAll(it -> "'" + today.minusDays(Long.parseLong(it.group(1))) + "'");
        return condition.replace("{open}", OPEN).replace("{due}", DUE);
    }
}
