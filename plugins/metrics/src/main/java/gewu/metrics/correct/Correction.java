package gewu.metrics.correct;

import gewu.api.metric.Metric;
import gewu.api.report.Anchor;
import java.time.Instant;

/// What a person said of one figure, with what had been read at that time. Never changed; a later one replaces it.
///
/// @param number   from 1
/// @param anchor   of the figure's passage
/// @param fields   what was corrected
/// @param was      as it was read at that time; of an added figure, as it was added
/// @param version  of the report at that time
/// @param isShared whether another figure stood at the same place
/// @param before   the clean words in front of the figure, in its paragraph
/// @param behind   the clean words behind it
/// @param person   who; empty where nobody is named
/// @param replaces number of the one it replaces, 0 for none
record Correction(
        long number,
        Anchor anchor,
        Verdict verdict,
        Fields fields,
        Metric was,
        int version,
        boolean isShared,
        String before,
        String behind,
        String person,
        Instant madeAt,
        String remark,
        long replaces) {
    String report() {
        return anchor.report();
    }

    /// The id of a figure that stands by this correction alone.
    String ownId() {
        return verdict == Verdict.ADDED ? was.id() : "c" + number;
    }

    /// The figure as the person left it.
    Metric outcome() {
        return fields.in(was);
    }
}
