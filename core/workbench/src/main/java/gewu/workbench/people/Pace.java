package gewu.workbench.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets each key do something so often: many times at once, and then so many times a second. Safe for all threads.
public final class Pace {
    private static final int MOST_KEYS = 20_000;
    private static final double MILLIS = 1000.0;

    private final Clock clock;
    private final int atOnce;
    private final double perSecond;
    private final Map<String, Left> left = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_KEYS;
        }
    };

    public Pace(Clock clock, int atOnce, double perSecond) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.perSecond = perSecond;
    }

    /// Takes one turn, if there is one left.
    public synchronized boolean takes(String key) {
        Instant now = clock.instant();
        Left known = left.getOrDefault(key, new Left(atOnce, now));
        double since = Duration.between(known.at(), now).toMillis() / MILLIS;
        double turns = Math.min(atOnce, known.turns() + Math.max(0, since) * perSecond);
        boolean isLeft = turns >= 1;
        left.put(key, new Left(isLeft ? turns - 1 : turns, now));
        return isLeft;
    }

    private record Left(double turns, Instant at) {}
}
