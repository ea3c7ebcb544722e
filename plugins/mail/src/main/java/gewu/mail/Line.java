package gewu.mail;

import java.util.regex.Pattern;

/// Words of others on their way into one line of a letter or of its head.
final class Line {
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final int LONGEST = 300;

    private Line() {}

    /// The words without ends of lines, controls and signs that nobody sees, so that they begin no line of their
    /// own and turn no text round.
    static String of(String words) {
        return UNSEEN.matcher(words).replaceAll(" ").strip();
    }

    /// The same, cut where it gets too long for a reason.
    static String cut(String words) {
        String line = of(words);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
