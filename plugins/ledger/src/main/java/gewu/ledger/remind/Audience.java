package gewu.ledger.remind;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// As what somebody is reminded.
public enum Audience {
    PERSON("责任人", "responsible person"),
    UNIT("责任单位", "unit"),
    LEADER("责任领导", "responsible leader"),
    CASE_LEADER("包案领导", "leader in charge"),
    OVERSEER("督导单位", "overseeing unit"),
    VERIFIER("验收人", "verifier");

    private final Label label;

    Audience(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Label label() {
        return label;
    }

    static Optional<Audience> of(String id) {
        return Stream.of(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
