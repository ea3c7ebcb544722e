package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Asks the same question from four threads at once.
final class FourThreads {
    private static final int ROUNDS = 5;

    private FourThreads() {}

    /// Fails unless every thread gets `expected`, each time.
    static <T> void allGet(T expected, Callable<T> question) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < 4 * ROUNDS; i++) {
                answers.add(threads.submit(question));
            }
            for (Future<T> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }
}
