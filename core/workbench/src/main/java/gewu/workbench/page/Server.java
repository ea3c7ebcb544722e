package gewu.workbench.page;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.workbench.people.Person;
import gewu.workbench.people.Secret;
import io.javalin.Javalin;
import io.javalin.config.SizeUnit;
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
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// Speaks HTTP for a [Site], on loopback unless told otherwise.
///
/// A page from elsewhere can't reach it by pointing its own name at this machine: on loopback only the names
/// of loopback are answered to.
final class Server implements AutoCloseable {
    private static final Set<String> LOOPBACK_ADDRESSES =
            Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; "
                    + "script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String FRAME_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";
    private static final String POLICY = "Content-Security-Policy";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final int YEAR_SECONDS = 365 * 24 * 60 * 60;

    private static final int SECONDS_BETWEEN_SIGNS = 15;

    /// Addresses hold what a view is asked, such as a list of queries.
    private static final int ADDRESS_BYTES = 64 * 1024;

    private final Site site;
    private final EventDesk events;
    private final Doorkeeper doorkeeper;
    private final Threshold threshold;
    private final Limits limits;
    private final Reach reach;
    private final Map<String, Integer> streams = new ConcurrentHashMap<>();
    private final Javalin javalin;

    /// @throws WorkbenchException if the port can't be had, or the key file can't be used
    Server(Site site, EventDesk events, Doorkeeper doorkeeper, Reach reach, Limits limits) {
        String host = reach.host();
        int port = reach.port();
        this.site = site;
        this.events = events;
        this.doorkeeper = doorkeeper;
        this.threshold = new Threshold(doorkeeper, limits);
        this.limits = limits;
        this.reach = reach;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = limits.formBytes();
            config.jetty.multipartConfig.maxFileSize(limits.fileBytes(), SizeUnit.BYTES);
            config.jetty.multipartConfig.maxTotalRequestSize(limits.requestBytes(), SizeUnit.BYTES);
            config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(ADDRESS_BYTES));
            reach.tls().ifPresent(it -> config.jetty.addConnector((server, http) -> encrypted(it, server, http)));
            // What the web server turns away by itself is not one of our pages. Behind the path may stand a token.
            config.jetty.modifyServer(server -> server.setRequestLog((request, response) -> {
                if (response.getStatus() >= 400 && !response.getHeaders().contains(POLICY)) {
                    site.turnedAway(
                            Request.getRemoteAddr(request),
                            request.getMethod(),
                            String.valueOf(request.getHttpURI().getPath()),
                            response.getStatus());
                }
            }));
            config.routes.before("/events", this::beforeStream);
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
            Throwable root = rootOf(failed);
            if (reach.tls().isPresent() && (root instanceof IOException || root instanceof GeneralSecurityException)) {
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE,
                        "The key file " + reach.tls().get() + " can't be used (" + root.getMessage() + ").",
                        "It must be a PKCS#12 file; its password stands in the file of --tls-password-file or in GEWU_TLS_PASSWORD.",
                        failed);
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
        events.dismiss();
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

    private ServerConnector encrypted(
            Reach.KeyFile key, org.eclipse.jetty.server.Server server, HttpConfiguration http) {
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setKeyStorePath(key.file().toAbsolutePath().toString());
        keys.setKeyStoreType("PKCS12");
        keys.setKeyStorePassword(key.password());
        HttpConfiguration secure = new HttpConfiguration(http);
        // The names of a key are those of the office; whoever asks by the number of the machine is meant, too.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(secure));
        connector.setHost(reach.host());
        connector.setPort(reach.port());
        return connector;
    }

    /// Whether what the browser sends and gets is encrypted on its way.
    private boolean isEncrypted(Context context) {
        return reach.tls().isPresent() || isFromProxy(context) && "https".equals(context.header("X-Forwarded-Proto"));
    }

    private boolean isFromProxy(Context context) {
        return reach.isBehindProxy() && LOOPBACK_ADDRESSES.contains(context.ip());
    }

    /// Who calls: the last address that a proxy on this machine has added, else the caller itself.
    private String address(Context context) {
        String forwarded = context.header("X-Forwarded-For");
        return isFromProxy(context) && forwarded != null
                ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
                : context.ip();
    }

    private void answer(Context context, boolean isPost) {
        if (!isMeant(context)) {
            return;
        }
        Visit visit = doorkeeper.visit(context, address(context));
        Ask bare = bare(context, visit, isPost);
        if (isToLogIn(bare)) {
            give(
                    new Reply.Elsewhere("/login?to=" + URLEncoder.encode(wanted(context), StandardCharsets.UTF_8)),
                    bare,
                    context);
            return;
        }
        try {
            threshold.check(context, visit, isPost);
            if (bare.path().equals("/login") && !isPost && visit.token().isEmpty()) {
                bare = atTheDoor(context, bare);
            }
            try (Uploads uploads = Uploads.of(context, limits)) {
                Ask ask = isPost ? full(context, bare, uploads.all()) : bare;
                give(site.answer(ask), ask, context);
            }
        } catch (Refused refused) {
            if (isPost) {
                // What was posted may not have been read to its end.
                context.header("Connection", "close");
            }
            give(site.refuse(bare, refused), bare, context);
        }
    }

    /// Whether a stranger asked for a page, and is to be asked who it is.
    private static boolean isToLogIn(Ask ask) {
        String path = ask.path();
        return ask.visit().isStranger()
                && !ask.visit().isProgram()
                && !ask.isPost()
                && !ask.isPart()
                && !path.equals("/login")
                && !path.equals("/shell.json")
                && !path.startsWith("/lib/")
                && !path.startsWith("/api/")
                && !path.startsWith("/do/")
                && !path.startsWith("/fetch/");
    }

    private static String wanted(Context context) {
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    /// A browser that asks for the login page for the first time; what it gets binds the form to it.
    private Ask atTheDoor(Context context, Ask ask) {
        Secret door = Secret.fresh();
        giveCookie(context, AccountDoorkeeper.DOOR, door.words());
        Visit visit = ask.visit();
        return ask.by(new Visit(visit.person(), door.digest("form"), visit.address(), "", false));
    }

    private void giveCookie(Context context, String name, String value) {
        context.res()
                .addHeader(
                        "Set-Cookie",
                        name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax"
                                + (isEncrypted(context) ? "; Secure" : "")
                                + (value.isEmpty() ? "; Max-Age=0" : ""));
    }

    /// Nobody listens who has not come in; who opens very many streams is told so.
    private void beforeStream(Context context) {
        if (!isMeant(context)) {
            context.skipRemainingHandlers();
            return;
        }
        Visit visit = doorkeeper.visit(context, address(context));
        try {
            threshold.check(context, visit, false);
            if (doorkeeper.asks() && streams.getOrDefault(visit.person().name(), 0) >= limits.streams()) {
                throw new Refused(
                        429,
                        new Label("同时打开的页面太多。", "Too many pages are open at once."),
                        new Label("关掉几个再试。", "Close some of them."));
            }
        } catch (Refused refused) {
            give(site.refuse(bare(context, visit, false), refused), bare(context, visit, false), context);
            context.skipRemainingHandlers();
        }
    }

    /// Tells a page what changes, until it closes.
    private void stream(SseClient client) {
        Visit visit = doorkeeper.visit(client.ctx(), address(client.ctx()));
        String name = visit.person().name();
        streams.merge(name, 1, Integer::sum);
        try (EventDesk.Listener listener = events.listen(visit.person().isAtLeast(Person.Standing.ADMINISTRATOR))) {
            client.onClose(listener::close);
            client.sendEvent("ready", "{}");
            while (listener.isOpen() && !client.terminated() && doorkeeper.isStillHere(visit)) {
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
            streams.merge(name, -1, Integer::sum);
            client.close();
        }
    }

    /// Whether the request was meant for this server; if not, it is answered.
    private boolean isMeant(Context context) {
        context.header(POLICY, CONTENT_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        // Elsewhere nothing is told; our own pages say where a form comes from, or its origin would be null.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
        context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        if (isEncrypted(context)) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (reach.isLoopbackOnly() && !isLoopback(context.header("Host"))) {
            site.turnedAway(context.ip(), String.valueOf(context.method()), context.path(), 421);
            context.status(421)
                    .contentType(PLAIN)
                    .result(
                            "This workbench answers only to 127.0.0.1 and localhost. Start it with --host to open it to others.\n");
            return false;
        }
        return true;
    }

    /// A window of the workbench that asks is told where else to look, instead of being sent there.
    private void give(Reply reply, Ask ask, Context context) {
        boolean isPart = ask.isPart();
        switch (reply) {
            case Reply.Text(int status, String type, String body, Map<String, String> headers) -> {
                headers.forEach(context::header);
                context.status(status).contentType(type).result(body);
            }
            case Reply.Elsewhere(String place) ->
                context.status(isPart ? 200 : 302).header(isPart ? "Gewu-Elsewhere" : "Location", place);
            case Reply.Entrance(String session, String place) -> {
                giveCookie(context, AccountDoorkeeper.SESSION, session);
                context.status(303).header(isPart ? "Gewu-Elsewhere" : "Location", place);
            }
            case Reply.Flow(Reply.Writing writing) -> flow(writing, context);
            case Reply.Download download -> send(download, context);
            case Reply.Framed(String html) ->
                context.header(POLICY, FRAME_POLICY)
                        .contentType("text/html; charset=utf-8")
                        .result(html);
            case Reply.Lasting(String type, byte[] body) -> last("private", type, body, context);
            case Reply.Piece(String type, byte[] body, byte[] packed) -> {
                context.header("Vary", "Accept-Encoding");
                boolean isPacked = Objects.requireNonNullElse(context.header("Accept-Encoding"), "")
                        .contains("gzip");
                if (isPacked) {
                    context.header("Content-Encoding", "gzip");
                }
                last("public", type, isPacked ? packed : body, context);
            }
        }
    }

    private static void last(String keeper, String type, byte[] body, Context context) {
        context.header("Cache-Control", keeper + ", max-age=31536000, immutable")
                .contentType(type)
                .result(body);
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

    private static void flow(Reply.Writing writing, Context context) {
        try {
            writing.write((status, type, headers) -> {
                context.status(status).contentType(type);
                headers.forEach(context::header);
                return context.outputStream();
            });
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// With what a form holds.
    ///
    /// @throws Refused if it holds very much
    private Ask full(Context context, Ask bare, List<Upload> uploads) {
        Map<String, List<String>> fields = new LinkedHashMap<>(bare.fields());
        fields.putAll(Uploads.read(context::formParamMap));
        fields.values().removeIf(List::isEmpty);
        if (fields.values().stream().mapToInt(List::size).sum() > limits.fields()) {
            throw Refused.tooMuch(
                    "表单的内容超过 " + limits.fields() + " 项。", "The form holds more than " + limits.fields() + " values.");
        }
        return bare.with(fields, uploads);
    }

    /// What the address alone says.
    private static Ask bare(Context context, Visit visit, boolean isPost) {
        Map<String, List<String>> fields = new LinkedHashMap<>(context.queryParamMap());
        fields.values().removeIf(List::isEmpty);
        String asked = fields.getOrDefault("lang", List.of("")).getFirst();
        if (asked.equals("zh") || asked.equals("en")) {
            context.res()
                    .addHeader(
                            "Set-Cookie",
                            "lang=" + asked + "; Path=/; Max-Age=" + YEAR_SECONDS + "; HttpOnly; SameSite=Lax");
        }
        String kept = context.cookie("lang");
        String language = asked.isEmpty() && kept != null ? kept : asked;
        boolean isPart = context.header("Gewu-Part") != null;
        return new Ask(path(context), fields, language.equals("en") ? "en" : "zh", visit, isPost, isPart, List.of());
    }

    /// As people read it; as it was sent if it can't be read.
    private static String path(Context context) {
        try {
            return URLDecoder.decode(context.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return context.path();
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return LOOPBACK.contains(name);
    }
}
