package gewu.kernel.read;

import gewu.kernel.plugin.PluginSettings;
import gewu.kernel.plugin.Plugins;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The process that reads files and draws pages for the house: it is asked on its standard input and answers
/// on its standard output, one file or page at a time, and ends when the house does. It has no network and a
/// heap of its own.
final class Worker {
    /// Kinds of answers.
    static final int READY = 0;

    static final int PAGE = 1;
    static final int RESULT = 2;
    static final int DRAWING = 3;

    private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "jar", "mailto");

    private Worker() {}

    /// @param words bundled plugin folders (parted as paths are), folder of people's plugins, own folder, whether safe,
    ///              then options as `name=value`
    public static void main(String... words) throws Exception {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        closeNetwork();
        Path own = Path.of(words[2]);
        BlockingQueue<WorkerRequest> requests = new LinkedBlockingQueue<>();
        listen(requests);
        try (Plugins plugins = new Plugins(settings(words, own))) {
            plugins.start();
            Map<String, String> chosen = options(Arrays.asList(words).subList(4, words.length));
            HouseReader reader = new HouseReader(plugins, chosen, (page, of, seconds) -> tell(out, page, of, seconds));
            HousePainter painter = new HousePainter(plugins, chosen);
            out.writeByte(READY);
            out.flush();
            while (true) {
                switch (requests.take()) {
                    case ReadRequest request -> {
                        ReadResult result = reader.read(request);
                        out.writeByte(RESULT);
                        Wire.write(result, out);
                    }
                    case DrawRequest request -> {
                        Drawing drawing = painter.draw(request);
                        out.writeByte(DRAWING);
                        Wire.write(drawing, out);
                    }
                }
                out.flush();
            }
        }
    }

    private static PluginSettings settings(String[] words, Path own) throws IOException {
        List<Path> bundled = Arrays.stream(words[0].split(File.pathSeparator))
                .filter(it -> !it.isEmpty())
                .map(Path::of)
                .toList();
        return new PluginSettings(
                Worker.class.getClassLoader(),
                bundled,
                Path.of(words[1]),
                Files.createDirectories(own.resolve("state")),
                own.resolve("data"),
                Map.of(Clock.class, Clock.systemDefaultZone()),
                Clock.systemDefaultZone(),
                Boolean.parseBoolean(words[3]));
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            options.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return options;
    }

    /// Takes what the house asks; when the house is gone, so is its worker, even in the middle of a file.
    private static void listen(BlockingQueue<WorkerRequest> requests) {
        Thread.ofPlatform().name("gewu-worker-listener").daemon().start(() -> {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
                while (true) {
                    requests.add(Wire.readRequest(in));
                }
            } catch (IOException houseIsGone) {
                Runtime.getRuntime().halt(0);
            }
        });
    }

    private static void tell(DataOutputStream out, int page, int of, int seconds) {
        try {
            out.writeByte(PAGE);
            out.writeInt(page);
            out.writeInt(of);
            out.writeInt(seconds);
            out.flush();
        } catch (IOException houseIsGone) {
            throw new UncheckedIOException(houseIsGone);
        }
    }

    @SuppressWarnings("deprecation") // there is no other way to keep plain sockets shut
    private static void closeNetwork() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new UncheckedIOException(NoSockets.refusal());
        });
        ServerSocket.setSocketFactory(() -> {
            throw new UncheckedIOException(NoSockets.refusal());
        });
        URL.setURLStreamHandlerFactory(
                protocol -> NETWORK.contains(protocol) && !protocol.equals("jar") ? new Refusing() : null);
    }

    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw NoSockets.refusal();
        }
    }
}
