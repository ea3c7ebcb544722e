package gewu.metrics;

import gewu.api.Label;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a figure was read as it was, for people: the names of rules in Chinese, words of the report as they are.
public final class WhyWords {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern BY_A_PERSON =
            Pattern.compile("(confirmed|corrected|added) by a person on (\\d{4}-\\d{2}-\\d{2})(?:: .*)?");
    private static final Map<String, String> VERDICTS =
            Map.of("confirmed", "人工确认", "corrected", "人工更正", "added", "人工补充");
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("named right before it", "名称紧挨在前"),
            Map.entry("named right behind it", "名称紧跟在后"),
            Map.entry("named before it", "名称在前"),
            Map.entry("named in its clause", "名称在同一分句"),
            Map.entry("level", "读作数值"),
            Map.entry("open indicator", "未编入的说法"),
            Map.entry("compared with the year before", "与上年比"),
            Map.entry("change of the level before", "前一数值的增减"),
            Map.entry("the rate of what was told before", "前述增减的幅度"),
            Map.entry("short name under the total", "合计之下的简称"),
            Map.entry("head goes on from the level before", "承前一数值的名称"),
            Map.entry("one value for several heads", "几个名称共一数值"),
            Map.entry("target cue", "有“目标”字样"),
            Map.entry("a share by name", "名称说明是占比"),
            Map.entry("share of the level before", "占前一数值"),
            Map.entry("budget of the whole spending", "全部支出的预算"),
            Map.entry("cell of a table", "表格中的一格"),
            Map.entry("a project by its name", "以项目名称为名"));

    private WhyWords() {}

    /// @param why as a [gewu.api.metric.Metric] tells it
    public static Label label(String why) {
        return new Label(
                Stream.of(why.split("; "))
                        .flatMap(it -> chinese(it.strip()).stream())
                        .collect(Collectors.joining("；")),
                why);
    }

    /// A rule that has no name in Chinese tells a reader of Chinese nothing.
    private static Optional<String> chinese(String part) {
        Matcher said = BY_A_PERSON.matcher(part);
        if (said.matches()) {
            return Optional.of(said.group(2) + " " + VERDICTS.get(said.group(1)));
        }
        return Optional.ofNullable(RULES.get(part))
                .or(() -> Optional.of(part).filter(it -> HAN.matcher(it).find()));
    }
}
