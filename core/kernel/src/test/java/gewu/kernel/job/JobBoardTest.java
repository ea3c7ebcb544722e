package gewu.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.job.Job;
import gewu.api.job.Progress;
import gewu.api.plugin.PluginScope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobBoardTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Label IMPORT = new Label("导入", "Import");

    private final JobBoard board = new JobBoard(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void showsHowFarAJobIsAndThatItEnded() throws Exception {
        List<Job> seen = new ArrayList<>();
        AutoCloseable watch = board.watch(seen::add);

        String answer = board.run(IMPORT, JobBoardTest::twoSteps);
        watch.close();
        board.run(IMPORT, JobBoardTest::twoSteps);

        assertThat(answer).isEqualTo("完成");
        assertThat(seen).extracting(Job::done).containsExactly(0L, 0L, 1L, 2L, 2L);
        assertThat(seen.getLast()).isEqualTo(new Job(1, IMPORT, Job.State.DONE, 2, 2, "乙.txt", "", NOON));
        assertThat(board.list()).extracting(Job::id).containsExactly(2L, 1L);
    }

    @Test
    void keepsTheReasonOfAFailureAndThrowsItOn() {
        assertThatThrownBy(() -> board.run(IMPORT, progress -> {
                    throw new IllegalStateException("磁盘坏了");
                }))
                .hasMessage("磁盘坏了");
        assertThat(board.list())
                .extracting(Job::state, Job::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Job.State.FAILED, "磁盘坏了"));
    }

    @Test
    void cancelsARunningJobAndSaysWhenThereIsNone() throws Exception {
        try (Scope scope = new Scope()) {
            CountDownLatch isRunning = new CountDownLatch(1);
            CompletableFuture<String> answer =
                    board.start(scope, IMPORT, progress -> untilCancelled(progress, isRunning));
            isRunning.await();

            assertThat(board.cancel(99)).isFalse();
            assertThat(board.cancel(board.list().getFirst().id())).isTrue();

            assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
            assertThat(board.list()).extracting(Job::state).containsExactly(Job.State.CANCELLED);
        }
    }

    @Test
    void cancelsTheJobsOfAPluginThatCloses() throws Exception {
        CompletableFuture<String> answer;
        try (Scope scope = new Scope()) {
            CountDownLatch isRunning = new CountDownLatch(1);
            answer = board.start(scope, IMPORT, progress -> untilCancelled(progress, isRunning));
            isRunning.await();
        }
        assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void goesOnWhenAWatcherFails() throws Exception {
        try (AutoCloseable watch = board.watch(job -> {
            throw new IllegalStateException("看不见");
        })) {
            assertThat(board.run(IMPORT, JobBoardTest::twoSteps)).isEqualTo("完成");
        }
    }

    @Test
    void remembersOnlyTheLastFewJobsThatEnded() throws Exception {
        for (int i = 0; i < 120; i++) {
            board.run(IMPORT, JobBoardTest::twoSteps);
        }
        assertThat(board.list())
                .hasSize(50)
                .extracting(Job::id)
                .startsWith(120L)
                .endsWith(71L);
    }

    private static String twoSteps(Progress progress) {
        progress.total(2);
        progress.step("甲.txt");
        progress.step("乙.txt");
        return "完成";
    }

    private static String untilCancelled(Progress progress, CountDownLatch isRunning) throws InterruptedException {
        isRunning.countDown();
        while (true) {
            progress.stopIfCancelled();
            Thread.sleep(1);
        }
    }

    /// A plugin's scope with threads and an end.
    private static final class Scope implements PluginScope, AutoCloseable {
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Deque<AutoCloseable> open = new ArrayDeque<>();

        @Override
        public String plugin() {
            return "hello";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public ExecutorService executor() {
            return threads;
        }

        @Override
        public void every(Duration period, Runnable work) {
            throw new UnsupportedOperationException("No timers here.");
        }

        @Override
        public void onClose(AutoCloseable resource) {
            open.push(resource);
        }

        @Override
        public Path dataFolder() {
            return Path.of("data");
        }

        @Override
        public Path temporaryFolder() {
            return Path.of("temporary");
        }

        @Override
        public boolean isClosing() {
            return false;
        }

        @Override
        public void close() throws Exception {
            while (!open.isEmpty()) {
                open.pop().close();
            }
            threads.close();
        }
    }
}
