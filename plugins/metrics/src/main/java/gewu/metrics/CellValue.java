package gewu.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cell that holds one number and nothing else: `≥98`, `452批`, `-13.59%`, `1,203.5`.
///
/// @param number as written
/// @param unit   [Unit#NONE] when the cell gives none
/// @param amount with the magnitude, such as 万, counted in
/// @param from   where the number begins in the cell
/// @param to     where its unit ends in the cell
/// @param bound  whether a bound stands before or behind it: ≥, 以上
record CellValue(String number, Unit unit, BigDecimal amount, boolean negative, boolean bound, int from, int to) {
    private static final Pattern VALUE =
            Pattern.compile("(?:约|近|达到|达)?(?<bound>≥|≤|>=|<=|>|<|=|不低于|不少于|不超过|不高于|大于等于|小于等于|大于|小于)?"
                    + "(?<sign>[-+−﹣])?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<unit>[^\\d]{0,8}?)"
                    + "(?<tail>以上|以内|以下|及以上|\\(含\\)|左右)?");

    /// The value; empty if the cell holds anything else.
    static Optional<CellValue> read(Pack pack, String cell) {
        Matcher it = VALUE.matcher(cell);
        if (cell.length() > 40 || !it.matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(it.group("number").replace(",", ""));
        String words = it.group("unit");
        int at = 0;
        while (at < words.length() && "十百千万亿".indexOf(words.charAt(at)) >= 0 && !words.startsWith("百分", at)) {
            amount = amount.multiply(QuantityScanner.magnitude(words.charAt(at)));
            at++;
        }
        Words.Hit<Unit> unit = pack.units().longest(words, at, words.length());
        boolean known = !unit.meanings().isEmpty()
                && unit.end() == words.length()
                && !unit.meanings().getFirst().dimension().equals("decoy");
        if (!known && at < words.length()) {
            return Optional.empty();
        }
        String sign = it.group("sign");
        return Optional.of(new CellValue(
                it.group("number"),
                known ? unit.meanings().getFirst() : Unit.NONE,
                amount,
                sign != null && !sign.equals("+"),
                it.group("bound") != null || it.group("tail") != null,
                it.start("number"),
                it.end("unit")));
    }

    /// Whether a cell is left blank on purpose: —, /, 无.
    static boolean isBlank(String cell) {
        return cell.isEmpty()
                || List.of("-", "—", "--", "——", "/", "无", "／", "\\").contains(cell);
    }
}
