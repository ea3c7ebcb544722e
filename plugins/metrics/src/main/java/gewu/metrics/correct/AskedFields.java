package gewu.metrics.correct;

import gewu.api.Nearest;
import gewu.api.metric.Metric;
import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;
import gewu.api.workbench.CommandCall;
import gewu.metrics.Indicator;
import gewu.metrics.IndicatorNames;
import gewu.metrics.Packs;
import gewu.metrics.QuantityWords;
import gewu.metrics.WrittenQuantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the corrected fields from the options of a call; `-` says that there is nothing.
final class AskedFields {
    private static final String NOTHING = "-";
    private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    private static final Pattern PERIOD = Pattern.compile("\\d{4}|" + DAY + "|" + DAY + "/" + DAY);
    private static final List<String> BASES = List.of("outturn", "budget", "appropriated", "target");

    private final IndicatorNames names;
    private final QuantityWords quantities;

    AskedFields(Packs packs) {
        this.names = new IndicatorNames(packs);
        this.quantities = new QuantityWords(packs);
    }

    /// What the call says of a figure.
    ///
    /// @throws gewu.api.WorkbenchException of kind USAGE if a field is off; it proposes
    Fields of(CommandCall call, Metric figure) {
        Optional<String> canonical = call.option("--canonical").map(this::indicator);
        Optional<WrittenQuantity> amount = amount(call, figure, canonical.orElse(figure.canonical()));
        return new Fields(
                canonical.orElse(null),
                call.option("--period").map(AskedFields::period).orElse(null),
                amount.map(WrittenQuantity::amount).orElse(null),
                amount.map(WrittenQuantity::amountUnit).orElse(null),
                amount.map(WrittenQuantity::dimension).orElse(null),
                call.option("--kind").map(AskedFields::kind).orElse(null),
                call.option("--direction").map(AskedFields::direction).orElse(null),
                call.option("--basis").map(AskedFields::basis).orElse(null),
                call.option("--scope").map(AskedFields::orNothing).orElse(null));
    }

    /// The quantity that words of a report state.
    ///
    /// @param isTold whether the person says what it is, so that the words need not be understood
    WrittenQuantity written(String words, boolean isTold, String canonical) {
        if (isTold) {
            return switch (quantities.read(words)) {
                case QuantityWords.Reading.Understood(var quantity) -> quantity;
                case QuantityWords.Reading.UnknownUnit _, QuantityWords.Reading.NoNumber _ ->
                    new WrittenQuantity(words, "", BigDecimal.ZERO, "", "");
            };
        }
        String dimension = dimension(canonical);
        WrittenQuantity quantity = quantities.demand(words, dimension);
        if (quantity.amountUnit().isEmpty() && !dimension.isEmpty() && !dimension.equals("rank")) {
            throw Desk.usage(
                    "“" + words + "” has no unit.", "Add --unit, such as --unit " + usualUnit(dimension) + ".");
        }
        return quantity;
    }

    private static String usualUnit(String dimension) {
        return switch (dimension) {
            case "money" -> "万元";
            case "ratio", "pp" -> "%";
            case "score" -> "分";
            default -> dimension.substring(dimension.indexOf('.') + 1);
        };
    }

    /// The indicator's name in Chinese.
    String name(String canonical) {
        return names.find(canonical).map(Indicator::zh).orElse(canonical);
    }

    private Optional<WrittenQuantity> amount(CommandCall call, Metric figure, String canonical) {
        Optional<String> value = call.option("--value");
        Optional<String> unit = call.option("--unit");
        if (value.isEmpty() && unit.isEmpty()) {
            return Optional.empty();
        }
        String dimension = dimension(canonical);
        WrittenQuantity number = quantities.demand(value.orElse(figure.value()), dimension);
        boolean hasUnit = !number.amountUnit().isEmpty();
        if (hasUnit && unit.isEmpty()) {
            return Optional.of(number);
        }
        return Optional.of(quantities.demand(
                (hasUnit ? number.number() : value.orElse(figure.value())) + unit.orElse(figure.unit()), dimension));
    }

    private String dimension(String canonical) {
        return names.find(canonical).map(Indicator::dimension).orElse("");
    }

    private String indicator(String words) {
        return words.equals(NOTHING) ? "" : names.named(words).id();
    }

    private static String period(String words) {
        if (!words.equals(NOTHING) && !PERIOD.matcher(words).matches()) {
            throw Desk.usage(
                    "“" + words + "” is no period.", "Write it like 2021, 2021-06-30 or 2021-01-01/2021-06-30.");
        }
        return orNothing(words);
    }

    private static Kind kind(String words) {
        List<String> known = Arrays.stream(Kind.values()).map(Kind::id).toList();
        return Arrays.stream(Kind.values())
                .filter(it -> it.id().equals(words))
                .findFirst()
                .orElseThrow(() -> Desk.usage("“" + words + "” is no kind of figure.", Nearest.hint(words, known)));
    }

    private static Direction direction(String words) {
        return Arrays.stream(Direction.values())
                .filter(it -> it.id().equals(orNothing(words)))
                .findFirst()
                .orElseThrow(() -> Desk.usage(
                        "“" + words + "” is no direction.", Nearest.hint(words, List.of("up", "down", "flat"))));
    }

    private static String basis(String words) {
        if (!words.equals(NOTHING) && !BASES.contains(words)) {
            throw Desk.usage("“" + words + "” is no basis.", Nearest.hint(words, BASES));
        }
        return orNothing(words);
    }

    private static String orNothing(String words) {
        return words.equals(NOTHING) ? "" : words.strip();
    }
}
