package gewu.index;

import gewu.api.Nearest;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.report.YearRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads conditions: `org:档案局`, `region:长沙`, `year:2021..2023`, `kind:项目支出`, `role:存在问题`, `section:主要成效`,
/// `title:自评报告`.
final class Conditions {
    private static final List<String> FIELDS = List.of("org", "region", "year", "kind", "role", "section", "title");

    private Conditions() {}

    /// What came of a word with a colon.
    sealed interface Answer {
        record Understood(Where where) implements Answer {}

        /// It is no condition but words.
        record Words() implements Answer {}

        /// @param isInField whether the field is at fault, not the value behind it
        record Faulty(String what, String remedy, boolean isInField) implements Answer {}
    }

    /// @param field in small letters, what stands before the colon
    static Answer read(String field, String value, Vocabulary vocabulary) {
        if (!FIELDS.contains(field) && vocabulary.example(field).isEmpty()) {
            List<String> known =
                    Stream.concat(FIELDS.stream(), vocabulary.fieldNames()).toList();
            return Nearest.to(field, value.isEmpty() ? List.of() : known)
                    .<Answer>map(near -> new Answer.Faulty(
                            "There is no field “" + field + ":”",
                            "Perhaps " + near + ": is meant; put the word between quotation marks to look for it as it"
                                    + " is.",
                            true))
                    .orElseGet(Answer.Words::new);
        }
        if (value.isEmpty()) {
            return new Answer.Faulty(
                    "Behind “" + field + ":” the value is missing",
                    "Write it without a space: " + vocabulary.example(field).orElseGet(() -> example(field)) + ".",
                    false);
        }
        return switch (field) {
            case "year" -> years(value);
            case "kind" -> kind(value);
            case "role" -> role(value);
            default -> part(field, value);
        };
    }

    private static Answer part(String field, String value) {
        String part = SearchText.of(value).toString();
        if (part.isEmpty()) {
            return new Answer.Faulty(
                    "“" + value + "” is nothing but signs that the search passes over",
                    "Write a part of the name: " + example(field) + ".",
                    false);
        }
        return new Answer.Understood(
                switch (field) {
                    case "org" -> new Where.Org(part);
                    case "region" -> new Where.Region(part);
                    case "title" -> new Where.Title(part);
                    default -> new Where.Heading(part);
                });
    }

    private static Answer years(String value) {
        Optional<YearRange> years = YearRange.read(value);
        if (years.isEmpty()) {
            return new Answer.Faulty(
                    "“" + value + "” is no year or range of years",
                    "Write it like year:2021, year:2021..2023, year:2021.. or year:..2022.",
                    false);
        }
        return years.get().isBackwards()
                ? new Answer.Faulty(
                        "The years “" + value + "” run backwards",
                        "Write the earlier year first: year:" + years.get().turned() + ".",
                        false)
                : new Answer.Understood(new Where.Years(years.get()));
    }

    private static Answer kind(String value) {
        return ReportKind.named(value)
                .<Answer>map(kind -> new Answer.Understood(new Where.Kind(kind)))
                .orElseGet(() -> unknown(
                        "kind of report",
                        value,
                        Stream.of(ReportKind.values()).map(it -> it.label().zh())));
    }

    private static Answer role(String value) {
        return SectionRole.named(value)
                .<Answer>map(role -> new Answer.Understood(new Where.Role(role)))
                .orElseGet(() -> unknown(
                        "role of a section",
                        value,
                        Stream.of(SectionRole.values()).map(it -> it.label().zh())));
    }

    private static Answer unknown(String what, String value, Stream<String> known) {
        return new Answer.Faulty(
                "There is no " + what + " “" + value + "”",
                known.collect(Collectors.joining(", ", "Known are: ", ".")),
                false);
    }

    private static String example(String field) {
        return switch (field) {
            case "org" -> "org:档案局";
            case "region" -> "region:长沙";
            case "year" -> "year:2021..2023";
            case "kind" -> "kind:" + ReportKind.PROJECT.label().zh();
            case "role" -> "role:存在问题";
            case "section" -> "section:主要成效";
            default -> "title:自评报告";
        };
    }
}
