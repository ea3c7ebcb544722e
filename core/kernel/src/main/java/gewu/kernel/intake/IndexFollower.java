package gewu.kernel.intake;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the index follow a long import from time to time. What goes wrong there never fails the import: the
/// store holds the truth, and the index catches up later.
final class IndexFollower {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int REPORTS = 200;
    private static final long NANOS = Duration.ofSeconds(2).toNanos();

    private final Runnable catchUp;
    private int waiting;
    private long since;

    IndexFollower(Runnable catchUp) {
        this.catchUp = catchUp;
        this.since = System.nanoTime();
    }

    /// One more report changed.
    void changed() {
        waiting++;
        if (waiting >= REPORTS || System.nanoTime() - since > NANOS) {
            follow();
        }
    }

    /// The import is over. Follows even when it brought nothing new: a former one may have died before the index knew.
    void end() {
        follow();
    }

    private void follow() {
        try {
            catchUp.run();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "The reports are kept, but the index could not take them in: {} (gewu doctor tells more, gewu reindex"
                            + " makes it anew)",
                    failed.getMessage());
            LOG.debug("How the index failed", failed);
        }
        waiting = 0;
        since = System.nanoTime();
    }
}
