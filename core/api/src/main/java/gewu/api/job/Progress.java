package gewu.api.job;

import java.util.concurrent.CancellationException;

/// How long work tells how far it is, and learns that nobody wants it any more. Safe for all threads.
public interface Progress {
    /// Nobody watches, nobody cancels.
    Progress NONE = new Progress() {
        @Override
        public void total(long steps) {}

        @Override
        public void step(String what) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// How many steps there are in all; may be told again when more is known.
    void total(long steps);

    /// One more step is done; `what` was it.
    void step(String what);

    boolean isCancelled();

    /// Ends the work here if it was cancelled.
    ///
    /// @throws CancellationException if so
    default void stopIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }
}
