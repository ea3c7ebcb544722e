package gewu.ledger.remind;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The colour of a slip (三色督办单).
public enum Colour {
    NONE("", ""),
    BLUE("蓝", "blue"),
    YELLOW("黄", "yellow"),
    RED("红", "red");

    private final Label label;

    Colour(String zh, String en) {
        this.label = new Label(zh, en);
    }

    /// The word that is kept; empty for none.
    public String id() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    public Label label() {
        return label;
    }

    static Optional<Colour> of(String id) {
        return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
