package gewu.workbench.terminal;

import gewu.api.job.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// A line on standard error that tells how far long work is: share, rate, time left, and what was done last.
/// Drawn at most ten times a second; safe for all threads.
final class ProgressBar implements Progress {
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final int CELLS = 20;

    private final PrintStream screen;
    private final int columns;
    private final LongSupplier nanoClock;
    private final BooleanSupplier cancelled;
    private final long startedAt;
    private long drawnAt;
    private long total;
    private long done;
    private boolean isDrawn;

    ProgressBar(PrintStream screen, int columns, LongSupplier nanoClock, BooleanSupplier cancelled) {
        this.screen = screen;
        this.columns = columns;
        this.nanoClock = nanoClock;
        this.cancelled = cancelled;
        this.startedAt = nanoClock.getAsLong();
        this.drawnAt = startedAt - REDRAW_NANOS;
    }

    @Override
    public synchronized void total(long steps) {
        total = steps;
    }

    @Override
    public synchronized void step(String what) {
        done++;
        long now = nanoClock.getAsLong();
        if (now - drawnAt >= REDRAW_NANOS || done == total) {
            drawnAt = now;
            isDrawn = true;
            screen.print("\r\u001b[K" + TextWidth.cut(line(PanelText.harmless(what), now - startedAt), columns - 1));
            screen.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /// Takes the line away, so that other words can be written.
    synchronized void clear() {
        if (isDrawn) {
            screen.print("\r\u001b[K");
            screen.flush();
            isDrawn = false;
        }
    }

    private String line(String what, long nanos) {
        double perSecond = done * 1e9 / Math.max(nanos, 1);
        String rate = String.format(Locale.ROOT, "%.1f/s", perSecond);
        if (total <= 0) {
            return done + "  " + rate + "  " + what;
        }
        int filled = (int) (CELLS * Math.min(done, total) / total);
        String left = clock(Math.round(Math.max(total - done, 0) / Math.max(perSecond, 1e-9)));
        return "█".repeat(filled) + "░".repeat(CELLS - filled) + "  " + done + "/" + total + "  " + rate + "  -" + left
                + "  " + what;
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
