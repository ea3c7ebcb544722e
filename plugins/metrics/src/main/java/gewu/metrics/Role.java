package gewu.metrics;

import gewu.api.metric.Metric.Direction;
import gewu.api.metric.Metric.Kind;

/// The part that a quantity plays in its clause.
///
/// @param previous whether it is the level of the period before
/// @param why      the words that decided
record Role(Kind kind, Direction direction, boolean previous, String why) {
    static Role level(String why) {
        return new Role(Kind.LEVEL, Direction.NONE, false, why);
    }

    static Role previous(String why) {
        return new Role(Kind.LEVEL, Direction.NONE, true, why);
    }

    boolean isLevel() {
        return kind == Kind.LEVEL;
    }

    /// A difference or a rate, not points.
    boolean isMove() {
        return kind == Kind.CHANGE_ABS || kind == Kind.CHANGE_PCT;
    }

    boolean isChange() {
        return isMove() || kind == Kind.CHANGE_PP;
    }

    Role towards(Direction other) {
        return new Role(kind, other, previous, why);
    }
}
