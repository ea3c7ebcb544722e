package gewu.metrics.correct;

import gewu.api.Label;
import gewu.api.metric.Metric;
import java.util.Locale;

/// What a person said of a figure.
public enum Verdict {
    /// Nobody looked at it.
    NONE,
    /// It is as it was read.
    CONFIRMED,
    /// Some of it was misread.
    CORRECTED,
    /// It is no figure.
    REJECTED,
    /// It was not read at all.
    ADDED;

    private static final String BY_A_PERSON = " by a person on ";

    /// As programs write it: `confirmed`; empty for [#NONE].
    public String id() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /// How `why` of a figure tells that a person said it.
    ///
    /// @param day as people write it
    String told(Object day) {
        return id() + BY_A_PERSON + day;
    }

    /// Whether a person said it of a figure, as its `why` tells.
    boolean isSaidOf(Metric figure) {
        return this != NONE && figure.why().contains(id() + BY_A_PERSON);
    }

    /// As people read it; empty for [#NONE].
    public Label label() {
        return switch (this) {
            case NONE -> Label.same("");
            case CONFIRMED -> new Label("已确认", "confirmed");
            case CORRECTED -> new Label("已更正", "corrected");
            case REJECTED -> new Label("已否定", "rejected");
            case ADDED -> new Label("已补充", "added");
        };
    }
}
