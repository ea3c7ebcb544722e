package gewu.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The built distribution as a person runs it: `bin/gewu` with a workspace, in a process of its own.
final class Distribution {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// How the JVM compiles: most of what tests start ends before its optimising compiler pays. Benchmarks set nothing.
    private static final String COMPILER = System.getProperty("gewu.test.compiler", "");

    private static final String BRIEF = COMPILER.isEmpty() ? "" : COMPILER + " -Dgewu.worker.options=" + COMPILER;

    private final Path home = Path.of(System.getProperty("gewu.root", "."), "target", "gewu");
    private final Path workspace;
    private final Path papers;
    private final String options;
    private final String cache;
    private final Duration patience;

    /// @param papers where processes write what they say
    Distribution(Path workspace, Path papers) {
        this(workspace, papers, "", "none", PATIENCE);
    }

    private Distribution(Path workspace, Path papers, String options, String cache, Duration patience) {
        this.workspace = workspace;
        this.papers = papers;
        this.options = options;
        this.cache = cache;
        this.patience = patience;
    }

    /// Whether it was packaged.
    static boolean isThere() {
        return Files.exists(Path.of(System.getProperty("gewu.root", "."), "target", "gewu", "bin", "gewu"));
    }

    /// The same, with options for its Java.
    Distribution with(String... its) {
        return new Distribution(workspace, papers, String.join(" ", its), cache, patience);
    }

    /// The same, keeping what makes the next start quicker in a folder.
    Distribution keepingIn(Path folder) {
        return new Distribution(workspace, papers, options, folder.toString(), patience);
    }

    /// The same, waiting for the end of a call for so long.
    Distribution patientFor(Duration longest) {
        return new Distribution(workspace, papers, options, cache, longest);
    }

    /// What a call answered.
    record Answer(int status, List<String> out, String err) {}

    /// Calls `gewu` and waits for its end.
    Answer call(String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(papers, "out", ".jsonl");
        Path err = Files.createTempFile(papers, "err", ".txt");
        Process process = start(out, err, words);
        if (!process.waitFor(patience)) {
            process.destroyForcibly();
            throw new AssertionError("gewu " + String.join(" ", words) + " did not end: " + Files.readString(err));
        }
        return new Answer(process.exitValue(), Files.readAllLines(out), Files.readString(err));
    }

    /// Starts `gewu` and leaves it running; the process is Java itself, so that killing it kills no mere shell.
    Process start(Path out, Path err, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(home.resolve("bin/gewu").toString(), "--workspace", workspace.toString(), "--lang", "en"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(empty().toFile()));
        builder.environment()
                .put("GEWU_JAVA", ProcessHandle.current().info().command().orElse("java"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GEWU_OPTS", (BRIEF + " " + options).strip());
        builder.environment().put("GEWU_CACHE", cache);
        builder.environment().put("GEWU_CACHE_WAIT", "0");
        return builder.start();
    }

    private Path empty() throws IOException {
        Path empty = papers.resolve("empty");
        if (!Files.exists(empty)) {
            Files.createFile(empty);
        }
        return empty;
    }
}
