package gewu.compare;

import java.util.List;
import java.util.regex.Pattern;

/// Whether a sentence speaks of a year as if it were the report's own, though it is another.
///
/// Naming last year for comparison, a stretch of years, a day long ago, a plan for the years to come, a
/// law or a document by its year, or what was founded or issued in a year: none of these is strange.
final class StrangeYear {
    private static final Pattern COMPARES_BEFORE = Pattern.compile(
            "(?:较|比|同|与|和|对比|相比|对照|超过|高于|低于|不及|自|从|早在|始于|截至|截止|到|至|及|、|上年|去年|往年|\\(|〔|\\[|[-—~～])(?:上年|去年)?\\(?$");
    private static final Pattern COMPARES_BEHIND =
            Pattern.compile("^度?(?:相比|同期|相同|以来|以后|以前|之前|之后|起|至|到|底|末|初|的?(?:基础|基数|水平)|[、和与及\\-—~～〕\\])]|增|减|上升|下降)");
    private static final Pattern HAPPENED = Pattern.compile(
            "成立|设立|组建|划转|更名|印发|批准|启用|挂牌|修订|修正|出台|颁布|发布|施行|实施的|通过的|制定|立项|开工|建成|投入使用|获评|荣获|被评为|曾|遗留|结转|历年|往年|上年|去年|同期|此前|以来|十[二三四五六]五");
    private static final Pattern PLANS = Pattern.compile("将|计划|打算|拟|下一步|下一年|明年|力争|预计|目标");

    private StrangeYear() {}

    /// Whether the word at `at` of `tokens` is such a year.
    ///
    /// @param text     the clean text of the paragraph
    /// @param sentence the words of the sentence
    /// @param own      the report's year; 0 if unknown
    static boolean isAt(String text, List<Token> tokens, List<Token> sentence, int at, int own) {
        Token token = sentence.get(at);
        int year = token.year();
        // the year to come is what reports make plans for and are dated with
        if (own == 0 || year == 0 || year == own || year == own + 1) {
            return false;
        }
        boolean namesOwn = tokens.stream().anyMatch(it -> namesYear(it, own));
        String words =
                text.substring(sentence.getFirst().start(), sentence.getLast().end());
        String before = text.substring(Math.max(0, token.start() - 6), token.start());
        String behind = text.substring(token.end(), Math.min(text.length(), token.end() + 6));
        return !namesOwn
                && !isQuoted(text, token.start())
                && !COMPARES_BEFORE.matcher(before).find()
                && !COMPARES_BEHIND.matcher(behind).find()
                && !HAPPENED.matcher(words).find()
                && !(year > own && PLANS.matcher(words).find());
    }

    /// Whether a figure, a year or a day, lies in this year.
    static boolean namesYear(Token token, int year) {
        return token.year() == year || token.isFigure() && token.text().startsWith(year + "年");
    }

    /// Whether a place stands between `《` and `》`.
    static boolean isQuoted(String text, int at) {
        int opens = text.lastIndexOf('《', at);
        return opens >= 0 && text.lastIndexOf('》', at) < opens;
    }
}
