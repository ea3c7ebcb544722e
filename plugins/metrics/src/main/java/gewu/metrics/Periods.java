package gewu.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The periods that a paragraph names.
final class Periods {
    private static final Pattern NAMED = Pattern.compile("(?<year>(?:19|20)\\d\\d)年"
            + "(?:(?<month>1[0-2]|0?[1-9])月(?:(?<day>[12]\\d|3[01]|0?[1-9])日)?)?"
            + "|(?<relative>今年|本年度?|当年|全年|每年|年均)");
    private static final Pattern SPAN = Pattern.compile("(?:元|1|一)(?:月)?[-—–~至到](?<to>1[0-2]|[2-9])月");
    private static final Pattern QUARTER = Pattern.compile("(?<of>前)?(?:第)?(?<n>[一二三四1-4])季度(?<end>末)?");
    private static final Pattern COMPARED = Pattern.compile("(?:比|较|与|同|从|自|由|对|和|于)$");
    /// 2020年和2021年: the second of a list is compared with nothing.
    private static final Pattern LISTED = Pattern.compile("(?:年|年度|季度)[和与]$");

    private static final Pattern MONTH = Pattern.compile("(?<=^|[,。;:(、]|截至|截止|当年|今年|本年|全年)(?<month>1[0-2]|0?[1-9])月"
            + "(?:(?<day>3[01]|[12]\\d|0?[1-9])日|(?<end>底|末)|份|(?=,|受理|共|全市|全省|全县|全区|热线|接到|接听|登记))(?!召开|印发|举行|举办|组织)");
    private static final Pattern BESIDE = Pattern.compile("(?<year>(?:19|20)\\d\\d)年(?:度|末|底)?(?:同期)?的?$");
    private static final Pattern HEADED =
            Pattern.compile("(?<year>(?:19|20)\\d\\d)年(?<from>1[0-2]|0?[1-9])月?(?:1日)?[-—–~至到]"
                    + "(?:(?:19|20)\\d\\d年)?(?<to>1[0-2]|0?[1-9])月(?:(?<day>3[01]|[12]\\d|0?[1-9])日)?");
    private static final Pattern WEEK = Pattern.compile("第(?<n>[1-5]?\\d)周");
    private static final int OPENING = 12;
    private static final int LONGEST_LEAD = 400;
    private static final String NOT_A_PERIOD = "以来|初|工作要点|起|《|以后|之后|印发|施行|实施";

    /// A period from `at` on.
    ///
    /// @param holds whether it holds for the sentences behind as well
    record Mark(int at, String period, boolean holds) {}

    private final String year;

    /// What holds where the text names no period.
    private final String otherwise;
    private final List<Mark> marks = new ArrayList<>();
    private final TreeMap<Integer, String> years = new TreeMap<>();

    /// For each mark the last one up to it that holds; -1 if there is none.
    private final int[] holding;

    private final String text;

    /// @param headings what stands above the text; a stretch of months that the innermost names holds for the text
    Periods(String text, int reportYear, String headings) {
        this.text = text;
        this.year = reportYear == 0 ? "" : String.valueOf(reportYear);
        this.otherwise = headed(headings);
        named();
        parts();
        marks.sort(Comparator.comparingInt(Mark::at));
        this.holding = new int[marks.size()];
        for (int i = 0; i < holding.length; i++) {
            holding[i] = marks.get(i).holds() ? i : i == 0 ? -1 : holding[i - 1];
        }
    }

    private String headed(String headings) {
        String found = year;
        for (Matcher it = HEADED.matcher(headings); it.find(); ) {
            YearMonth from = YearMonth.of(Integer.parseInt(it.group("year")), Integer.parseInt(it.group("from")));
            YearMonth to = from.withMonth(Integer.parseInt(it.group("to")));
            String day = it.group("day");
            boolean cut = day != null && to.isValidDay(Integer.parseInt(day));
            found = from.atDay(1) + "/" + (cut ? to.atDay(Integer.parseInt(day)) : to.atEndOfMonth());
        }
        return found;
    }

    private void named() {
        Matcher it = NAMED.matcher(text);
        while (it.find()) {
            int behind = it.end();
            boolean compared = COMPARED.matcher(text.substring(Math.max(0, it.start() - 1), it.start()))
                            .find()
                    && !LISTED.matcher(text.substring(Math.max(0, it.start() - 4), it.start()))
                            .find();
            if (compared || startsWithAny(behind, NOT_A_PERIOD)) {
                continue;
            }
            if (it.group("relative") != null) {
                boolean each = it.group("relative").equals("每年")
                        || it.group("relative").equals("年均");
                if (each || !year.isEmpty()) {
                    boolean whole = it.group("relative").equals("全年")
                            || it.group("relative").equals("当年");
                    mark(it.start(), each ? "annual" : whole ? yearAt(it.start()) : year, !each);
                }
            } else {
                boolean opens = it.group("day") == null && isOpening(it.start());
                mark(it.start(), day(it), it.group("month") == null ? !isYearEnd(behind) : opens);
            }
        }
        Matcher end = Pattern.compile("(?<!\\d年)年(?:末|底)(?!结转|结余)").matcher(text);
        while (end.find() && !year.isEmpty()) {
            marks.add(new Mark(end.start(), year + "-12-31", false));
        }
    }

    private void mark(int at, String period, boolean holds) {
        marks.add(new Mark(at, period, holds));
        if (period.length() >= 4 && Character.isDigit(period.charAt(0))) {
            years.put(at, period.substring(0, 4));
        }
    }

    private String day(Matcher it) {
        String named = it.group("year");
        if (it.group("month") == null) {
            return isYearEnd(it.end()) ? named + "-12-31" : named;
        }
        YearMonth month = YearMonth.of(Integer.parseInt(named), Integer.parseInt(it.group("month")));
        if (it.group("day") == null) {
            return text.startsWith("底", it.end()) || text.startsWith("末", it.end())
                    ? month.atEndOfMonth().toString()
                    : month.atDay(1) + "/" + month.atEndOfMonth();
        }
        int day = Integer.parseInt(it.group("day"));
        return month.isValidDay(day) ? month.atDay(day).toString() : named;
    }

    /// The day, the end of the month, or the month that a match names.
    private static String day(String year, Matcher it) {
        YearMonth month = YearMonth.of(Integer.parseInt(year), Integer.parseInt(it.group("month")));
        if (it.group("day") != null && month.isValidDay(Integer.parseInt(it.group("day")))) {
            return month.atDay(Integer.parseInt(it.group("day"))).toString();
        }
        return it.group("end") != null ? month.atEndOfMonth().toString() : month.atDay(1) + "/" + month.atEndOfMonth();
    }

    private boolean isYearEnd(int behind) {
        return text.startsWith("末", behind) || text.startsWith("底", behind) || text.startsWith("年末", behind - 1);
    }

    private void parts() {
        Matcher years = Pattern.compile("(?<n>[二三四五六七八九十]|[2-9]|10)年(?:以)?来").matcher(text);
        while (years.find() && !year.isEmpty()) {
            int count = ChineseNumeral.read(years.group("n"))
                    .map(java.math.BigDecimal::intValue)
                    .orElseGet(() -> years.group("n").chars().allMatch(Character::isDigit)
                            ? Integer.parseInt(years.group("n"))
                            : 1);
            int last = Integer.parseInt(year);
            marks.add(new Mark(years.start(), (last - count + 1) + "-01-01/" + last + "-12-31", false));
        }
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            String of = yearAt(span.start());
            if (!of.isEmpty()) {
                marks.add(new Mark(span.start(), range(of, 1, Integer.parseInt(span.group("to"))), true));
            }
        }
        Matcher month = MONTH.matcher(text);
        while (month.find()) {
            String of = yearAt(month.start());
            if (!of.isEmpty() && !isCompared(month.start()) && !startsWithAny(month.end(), NOT_A_PERIOD)) {
                boolean opens = month.group("day") == null && month.group("end") == null && isOpening(month.start());
                marks.add(new Mark(month.start(), day(of, month), opens));
            }
        }
        Matcher week = WEEK.matcher(text);
        while (week.find()) {
            String of = yearAt(week.start());
            if (!of.isEmpty()) {
                marks.add(new Mark(week.start(), week(of, Integer.parseInt(week.group("n"))), isOpening(week.start())));
            }
        }
        Matcher quarter = QUARTER.matcher(text);
        while (quarter.find()) {
            String of = yearAt(quarter.start());
            int n = "一二三四".indexOf(quarter.group("n")) + 1;
            int number = n > 0 ? n : Integer.parseInt(quarter.group("n"));
            boolean fromStart = quarter.group("end") != null || quarter.group("of") != null;
            if (!of.isEmpty() && !isCompared(quarter.start())) {
                marks.add(new Mark(quarter.start(), range(of, fromStart ? 1 : number * 3 - 2, number * 3), true));
            }
        }
        for (int at = text.indexOf("上半年"); at >= 0; at = text.indexOf("上半年", at + 1)) {
            String of = yearAt(at);
            if (!of.isEmpty() && !isCompared(at)) {
                marks.add(new Mark(at, range(of, 1, 6), true));
            }
        }
    }

    /// 比上半年, 较一季度: what is compared with is no period of what stands behind.
    private boolean isCompared(int at) {
        return at > 0
                && "比较与同".indexOf(text.charAt(at - 1)) >= 0
                && !LISTED.matcher(text.substring(Math.max(0, at - 4), at)).find();
    }

    private static String week(String year, int number) {
        LocalDate monday = LocalDate.of(Integer.parseInt(year), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.max(1, Math.min(number, 52)))
                .with(ChronoField.DAY_OF_WEEK, 1);
        return monday + "/" + monday.plusDays(6);
    }

    /// Whether a place opens the first sentence that has a number, so that what is named there holds for all behind.
    private boolean isOpening(int at) {
        int begin = Math.max(text.lastIndexOf('。', at), text.lastIndexOf(';', at)) + 1;
        return begin <= LONGEST_LEAD
                && at - begin <= OPENING
                && text.substring(begin, at).indexOf(',') < 0
                && text.substring(0, begin).chars().noneMatch(c -> c >= '0' && c <= '9');
    }

    /// The year of the last full date before a place.
    private String yearAt(int at) {
        Map.Entry<Integer, String> found = years.floorEntry(at);
        return found == null ? year : found.getValue();
    }

    private static String range(String year, int from, int to) {
        int number = Integer.parseInt(year);
        return YearMonth.of(number, from).atDay(1) + "/"
                + YearMonth.of(number, to).atEndOfMonth();
    }

    private boolean startsWithAny(int at, String words) {
        for (String word : words.split("\\|")) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /// The period of what stands at `at` in the sentence that begins at `sentence`.
    String at(int sentence, int at) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low - 1;
        if (last >= 0 && !marks.get(last).holds() && marks.get(last).at() < sentence) {
            last = holding[last];
        }
        return last < 0 ? otherwise : marks.get(last).period();
    }

    /// The year right before a figure: 2020年的36.2万元.
    Optional<String> yearBeside(int at) {
        Matcher it = BESIDE.matcher(text).region(Math.max(0, at - 12), at);
        return it.find() ? Optional.of(it.group("year")) : Optional.empty();
    }

    /// The year named from `from` to `to`, whatever stands before it.
    Optional<String> yearNamed(int from, int to) {
        Matcher it = Pattern.compile("(?:19|20)\\d\\d(?=年)").matcher(text).region(from, to);
        it.useTransparentBounds(true);
        String found = "";
        while (it.find()) {
            found = it.group();
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /// The period of the same length right before; the year before if it is no month, quarter or week.
    static String justBefore(String period) {
        String[] ends = period.split("/");
        if (ends.length != 2 || ends[0].length() != 10 || ends[1].length() != 10) {
            return yearBefore(period);
        }
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = LocalDate.parse(ends[1]);
        if (first.getDayOfMonth() != 1) {
            long days = first.until(last, ChronoUnit.DAYS) + 1;
            return first.minusDays(days) + "/" + last.minusDays(days);
        }
        long months = first.until(last.plusDays(1), ChronoUnit.MONTHS);
        return first.minusMonths(months) + "/" + first.minusDays(1);
    }

    /// The same period a year before.
    static String yearBefore(String period) {
        if (period.isEmpty() || !Character.isDigit(period.charAt(0))) {
            return period.isEmpty() ? "" : "";
        }
        StringBuilder before = new StringBuilder();
        for (String part : period.split("/")) {
            if (!before.isEmpty()) {
                before.append('/');
            }
            before.append(
                    part.length() == 4
                            ? String.valueOf(Integer.parseInt(part) - 1)
                            : LocalDate.parse(part).minusYears(1).toString());
        }
        return before.toString();
    }
}
