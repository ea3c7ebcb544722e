package gewu.ledger;

import gewu.api.Label;

/// As what somebody acts.
enum Role implements Named {
    READER("查阅", "reader"),
    CLERK("录入员", "clerk"),
    UNIT("承办单位", "unit"),
    VERIFIER("验收员", "verifier"),
    SUPERVISOR("督办员", "supervisor"),
    LEADER("领导", "leader"),
    ADMINISTRATOR("管理员", "administrator"),
    /// The program itself: extraction, and suspensions that come to their end. No person has it.
    SYSTEM("系统", "system");

    private final Label label;

    Role(String zh, String en) {
        this.label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
