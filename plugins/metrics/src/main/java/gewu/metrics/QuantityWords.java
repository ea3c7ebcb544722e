package gewu.metrics;

import gewu.api.Nearest;
import gewu.api.WorkbenchException;
import gewu.api.report.CleanText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads quantities that people type: `1,805.99万元`, `三百二十件`, `1亿2000万元`, `95%`, `百分之九十五`, `42`. Exact, by the
/// units of the packs. Safe for all threads.
public final class QuantityWords {
    private static final Pattern DIGITS =
            Pattern.compile("\\d{1,20}(\\.\\d{1,12})?|\\d{1,3}(,\\d{3}){1,6}(\\.\\d{1,12})?");
    private static final String PERCENT = "百分之";

    private final Packs packs;

    public QuantityWords(Packs packs) {
        this.packs = packs;
    }

    /// How far words can be understood.
    public sealed interface Reading {
        /// A number, with its unit if it has one.
        record Understood(WrittenQuantity quantity) implements Reading {}

        /// A number with something behind it that is no unit.
        record UnknownUnit(String unit) implements Reading {}

        /// No number.
        record NoNumber() implements Reading {}
    }

    /// What the words say.
    public Reading read(String words) {
        String clean = CleanText.of(words.strip()).text().replace(" ", "");
        if (clean.startsWith(PERCENT)) {
            return percent(clean.substring(PERCENT.length()));
        }
        BigDecimal sum = BigDecimal.ZERO;
        Optional<BigDecimal> last = Optional.empty();
        int at = 0;
        int numberEnd = 0;
        while (at < clean.length()) {
            int end = endOfNumber(clean, at);
            if (end == at) {
                break;
            }
            Optional<BigDecimal> number = number(clean.substring(at, end));
            int behind = end;
            BigDecimal factor = BigDecimal.ONE;
            while (behind < clean.length() && "百千万亿".indexOf(clean.charAt(behind)) >= 0) {
                factor = factor.multiply(QuantityScanner.magnitude(clean.charAt(behind)));
                behind++;
            }
            if (number.isEmpty() || !goesOn(last, number.get(), factor, clean.charAt(at))) {
                return new Reading.NoNumber();
            }
            sum = sum.add(number.get().multiply(factor));
            last = Optional.of(factor);
            numberEnd = end;
            at = behind;
        }
        if (at == 0) {
            return new Reading.NoNumber();
        }
        return withUnit(clean.substring(0, numberEnd), clean.substring(numberEnd), clean.substring(at), sum);
    }

    /// The same; what can't be understood is told with what is nearest.
    ///
    /// @param dimension which units are proposed first: `money`, `ratio`, `score`, `count.件`; empty for any
    /// @throws WorkbenchException of kind USAGE
    public WrittenQuantity demand(String words, String dimension) {
        return switch (read(words)) {
            case Reading.Understood(var quantity) -> quantity;
            case Reading.UnknownUnit(var unit) -> throw unknown(unit, dimension);
            case Reading.NoNumber() ->
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "“" + words + "” is no number.",
                        "Write it like 1,805.99万元, 三百二十件 or 95%.");
        };
    }

    /// Tells that something is no unit, and which one is nearest.
    public WorkbenchException unknown(String unit, String dimension) {
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE, "“" + unit + "” is no unit.", Nearest.hint(unit, units(dimension)));
    }

    /// Tells that a unit does not go with an indicator, and which ones do.
    public WorkbenchException unfit(String unit, String indicator, String dimension) {
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                "The value of " + indicator + " is not told in " + unit + ".",
                Nearest.hint(unit, units(dimension)));
    }

    private static List<String> units(String dimension) {
        if (dimension.startsWith("count.")) {
            String unit = dimension.substring("count.".length());
            return List.of(unit, "万" + unit);
        }
        return switch (dimension) {
            case "money" -> List.of("元", "千元", "万元", "亿元");
            case "ratio", "pp" -> List.of("%", "‰", "个百分点");
            case "score" -> List.of("分");
            default -> List.of("元", "千元", "万元", "亿元", "%", "个百分点", "分", "件", "人", "人次", "批次", "个", "项");
        };
    }

    private Reading percent(String words) {
        return number(words)
                .<Reading>map(it -> new Reading.Understood(
                        new WrittenQuantity(words, PERCENT, it.movePointLeft(2), "ratio", "ratio")))
                .orElseGet(Reading.NoNumber::new);
    }

    private Reading withUnit(String number, String surface, String name, BigDecimal value) {
        if (name.isEmpty()) {
            return new Reading.Understood(new WrittenQuantity(number, surface, value, "", ""));
        }
        Words.Hit<Unit> hit = packs.pack().units().longest(name, 0, name.length());
        Unit unit = hit.end() < name.length() ? Unit.NONE : hit.meanings().getFirst();
        if (unit == Unit.NONE || unit.dimension().equals("decoy")) {
            return new Reading.UnknownUnit(surface);
        }
        boolean isParts = unit.isRatio() || unit.dimension().equals("pp");
        BigDecimal amount = isParts ? value.movePointLeft(unit.surface().equals("‰") ? 3 : 2) : value;
        return new Reading.Understood(new WrittenQuantity(
                number, surface, amount, unit.base(), unit.isCount() ? "count." + unit.base() : unit.dimension()));
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        if (ChineseNumeral.isSign(text.charAt(start))) {
            while (end < text.length() && (ChineseNumeral.isSign(text.charAt(end)) || text.charAt(end) == '点')) {
                end++;
            }
            return end;
        }
        while (end < text.length() && "0123456789.,".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static Optional<BigDecimal> number(String words) {
        if (DIGITS.matcher(words).matches()) {
            return Optional.of(new BigDecimal(words.replace(",", "")));
        }
        return ChineseNumeral.read(words);
    }

    /// Whether a number may stand behind one with that magnitude: 一亿二千万 and 三万零五百, not 三万五, which may be both
    /// 35000 and 30005.
    private static boolean goesOn(Optional<BigDecimal> before, BigDecimal number, BigDecimal factor, char first) {
        return before.map(last -> {
                    BigDecimal value = number.multiply(factor);
                    boolean isSaid = first == '零' || value.compareTo(last.movePointLeft(1)) >= 0;
                    return isSaid && value.compareTo(last) < 0;
                })
                .orElse(true);
    }
}
