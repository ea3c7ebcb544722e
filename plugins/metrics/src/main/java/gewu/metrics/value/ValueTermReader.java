package gewu.metrics.value;

import gewu.api.WorkbenchException;
import gewu.api.report.CleanText;
import gewu.metrics.Indicator;
import gewu.metrics.IndicatorNames;
import gewu.metrics.Packs;
import gewu.metrics.QuantityWords;
import gewu.metrics.QuantityWords.Reading;
import gewu.metrics.WrittenQuantity;
import gewu.metrics.value.ValueTerm.Sign;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads value terms; words that merely hold a sign are none. Safe for all threads.
final class ValueTermReader {
    private static final Pattern TERM =
            Pattern.compile("(?<left>[^<>=!≤≥≦≧≠]+)(?<sign><=|=<|>=|=>|<>|!=|==|[<>=≤≥≦≧≠])(?<right>[^<>=!≤≥≦≧≠]+)");
    private static final Pattern WITH_ID = Pattern.compile("(?<name>.+)\\((?<id>[a-z][a-z0-9_.]*)\\)");
    private static final Pattern RANGE = Pattern.compile("(?<low>.+?)(?:\\.\\.|~)(?<high>.+)");
    private static final Pattern BEGINS_WITH_DIGIT = Pattern.compile("\\.?\\d.*");
    private static final Pattern MAGNITUDE = Pattern.compile(".*[万亿].*");
    private static final int SHORTEST_NAME = 2;

    /// A person is counted by any of these.
    private static final Set<String> PERSONS = Set.of("人", "名", "位");

    private final IndicatorNames names;
    private final QuantityWords quantities;

    ValueTermReader(Packs packs) {
        this.names = new IndicatorNames(packs);
        this.quantities = new QuantityWords(packs);
    }

    /// A term and what it was understood as.
    record Read(ValueTerm term, String written) {}

    private record Sides(String left, Sign sign, String right) {}

    /// What the word says; empty if it is no value term.
    ///
    /// @throws WorkbenchException of kind USAGE for an unknown indicator or unit; it proposes
    Optional<Read> read(String word) {
        Matcher term = TERM.matcher(CleanText.of(word.strip()).text().replace(" ", ""));
        if (!term.matches()) {
            return Optional.empty();
        }
        Sides sides = new Sides(term.group("left"), Sign.of(term.group("sign")), term.group("right"));
        Matcher withId = WITH_ID.matcher(sides.left());
        String called = withId.matches() ? withId.group("id") : sides.left();
        List<Indicator> meant = names.meant(called);
        if (!isValue(sides, !meant.isEmpty())) {
            return Optional.empty();
        }
        if (meant.isEmpty() && !isMeantAsName(sides)) {
            return Optional.empty();
        }
        Indicator indicator = names.named(called);
        return Optional.of(understood(indicator, sides, withId.matches() ? withId.group("name") : sides.left()));
    }

    /// Whether the right side is a number, or would be one were it not for a slip.
    private boolean isValue(Sides sides, boolean isIndicator) {
        Matcher range = RANGE.matcher(sides.right());
        String number = range.matches() ? range.group("high") : sides.right();
        return switch (quantities.read(number)) {
            case Reading.Understood _ -> true;
            case Reading.UnknownUnit(var unit) ->
                isIndicator
                        && (BEGINS_WITH_DIGIT.matcher(number).matches()
                                || sides.sign() != Sign.IS
                                || MAGNITUDE.matcher(unit).matches());
            case Reading.NoNumber _ ->
                isIndicator && BEGINS_WITH_DIGIT.matcher(sides.right()).matches();
        };
    }

    /// Whether an unknown left side is most likely an indicator that was mistyped.
    private boolean isMeantAsName(Sides sides) {
        String left = sides.left();
        boolean isName = left.length() >= SHORTEST_NAME && left.chars().anyMatch(c -> c >= '\u4e00' && c <= '\u9fff');
        boolean isId = left.indexOf('.') > 0;
        boolean isNear = left.length() > SHORTEST_NAME && names.isNear(left);
        boolean hasUnit = quantities.read(sides.right()) instanceof Reading.Understood(var it)
                && !it.amountUnit().isEmpty();
        return isNear && (isName || isId) || isName && (sides.sign() != Sign.IS || hasUnit);
    }

    private Read understood(Indicator indicator, Sides sides, String typed) {
        Matcher range = RANGE.matcher(sides.right());
        boolean isRange = range.matches();
        if (isRange && sides.sign() != Sign.IS && sides.sign() != Sign.IS_NOT) {
            throw usage(
                    "A range goes with = or !=, not with " + sides.sign().written() + ".",
                    "Write it like " + indicator.zh() + "=" + sides.right() + ".");
        }
        String second = isRange ? range.group("high") : sides.right();
        WrittenQuantity high = quantities.demand(second, indicator.dimension());
        WrittenQuantity low = isRange ? low(range.group("low"), high, indicator) : high;
        Set<String> units = units(indicator, high);
        boolean isPercent = high.amountUnit().isEmpty() && units.contains("ratio");
        BigDecimal from = isPercent ? low.amount().movePointLeft(2) : low.amount();
        BigDecimal to = isPercent ? high.amount().movePointLeft(2) : high.amount();
        boolean isBackwards = from.compareTo(to) > 0;
        ValueTerm term =
                new ValueTerm(indicator.id(), sides.sign(), isBackwards ? to : from, isBackwards ? from : to, units);
        String name = typed.equals(indicator.id()) ? indicator.zh() : typed;
        String number = isRange ? range.group("low") + ".." + range.group("high") : sides.right();
        String written = name + "（" + indicator.id() + "）" + sides.sign().written() + number + (isPercent ? "%" : "");
        return new Read(term, written);
    }

    /// The lower bound takes the unit of the upper one if it has none of its own.
    private WrittenQuantity low(String words, WrittenQuantity high, Indicator indicator) {
        WrittenQuantity own = quantities.demand(words, indicator.dimension());
        if (!own.amountUnit().isEmpty() || high.amountUnit().isEmpty()) {
            return own;
        }
        boolean isWords = high.surface().equals("百分之");
        String unit = own.isBare() ? high.surface() : high.surface().replaceFirst("^[百千万亿]+", "");
        return quantities.demand(isWords ? high.surface() + words : words + unit, indicator.dimension());
    }

    /// The units in which figures of the indicator may fulfil what is asked.
    private Set<String> units(Indicator indicator, WrittenQuantity asked) {
        String dimension = indicator.dimension();
        String unit = asked.amountUnit();
        boolean isCount = dimension.startsWith("count.");
        if (unit.isEmpty()) {
            return switch (dimension) {
                case "ratio" -> Set.of("ratio");
                case "score" -> Set.of("分");
                case "money" ->
                    throw usage(
                            "The value of " + indicator.zh() + " needs a unit of money.",
                            "Write it like " + indicator.zh() + ">5万元.");
                case "" ->
                    throw usage(
                            "The value of " + indicator.zh() + " needs a unit.",
                            "Write it like " + indicator.zh() + ">5件.");
                default -> Set.of();
            };
        }
        boolean isShare = unit.equals("ratio");
        boolean fits = dimension.isEmpty()
                || isShare
                || dimension.equals(asked.dimension())
                || isCount && asked.dimension().startsWith("count.")
                || dimension.equals("score") && unit.equals("分");
        if (!fits) {
            throw quantities.unfit(asked.surface(), indicator.zh(), dimension);
        }
        return PERSONS.contains(unit) ? PERSONS : Set.of(unit);
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
