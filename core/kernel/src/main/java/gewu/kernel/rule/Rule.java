package gewu.kernel.rule;

import gewu.api.WorkbenchException;
import gewu.api.report.Fact;
import gewu.kernel.report.FactWord;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a rules file: `{年度}/{县区}/** => 地区=湖南省{县区}; 类型=项目支出`.
///
/// @param values what it says of the files that match, with placeholders still in them
record Rule(PathPattern pattern, Map<Fact.Field, String> values) {
    private static final Pattern ARROW = Pattern.compile("=>|＝＞|⇒|→");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<Fact.Field> CHECKED = EnumSet.of(Fact.Field.YEAR, Fact.Field.KIND, Fact.Field.DATE);

    /// @throws WorkbenchException that says what is wrong with the line, and how to write it
    static Rule of(String line) {
        Matcher arrow = ARROW.matcher(line);
        boolean hasArrow = arrow.find();
        PathPattern pattern = PathPattern.of((hasArrow ? line.substring(0, arrow.start()) : line).strip());
        Map<Fact.Field, String> values = new EnumMap<>(Fact.Field.class);
        if (hasArrow) {
            for (String word : line.substring(arrow.end()).split("[;；]")) {
                if (!word.isBlank()) {
                    value(word, pattern, values);
                }
            }
        }
        if (values.isEmpty() && pattern.fields().isEmpty()) {
            throw wrong(
                    "The line says nothing about the files it is for.",
                    "Write PATTERN => FIELD=VALUE, or a placeholder such as {year} in the pattern.");
        }
        return new Rule(pattern, values);
    }

    private static void value(String word, PathPattern pattern, Map<Fact.Field, String> values) {
        String[] parts = word.split("[=＝]", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw wrong(
                    "“" + word.strip() + "” gives no value.",
                    "Write FIELD=VALUE, such as 年度=2023; several are parted by semicolons.");
        }
        Fact.Field field = FactWord.field(parts[0].strip());
        String value = parts[1].strip();
        Matcher placeholder = PLACEHOLDER.matcher(value);
        boolean isFixed = true;
        while (placeholder.find()) {
            isFixed = false;
            boolean isThere = Fact.Field.named(placeholder.group(1).strip())
                    .filter(pattern.fields()::contains)
                    .isPresent();
            if (!isThere) {
                throw wrong(
                        "“" + value + "” uses {" + placeholder.group(1) + "}, which does not stand in the pattern.",
                        "Put the placeholder into the pattern, or write the value out.");
            }
        }
        if (!isFixed && CHECKED.contains(field)) {
            throw wrong(
                    "The " + field.label().en() + " can't be put together from placeholders.",
                    field == Fact.Field.YEAR
                            ? "Put {year} into the pattern; that alone sets the year."
                            : "Write a rule for each value.");
        }
        values.put(field, isFixed ? FactWord.checked(field, value) : value);
    }

    /// What it says about the file at `path`; empty if it is not for that file.
    Map<Fact.Field, String> about(String path) {
        Optional<Map<Fact.Field, String>> matched = pattern.match(path);
        if (matched.isEmpty()) {
            return Map.of();
        }
        Map<Fact.Field, String> said = new EnumMap<>(matched.get());
        values.forEach((field, value) -> said.put(field, filled(value, matched.get())));
        return said;
    }

    private static String filled(String value, Map<Fact.Field, String> taken) {
        return PLACEHOLDER.matcher(value).replaceAll(it -> Matcher.quoteReplacement(taken(it.group(1), taken)));
    }

    private static String taken(String placeholder, Map<Fact.Field, String> taken) {
        return Fact.Field.named(placeholder.strip())
                .map(field -> taken.getOrDefault(field, ""))
                .orElse("");
    }

    private static WorkbenchException wrong(String why, String remedy) {
        return new WorkbenchException(WorkbenchException.Kind.USAGE, why, remedy);
    }
}
