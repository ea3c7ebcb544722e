package gewu.ledger;

import gewu.api.report.Reports;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what people write into the form in which values are kept. What names nothing is refused before anything is
/// written.
final class InputReader {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONEY =
            Pattern.compile("(\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(\\.\\d{1,8})?(亿元|万元|元|亿|万)?");
    /// A date whose month and day have run together: 2021915日.
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{4})年?(\\d{1,2}?)月?(\\d{1,2})日?");
    private static final Map<String, Integer> ZEROS = Map.of("亿元", 8, "亿", 8, "万元", 4, "万", 4, "元", 0);

    private final Parties parties;
    private final Reports reports;
    private final EvidenceFiles files;

    InputReader(Parties parties, Reports reports, EvidenceFiles files) {
        this.parties = parties;
        this.reports = reports;
        this.files = files;
    }

    /// @param words by input, as they were written
    /// @throws gewu.api.WorkbenchException if the act takes no such input, or a value can't be read
    Map<Input, String> read(Act act, Map<Input, String> words) {
        Map<Input, String> values = new EnumMap<>(Input.class);
        words.forEach((input, written) -> {
            if (!act.takes().contains(input)) {
                throw Fault.usage(
                        input.option() + " means nothing to “" + act.label().zh() + "”.",
                        act.takes().isEmpty()
                                ? "It takes only --reason."
                                : "It takes "
                                        + act.takes().stream()
                                                .map(Input::option)
                                                .collect(Collectors.joining(", ")) + ".");
            }
            if (!written.isBlank()) {
                values.put(input, value(input, written.strip()));
            }
        });
        checkQuote(values);
        return values;
    }

    /// Full-width digits and signs as half-width ones.
    private static String folded(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replace('，', ',')
                .replace('。', '.')
                .strip();
    }

    private String value(Input input, String written) {
        return switch (input.kind()) {
            case TEXT ->
                switch (input) {
                    case FILE -> files.keep(Path.of(written)).written();
                    case REPORT -> reports.named(written).id();
                    default -> written;
                };
            case DATE -> date(input, written).toString();
            case NUMBER -> number(input, written);
            case MONEY -> money(input, written);
            case CHOICE -> choice(input, written);
            case UNIT -> parties.unit(written);
            case UNITS ->
                Stream.of(written.split("[、，, ]+"))
                        .map(parties::unit)
                        .distinct()
                        .collect(Collectors.joining(" "));
            case PERSON -> parties.person(written);
            case ITEM -> written.toUpperCase(java.util.Locale.ROOT);
        };
    }

    private static String choice(Input input, String written) {
        Choices choices = input.choices().orElseThrow();
        List<String> known = choices.all().stream()
                .map(it -> it.id() + " " + it.label().zh())
                .toList();
        return choices.id(written)
                .orElseThrow(() -> Fault.usage(
                        input.option() + " takes no “" + written + "”.", "Known: " + String.join(", ", known) + "."));
    }

    private static String number(Input input, String written) {
        String digits = folded(written).replaceAll("%$", "");
        if (!digits.matches("\\d{1,9}")) {
            throw Fault.usage(
                    input.option() + " takes a whole number, not “" + written + "”.",
                    "Write it like " + input.option() + " 20.");
        }
        return Integer.toString(Integer.parseInt(digits));
    }

    private static LocalDate date(Input input, String written) {
        Matcher date = DATE.matcher(folded(written).replaceAll("\\s+", ""));
        try {
            if (date.matches()) {
                int first = date.group(1) == null ? 4 : 1;
                return LocalDate.of(
                        Integer.parseInt(date.group(first)),
                        Integer.parseInt(date.group(first + 1)),
                        Integer.parseInt(date.group(first + 2)));
            }
        } catch (DateTimeException noSuchDay) {
            throw Fault.usage(
                    input.option() + ": there is no day “" + written + "”.", "Write it like 2026-05-01 or 2026年5月1日.");
        }
        throw Fault.usage(
                input.option() + ": “" + written + "” is no date.",
                meant(folded(written)) + "Write it like 2026-05-01 or 2026年5月1日.");
    }

    /// The only day that digits which ran together can mean.
    private static String meant(String written) {
        Set<LocalDate> days = new TreeSet<>();
        String digits = written.replaceAll("[^0-9]", "");
        for (int month = 1; month <= 2 && RUN_TOGETHER.matcher(written).matches(); month++) {
            int day = digits.length() - 4 - month;
            if (day >= 1 && day <= 2) {
                try {
                    days.add(LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            Integer.parseInt(digits.substring(4, 4 + month)),
                            Integer.parseInt(digits.substring(4 + month))));
                } catch (DateTimeException noSuchDay) {
                    // Not so, then; perhaps the other way.
                    continue;
                }
            }
        }
        return days.size() == 1 ? "Did you mean “" + days.iterator().next() + "”? " : "";
    }

    /// In fen, exactly.
    private static String money(Input input, String written) {
        Matcher money = MONEY.matcher(folded(written).replaceAll("\\s+", ""));
        if (written.equals("无金额")) {
            return "";
        }
        if (!money.matches()) {
            throw Fault.usage(input.option() + ": “" + written + "” is no amount.", "Write it like 12.5万元 or 3000元.");
        }
        String unit = money.group(3) == null ? "元" : money.group(3);
        String digits = money.group(1).replace(",", "") + (money.group(2) == null ? "" : money.group(2));
        BigDecimal fen = new BigDecimal(digits).movePointRight(ZEROS.getOrDefault(unit, 0) + 2);
        if (fen.stripTrailingZeros().scale() > 0 || fen.precision() - fen.scale() > 18) {
            throw Fault.usage(
                    input.option() + ": “" + written + "” is no whole number of fen, or too much.",
                    "Write it like 12.5万元 or 3000元.");
        }
        return fen.toBigIntegerExact().toString();
    }

    /// Quoted words must stand in the report, else nobody finds them again.
    private void checkQuote(Map<Input, String> values) {
        if (!values.keySet().containsAll(Set.of(Input.REPORT, Input.QUOTE))) {
            return;
        }
        String id = values.getOrDefault(Input.REPORT, "");
        String quote = values.getOrDefault(Input.QUOTE, "");
        String text = reports.find(id).orElseThrow().text();
        int start = values.containsKey(Input.START)
                ? Integer.parseInt(values.getOrDefault(Input.START, "0"))
                : text.indexOf(quote);
        if (start < 0 || !text.startsWith(quote, start)) {
            throw Fault.usage(
                    "The report " + id + " does not hold the words “" + quote + "” there.",
                    "Copy them as they stand in gewu text " + id + ", or leave --start away.");
        }
    }
}
