package gewu.kernel.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Another process that runs a main class of the tests.
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader words;

    private Child(Process process) {
        this.process = process;
        this.words = process.inputReader();
    }

    public static Child start(Class<?> main, Path... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main.getName()));
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // File names are Chinese, whatever the language of the machine that runs the tests.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Child(builder.start());
    }

    /// The next line it says; empty when it has ended.
    public String line() throws IOException {
        String line = words.readLine();
        return line == null ? "" : line;
    }

    public long id() {
        return process.pid();
    }

    /// Ends it as a power cut would.
    public void kill() throws InterruptedException {
        // Not by way of the process itself: that would throw away what it said last.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
