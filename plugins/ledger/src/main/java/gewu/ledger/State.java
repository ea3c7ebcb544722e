package gewu.ledger;

import gewu.api.Label;

/// Where an item stands. 临期, 超期, 挂牌 and 屡犯 are questions about an item, not states.
enum State implements Named {
    PROPOSED("待确认", "to be confirmed"),
    DISMISSED("不予立项", "dismissed"),
    REGISTERED("已立项", "registered"),
    ASSIGNED("待签收", "assigned"),
    IN_PROGRESS("整改中", "in progress"),
    LONG_TERM("长期整改", "long term"),
    SUBMITTED("待验收", "submitted"),
    SUSPENDED("暂缓", "suspended"),
    CLOSED("已销号", "closed"),
    MERGED("已合并", "merged");

    private final Label label;

    State(String zh, String en) {
        this.label = new Label(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }

    /// Whether somebody still owes something: registered, not closed, not suspended.
    boolean isOpen() {
        return switch (this) {
            case REGISTERED, ASSIGNED, IN_PROGRESS, LONG_TERM, SUBMITTED -> true;
            case PROPOSED, DISMISSED, SUSPENDED, CLOSED, MERGED -> false;
        };
    }
}
