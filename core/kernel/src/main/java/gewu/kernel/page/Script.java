package gewu.kernel.page;

/// What characters are, as far as setting lines needs to know.
final class Script {
    private Script() {}

    /// Whether a character is as wide as a Chinese one, so that no space stands beside it.
    static boolean isWide(char c) {
        return c >= '\u2e80' && !Character.isSurrogate(c)
                || c >= '\u2018' && c <= '\u201d'
                || c == '\u2014'
                || c == '\u2026';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '\uff10' && c <= '\uff19';
    }

    static boolean endsSentence(char c) {
        return "。！？；!?;".indexOf(c) >= 0;
    }

    /// What joins the end of one line to the beginning of the next: nothing beside Chinese, inside a number, and at a
    /// hyphen; else a space.
    static String between(String before, char after) {
        char last = before.charAt(before.length() - 1);
        boolean isNumber = (isDigit(last)
                        || ".,，．".indexOf(last) >= 0
                                && before.length() > 1
                                && isDigit(before.charAt(before.length() - 2)))
                && isDigit(after);
        if (isWide(last) || isWide(after) || isNumber) {
            return "";
        }
        return last == '-' && before.length() > 1 && Character.isLetter(before.charAt(before.length() - 2)) ? "" : " ";
    }
}
