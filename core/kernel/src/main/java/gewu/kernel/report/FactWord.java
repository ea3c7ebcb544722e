package gewu.kernel.report;

import gewu.api.WorkbenchException;
import gewu.api.report.Fact;
import gewu.api.report.ReportKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a person says about one fact, checked: `year=2022`, `单位=青山市档案局`.
public record FactWord(Fact.Field field, String value) {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    /// @throws WorkbenchException naming what is allowed
    static FactWord of(String word) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            throw usage("--set takes FIELD=VALUE, not “" + word + "”.", "Write it like --set year=2022.");
        }
        Fact.Field field = field(word.substring(0, equals).strip());
        String value = word.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw usage(
                    "No value was given for " + field.id() + ".",
                    "Write it like --set " + field.id() + "=VALUE; --unset " + field.id()
                            + " takes back what was said.");
        }
        return new FactWord(field, checked(field, value));
    }

    /// The field that a word names.
    ///
    /// @throws WorkbenchException naming all fields
    public static Fact.Field field(String word) {
        return Fact.Field.named(word)
                .orElseThrow(() -> usage(
                        "There is no field “" + word + "”.",
                        "Fields are "
                                + Arrays.stream(Fact.Field.values())
                                        .map(it -> it.id() + " (" + it.label().zh() + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /// A value as it is kept.
    ///
    /// @throws WorkbenchException naming what is allowed
    public static String checked(Fact.Field field, String value) {
        return switch (field) {
            case YEAR -> year(value);
            case KIND ->
                ReportKind.named(value)
                        .map(ReportKind::id)
                        .orElseThrow(() -> usage(
                                "There is no kind of report “" + value + "”.",
                                "Kinds are "
                                        + Arrays.stream(ReportKind.values())
                                                .map(it -> it.id() + " ("
                                                        + it.label().zh() + ")")
                                                .collect(Collectors.joining(", "))
                                        + "."));
            case DATE ->
                WrittenDate.iso(value)
                        .orElseThrow(() -> usage(
                                "“" + value + "” is no date.", "Write it like date=2024-02-20, or date=2024-02."));
            case TITLE, ORG, REGION, PROVINCE, CITY, COUNTY, NUMBER -> value;
        };
    }

    private static String year(String written) {
        String value = written.replaceFirst("年度?$", "");
        boolean isYear = value.matches("\\d{4}")
                && Integer.parseInt(value) >= FIRST_YEAR
                && Integer.parseInt(value) <= LAST_YEAR;
        if (!isYear) {
            throw usage(
                    "“" + value + "” is no year of a report.",
                    "Years are " + FIRST_YEAR + " to " + LAST_YEAR + ", such as year=2022.");
        }
        return value;
    }

    private static WorkbenchException usage(String message, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, message, remedy);
    }
}
