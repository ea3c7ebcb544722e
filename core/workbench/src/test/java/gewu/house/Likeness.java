package gewu.house;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// How much of one text stands in another in the same order.
final class Likeness {
    private Likeness() {}

    /// The longest common subsequence of both, counted twice, as a share of the length of both: nothing may be missing
    /// and nothing put in.
    static double of(String one, String other) {
        return one.length() + other.length() == 0 ? 1 : 2.0 * common(one, other) / (one.length() + other.length());
    }

    /// The length of the longest common subsequence, a row of the usual table in the bits of one number.
    private static int common(String one, String other) {
        Map<Character, BigInteger> places = new HashMap<>();
        for (int i = 0; i < one.length(); i++) {
            places.merge(one.charAt(i), BigInteger.ONE.shiftLeft(i), BigInteger::or);
        }
        BigInteger all = BigInteger.ONE.shiftLeft(one.length()).subtract(BigInteger.ONE);
        BigInteger open = all;
        for (char c : other.toCharArray()) {
            BigInteger met = open.and(places.getOrDefault(c, BigInteger.ZERO));
            open = open.add(met).or(open.subtract(met)).and(all);
        }
        return one.length() - open.bitCount();
    }
}
