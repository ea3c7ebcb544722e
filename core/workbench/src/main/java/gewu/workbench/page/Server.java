package gewu.workbench.page;

import gewu.api.WorkbenchException;
import gewu.workbench.people.Person;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Speaks HTTP for a [Site], on loopback unless told otherwise.
///
/// A page from elsewhere can't reach it by pointing its own name at this machine: on loopback only the names
/// of loopback are answered to.
final class Server implements AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; "
                    + "script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final long MOST_BYTES_OF_A_FORM = 4_000_000;
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    private static final int SECONDS_BETWEEN_SIGNS = 15;

    private final Site site;
    private final EventDesk events;
    private final Doorkeeper doorkeeper;
    private final boolean isLoopbackOnly;
    private final Javalin javalin;

    /// @param host the address to listen at
    /// @param port 0 for any free one
    /// @throws WorkbenchException if the port can't be had
    Server(Site site, EventDesk events, Doorkeeper doorkeeper, String host, int port, boolean isLoopbackOnly) {
        this.site = site;
        this.events = events;
        this.doorkeeper = doorkeeper;
        this.isLoopbackOnly = isLoopbackOnly;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = MOST_BYTES_OF_A_FORM;
            config.routes.sse("/events", this::stream);
            config.routes.get("/*", context -> answer(context, false));
            config.routes.post("/*", context -> answer(context, true));
        });
        try {
            javalin.start(host, port);
        } catch (JavalinBindException taken) {
            throw refused(host, port, taken);
        } catch (RuntimeException failed) {
            if (rootOf(failed) instanceof BindException taken) {
                throw refused(host, port, taken);
            }
            throw failed;
        }
    }

    /// The port that is listened at.
    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static WorkbenchException refused(String host, int port, Throwable cause) {
        return new WorkbenchException(
                WorkbenchException.Kind.USAGE,
                "Can't listen at " + host + ":" + port + " (" + rootOf(cause).getMessage() + ").",
                port == 0
                        ? "Give --host an address of this machine, such as 127.0.0.1."
                        : "Another program may use the port: choose one with --port 8421, or --port 0 for any free one.",
                cause);
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void answer(Context context, boolean isPost) {
        if (!isMeant(context)) {
            return;
        }
        Person person = doorkeeper.person(context);
        if (isPost && !doorkeeper.isOurs(context, person)) {
            context.status(403)
                    .contentType(PLAIN)
                    .result("This request did not come from a page of this workbench. Load the page anew.\n");
            return;
        }
        Uploads uploads = Uploads.of(context);
        try (uploads) {
            Ask ask = ask(context, person, isPost, uploads.all());
            give(site.answer(ask), ask.isPart(), context);
        }
    }

    /// Tells a page what changes, until it closes.
    private void stream(SseClient client) {
        if (!isMeant(client.ctx())) {
            client.close();
            return;
        }
        try (EventDesk.Listener listener = events.listen()) {
            client.onClose(listener::close);
            client.sendEvent("ready", "{}");
            while (listener.isOpen() && !client.terminated()) {
                String line = listener.next(SECONDS_BETWEEN_SIGNS);
                if (line.isEmpty()) {
                    client.sendComment("still here");
                } else {
                    client.sendEvent("news", line);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
        }
    }

    /// Whether the request was meant for this server; if not, it is answered.
    private boolean isMeant(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cache-Control", "no-store");
        if (isLoopbackOnly && !isLoopback(context.header("Host"))) {
            context.status(421)
                    .contentType(PLAIN)
                    .result(
                            "This workbench answers only to 127.0.0.1 and localhost. Start it with --host to open it to others.\n");
            return false;
        }
        return true;
    }

    /// @param isPart whether a window of the workbench asks, which is told where else to look instead of being sent
    /// there
    private static void give(Reply reply, boolean isPart, Context context) {
        switch (reply) {
            case Reply.Text(int status, String type, String body) ->
                context.status(status).contentType(type).result(body);
            case Reply.Elsewhere(String place) ->
                context.status(isPart ? 200 : 302).header(isPart ? "Gewu-Elsewhere" : "Location", place);
            case Reply.Download download -> send(download, context);
            case Reply.Lasting(String type, byte[] body) ->
                context.header("Cache-Control", "public, max-age=31536000, immutable")
                        .contentType(type)
                        .result(body);
        }
    }

    private static void send(Reply.Download download, Context context) {
        String name = URLEncoder.encode(download.name(), StandardCharsets.UTF_8).replace("+", "%20");
        try {
            context.header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                    .contentType(download.type())
                    .result(Files.newInputStream(download.file(), StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Ask ask(Context context, Person person, boolean isPost, List<Upload> uploads) {
        Map<String, List<String>> fields = new LinkedHashMap<>(context.queryParamMap());
        if (isPost) {
            fields.putAll(context.formParamMap());
        }
        fields.values().removeIf(List::isEmpty);
        String asked = fields.getOrDefault("lang", List.of("")).getFirst();
        if (asked.equals("zh") || asked.equals("en")) {
            context.header(
                    "Set-Cookie", "lang=" + asked + "; Path=/; Max-Age=" + YEAR_SECONDS + "; HttpOnly; SameSite=Lax");
        }
        String kept = context.cookie("lang");
        String language = asked.isEmpty() && kept != null ? kept : asked;
        String path = URLDecoder.decode(context.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        boolean isPart = context.header("Gewu-Part") != null;
        return new Ask(path, fields, language.equals("en") ? "en" : "zh", person, isPost, isPart, uploads);
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return LOOPBACK.contains(name);
    }
}
