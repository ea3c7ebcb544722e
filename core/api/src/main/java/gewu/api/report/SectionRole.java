package gewu.api.report;

import gewu.api.Label;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a section of a self-evaluation report is about. A section inherits the role of the one around it unless its own
/// heading says otherwise.
public enum SectionRole {
    OVERVIEW("部门概况", "overview"),
    BUDGET("预算支出", "budget and spending"),
    PROJECT("项目实施", "project"),
    ASSETS("资产管理", "assets"),
    SUPERVISION("监督检查", "supervision"),
    PERFORMANCE("绩效情况", "performance"),
    EXPERIENCE("经验做法", "experience"),
    PROBLEMS("存在问题", "problems"),
    CAUSES("原因分析", "causes"),
    REMEDIES("改进措施", "remedies"),
    RESULT_USE("结果应用", "use of results"),
    OTHER("其他", "other");

    private final Label label;

    SectionRole(String zh, String en) {
        this.label = new Label(zh, en);
    }

    public Label label() {
        return label;
    }

    /// The name used in JSON and in queries: `problems`, `result_use`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role that `word` names: its id or its Chinese label.
    public static Optional<SectionRole> named(String word) {
        return Stream.of(values())
                .filter(role ->
                        role.id().equalsIgnoreCase(word) || role.label.zh().equals(word))
                .findFirst();
    }
}
