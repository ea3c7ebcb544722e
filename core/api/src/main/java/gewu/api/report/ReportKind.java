package gewu.api.report;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which kind of report it is.
public enum ReportKind {
    WHOLE_DEPARTMENT("部门整体支出", "whole department"),
    PROJECT("项目支出", "project"),
    FINAL_ACCOUNTS("决算", "final accounts"),
    OTHER("其他", "other");

    private final Label label;

    ReportKind(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public Label label() {
        return label;
    }

    /// The name used in JSON and in queries.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind that `word` names: its id or its Chinese label.
    public static Optional<ReportKind> named(String word) {
        return Stream.of(values())
                .filter(kind ->
                        kind.id().equalsIgnoreCase(word) || kind.label.zh().equals(word))
                .findFirst();
    }
}
