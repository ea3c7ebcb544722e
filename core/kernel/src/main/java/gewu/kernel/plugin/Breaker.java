package gewu.kernel.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts the failures of one contribution and pauses it when they are too many: three within ten minutes.
final class Breaker {
    static final int MOST = 3;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private volatile String pausedFor = "";
    private volatile String last = "";
    private volatile int count;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /// Notes a failure, told in a sentence.
    void failed(String sentence) {
        synchronized (failures) {
            Instant now = clock.instant();
            last = sentence;
            count++;
            failures.add(now);
            while (!failures.isEmpty() && failures.getFirst().isBefore(now.minus(WITHIN))) {
                failures.removeFirst();
            }
            if (failures.size() >= MOST && pausedFor.isEmpty()) {
                pausedFor = "paused after " + MOST + " failures within " + WITHIN.toMinutes() + " minutes, the last: "
                        + sentence;
            }
        }
    }

    /// Pauses at once.
    void pause(String sentence) {
        synchronized (failures) {
            count++;
            last = sentence;
            pausedFor = sentence;
        }
    }

    /// Why it is paused; empty when it is not.
    String pausedFor() {
        return pausedFor;
    }

    /// The last failure; empty when there was none.
    String last() {
        return last;
    }

    int count() {
        return count;
    }

    /// Another try.
    void reset() {
        synchronized (failures) {
            failures.clear();
            pausedFor = "";
            last = "";
            count = 0;
        }
    }
}
