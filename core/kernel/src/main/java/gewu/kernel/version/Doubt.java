package gewu.kernel.version;

import gewu.api.Label;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why it is not certain that two files with nearly the same words are the same report.
enum Doubt {
    YEAR("年度不明", "the year is not certain"),
    ORG("单位不明", "the organisation is not certain"),
    TITLE("标题或类型不同", "titles or kinds differ");

    private final Label label;

    Doubt(String zh, String en) {
        this.label = new Label(zh, en);
    }

    Label label() {
        return label;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As kept in the store: ids parted by spaces.
    static String written(Collection<Doubt> doubts) {
        return doubts.stream().sorted().map(Doubt::id).collect(Collectors.joining(" "));
    }

    static Set<Doubt> read(String written) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        Stream.of(written.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(doubts::add);
        return doubts;
    }

    /// In words for people; empty for no doubt.
    static Label told(Collection<Doubt> doubts) {
        return new Label(
                doubts.stream().sorted().map(it -> it.label.zh()).collect(Collectors.joining("，")),
                doubts.stream().sorted().map(it -> it.label.en()).collect(Collectors.joining(", ")));
    }
}
