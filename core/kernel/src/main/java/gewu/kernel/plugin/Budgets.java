package gewu.kernel.plugin;

import java.time.Duration;

/// How long the house waits for plugins, and how much it gives them.
///
/// @param warn    after this long a start is called slow
/// @param giveUp  after this long a start is given up
/// @param stop    how long each thing a plugin holds may take to close
/// @param threads how many threads one plugin may have running, its executor's apart
/// @param watch   how often threads are counted
record Budgets(Duration warn, Duration giveUp, Duration stop, int threads, Duration watch) {
    static final Budgets USUAL = new Budgets(
            Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(5), 200, Duration.ofSeconds(1));
}
