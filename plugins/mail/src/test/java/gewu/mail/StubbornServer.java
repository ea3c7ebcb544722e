package gewu.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A mail server on loopback that refuses whom it is told to, or goes silent once it has the whole
/// letter: what well-bred servers for tests don't do. It speaks SMTP over a real socket.
final class StubbornServer implements AutoCloseable {
    /// What happens behind the last line of a letter.
    enum Ending {
        TAKE,
        HANG_UP,
        SAY_NOTHING
    }

    final Map<String, String> refusals = new ConcurrentHashMap<>();
    final List<String> letters = new CopyOnWriteArrayList<>();
    final CountDownLatch hasOne = new CountDownLatch(1);
    volatile Ending ending = Ending.TAKE;
    volatile int asked;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket socket;

    StubbornServer() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = caller.getOutputStream();
            say(out, "220 stubborn");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(line, in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The caller hung up, as callers do that are killed.
            return;
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        if (line.startsWith("RCPT TO:")) {
            asked++;
            String address = line.replaceFirst(".*<(.*)>.*", "$1");
            say(out, refusals.getOrDefault(address, "250 ok"));
        } else if (line.equals("DATA")) {
            say(out, "354 go on");
            letters.add(letter(in));
            hasOne.countDown();
            switch (ending) {
                case TAKE -> say(out, "250 taken");
                case HANG_UP -> {
                    return false;
                }
                case SAY_NOTHING -> in.readLine();
            }
        } else {
            say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
        }
        return true;
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        for (@Nullable String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line).append("\n");
        }
        return letter.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// The Message-IDs of what it was given, in order.
    List<String> ids() {
        return letters.stream()
                .map(it -> it.lines()
                        .filter(line -> line.startsWith("Message-ID:"))
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket it : open) {
            it.close();
        }
    }
}
