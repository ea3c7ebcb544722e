package gewu.ledger;

import gewu.api.Label;

/// An item that may be the same problem as another one.
///
/// @param item   the one that is asked about
/// @param answer what a person said of the two: `same`, `similar`, `different`; empty if nobody did
record Twin(String id, Fields item, String other, Fields otherItem, Likeness likeness, String answer) {
    /// What the other one is, if they are the same; [#SIMILAR] where they are only alike.
    enum Relation implements Named {
        AGAIN("再次提及", "mentioned again"),
        RECURRENT("屡犯", "recurrent"),
        COMMON("共性问题", "common problem"),
        SIMILAR("相近", "similar");

        private final Label label;

        Relation(String zh, String en) {
            this.label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    Relation relation() {
        if (likeness.score() < Likeness.SAME) {
            return Relation.SIMILAR;
        }
        return of(item, otherItem);
    }

    /// What two items are to each other, if they are the same problem.
    static Relation of(Fields item, Fields other) {
        if (!item.of("unit").equals(other.of("unit"))) {
            return Relation.COMMON;
        }
        return other.of("state").equals(State.CLOSED.name()) ? Relation.RECURRENT : Relation.AGAIN;
    }
}
