package gewu.testkit;

import java.util.List;
import java.util.SplittableRandom;

/// How one generated report lies on paper: its numbering, the width of its punctuation, and, for two in five, lines
/// broken as PDF programs break them.
final class Layout {
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    private static final String FULL = "，；：（）０１２３４５６７８９";
    private static final String HALF = ",;:()0123456789";

    private final SplittableRandom random;
    private final boolean isBroken;
    private final int width;
    private final Punctuation punctuation;
    private final int thirdForm;

    private enum Punctuation {
        FULL,
        HALF,
        MIXED
    }

    Layout(SplittableRandom random) {
        this.random = random;
        this.isBroken = random.nextInt(5) < 2;
        this.width = 28 + random.nextInt(12);
        this.punctuation = Punctuation.values()[random.nextInt(3)];
        this.thirdForm = random.nextInt(4);
    }

    /// The numbering of a heading of the second level; now and then a number is given twice.
    String second(int index) {
        String numeral = NUMERALS[index > 0 && random.nextInt(12) == 0 ? index - 1 : index];
        return "（" + numeral + "）";
    }

    /// The numbering of a heading or item of the third level.
    String third(int index) {
        int number = index + 1;
        return switch (thirdForm) {
            case 0 -> number + ".";
            case 1 -> number + "、";
            case 2 -> (char) ('０' + number % 10) + "、";
            default -> "（" + number + "）";
        };
    }

    String print(List<String> paragraphs) {
        StringBuilder paper = new StringBuilder(8_192);
        int line = 0;
        for (String paragraph : paragraphs) {
            String words = withPunctuation(paragraph);
            if (isBroken) {
                line = broken(words, paper, line);
            } else {
                paper.append(words).append('\n');
            }
        }
        return paper.toString();
    }

    /// Breaks lines wherever the width ends, numbers and words too, and turns the page in the middle of a sentence.
    private int broken(String words, StringBuilder paper, int line) {
        int lines = line;
        int room = width;
        if (random.nextInt(4) == 0) {
            paper.append("- ");
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            paper.append(c);
            room--;
            boolean isInNumber = c == '.' && i + 1 < words.length() && Character.isDigit(words.charAt(i + 1));
            if (isInNumber && random.nextInt(12) == 0) {
                paper.append(' ');
            }
            if (room <= 0 && i + 1 < words.length()) {
                lines++;
                paper.append(lines % 28 == 0 ? "\n\n" : lines % 55 == 0 ? "\n\f" : "\n");
                room = width;
            }
        }
        paper.append("\n\n");
        return lines + 1;
    }

    private String withPunctuation(String words) {
        if (punctuation == Punctuation.FULL) {
            return words;
        }
        char[] letters = words.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            boolean isKept = punctuation == Punctuation.MIXED && random.nextInt(3) > 0;
            if (!isKept) {
                letters[i] = turned(letters[i]);
            }
        }
        return new String(letters);
    }

    private char turned(char c) {
        int full = FULL.indexOf(c);
        if (full >= 0) {
            return HALF.charAt(full);
        }
        boolean isDigit = c >= '0' && c <= '9';
        return punctuation == Punctuation.MIXED && isDigit && random.nextInt(200) == 0 ? (char) (c - '0' + '０') : c;
    }
}
