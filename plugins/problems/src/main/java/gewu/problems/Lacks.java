package gewu.problems;

/// Tells whether a clause says that something is wanting, how plainly, and of what.
final class Lacks {
    private static final String FILL = "仍还也都较相对比较存在一定的有在尚均普遍依然更些等所且但是不够";

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
        int at = clause.start();
        while (at < clause.end()) {
            String word = words.at(text, at, clause.end());
            String part = word.isEmpty() ? spoken(text, at, clause) : words.part(word);
            Plainness found = switch (part) {
                case "strong", "begin", "effect" -> Plainness.STRONG;
                case "need" -> Plainness.NEED;
                case "weak" -> Plainness.WEAK;
                default -> Plainness.NONE;
            };
            if (found.compareTo(best) > 0) {
                best = found;
                where = at;
                begins = part.equals("begin");
                isEffect = part.equals("effect");
            }
            at += Math.max(1, word.length());
        }
        if (best == Plainness.NONE && opensWithWeight(text, clause)) {
            return new Lack(Plainness.WEAK, clause.start(), false, false);
        }
        return best == Plainness.NONE
                ? Lack.NONE
                : new Lack(best, where, subject(text, clause.start(), where, begins), isEffect);
    }

    /// What words say that no table can list: `不` and up to three characters at the end, `未` and a verb, `重…轻…`.
    private static String spoken(String text, int at, Span clause) {
        int left = clause.end() - at;
        return switch (text.charAt(at)) {
            case '不' -> left >= 2 && left <= 5 ? "strong" : "";
            case '未' -> left >= 2 ? "strong" : "";
            case '重' -> text.substring(at, Math.min(clause.end(), at + 10)).indexOf('轻') > 1 ? "strong" : "";
            case '低', '慢', '差', '弱', '散', '软', '浅', '窄', '粗', '缺' ->
                left == 1 && at - clause.start() >= 3 ? "strong" : "";
            case '少' ->
                left > 1 && Character.isDigit(text.charAt(at + 1))
                        ? "strong"
                        : left == 1 && at - clause.start() >= 3 ? "weak" : "";
            case '难', '乱' -> left == 1 && at - clause.start() >= 3 ? "weak" : "";
            default -> "";
        };
    }

    private static boolean opensWithWeight(String text, Span clause) {
        return clause.length() >= 3 && (text.charAt(clause.start()) == '重' || text.charAt(clause.start()) == '轻');
    }

    private static boolean subject(String text, int start, int at, boolean begins) {
        int count = 0;
        for (int i = start; i < at; i++) {
            char c = text.charAt(i);
            count += c >= '\u4e00' && c <= '\u9fff' && FILL.indexOf(c) < 0 ? 1 : 0;
        }
        return count >= (begins ? 1 : 2);
    }
}
