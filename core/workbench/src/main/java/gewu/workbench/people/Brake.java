package gewu.workbench.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes guessing slow: after some refusals each next try under the same key has to wait twice as long, up to a quarter
/// of an hour. What was long ago is forgotten. Safe for all threads.
public final class Brake {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(2);
    private static final int MOST_KEYS = 20_000;
    private static final int MOST_DOUBLINGS = 12;

    private final Clock clock;
    private final int free;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /// @param free how many refusals cost nothing
    public Brake(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /// How long the next try has to wait; zero if it need not.
    public synchronized Duration wait(String key) {
        Tries known = tries.get(key);
        Instant now = clock.instant();
        if (known == null || !known.next().isAfter(now)) {
            return Duration.ZERO;
        }
        return Duration.between(now, known.next());
    }

    public synchronized void refused(String key) {
        Instant now = clock.instant();
        Tries known = tries.remove(key);
        int count = known == null || known.next().isBefore(now.minus(FORGOTTEN)) ? 1 : known.count() + 1;
        int doublings = Math.min(count - free, MOST_DOUBLINGS);
        Duration wait = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
        tries.put(key, new Tries(count, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
    }

    public synchronized void forget(String key) {
        tries.remove(key);
    }

    private record Tries(int count, Instant next) {}
}
