package gewu.metrics.correct;

import gewu.api.Label;
import gewu.api.report.Passage;
import java.util.Optional;

/// A correction and where its figure stands now.
///
/// @param passage empty where it can't be found again
record Placed(Correction correction, State state, Optional<Passage> passage) {
    /// What became of the place.
    enum State {
        /// The paragraph has the same words.
        SAME,
        /// The same words stand elsewhere in the report.
        MOVED,
        /// The paragraph's words changed; the figure's are still there.
        CHANGED,
        /// The figure's words are not there any more, or at several places.
        GONE,
        /// The workspace has no such report.
        NO_REPORT;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        Label label() {
            return switch (this) {
                case SAME -> new Label("原处", "as it was");
                case MOVED -> new Label("已移位", "moved");
                case CHANGED -> new Label("上下文已改动", "its paragraph changed");
                case GONE -> new Label("报告里已找不到", "not found again");
                case NO_REPORT -> new Label("工作区里已没有这份报告", "its report is gone");
            };
        }
    }

    static Placed gone(Correction correction, State state) {
        return new Placed(correction, state, Optional.empty());
    }
}
