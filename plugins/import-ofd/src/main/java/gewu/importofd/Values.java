package gewu.importofd;

import java.util.Arrays;
import java.util.StringTokenizer;

/// Numbers as OFD writes them into attributes: parted by blanks, some programs use commas.
final class Values {
    private static final double LARGEST = 1e9;
    private static final String BETWEEN = " \t\r\n,";

    private Values() {}

    /// The numbers up to the first word that is none.
    static double[] list(CharSequence words) {
        StringTokenizer tokens = new StringTokenizer(words.toString(), BETWEEN);
        double[] numbers = new double[tokens.countTokens()];
        int count = 0;
        while (tokens.hasMoreTokens()) {
            double number = one(tokens.nextToken(), Double.NaN);
            if (Double.isNaN(number)) {
                break;
            }
            numbers[count++] = number;
        }
        return Arrays.copyOf(numbers, count);
    }

    /// One number, or `otherwise` if the word is none of a sane size.
    static double one(String word, double otherwise) {
        String number = word.strip();
        boolean isNumber = !number.isEmpty() && number.length() <= 40 && "+-.0123456789".indexOf(number.charAt(0)) >= 0;
        if (!isNumber) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(number);
            return Math.abs(value) <= LARGEST ? value : otherwise;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /// Steps from letter to letter: `g 3 2.5 4` is 2.5 2.5 2.5 4.
    ///
    /// @param most so many at most
    static double[] steps(String words, int most) {
        StringTokenizer tokens = new StringTokenizer(words, BETWEEN);
        double[] steps = new double[Math.max(0, most)];
        int count = 0;
        while (tokens.hasMoreTokens() && count < steps.length) {
            String word = tokens.nextToken();
            boolean isGroup = word.equals("g") && tokens.hasMoreTokens();
            int times = isGroup ? (int) Math.clamp(one(tokens.nextToken(), 0), 0, steps.length - count) : 1;
            double step = isGroup ? (tokens.hasMoreTokens() ? one(tokens.nextToken(), 0) : 0) : one(word, 0);
            Arrays.fill(steps, count, count + times, step);
            count += times;
        }
        return Arrays.copyOf(steps, count);
    }

    /// Whether an attribute says yes.
    static boolean isTrue(String word, boolean otherwise) {
        return word.isBlank()
                ? otherwise
                : word.strip().equalsIgnoreCase("true") || word.strip().equals("1");
    }
}
