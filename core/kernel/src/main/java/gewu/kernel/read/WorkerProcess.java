package gewu.kernel.read;

import gewu.api.WorkbenchException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One worker. Used by one thread at a time.
final class WorkerProcess {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int OUT_OF_MEMORY = 3;
    private static final int TO_END_SECONDS = 5;
    private static final int LAST_LINES = 12;

    /// The system property that names more options for the Java of workers, parted by spaces.
    private static final String OPTIONS = "gewu.worker.options";

    private final Process process;
    private final Path folder;
    private final DataOutputStream out;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private int files;
    private boolean isFree = true;

    /// What a worker tells.
    private sealed interface Told {
        record Ready() implements Told {}

        record Page(int page, int of, int seconds) implements Told {}

        record Result(ReadResult result) implements Told {}

        record Drawn(Drawing drawing) implements Told {}

        record Ended() implements Told {}
    }

    private WorkerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        Thread.ofPlatform().name("gewu-worker-" + process.pid()).daemon().start(this::listen);
        Thread.ofPlatform()
                .name("gewu-worker-" + process.pid() + "-errors")
                .daemon()
                .start(this::gatherErrors);
    }

    /// Starts a worker and waits until it is ready.
    ///
    /// @param folder its own, empty or absent
    /// @throws WorkbenchException of kind `WORKSPACE` if no worker can be started here
    static WorkerProcess start(WorkerSetup setup, Path folder) throws InterruptedException {
        try {
            Path state = Files.createDirectories(folder.resolve("state"));
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            if (Files.exists(setup.disabled())) {
                Files.copy(setup.disabled(), state.resolve("disabled.txt"), StandardCopyOption.REPLACE_EXISTING);
            }
            WorkerProcess worker =
                    new WorkerProcess(new ProcessBuilder(command(setup, folder, temporary)).start(), folder);
            if (worker.isReady()) {
                return worker;
            }
            worker.end();
            throw unusable("It said: " + worker.lastWords(), null);
        } catch (IOException failed) {
            throw unusable(String.valueOf(failed.getMessage()), failed);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return told.poll(START.toSeconds(), TimeUnit.SECONDS) instanceof Told.Ready;
        } catch (InterruptedException unwanted) {
            end();
            throw unwanted;
        }
    }

    private static WorkbenchException unusable(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = "No process that reads files could be started. " + why;
        String remedy = "See whether there is memory and room on the disk, then import again; files wait meanwhile.";
        return cause == null
                ? new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy)
                : new WorkbenchException(WorkbenchException.Kind.WORKSPACE, message, remedy, cause);
    }

    private static List<String> command(WorkerSetup setup, Path folder, Path temporary) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + setup.megabytes() + "m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:MaxDirectMemorySize=128m",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Dfile.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.nio.channels.spi.SelectorProvider=" + NoSockets.class.getName(),
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema="));
        Arrays.stream(System.getProperty(OPTIONS, "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        // what the user chose for plugins, such as where a program stands
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("gewu."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                setup.bundledPlugins().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                setup.userPlugins().toString(),
                folder.toString(),
                Boolean.toString(setup.safe())));
        setup.chosen().forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    /// Has a file read.
    ///
    /// @param seconds how long it may take before its first page; each page brings its own time
    /// @throws InterruptedException if nobody wants it any more; end the worker then
    ReadResult read(ReadRequest request, int seconds) throws InterruptedException {
        files++;
        isFree = false;
        try {
            Wire.write(request, out);
            out.flush();
        } catch (IOException gone) {
            return died(0);
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long allowed = seconds;
        int page = 0;
        while (true) {
            Told next = told.poll(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            switch (next) {
                case null -> {
                    end();
                    return new ReadResult.Refused(
                            "Reading it took longer than " + allowed + " s" + (page > 0 ? ", at page " + page : "")
                                    + ", and was broken off.",
                            "See whether it opens in a viewer; split it, or save it again in the program that made it.",
                            page);
                }
                case Told.Page(int number, int _, int more) -> {
                    page = number;
                    allowed += more;
                    deadline += TimeUnit.SECONDS.toNanos(more);
                }
                case Told.Result(ReadResult result) -> {
                    isFree = true;
                    return result;
                }
                case Told.Ended _ -> {
                    return died(page);
                }
                case Told.Ready _, Told.Drawn _ -> {}
            }
        }
    }

    /// Has a page drawn.
    ///
    /// @throws InterruptedException if nobody wants it any more; end the worker then
    Drawing draw(DrawRequest request, int seconds) throws InterruptedException {
        files++;
        isFree = false;
        String page = "Page " + request.page();
        try {
            Wire.write(request, out);
            out.flush();
        } catch (IOException gone) {
            return undrawn(page);
        }
        return switch (told.poll(seconds, TimeUnit.SECONDS)) {
            case null -> {
                end();
                yield new Drawing.Refused(
                        page + " could not be drawn within " + seconds + " seconds.", HousePainter.INSTEAD);
            }
            case Told.Drawn(Drawing drawing) -> {
                isFree = true;
                yield drawing;
            }
            case Told.Ended _ -> undrawn(page);
            case Told.Ready _, Told.Page _, Told.Result _ ->
                throw new IllegalStateException("a worker answered what it was not asked");
        };
    }

    private Drawing undrawn(String page) throws InterruptedException {
        return new Drawing.Refused(
                exitStatus() == OUT_OF_MEMORY
                        ? page + " takes more memory than a worker has."
                        : page + " can't be drawn: the worker died (exit status " + process.exitValue() + ").",
                HousePainter.INSTEAD);
    }

    /// How it ended; whatever is left of it is ended.
    private int exitStatus() throws InterruptedException {
        // one that ends by itself says how, if it is let
        process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS);
        end();
        return process.exitValue();
    }

    private ReadResult died(int page) throws InterruptedException {
        int status = exitStatus();
        String where = page > 0 ? " at page " + page : "";
        if (status == OUT_OF_MEMORY) {
            return new ReadResult.Refused(
                    "Reading it took more memory than a worker has" + where + ".",
                    "Split the file into its reports, or give workers more with the Java option"
                            + " -Dgewu.worker.megabytes=1024 (in GEWU_OPTS).",
                    page);
        }
        return new ReadResult.Refused(
                "The worker that read it died" + where + " (exit status " + status + "). " + lastWords(),
                "It may be damaged: save it again in the program that made it, then import that.",
                page);
    }

    private String lastWords() {
        synchronized (lastLines) {
            String words = String.join(" ", lastLines).strip();
            return words.length() > 300 ? words.substring(0, 300) + "…" : words;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Whether it is not in the middle of a file.
    boolean isFree() {
        return isFree;
    }

    /// How many files it has read, and pages drawn.
    int files() {
        return files;
    }

    /// Ends it now, with all it has started.
    void end() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    Path folder() {
        return folder;
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                int kind = in.readByte();
                switch (kind) {
                    case Worker.READY -> told.add(new Told.Ready());
                    case Worker.PAGE -> told.add(new Told.Page(in.readInt(), in.readInt(), in.readInt()));
                    case Worker.RESULT -> told.add(new Told.Result(Wire.readResult(in)));
                    case Worker.DRAWING -> told.add(new Told.Drawn(Wire.readDrawing(in)));
                    default -> throw new IOException("unknown kind " + kind);
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError over) {
            told.add(new Told.Ended());
        }
    }

    private void gatherErrors() {
        try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                synchronized (lastLines) {
                    lastLines.addLast(line.length() > 200 ? line.substring(0, 200) : line);
                    if (lastLines.size() > LAST_LINES) {
                        lastLines.removeFirst();
                    }
                }
            }
        } catch (IOException over) {
            synchronized (lastLines) {
                lastLines.addLast(String.valueOf(over.getMessage()));
            }
        }
    }
}
