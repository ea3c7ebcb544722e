package gewu.metrics;

import gewu.metrics.Token.Decoy;
import gewu.metrics.Token.Form;
import gewu.metrics.Token.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds every number of a clean text in one pass, and says of each what it is.
final class QuantityScanner {
    private static final String MAGNITUDES = "百千万亿";
    private static final String MORE = "余多几";
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern GLUED_YEAR = Pattern.compile("\\d{1,2}\\.(19|20)\\d\\d");
    private static final Pattern GLUED_LABEL = Pattern.compile("\\d{1,2}\\.\\d+\\.\\d+");
    private static final Pattern RANKED = Pattern.compile(".*(排名|排|列|居|名列|位列|位居|获|获得)[^,，。;；]{0,10}$");
    private static final Pattern TIMED = Pattern.compile("(?:时长|时限|时间|用时|耗时|周期|天数)[^,。;]{0,10}$");
    private static final Pattern TENTHS_BEFORE =
            Pattern.compile("(?:增长|增加|上升|提高|提升|减少|下降|降低|压减|缩减|缩短|占|达|比例|比重)(?:了|约|近|到|超|超过|为|的)*$");
    /// Behind 两批: how many cases came in so many instalments.
    private static final Pattern OF_CASES = Pattern.compile("(?:[^,。;\\d]{0,12}(?:共|共计|合计|总计))?\\d+余?[件起宗]");

    /// 50人以上的集体访: from how many on visitors are a crowd.
    private static final Pattern CROWD = Pattern.compile("(?:及)?以上的?(?:集体|大规模|规模|群体|集访|聚集|越级|群访)");

    private static final String LOOK_ALIKE = "lIOo";
    private static final Pattern DAMAGED_POINT = Pattern.compile("\\.[.,]\\d");
    private static final Pattern DAMAGED_COMMA = Pattern.compile(",\\d{1,2}\\.\\d");
    private static final Pattern DAMAGED_SPACE = Pattern.compile(" \\d{3}[.万亿元件人]");
    private static final Pattern SHARED = Pattern.compile("(?:[、和与及]\\d{1,3}(?:\\.\\d+)?)+(?<unit>个百分点|百分点|%)");
    /// 0.3个、1.2个和3.5个百分点: points of which only the last has its whole unit.
    private static final Pattern SHARED_POINTS = Pattern.compile("(?:个[、和与及]\\d{1,3}(?:\\.\\d+)?)+(?<unit>个百分点)");

    private static final Pattern SHORTENED = Pattern.compile("(?:缩短|压缩|压减|减少|提速|延长)(?:了|至|到|为)?$");
    private static final Pattern SPELL = Pattern.compile("时长|时限|用时|耗时|周期|天数|时间");
    private static final int WIDE_CONTEXT = 40;
    /// 五次会议: which session it is, not how many meetings.
    private static final Pattern SESSION = Pattern.compile("届[^,。;]{0,8}$");

    private static final int LONGEST_LIST = 60;
    private static final int LONGEST_NUMBER = 24;
    private static final int CONTEXT = 16;

    private final Pack pack;

    QuantityScanner(Pack pack) {
        this.pack = pack;
    }

    /// All numbers of `text`, in reading order.
    List<Token> scan(String text) {
        List<Token> found = new ArrayList<>();
        boolean[] titles = inTitles(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int next;
            if (isDigit(c)) {
                next = digits(text, at, titles[at], found);
            } else if (ChineseNumeral.isSign(c) && !titles[at]) {
                next = words(text, at, found);
            } else {
                next = at + 1;
            }
            at = next;
        }
        return found;
    }

    private int digits(String text, int start, boolean inTitle, List<Token> found) {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || isInner(text, end) || isDamage(text, start, end))) {
            end++;
        }
        String number = text.substring(start, end);
        if (start > 0 && (isLatin(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            found.add(new Decoy(start, end, "name"));
            return end;
        }
        if (inTitle) {
            found.add(new Decoy(start, end, "title"));
            return end;
        }
        if (GLUED_YEAR.matcher(number).matches() && text.startsWith("年", end)) {
            int point = start + number.indexOf('.');
            found.add(new Decoy(start, point, "label"));
            found.add(new Decoy(point + 1, end, "year"));
            return end;
        }
        if (GLUED_LABEL.matcher(number).matches() && isClauseStart(text, start)) {
            found.add(new Decoy(start, start + number.indexOf('.'), "label"));
            return start + number.indexOf('.') + 1;
        }
        return withUnit(text, start, end, number, found);
    }

    private static boolean isInner(String text, int at) {
        char c = text.charAt(at);
        if (c != '.' && c != ',' || at + 1 >= text.length() || !isDigit(text.charAt(at + 1))) {
            return false;
        }
        if (c == '.') {
            return true;
        }
        int run = at + 1;
        while (run < text.length() && isDigit(text.charAt(run))) {
            run++;
        }
        int before = at;
        while (before > 0 && isDigit(text.charAt(before - 1))) {
            before--;
        }
        return run - at == 4 && at - before <= 3;
    }

    /// What only damage puts inside a number: a letter read for a digit, two points, a comma before two digits, a space
    /// before three.
    private static boolean isDamage(String text, int start, int at) {
        char c = text.charAt(at);
        if (at == start || at + 1 >= text.length() || !isDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '.') {
            return false;
        }
        if (LOOK_ALIKE.indexOf(c) >= 0) {
            return isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '.';
        }
        if (c == '.') {
            return DAMAGED_POINT
                    .matcher(text)
                    .region(at, Math.min(text.length(), at + 3))
                    .lookingAt();
        }
        if (c == ',') {
            return DAMAGED_COMMA
                    .matcher(text)
                    .region(at, Math.min(text.length(), at + 5))
                    .lookingAt();
        }
        boolean isShort = at - start <= 3
                && start > 0
                && text.charAt(start - 1) >= '\u4e00'
                && text.charAt(start - 1) <= '\u9fff';
        return c == ' '
                && isShort
                && DAMAGED_SPACE
                        .matcher(text)
                        .region(at, Math.min(text.length(), at + 6))
                        .lookingAt();
    }

    private int withUnit(String text, int start, int end, String number, List<Token> found) {
        Optional<Quantity> point = pointOfList(text, start, end, number);
        if (point.isPresent()) {
            found.add(point.get());
            return end + 1;
        }
        boolean ordinal = start > 0 && text.charAt(start - 1) == '第';
        int at = end;
        String more = "";
        if (at < text.length() && MORE.indexOf(text.charAt(at)) >= 0) {
            more = text.substring(at, at + 1);
            at++;
        }
        BigDecimal factor = BigDecimal.ONE;
        int magnitudeEnd = at;
        while (magnitudeEnd < text.length()
                && MAGNITUDES.indexOf(text.charAt(magnitudeEnd)) >= 0
                && !text.startsWith("百分", magnitudeEnd)) {
            factor = factor.multiply(magnitude(text.charAt(magnitudeEnd)));
            magnitudeEnd++;
        }
        at = magnitudeEnd;
        if (more.isEmpty() && at < text.length() && at > end && MORE.indexOf(text.charAt(at)) >= 0) {
            more = text.substring(at, at + 1);
            at++;
        }
        Words.Hit<Unit> hit = unitAt(text, at);
        Unit unit = hit.meanings().isEmpty() ? Unit.NONE : hit.meanings().getFirst();
        if (unit == Unit.NONE && magnitudeEnd == end) {
            return bare(text, start, end, number, found);
        }
        if (unit == Unit.NONE) {
            hit = new Words.Hit<>(magnitudeEnd, magnitudeEnd, "", List.of());
        }
        if (ordinal) {
            return ordinal(text, start, end, hit, unit, number, found);
        }
        if (unit.dimension().equals("decoy")) {
            found.add(new Decoy(start, end, unit.measure()));
            return hit.end();
        }
        if (isDocumentNumber(text, start, hit.end())) {
            found.add(new Decoy(start, end, "document"));
            return hit.end();
        }
        boolean crowd = unit.measure().equals("person")
                && CROWD.matcher(text)
                        .region(hit.end(), Math.min(text.length(), hit.end() + CONTEXT))
                        .lookingAt();
        if (crowd) {
            found.add(new Decoy(start, end, "threshold"));
            return hit.end();
        }
        if (unit.dimension().equals("duration")
                && !TIMED.matcher(before(text, start)).find()
                && !isShortened(text, start)) {
            found.add(new Decoy(start, end, "duration"));
            return hit.end();
        }
        BigDecimal value = isWellFormed(number) ? new BigDecimal(number.replace(",", "")).multiply(factor) : null;
        found.add(new Quantity(
                start,
                hit.end(),
                number,
                text.substring(end, hit.end()),
                unit,
                value,
                value == null ? candidates(number) : List.of(),
                more,
                Form.DIGITS));
        return hit.end();
    }

    /// 平均办理时长6.2天,较上年缩短1.8天: a difference of a spell told before.
    private static boolean isShortened(String text, int start) {
        String before = text.substring(Math.max(0, start - WIDE_CONTEXT), start);
        String sentence = before.substring(before.lastIndexOf('。') + 1);
        return SHORTENED.matcher(sentence).find() && SPELL.matcher(sentence).find();
    }

    private static String before(String text, int start) {
        return text.substring(Math.max(0, start - CONTEXT), start);
    }

    private static int ordinal(
            String text, int start, int end, Words.Hit<Unit> hit, Unit unit, String number, List<Token> found) {
        String before = text.substring(Math.max(0, start - 1 - CONTEXT), start - 1);
        boolean ranked = (unit.surface().equals("位") || unit.surface().equals("名"))
                && (RANKED.matcher(before).matches() || text.startsWith("第一", start - 1));
        if (ranked && isWellFormed(number)) {
            found.add(new Quantity(
                    start - 1,
                    hit.end(),
                    number,
                    hit.surface(),
                    new Unit(unit.surface(), "rank", "", unit.base(), ""),
                    new BigDecimal(number.replace(",", "")),
                    List.of(),
                    "",
                    Form.ORDINAL));
        } else {
            found.add(new Decoy(start - 1, end, "ordinal"));
        }
        return Math.max(end, hit.end());
    }

    private int bare(String text, int start, int end, String number, List<Token> found) {
        Optional<Quantity> shared = sharing(text, start, end, number);
        if (shared.isPresent()) {
            found.add(shared.get());
            return end;
        }
        char next = end < text.length() ? text.charAt(end) : '。';
        if ((next == '-' || next == '—' || next == '–' || next == '~' || next == '～' || next == '至')
                && end + 1 < text.length()
                && isDigit(text.charAt(end + 1))) {
            found.add(new Decoy(start, end, "range"));
            return end + 1;
        }
        boolean closes = "，,。;；、)） ".indexOf(next) >= 0;
        char before = start > 0 ? text.charAt(start - 1) : '。';
        boolean follows = before >= '\u4e00' && before <= '\u9fff' || before == '=' || before == ':' || before == ' ';
        if (closes && follows && isWellFormed(number) && number.length() < 10) {
            found.add(new Quantity(
                    start,
                    end,
                    number,
                    "",
                    Unit.NONE,
                    new BigDecimal(number.replace(",", "")),
                    List.of(),
                    "",
                    Form.BARE));
        } else {
            found.add(new Decoy(start, end, isClauseStart(text, start) ? "label" : "bare"));
        }
        return end;
    }

    /// One of a list of points that the last of them closes with its unit.
    private Optional<Quantity> pointOfList(String text, int start, int end, String number) {
        Matcher list = SHARED_POINTS.matcher(text).region(end, Math.min(text.length(), end + LONGEST_LIST));
        if (!list.lookingAt() || !isWellFormed(number)) {
            return Optional.empty();
        }
        Words.Hit<Unit> hit = unitAt(text, list.start("unit"));
        return hit.meanings().isEmpty()
                ? Optional.empty()
                : Optional.of(new Quantity(
                        start,
                        end + 1,
                        number,
                        "个",
                        hit.meanings().getFirst(),
                        new BigDecimal(number.replace(",", "")),
                        List.of(),
                        "",
                        Form.DIGITS));
    }

    /// 提高2.1、1.4和5个百分点: rates and points of a list may share the unit of the last.
    private Optional<Quantity> sharing(String text, int start, int end, String number) {
        Matcher list = SHARED.matcher(text).region(end, Math.min(text.length(), end + LONGEST_LIST));
        if (isClauseStart(text, start) || !list.lookingAt() || !isWellFormed(number)) {
            return Optional.empty();
        }
        Words.Hit<Unit> hit = unitAt(text, list.start("unit"));
        if (hit.meanings().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.replace(",", ""));
        return Optional.of(
                new Quantity(start, end, number, "", hit.meanings().getFirst(), value, List.of(), "", Form.DIGITS));
    }

    private int words(String text, int start, List<Token> found) {
        int end = start;
        while (end < text.length() && (ChineseNumeral.isSign(text.charAt(end)) || text.charAt(end) == '点')) {
            end++;
        }
        boolean percent = start >= 3 && text.startsWith("百分之", start - 3);
        if (text.startsWith("百分之", start)) {
            return start + 3;
        }
        String word = text.substring(start, end);
        if (percent) {
            ChineseNumeral.read(word).ifPresent(value -> addPercent(text, start - 3, word, value, found));
            return end;
        }
        boolean isToldZero =
                start > 0 && text.charAt(start - 1) == '为' && isClosed(text, end) && !isQuoted(text, start);
        if (word.equals("零") && (isToldZero || isZeroStatement(text, end))) {
            found.add(new Quantity(start, end, "零", "", Unit.NONE, BigDecimal.ZERO, List.of(), "", Form.ZERO));
            return end;
        }
        if (isTenths(text, start, end)) {
            int behind = end + 1;
            ChineseNumeral.read(word).ifPresent(value -> addTenths(start, behind, word, value, found));
            return behind;
        }
        Words.Hit<Unit> hit = unitAt(text, end);
        char before = start > 0 ? text.charAt(start - 1) : '。';
        if (!hit.meanings().isEmpty() && hit.end() < text.length() && ChineseNumeral.isSign(text.charAt(hit.end()))) {
            return end;
        }
        boolean quoted =
                before == '“' || before == '"' || before == '‘' || before == '第' || before == '之' || before == '前';
        boolean matter = text.startsWith("件事", end) && !text.startsWith("件事项", end)
                || text.startsWith("次", end)
                        && SESSION.matcher(before(text, start)).find();
        boolean instalments = !hit.meanings().isEmpty()
                && hit.meanings().getFirst().measure().equals("batch")
                && OF_CASES.matcher(text)
                        .region(hit.end(), Math.min(text.length(), hit.end() + WIDE_CONTEXT))
                        .lookingAt();
        if (!hit.meanings().isEmpty() && hit.meanings().getFirst().isCount() && !quoted && !instalments && !matter) {
            Unit unit = hit.meanings().getFirst();
            Optional<BigDecimal> value = ChineseNumeral.read(word).filter(it -> it.compareTo(BigDecimal.ONE) > 0);
            value.ifPresent(it -> found.add(
                    new Quantity(start, hit.end(), word, hit.surface(), unit, it, List.of(), "", Form.WORDS)));
            return value.isPresent() ? hit.end() : end;
        }
        return end;
    }

    /// 减少三成, 占近七成: tenths of a whole.
    private static boolean isTenths(String text, int start, int end) {
        return end - start == 1
                && text.startsWith("成", end)
                && TENTHS_BEFORE.matcher(before(text, start)).find()
                && (end + 1 == text.length() || "立功为员果本绩都就效熟交".indexOf(text.charAt(end + 1)) < 0);
    }

    private void addTenths(int start, int end, String word, BigDecimal value, List<Token> found) {
        Words.Hit<Unit> hit = unitAt("%", 0);
        if (!hit.meanings().isEmpty()) {
            BigDecimal percent = value.multiply(BigDecimal.TEN);
            Unit unit = hit.meanings().getFirst();
            found.add(new Quantity(start, end, word, "成", unit, percent, List.of(), "", Form.DIGITS));
        }
    }

    private void addPercent(String text, int start, String word, BigDecimal value, List<Token> found) {
        Words.Hit<Unit> hit = unitAt("%", 0);
        if (!hit.meanings().isEmpty()) {
            found.add(new Quantity(
                    start,
                    start + 3 + word.length(),
                    word,
                    "百分之",
                    hit.meanings().getFirst(),
                    value,
                    List.of(),
                    "",
                    Form.DIGITS));
        }
    }

    /// Whether a place stands in quotation marks: what is quoted is a slogan.
    private static boolean isQuoted(String text, int at) {
        String before = text.substring(Math.max(0, at - WIDE_CONTEXT), at);
        String sentence = before.substring(before.lastIndexOf('。') + 1);
        boolean plain = sentence.chars().filter(c -> c == '"').count() % 2 == 1;
        return plain || sentence.lastIndexOf('“') > sentence.lastIndexOf('”');
    }

    /// Whether nothing of the clause stands behind.
    private static boolean isClosed(String text, int end) {
        return end == text.length() || ",。;、)".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean isZeroStatement(String text, int end) {
        return text.startsWith("登记", end)
                || text.startsWith("上访", end)
                || text.startsWith("非访", end)
                || text.startsWith("发生", end)
                || text.startsWith("投诉", end)
                || text.startsWith("事故", end)
                || text.startsWith("集访", end);
    }

    /// The longest unit at `at` that is not part of a longer word.
    private Words.Hit<Unit> unitAt(String text, int at) {
        Words.Hit<Unit> hit = pack.units().longest(text, at, text.length());
        while (!hit.meanings().isEmpty()) {
            Unit unit = hit.meanings().getFirst();
            boolean refused = hit.end() < text.length()
                    && !unit.refused().isEmpty()
                    && unit.refused().indexOf(text.charAt(hit.end())) >= 0;
            if (!refused) {
                return hit;
            }
            hit = pack.units().longest(text, at, hit.end() - 1);
        }
        return hit;
    }

    private static boolean isDocumentNumber(String text, int start, int end) {
        return start > 0
                && (text.charAt(start - 1) == ']' || text.charAt(start - 1) == '〕')
                && text.startsWith("号", end - 1);
    }

    private static boolean isWellFormed(String number) {
        return number.length() <= LONGEST_NUMBER
                && (PLAIN.matcher(number).matches() || THOUSANDS.matcher(number).matches());
    }

    /// What a malformed number may stand for: with look-alikes read as digits, without a doubled mark, or cut at it.
    private static List<String> candidates(String number) {
        if (number.length() > LONGEST_NUMBER) {
            return List.of();
        }
        String digits =
                number.replace('l', '1').replace('I', '1').replace('O', '0').replace('o', '0');
        int last = digits.lastIndexOf('.');
        int first = digits.indexOf('.');
        List<String> all = new ArrayList<>();
        if (first >= 0 && first != last) {
            all.add(digits.substring(0, last).replaceAll("[.,]+$", ""));
            all.add(digits.substring(0, first) + digits.substring(first + 1));
        }
        all.add(digits.replaceAll("[.,]{2,}", "."));
        all.add(digits.replaceAll("[, ]", ""));
        all.add(digits.substring(digits.lastIndexOf(' ') + 1));
        return all.stream()
                .filter(it -> !it.equals(number) && isWellFormed(it))
                .distinct()
                .toList();
    }

    static BigDecimal magnitude(char c) {
        return switch (c) {
            case '百' -> BigDecimal.valueOf(100);
            case '千' -> BigDecimal.valueOf(1000);
            case '万' -> BigDecimal.valueOf(10_000);
            default -> BigDecimal.valueOf(100_000_000);
        };
    }

    private static boolean isClauseStart(String text, int start) {
        int at = start - 1;
        while (at >= 0 && " -•*·(（".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || "。；;:：".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean[] inTitles(String text) {
        boolean[] inside = new boolean[text.length()];
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '《' || c == '〔' || c == '[') {
                open = i;
            } else if (open >= 0 && (c == '》' || c == '〕' || c == ']')) {
                for (int k = open; k <= i; k++) {
                    inside[k] = true;
                }
                open = -1;
            }
        }
        return inside;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
