package gewu.metrics.correct;

import gewu.api.Label;
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

    /// As programs write it: `confirmed`; empty for [#NONE].
    public String id() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
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
