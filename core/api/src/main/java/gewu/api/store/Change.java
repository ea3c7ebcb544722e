package gewu.api.store;

import java.time.Instant;

/// One committed change. Sequence numbers rise without end and are given in the transaction of what changed.
public record Change(long sequence, String subject, String id, Kind kind, Instant at) {
    public enum Kind {
        ADDED,
        UPDATED,
        REMOVED
    }
}
