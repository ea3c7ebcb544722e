package gewu.ledger;

import gewu.api.Label;
import gewu.api.workbench.Panel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What catches the eye about an item: 超期, 临期, 挂牌, 包案, 屡犯 …
final class ItemFlags {
    private final LocalDate today;
    private final Terms terms;

    ItemFlags(LocalDate today, Terms terms) {
        this.today = today;
        this.terms = terms;
    }

    /// The flags of an item, the most urgent first.
    List<Panel.Flag> of(Standing it) {
        List<Panel.Flag> flags = new ArrayList<>();
        it.date("deadline").filter(_ -> it.state().isOpen()).ifPresent(day -> days(day, flags));
        boolean isLate = it.state() == State.ASSIGNED
                && it.date("assigned_on")
                        .filter(day -> terms.receipt(day).isBefore(today))
                        .isPresent();
        add(isLate, "签收超时", "not received in time", Panel.Tone.ALARM, flags);
        it.date("look_back_due")
                .filter(day -> it.state() == State.CLOSED && !day.isAfter(today))
                .ifPresent(_ -> add(true, "回头看待办", "look-back due", Panel.Tone.CAUTION, flags));
        add(!it.of("asked").isEmpty(), "延期待批", "extension asked for", Panel.Tone.CAUTION, flags);
        add(!it.of("listed").isEmpty(), "挂牌", "listed", Panel.Tone.CAUTION, flags);
        add(!it.of("case_leader").isEmpty(), "包案", "leader in charge", Panel.Tone.PLAIN, flags);
        add(it.number("extensions") > 0, "延期", "extended", Panel.Tone.PLAIN, flags);
        add(it.number("occurrence") > 1, "屡犯", "recurrent", Panel.Tone.CAUTION, flags);
        add(
                it.number("mentions") > 0,
                "再次提及 " + it.of("mentions") + " 次",
                "mentioned again: " + it.of("mentions"),
                Panel.Tone.PLAIN,
                flags);
        add(!it.of("family").isEmpty(), "同类问题", "in a family", Panel.Tone.PLAIN, flags);
        add(it.number("doubtful") > 0, "待确认", "not sure", Panel.Tone.CAUTION, flags);
        add(it.number("lost") > 0, "失联", "sentence gone", Panel.Tone.ALARM, flags);
        add(it.number("reopened") > 0, "重开", "reopened", Panel.Tone.CAUTION, flags);
        return flags;
    }

    /// All of them in a line.
    Label line(Standing it) {
        List<Panel.Flag> flags = of(it);
        return new Label(
                flags.stream().map(flag -> flag.words().zh()).collect(Collectors.joining("、")),
                flags.stream().map(flag -> flag.words().en()).collect(Collectors.joining(", ")));
    }

    private void days(LocalDate day, List<Panel.Flag> flags) {
        long days = ChronoUnit.DAYS.between(today, day);
        add(days < 0, "超期 " + -days + " 天", "overdue by " + -days + " days", Panel.Tone.ALARM, flags);
        add(days >= 0 && days <= terms.soon(), "临期，剩 " + days + " 天", days + " days left", Panel.Tone.CAUTION, flags);
    }

    private static void add(boolean isSo, String zh, String en, Panel.Tone tone, List<Panel.Flag> flags) {
        if (isSo) {
            flags.add(new Panel.Flag(new Label(zh, en), tone));
        }
    }
}
