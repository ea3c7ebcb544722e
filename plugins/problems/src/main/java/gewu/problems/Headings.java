package gewu.problems;

import java.util.List;
import java.util.Set;

/// Reads headings, lead-ins and heads of columns: `存在的问题及原因分析`, `下一步改进措施`, `整改情况`.
///
/// A heading is read when all of it is made of known words; before 存在, 发现 and 面临 it may say whatever it likes, such as
/// `预算管理方面存在的问题`.
final class Headings {
    static final int LONGEST = 26;

    private static final Set<String> SEVERAL =
            Set.of("一些", "不少", "诸多", "许多", "若干", "以下", "如下", "几个", "几点", "几方面", "几个方面", "较多", "各种");

    /// `离上级要求还有距离`
    private static final Set<Character> COMPARISONS = Set.of('离', '与', '距', '和', '同');

    private static final String SIGNS = " \"“”'‘’《》()[]【】·:。.-—_*#";

    private final WordTable words = WordTable.read("headings.tsv");
    private final WordTable labels = WordTable.read("labels.tsv");

    /// What a heading promises.
    ///
    /// @param bare whether it speaks of measures, reasons or points without saying of what, as lists of duties and
    /// achievements do too
    record Title(Matter matter, boolean bare) {
        static final Title NONE = new Title(Matter.NONE, true);
    }

    /// What a heading of these clean words promises; nothing for all that titles something else.
    Title read(String heading) {
        String plain = plain(heading);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Title.NONE;
        }
        if (labels.words().contains(plain)) {
            return new Title(Matter.LABEL, true);
        }
        Reading reading = new Reading(plain);
        return new Title(reading.matter(), reading.isBare());
    }

    /// Whether words only say that there are problems, and several, without naming any: `仍面临不少困难和挑战`.
    boolean announces(String sentence) {
        boolean finds = false;
        boolean several = false;
        boolean problem = false;
        boolean compares =
                (sentence.endsWith("差距") || sentence.endsWith("距离")) && COMPARISONS.contains(sentence.charAt(0));
        int at = opensAnnouncement(sentence);
        if (at < 0 || compares) {
            return compares;
        }
        while (at < sentence.length()) {
            String word = words.at(sentence, at, sentence.length());
            if (word.isEmpty()) {
                return false;
            }
            String part = words.part(word);
            several |= SEVERAL.contains(word);
            problem |= part.equals("problem");
            finds |= !part.equals("remedy") && !part.equals("mend");
            at += word.length();
        }
        return finds && several && problem;
    }

    private static int opensAnnouncement(String sentence) {
        int at = -1;
        for (String word : List.of("存在", "面临", "还有", "仍有", "尚有")) {
            at = Math.max(at, sentence.lastIndexOf(word));
        }
        return at;
    }

    private static String plain(String heading) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            boolean isNumber = c >= '0' && c <= '9';
            if (SIGNS.indexOf(c) < 0 && !isNumber) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /// The words of one heading, from left to right.
    private final class Reading {
        private boolean problem;
        private boolean cause;
        private boolean remedy;
        private boolean mend;
        private boolean next;
        private boolean plan;
        private boolean advice;
        private boolean state;
        private boolean found;
        private boolean notes;
        private boolean isRead = true;

        Reading(String plain) {
            int at = 0;
            int unknown = 0;
            while (at < plain.length()) {
                String word = words.at(plain, at, plain.length());
                if (word.isEmpty()) {
                    unknown++;
                    at++;
                    isRead &= !(problem || cause || remedy || mend || next || plan || advice);
                } else {
                    take(words.part(word));
                    at += word.length();
                }
            }
            isRead &= unknown == 0 || found && problem || problem && unknown <= 6 && plain.endsWith("分析");
        }

        private void take(String part) {
            switch (part) {
                case "problem" -> problem = true;
                case "cause" -> cause = true;
                case "remedy" -> remedy = true;
                case "mend" -> mend = true;
                case "next" -> next = true;
                case "plan" -> plan = true;
                case "advice" -> advice = true;
                case "state" -> state = true;
                case "found" -> found = true;
                case "notes" -> notes = true;
                default -> {}
            }
        }

        boolean isBare() {
            return !found && !mend && !next && !(problem && (cause || remedy || advice));
        }

        Matter matter() {
            if (!isRead) {
                return Matter.NONE;
            }
            boolean isRemedy = remedy || advice || next || mend && plan;
            boolean isDone = mend && state && !isRemedy;
            if (notes) {
                return Matter.NOTES;
            }
            if (problem) {
                return isRemedy || isDone ? Matter.MIXED : Matter.PROBLEM;
            }
            if (cause) {
                return isRemedy ? Matter.MIXED : Matter.CAUSE;
            }
            if (isRemedy) {
                return Matter.REMEDY;
            }
            return isDone ? Matter.DONE : Matter.NONE;
        }
    }
}
