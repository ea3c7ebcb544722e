package gewu.metrics;

import gewu.api.metric.Check.Severity;
import java.util.List;

/// A relation between indicators, as a table of the pack tells it.
public sealed interface Relation {
    /// How much it matters if it is violated.
    Severity weight();

    /// A whole and all its parts.
    record Sum(String total, List<String> parts, Severity weight) implements Relation {}

    /// A rate and what it is made of.
    record Rate(String rate, String part, String whole, Severity weight) implements Relation {}

    /// What can't be more than something else.
    record Most(String less, String more, Severity weight) implements Relation {}
}
