package gewu.testkit;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gewu.api.intake.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.provider.MethodSource;

/// What fuzzing importers and unpackers have in common: one thread reads, with a stack as deep as in a worker process,
/// while another looks at the clock.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FileFuzz {
    private static final String FUZZ = "answersWhateverTheBytesAre";
    /// Of the reader's own time, so that a busy machine finds nothing.
    private static final int PATIENCE_SECONDS = 30;

    private static final int PATIENCE_WITH_A_SLEEPER_SECONDS = 600;
    private static final int STACK = 4 << 20;

    private final List<SourceFile> seeds;
    private final Casing casing;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(this::reader);
    private volatile @Nullable Thread reading;

    FileFuzz(List<SourceFile> seeds, Casing casing) {
        this.seeds = List.copyOf(seeds);
        this.casing = casing;
    }

    /// Reads a file to its end and looks at what came of it.
    abstract void take(SourceFile file) throws IOException;

    /// A made up file. Override it if one importer reads several media types, and the content says which.
    protected SourceFile file(byte[] content) {
        return new SourceFile(seeds.getFirst().path(), seeds.getFirst().mediaType(), content);
    }

    /// Runs for as long as `gewu.fuzz.seconds` says, in the profile `fuzz` only.
    @Tag("fuzz")
    @MethodSource("seeds")
    @FuzzTest
    public void answersWhateverTheBytesAre(byte[] input) throws Throwable {
        Future<?> answer = reader.submit(() -> {
            take(file(casing.close(input)));
            return null;
        });
        try {
            waitFor(answer);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof IOException allowed)) {
                throw failed.getCause();
            }
            Soundness.check(allowed);
        }
    }

    /// Runs in ordinary builds, too. What fuzzing found lies in a folder of resources named like this class.
    @Test
    void answersTheSeedsAndWhatWasFoundBefore() throws Throwable {
        for (byte[] input : seeds()) {
            answersWhateverTheBytesAre(input);
        }
        for (Path input : found()) {
            answersWhateverTheBytesAre(Files.readAllBytes(input));
        }
    }

    /// The good files, laid open.
    public final List<byte[]> seeds() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (SourceFile seed : seeds) {
            inputs.add(casing.open(seed.bytes()));
        }
        return inputs;
    }

    @AfterAll
    void stop() {
        reader.shutdownNow();
    }

    private List<Path> found() throws IOException, URISyntaxException {
        URL folder = getClass().getResource(getClass().getSimpleName() + "Inputs/" + FUZZ);
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        }
    }

    private Thread reader(Runnable work) {
        Thread thread = new Thread(null, work, "reader", STACK);
        thread.setDaemon(true);
        reading = thread;
        return thread;
    }

    private void waitFor(Future<?> answer) throws ExecutionException, InterruptedException {
        long from = readersNanos();
        for (int waited = 0; !answer.isDone(); waited++) {
            try {
                answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(readersNanos() - from);
                if (seconds >= PATIENCE_SECONDS || waited >= PATIENCE_WITH_A_SLEEPER_SECONDS) {
                    throw stillReading(seconds);
                }
            }
        }
        answer.get();
    }

    private long readersNanos() {
        Thread thread = reading;
        return thread == null ? 0 : ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }

    private AssertionError stillReading(long seconds) {
        AssertionError found = new AssertionError("It was still reading after " + seconds + " s of computing.");
        Thread thread = reading;
        if (thread != null) {
            found.setStackTrace(thread.getStackTrace());
        }
        return found;
    }
}
