package gewu.metrics;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers written in Chinese characters: 三百二十, 九十九点五.
final class ChineseNumeral {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String SIGNS = DIGITS + "两〇十百千";
    private static final int LONGEST = 12;

    private ChineseNumeral() {}

    static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    /// The value; empty when the characters are no number (三五, 百千).
    static Optional<BigDecimal> read(String words) {
        int point = words.indexOf('点');
        if (point > 0) {
            return readFraction(words, point);
        }
        if (words.isEmpty() || words.length() > LONGEST) {
            return Optional.empty();
        }
        long sum = 0;
        int digit = -1;
        int last = Integer.MAX_VALUE;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            int magnitude = magnitude(c);
            if (!isSign(c)) {
                return Optional.empty();
            }
            if (magnitude == 0) {
                boolean isZero = c == '零' || c == '〇';
                if (digit > 0) {
                    return Optional.empty();
                }
                digit = isZero ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
            } else {
                if (magnitude >= last || (digit < 0 && i > 0) || digit == 0 && magnitude != 10) {
                    return Optional.empty();
                }
                sum += (digit <= 0 ? 1L : digit) * magnitude;
                last = magnitude;
                digit = -1;
            }
        }
        return Optional.of(BigDecimal.valueOf(sum + Math.max(digit, 0)));
    }

    private static Optional<BigDecimal> readFraction(String words, int point) {
        StringBuilder fraction = new StringBuilder("0.");
        for (int i = point + 1; i < words.length(); i++) {
            int digit = DIGITS.indexOf(words.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            fraction.append(digit);
        }
        return fraction.length() == 2
                ? Optional.empty()
                : read(words.substring(0, point)).map(whole -> whole.add(new BigDecimal(fraction.toString())));
    }

    private static int magnitude(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
