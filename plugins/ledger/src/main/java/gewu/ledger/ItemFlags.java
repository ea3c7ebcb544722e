package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What catches the eye about an item, in the words of a day: 超期 3 天、挂牌、屡犯 …
final class ItemFlags {
    private final LocalDate today;
    private final Flag.Days days;

    ItemFlags(LocalDate today, Terms terms) {
        this.today = today;
        this.days = Flag.Days.of(today, terms);
    }

    /// The flags of an item, the most urgent first.
    List<Panel.Flag> of(Standing it) {
        return Stream.of(Flag.values())
                .filter(flag -> new Flag.Asked(flag, days).holds(it))
                .sorted(Comparator.comparing(Flag::tone).reversed())
                .map(flag -> new Panel.Flag(words(flag, it), flag.tone()))
                .toList();
    }

    /// All of them in a line.
    Label line(Standing it) {
        List<Panel.Flag> flags = of(it);
        return new Label(
                flags.stream().map(flag -> flag.words().zh()).collect(Collectors.joining("、")),
                flags.stream().map(flag -> flag.words().en()).collect(Collectors.joining(", ")));
    }

    private Label words(Flag flag, Standing it) {
        Label label = flag.label();
        return switch (flag) {
            case OVERDUE -> {
                long late = -daysLeft(it);
                yield new Label("超期 " + late + " 天", "overdue by " + late + " days");
            }
            case DUE_SOON -> new Label("临期，剩 " + daysLeft(it) + " 天", daysLeft(it) + " days left");
            case MENTIONED ->
                new Label(label.zh() + " " + it.of("mentions") + " 次", label.en() + ": " + it.of("mentions"));
            default -> label;
        };
    }

    private long daysLeft(Standing it) {
        return ChronoUnit.DAYS.between(today, it.date("deadline").orElseThrow());
    }
}
