package gewu.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The distribution at work: `gewu serve` on a workspace in a process of its own, as people who open it in a browser
/// have it.
final class Served implements AutoCloseable {
    private static final Pattern OPEN = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern TOKEN = Pattern.compile("name=\"gewu-token\" content=\"([^\"]*)\"");
    private static final long PATIENCE_SECONDS = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path workspace;
    private final Path papers;
    private final String options;
    private Process process;
    private int port;

    private Served(Path workspace, Path papers, String options) throws IOException, InterruptedException {
        this.workspace = workspace;
        this.papers = papers;
        this.options = options;
        this.process = start();
    }

    /// Serves a copy of a workspace.
    ///
    /// @param folder where the copy goes
    static Served copyOf(Path workspace, Path folder) throws IOException, InterruptedException {
        Path copy = folder.resolve("工作区");
        try (Stream<Path> all = Files.walk(workspace)) {
            all.forEach(it -> copied(it, copy.resolve(workspace.relativize(it).toString())));
        }
        return of(copy, folder);
    }

    /// Serves a workspace itself.
    ///
    /// @param papers  where the process writes what it says
    /// @param options for its Java
    static Served of(Path workspace, Path papers, String... options) throws IOException, InterruptedException {
        return new Served(workspace, papers, String.join(" ", options));
    }

    /// A workspace with the seeds and a ledger of their problems.
    static Path seeds(Path folder) throws IOException, InterruptedException {
        Path workspace = folder.resolve("workspace");
        Distribution gewu = new Distribution(workspace, folder);
        Path samples = Path.of(System.getProperty("gewu.root", "."), "seeds", "reports");
        for (Distribution.Answer answer : new Distribution.Answer[] {
            gewu.call("import", samples.toString(), "--json"), gewu.call("ledger", "take", "--json")
        }) {
            if (answer.status() != 0 && !answer.err().isEmpty()) {
                throw new AssertionError(answer.err());
            }
        }
        return workspace;
    }

    /// Such as `http://127.0.0.1:40123`.
    String address() {
        return "http://127.0.0.1:" + port;
    }

    /// The folder in which it works.
    Path workspace() {
        return workspace;
    }

    Process process() {
        return process;
    }

    /// Stops it as Ctrl-C does.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("gewu serve did not end within " + PATIENCE_SECONDS + " s.");
        }
    }

    /// Starts it again at the same port.
    void startAgain() throws IOException, InterruptedException {
        process = start();
    }

    /// What a page of it says, without a browser.
    String read(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address() + path)).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    /// What forms send along.
    String token() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(read("/reports"));
        if (!token.find()) {
            throw new AssertionError("No token stands on " + address() + "/reports.");
        }
        return token.group(1);
    }

    /// Posts a form as a page of ours; the answer is a page.
    ///
    /// @param fields each as `name=value`
    HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        String body = Arrays.stream(fields)
                .map(it -> encoded(it.substring(0, it.indexOf('='))) + "=" + encoded(it.substring(it.indexOf('=') + 1)))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Gewu-Token", token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// The person begins anew: windows as perspectives lay them out, nothing set.
    void forgetSettings() throws IOException, InterruptedException {
        Matcher name = Pattern.compile("\"((?:layout\\.[^\"]*)|perspective|theme|keys)\":")
                .matcher(read("/shell.json"));
        while (name.find()) {
            post("/shell/keep", "name=" + name.group(1), "value=");
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            if (process.isAlive()) {
                stop();
            }
        } catch (InterruptedException over) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process start() throws IOException, InterruptedException {
        Path out = Files.createTempFile(papers, "serve", ".out");
        Path err = Files.createTempFile(papers, "serve", ".err");
        Process started = new Distribution(workspace, papers)
                .with(options)
                .start(out, err, "serve", "--port", Integer.toString(port));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (started.isAlive() && System.nanoTime() < until) {
            Matcher open = OPEN.matcher(Files.readString(out));
            if (open.find()) {
                port = Integer.parseInt(open.group(1));
                return started;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        started.destroyForcibly();
        throw new AssertionError("gewu serve did not begin: " + Files.readString(out) + Files.readString(err));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static void copied(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
