package gewu.recognisetesseract;

import gewu.api.intake.TextRecogniser.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The program tesseract on this machine: where it is, what it can read, and how it is run.
///
/// The system property `gewu.tesseract` or the environment's `GEWU_TESSERACT` names it; otherwise it is
/// looked for on the path. All threads may share one instance.
final class Program {
    static final String CHINESE = "chi_sim";
    static final String ENGLISH = "eng";

    /// Not a language: it tells which way is up.
    static final String ORIENTATION = "osd";

    private static final String REMEDY =
            "Install it: on Debian or Ubuntu `sudo apt install tesseract-ocr tesseract-ocr-chi-sim`,"
                    + " on macOS `brew install tesseract tesseract-lang`, on Windows `winget install UB-Mannheim.TesseractOCR`"
                    + " (tick Chinese (Simplified) among the languages), or name the program in GEWU_TESSERACT.";

    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    /// A language installed later is noticed after so long; another program at once.
    private static final long FRESH = TimeUnit.SECONDS.toNanos(5);

    /// No page has as many words.
    private static final int MOST_BYTES = 32 << 20;

    private static final int TAIL = 2_000;

    private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());

    Readiness readiness() {
        try {
            return found().readiness();
        } catch (IOException e) {
            return new Readiness.Missing("tesseract doesn't answer: " + e.getMessage(), REMEDY);
        }
    }

    /// Whether it can also read this language, or tell which way is up (`osd`).
    boolean reads(String language) throws IOException {
        return found().languages().contains(language);
    }

    /// Runs it on a picture.
    ///
    /// @return what it writes
    /// @throws IOException if it is missing, fails, or takes longer than `atMost`
    String run(Grey picture, Duration atMost, List<String> arguments) throws IOException {
        Known program = found();
        if (program.readiness() instanceof Readiness.Missing(var why, var remedy)) {
            throw new IOException(why + " " + remedy);
        }
        List<String> command = new ArrayList<>(List.of(program.path().toString(), "stdin", "stdout"));
        command.addAll(arguments);
        return run(command, picture::writeTo, atMost);
    }

    private Known found() throws IOException {
        Optional<Path> path = path();
        if (path.isEmpty()) {
            return new Known(
                    Path.of(""),
                    0,
                    System.nanoTime(),
                    List.of(),
                    new Readiness.Missing("tesseract is not installed.", REMEDY));
        }
        long changed = Files.getLastModifiedTime(path.get()).toMillis();
        Optional<Known> before = known.get();
        if (before.isPresent() && before.get().isStill(path.get(), changed)) {
            return before.get();
        }
        Known now = ask(path.get(), changed);
        known.set(Optional.of(now));
        return now;
    }

    private static Known ask(Path path, long changed) throws IOException {
        String version = run(List.of(path.toString(), "--version"), out -> {}, TO_ANSWER);
        List<String> languages = run(List.of(path.toString(), "--list-langs"), out -> {}, TO_ANSWER)
                .lines()
                .skip(1)
                .map(String::strip)
                .sorted()
                .toList();
        String name = version.lines().findFirst().orElse("tesseract").replaceFirst("tesseract v", "tesseract ");
        List<String> used = languages.stream()
                .filter(language -> language.equals(CHINESE) || language.equals(ENGLISH))
                .toList();
        Readiness readiness = languages.contains(CHINESE)
                ? new Readiness.Ready(name + " (" + String.join(", ", used) + ")")
                : new Readiness.Missing(name + " can't read Chinese: its language " + CHINESE + " is missing.", REMEDY);
        return new Known(path, changed, System.nanoTime(), languages, readiness);
    }

    private static Optional<Path> path() {
        String named = System.getProperty(
                "gewu.tesseract",
                Optional.ofNullable(System.getenv("GEWU_TESSERACT")).orElse(""));
        if (!named.isBlank()) {
            return executable(named, "");
        }
        String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : folders.split(File.pathSeparator)) {
            for (String name : List.of("tesseract", "tesseract.exe")) {
                Optional<Path> program = executable(folder, name);
                if (program.isPresent()) {
                    return program;
                }
            }
        }
        return executable("C:\\Program Files\\Tesseract-OCR", "tesseract.exe");
    }

    private static Optional<Path> executable(String folder, String name) {
        try {
            Path path = Path.of(folder, name);
            return path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    /// Ends the process in any case: when it is done, too slow, or the thread is interrupted.
    private static String run(List<String> command, Input input, Duration atMost) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Several pages are read at once; a page that takes all processors for itself slows down everything.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        try {
            FutureTask<String> said = started(() -> textOf(process.getInputStream(), MOST_BYTES));
            FutureTask<String> complaints = started(() -> textOf(process.getErrorStream(), TAIL));
            FutureTask<String> given = started(() -> give(process, input));
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("tesseract took longer than " + atMost.toSeconds() + " seconds.");
            }
            String text = said.get();
            if (process.exitValue() != 0) {
                throw new IOException("tesseract failed (" + process.exitValue() + "): "
                        + complaints.get().strip().lines().reduce("", (first, last) -> last));
            }
            given.get();
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Reading the picture was broken off.");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw new IOException("tesseract broke off: " + e.getCause(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static FutureTask<String> started(Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(work);
        Thread.ofVirtual().name("tesseract").start(task);
        return task;
    }

    private static String give(Process process, Input input) throws IOException {
        try (OutputStream out = process.getOutputStream()) {
            input.writeTo(out);
        }
        return "";
    }

    /// Reads to the end, and keeps the beginning.
    private static String textOf(InputStream in, int most) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                kept.write(buffer, 0, Math.min(n, most - kept.size()));
            }
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private interface Input {
        void writeTo(OutputStream out) throws IOException;
    }

    private record Known(Path path, long changed, long asked, List<String> languages, Readiness readiness) {
        boolean isStill(Path otherPath, long otherChanged) {
            return path.equals(otherPath) && changed == otherChanged && System.nanoTime() - asked < FRESH;
        }
    }
}
