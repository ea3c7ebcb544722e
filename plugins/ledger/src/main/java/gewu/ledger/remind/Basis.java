package gewu.ledger.remind;

import gewu.api.Label;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// From what a rule counts.
public enum Basis {
    DEADLINE("整改时限", "the deadline"),
    RECEIPT("签收期限", "the day for receiving it"),
    PROGRESS("最近进展", "the last progress"),
    MILESTONE("节点", "the milestone"),
    REPLY("复函期限", "the day for replying"),
    LOOK_BACK("回头看日期", "the look-back"),
    /// The yearly review of what lasts.
    REVIEW("年度复核日期", "the yearly review"),
    /// The first red reminder that nobody answered.
    UNANSWERED("红色提醒", "the red reminder");

    private final Label label;

    Basis(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Basis> of(String id) {
        return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    /// What a reminder says.
    ///
    /// @param dueOn when it falls due
    /// @param day   the day it counts from
    /// @param name  of the milestone or letter; empty for none
    public Label words(LocalDate dueOn, LocalDate day, String name) {
        long days = ChronoUnit.DAYS.between(day, dueOn);
        String zh = label.zh() + (name.isEmpty() ? "" : "“" + name + "”") + "（" + day + "）";
        String en = label.en() + (name.isEmpty() ? "" : " “" + name + "”") + " (" + day + ")";
        return switch (this) {
            case PROGRESS ->
                new Label("已 " + days + " 天没有进展，" + zh, "no progress for " + english(days) + " since " + en);
            case UNANSWERED -> new Label(zh + "发出 " + days + " 天没有回应", english(days) + " without an answer to " + en);
            case DEADLINE, RECEIPT, MILESTONE, REPLY, LOOK_BACK, REVIEW ->
                days < 0
                        ? new Label("距" + zh + "还有 " + -days + " 天", english(-days) + " to " + en)
                        : days == 0
                                ? new Label("当天就是" + zh, "this is the day of " + en)
                                : new Label("超过" + zh + days + " 天", english(days) + " past " + en);
        };
    }

    private static String english(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
