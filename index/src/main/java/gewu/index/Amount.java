package gewu.index;

import java.math.BigDecimal;
import java.util.Optional;

/// An amount of money in a search text.
///
/// @param start first character
/// @param end   end, exclusive
/// @param yuan  its worth in 元, as the shortest decimal number: `18059900` for 1805.99万元
record Amount(int start, int end, String yuan) {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String UNITS = "十百千万亿";
    private static final BigDecimal[] WORTH = {
        BigDecimal.TEN,
        BigDecimal.valueOf(100),
        BigDecimal.valueOf(1_000),
        BigDecimal.valueOf(10_000),
        BigDecimal.valueOf(100_000_000)
    };
    /// No amount in a report is longer; keeps a column of digits from becoming a number.
    private static final int LONGEST = 40;

    /// The amount whose last character is the 元 at `yuan`, if there is one: 1805.99万元, 18059900元, 三万五千元.
    static Optional<Amount> endingWith(SearchText text, int yuan) {
        int units = yuan;
        while (units > 0 && UNITS.indexOf(text.charAt(units - 1)) >= 0) {
            units--;
        }
        int start = units;
        if (start > 0 && isDigit(text.charAt(start - 1))) {
            while (start > 0 && (isDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
                start--;
            }
            while (text.charAt(start) == '.') {
                start++;
            }
            return ofFigures(text, start, units, yuan);
        }
        while (start > 0 && isNumeral(text.charAt(start - 1))) {
            start--;
        }
        return ofNumerals(text, start, yuan);
    }

    /// The worth of `words` if they are an amount from beginning to end.
    static Optional<String> wholly(SearchText words) {
        int last = words.length() - 1;
        if (last < 1 || words.charAt(last) != '元') {
            return Optional.empty();
        }
        return endingWith(words, last).filter(it -> it.start == 0).map(Amount::yuan);
    }

    private static Optional<Amount> ofFigures(SearchText text, int start, int units, int yuan) {
        String figures = text.substring(start, units);
        if (figures.length() > LONGEST || figures.indexOf('.') != figures.lastIndexOf('.')) {
            return Optional.empty();
        }
        BigDecimal worth = new BigDecimal(figures);
        for (int i = units; i < yuan; i++) {
            worth = worth.multiply(WORTH[UNITS.indexOf(text.charAt(i))]);
        }
        return Optional.of(new Amount(start, yuan + 1, plain(worth)));
    }

    /// Chinese numerals: each unit multiplies what stands before it, 万 and 亿 all that came so far.
    private static Optional<Amount> ofNumerals(SearchText text, int start, int yuan) {
        if (start == yuan || yuan - start > LONGEST || numeral(text.charAt(start)) < 0 && text.charAt(start) != '十') {
            return Optional.empty();
        }
        BigDecimal done = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        BigDecimal digit = BigDecimal.ZERO;
        for (int i = start; i < yuan; i++) {
            char c = text.charAt(i);
            int unit = UNITS.indexOf(c);
            if (unit < 0) {
                if (digit.signum() != 0) {
                    return Optional.empty(); // 二三元, 二〇二一元: digits read one by one, not an amount in words
                }
                digit = BigDecimal.valueOf(numeral(c));
            } else if (unit < 3) {
                part = part.add((digit.signum() == 0 ? BigDecimal.ONE : digit).multiply(WORTH[unit]));
                digit = BigDecimal.ZERO;
            } else {
                done = done.add(part).add(digit).multiply(WORTH[unit]);
                part = BigDecimal.ZERO;
                digit = BigDecimal.ZERO;
            }
        }
        BigDecimal worth = done.add(part).add(digit);
        return worth.signum() == 0 ? Optional.empty() : Optional.of(new Amount(start, yuan + 1, plain(worth)));
    }

    private static String plain(BigDecimal worth) {
        return worth.signum() == 0 ? "0" : worth.stripTrailingZeros().toPlainString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumeral(char c) {
        return numeral(c) >= 0 || UNITS.indexOf(c) >= 0;
    }

    private static int numeral(char c) {
        return switch (c) {
            case '两' -> 2;
            case '〇' -> 0;
            default -> NUMERALS.indexOf(c);
        };
    }
}
