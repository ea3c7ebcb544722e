package gewu.problems;

import java.util.Set;

/// Tells whether a clause says that something is wanting, how plainly, and of what.
final class Lacks {
    private static final String FILL = "仍还也都较相对比较存在一定的有在尚均普遍依然更些等所且但是不够";

    /// `企业积极性`: behind this much at most, a want of will comes of what was said before.
    private static final int WILL = 7;

    private static final String TOO_MUCH = "多长大重高杂繁贵难";

    /// `不存在突出问题`: behind these nothing is wanting.
    private static final Set<String> DENIALS = Set.of("不存在", "未发现", "未发生", "未出现", "没有发现", "没有发生", "不发生", "不出现");

    private final WordTable words = WordTable.read("predicates.tsv");

    /// How plainly a clause names a shortcoming.
    enum Plainness {
        NONE,
        /// Only where problems are spoken of.
        WEAK,
        /// Says what must become better.
        NEED,
        STRONG
    }

    /// What a clause says.
    ///
    /// @param at         where the words that say so begin
    /// @param hasSubject whether the clause names of what
    /// @param isEffect   whether it says what comes of something, such as 无法
    record Lack(Plainness plainness, int at, boolean hasSubject, boolean isEffect) {
        static final Lack NONE = new Lack(Plainness.NONE, -1, false, false);

        boolean is() {
            return plainness != Plainness.NONE;
        }

        boolean isPlain() {
            return plainness == Plainness.STRONG || plainness == Plainness.NEED;
        }
    }

    Lack in(String text, Span clause) {
        Plainness best = Plainness.NONE;
        int where = -1;
        boolean begins = false;
        boolean isEffect = false;
        boolean isDenied = false;
        int at = clause.start();
        while (at < clause.end()) {
            String word = words.at(text, at, clause.end());
            String part = word.isEmpty() ? spoken(text, at, clause) : words.part(word);
            Plainness found = switch (part) {
                case "strong", "begin", "effect", "comes" -> Plainness.STRONG;
                case "need" -> Plainness.NEED;
                case "weak" -> Plainness.WEAK;
                default -> Plainness.NONE;
            };
            isDenied |= part.equals("other") && DENIALS.contains(word);
            isDenied |= part.equals("avert");
            if (isDenied) {
                found = Plainness.NONE;
            }
            if (found.compareTo(best) > 0) {
                best = found;
                where = at;
                begins = part.equals("begin");
                isEffect = part.equals("effect") || part.equals("comes");
            }
            at += Math.max(1, word.length());
        }
        int exists = isDenied ? -1 : existence(text, clause);
        if (best != Plainness.STRONG && exists >= 0) {
            return new Lack(Plainness.STRONG, exists, true, false);
        }
        if (best == Plainness.NONE && opensWithWeight(text, clause)) {
            return new Lack(Plainness.WEAK, clause.start(), false, false);
        }
        return best == Plainness.NONE
                ? Lack.NONE
                : new Lack(
                        best,
                        where,
                        subject(text, clause.start(), where, begins),
                        isEffect || follows(text, clause.start(), where));
    }

    /// `跟踪和考核也就不方便`, `积极性不高`: what is wanting comes of what was said before.
    private static boolean follows(String text, int start, int at) {
        String before = text.substring(start, at);
        int then = before.indexOf('就');
        boolean isThen =
                then >= 0 && then <= 6 && then + 1 < before.length() && "业地诊医学近餐任".indexOf(before.charAt(then + 1)) < 0;
        return isThen
                || before.lastIndexOf('被') >= Math.max(0, before.length() - 2)
                || before.length() <= WILL && (before.endsWith("意愿") || before.endsWith("积极性") || before.endsWith("热情"))
                || before.endsWith("也就")
                || before.endsWith("也随之")
                || before.endsWith("因而")
                || before.endsWith("因此");
    }

    /// The same for a heading, which may say with one character what is too much: `拨付环节多、周期长`.
    Lack inTitle(String text, Span title) {
        Lack lack = in(text, title);
        boolean isTooMuch = title.length() >= 4 && TOO_MUCH.indexOf(text.charAt(title.end() - 1)) >= 0;
        return lack.is() || !isTooMuch ? lack : new Lack(Plainness.WEAK, title.end() - 1, true, false);
    }

    /// What words say that no table can list: `不` and up to three characters at the end, `未` and a verb, `重…轻…`.
    private static String spoken(String text, int at, Span clause) {
        int left = clause.end() - at;
        return switch (text.charAt(at)) {
            case '不' -> left >= 2 && left <= 5 || isUnable(text, at, clause) ? "strong" : "";
            case '未' -> left >= 2 ? "strong" : "";
            case '无' ->
                left >= 3 && left <= 5 && at > clause.start() && "误异不违重差逾事投障偿线害其".indexOf(text.charAt(at + 1)) < 0
                        ? "strong"
                        : "";
            case '偏' -> left == 2 && at - clause.start() >= 2 ? "strong" : "";
            case '重' -> text.substring(at, Math.min(clause.end(), at + 10)).indexOf('轻') > 1 ? "strong" : "";
            case '低', '慢', '差', '弱', '散', '软', '浅', '窄', '粗', '缺' ->
                left == 1 && at - clause.start() >= 3 ? "strong" : "";
            case '少' ->
                left > 1 && Character.isDigit(text.charAt(at + 1))
                        ? "strong"
                        : left == 1 && at - clause.start() >= 3 ? "weak" : "";
            case '晚', '迟', '松', '紧', '旧', '短' -> left == 1 && isTooMuch(text, at, clause) ? "strong" : "";
            case '欠' -> left >= 3 && left <= 4 && at - clause.start() >= 2 ? "strong" : "";
            case '较' ->
                left == 2 && at - clause.start() >= 2 && "好快强优佳准全足实稳".indexOf(text.charAt(at + 1)) < 0 ? "weak" : "";
            case '难', '乱' -> left == 1 && at - clause.start() >= 3 ? "weak" : "";
            default -> "";
        };
    }

    /// Where `存在以会代训的现象` begins; -1 for a clause that names no such thing.
    private static int existence(String text, Span clause) {
        String words = clause.in(text);
        int at = words.indexOf("存在");
        boolean names = at >= 0
                && words.length() - at >= 7
                && !words.substring(at).contains("存在的")
                && (words.endsWith("现象") || words.endsWith("情况") || words.endsWith("情形"));
        return names ? clause.start() + at : -1;
    }

    /// `跟不上`, `落实不了`, `留不住`: a verb, and what it does not come to.
    private static boolean isUnable(String text, int at, Span clause) {
        return at - clause.start() >= 1
                && at + 1 < clause.end()
                && isHan(text.charAt(at - 1))
                && "上住了起齐动".indexOf(text.charAt(at + 1)) >= 0;
    }

    /// `下达得晚`, `偏短`, `过松`.
    private static boolean isTooMuch(String text, int at, Span clause) {
        return at - clause.start() >= 3 && "得偏过太较".indexOf(text.charAt(at - 1)) >= 0;
    }

    /// `重投入` or `轻管理` in a clause of its own, but not `重大活动`.
    private static boolean opensWithWeight(String text, Span clause) {
        char first = text.charAt(clause.start());
        return clause.length() >= 3
                && (first == '重' || first == '轻')
                && "大点要视新复庆申组建度量症病心微松型特".indexOf(text.charAt(clause.start() + 1)) < 0;
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean subject(String text, int start, int at, boolean begins) {
        int count = 0;
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            count += isHan(c) && FILL.indexOf(c) < 0 ? 1 : 0;
        }
        return count >= (begins ? 1 : 2);
    }
}
