package gewu.kernel.version;

import gewu.api.report.CleanText;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who reports about which year: what decides whether two files with nearly the same words can be the same report.
///
/// Offices copy last year's report and change the figures, and one bureau takes another's for a pattern. So likeness
/// proves nothing: a different year or organisation is a different report, however alike the words are.
///
/// @param isYearSaid whether the year is a person's word, or that of a folder's rules
/// @param text       the source text
record Identity(ReportFacts facts, boolean isYearSaid, String text) {
    private static final Pattern YEAR = Pattern.compile("(?<![\\d〔\\[])(20\\d\\d)(?![\\d〕\\]])");
    private static final Pattern YEAR_IN_HAN = Pattern.compile("二[〇○零O0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])(?=年|度)");
    private static final int YEAR_DIGITS = 4;
    private static final Pattern DRAFT = Pattern.compile("定稿|终稿|最终|初稿|修改稿?|修订稿?|送审稿?|报批稿?|上报稿?|公开稿?|副本|盖章|版");
    private static final Pattern OWN_OFFICE = Pattern.compile("(本级|机关|本部)$");

    /// Reports of the same office that lie further apart are not mistaken for one another.
    private static final int FARTHEST = 5;

    private static final int LONGEST_READ = 200_000;

    /// What is to be thought of two files with nearly the same words.
    sealed interface Verdict {
        /// They are two reports.
        ///
        /// @param about what tells them apart
        record Different(Doubt about) implements Verdict {}

        /// They may be the same report.
        record MayBeSame(Set<Doubt> doubts) implements Verdict {
            public MayBeSame {
                doubts = Set.copyOf(doubts);
            }
        }
    }

    Verdict beside(Identity other) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (differsInOrg(other, doubts)) {
            return new Verdict.Different(Doubt.ORG);
        }
        if (differsInYear(other, doubts)) {
            return new Verdict.Different(Doubt.YEAR);
        }
        boolean isSameKind = facts.kind() == other.facts.kind()
                || facts.kind() == ReportKind.OTHER
                || other.facts.kind() == ReportKind.OTHER;
        if (!isSameKind || !bareTitle().equals(other.bareTitle())) {
            doubts.add(Doubt.TITLE);
        }
        return new Verdict.MayBeSame(doubts);
    }

    // ---- year

    private boolean differsInYear(Identity other, Set<Doubt> doubts) {
        int ours = facts.year();
        int theirs = other.facts.year();
        if (ours > 0 && theirs > 0 && ours != theirs) {
            return true;
        }
        if (isYearSaid && other.isYearSaid) {
            return false;
        }
        Set<Integer> inTitle = yearsInTitle();
        Set<Integer> inOtherTitle = other.yearsInTitle();
        if (!inTitle.isEmpty() && !inOtherTitle.isEmpty() && !inTitle.equals(inOtherTitle)) {
            return true;
        }
        boolean isDecided = ours > 0 && theirs > 0 && !inTitle.isEmpty() && !inOtherTitle.isEmpty();
        boolean speaksOfOthers = speaksOfOtherYearsThan(other);
        if (speaksOfOthers && !isDecided) {
            return true;
        }
        if (speaksOfOthers || ours == 0 || theirs == 0) {
            doubts.add(Doubt.YEAR);
        }
        return false;
    }

    /// The years that the title names; a person's word takes their place.
    private Set<Integer> yearsInTitle() {
        if (isYearSaid) {
            return facts.year() > 0 ? Set.of(facts.year()) : Set.of();
        }
        Set<Integer> years = new TreeSet<>();
        String title = CleanText.of(facts.title()).text();
        Matcher matcher = YEAR.matcher(title);
        while (matcher.find()) {
            years.add(Integer.parseInt(matcher.group(1)));
        }
        addHanYears(title, year -> years.add(year));
        return years;
    }

    /// Whether the years named in both texts agree better when one of them is moved: `2022年…比2021年` and
    /// `2023年…比2022年`.
    private boolean speaksOfOtherYearsThan(Identity other) {
        Map<Integer, Integer> ours = yearsSpokenOf();
        Map<Integer, Integer> theirs = other.yearsSpokenOf();
        int unmoved = agreement(ours, theirs, 0);
        for (int by = 1; by <= FARTHEST; by++) {
            if (agreement(ours, theirs, by) > unmoved || agreement(ours, theirs, -by) > unmoved) {
                return true;
            }
        }
        return false;
    }

    private static int agreement(Map<Integer, Integer> ours, Map<Integer, Integer> theirs, int by) {
        int sum = 0;
        for (Map.Entry<Integer, Integer> year : ours.entrySet()) {
            sum += Math.min(year.getValue(), theirs.getOrDefault(year.getKey() + by, 0));
        }
        return sum;
    }

    private Map<Integer, Integer> yearsSpokenOf() {
        Map<Integer, Integer> counts = new HashMap<>();
        String clean =
                CleanText.of(text, 0, Math.min(text.length(), LONGEST_READ)).text();
        // Whole reports are read here, once for each report they may be alike to: patterns are too slow for that.
        for (int at = clean.indexOf('年'); at >= 0; at = clean.indexOf('年', at + 1)) {
            int year = yearBefore(clean, at);
            if (year > 0) {
                counts.merge(year, 1, Integer::sum);
            }
        }
        return counts;
    }

    /// The year of this century whose four digits end before `at`, in either writing; 0 if none does.
    private static int yearBefore(String words, int at) {
        if (at < YEAR_DIGITS) {
            return 0;
        }
        int from = at - YEAR_DIGITS;
        if (words.startsWith("20", from)) {
            boolean isYear = isDigit(words.charAt(at - 2))
                    && isDigit(words.charAt(at - 1))
                    && (from == 0 || !isDigit(words.charAt(from - 1)));
            return isYear ? Integer.parseInt(words.substring(from, at)) : 0;
        }
        if (words.charAt(from) == '二') {
            Matcher matcher = YEAR_IN_HAN.matcher(words).region(from, at).useTransparentBounds(true);
            return matcher.lookingAt() ? year(matcher) : 0;
        }
        return 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void addHanYears(String words, IntConsumer each) {
        Matcher matcher = YEAR_IN_HAN.matcher(words);
        while (matcher.find()) {
            each.accept(year(matcher));
        }
    }

    private static int year(Matcher inHan) {
        return 2000 + 10 * digit(inHan.group(1)) + digit(inHan.group(2));
    }

    private static int digit(String han) {
        return Math.max(0, "一二三四五六七八九".indexOf(han) + 1);
    }

    // ---- organisation

    private boolean differsInOrg(Identity other, Set<Doubt> doubts) {
        String ours = bareOrg();
        String theirs = other.bareOrg();
        if (ours.isEmpty() || theirs.isEmpty()) {
            doubts.add(Doubt.ORG);
            return !bareTitle().equals(other.bareTitle()) || !isRegionLike(other);
        }
        String longer = ours.length() >= theirs.length() ? ours : theirs;
        String shorter = ours.length() >= theirs.length() ? theirs : ours;
        if (!longer.endsWith(shorter)) {
            return true;
        }
        boolean namesRegion = (ours.length() <= theirs.length() ? this : other).namesItsRegion();
        if (!namesRegion) {
            if (!isRegionLike(other)) {
                return true;
            }
            if (!ours.equals(theirs)) {
                doubts.add(Doubt.ORG);
            }
        }
        return false;
    }

    private String bareOrg() {
        return OWN_OFFICE.matcher(Words.of(facts.org())).replaceFirst("");
    }

    /// `长沙市档案局` can be told from other archives; `市档案局` can't.
    private boolean namesItsRegion() {
        return !facts.region().isEmpty() && bareOrg().startsWith(Words.of(facts.region()));
    }

    private boolean isRegionLike(Identity other) {
        String ours = facts.region();
        String theirs = other.facts.region();
        return ours.isEmpty() || theirs.isEmpty() || ours.contains(theirs) || theirs.contains(ours);
    }

    // ---- title

    /// The title without its year and without words such as `定稿`.
    private String bareTitle() {
        String title = CleanText.of(facts.title()).text();
        String timeless =
                YEAR.matcher(YEAR_IN_HAN.matcher(title).replaceAll("")).replaceAll("");
        String words = Words.of(timeless).replace("年度", "").replace("年", "");
        return DRAFT.matcher(words).replaceAll("");
    }

    /// By which reports of one organisation find one another: empty where the name does not tell it from others.
    ///
    /// @return such as `长沙市档案局`, without a province before it
    String orgKey() {
        return namesItsRegion() ? PROVINCE.matcher(bareOrg()).replaceFirst("") : "";
    }

    private static final Pattern PROVINCE = Pattern.compile("^.{2,5}?(?:省|自治区)(?=.+[市州县区盟旗])");
}
