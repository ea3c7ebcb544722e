package gewu.importoffice;

import java.util.Locale;

/// The ways in which Word writes the number of a list item. Word's own names, which both of its formats share, choose
/// among them.
final class Numeral {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] UNITS = {"", "十", "百", "千"};
    private static final String[] LEGAL_UNITS = {"", "拾", "佰", "仟"};
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMANS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private Numeral() {}

    /// The number as people see it.
    ///
    /// @param format such as `decimal` or `chineseCounting`; one that is not known counts in Arabic figures
    static String of(String format, int number) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "chineseCounting", "japaneseCounting", "taiwaneseCounting", "koreanCounting" -> counting(number);
            case "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseDigitalTenThousand" ->
                thousands(number, DIGITS.replace('〇', '零'), UNITS, true);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                thousands(number, LEGAL, LEGAL_UNITS, false);
            case "ideographDigital", "taiwaneseDigital", "koreanDigital" -> digits(number, DIGITS);
            case "ideographTraditional" -> cycle(number, STEMS);
            case "ideographZodiac" -> cycle(number, BRANCHES);
            case "ideographZodiacTraditional" ->
                number < 1
                        ? arabic(number)
                        : cycle((number - 1) % 10 + 1, STEMS) + cycle((number - 1) % 12 + 1, BRANCHES);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> circled(number);
            case "decimalEnclosedFullstop" -> from(number, '\u2488', 20);
            case "decimalEnclosedParen" -> from(number, '\u2474', 20);
            case "ideographEnclosedCircle" -> from(number, '\u3280', 10);
            case "decimalFullWidth", "decimalFullWidth2" -> digits(number, "０１２３４５６７８９");
            case "decimalZero" -> number >= 0 && number < 10 ? "0" + number : arabic(number);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            default -> arabic(number);
        };
    }

    /// Ninety-nine in words; from a hundred on, figure by figure.
    private static String counting(int number) {
        return number > 0 && number < 100 ? thousands(number, DIGITS, UNITS, true) : digits(number, DIGITS);
    }

    private static String thousands(int number, String digits, String[] units, boolean dropsOne) {
        if (number < 1 || number > 9_999) {
            return number == 0 ? digits.substring(0, 1) : arabic(number);
        }
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int unit = 3; unit >= 0; unit--) {
            int digit = number / (int) Math.pow(10, unit) % 10;
            if (digit == 0) {
                gap = true;
                continue;
            }
            if (gap && !words.isEmpty()) {
                words.append(digits.charAt(0));
            }
            gap = false;
            if (!(dropsOne && unit == 1 && digit == 1 && words.isEmpty())) {
                words.append(digits.charAt(digit));
            }
            words.append(units[unit]);
        }
        return words.toString();
    }

    private static String digits(int number, String digits) {
        StringBuilder words = new StringBuilder();
        for (char c : arabic(number).toCharArray()) {
            words.append(c == '-' ? c : digits.charAt(c - '0'));
        }
        return words.toString();
    }

    private static String cycle(int number, String signs) {
        return number < 1 ? arabic(number) : String.valueOf(signs.charAt((number - 1) % signs.length()));
    }

    private static String circled(int number) {
        if (number >= 1 && number <= 20) {
            return from(number, '\u2460', 20);
        }
        if (number >= 21 && number <= 35) {
            return String.valueOf((char) ('\u3251' + number - 21));
        }
        return number >= 36 && number <= 50 ? String.valueOf((char) ('\u32b1' + number - 36)) : arabic(number);
    }

    private static String from(int number, char first, int count) {
        return number >= 1 && number <= count ? String.valueOf((char) (first + number - 1)) : arabic(number);
    }

    /// A to Z, AA to ZZ, AAA and so on, as Word counts.
    private static String letters(int number) {
        if (number < 1 || number > 780) {
            return arabic(number);
        }
        return String.valueOf((char) ('A' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3_999) {
            return arabic(number);
        }
        StringBuilder words = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMANS.length; i++) {
            for (; left >= ROMAN_VALUES[i]; left -= ROMAN_VALUES[i]) {
                words.append(ROMANS[i]);
            }
        }
        return words.toString();
    }

    private static String arabic(int number) {
        return Integer.toString(number);
    }
}
