package gewu.kernel.version;

import gewu.api.Label;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Two reports of which one may be the other, saved again.
///
/// @param older       a report's id
/// @param newer       a report's id
/// @param likeness    how many of all runs of four characters both have, in basis points
/// @param isSameWords whether only files differ, and not a word
/// @param doubts      empty where organisation, year and title agree
/// @param decidedAt   when a person accepted or declined it
record VersionOffer(
        String older,
        String newer,
        State state,
        int likeness,
        boolean isSameWords,
        Set<Doubt> doubts,
        Instant offeredAt,
        Optional<Instant> decidedAt) {
    VersionOffer {
        doubts = Set.copyOf(doubts);
    }

    /// What people said.
    enum State {
        OFFERED("待确认", "offered"),
        ACCEPTED("已确认", "accepted"),
        DECLINED("已否定", "declined");

        private final Label label;

        State(String zh, String en) {
            this.label = new Label(zh, en);
        }

        Label label() {
            return label;
        }

        /// The name used in JSON and in the store.
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The other one of the two.
    String beside(String report) {
        return older.equals(report) ? newer : older;
    }
}
