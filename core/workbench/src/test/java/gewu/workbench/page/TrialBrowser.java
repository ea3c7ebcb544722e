package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser that asks a workbench on this machine: it has cookies of its own, and the token of the page it has open.
final class TrialBrowser {
    private static final Pattern TOKEN_OF_A_PAGE = Pattern.compile("name=\"gewu-token\" content=\"([^\"]+)\"");
    private static final Pattern TOKEN_OF_A_FORM = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private String token = "";

    /// One that stays where it is when it is sent elsewhere.
    TrialBrowser(int port) {
        this(port, HttpClient.Redirect.NEVER);
    }

    TrialBrowser(int port, HttpClient.Redirect redirect) {
        this.port = port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    /// @param headers names and values by turns
    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(with(request(path), headers));
    }

    /// Posts a form without saying which page it stands on.
    HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        return send(with(request(path), headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /// Posts a form as a page of ours does.
    HttpResponse<String> send(String path, String form) throws Exception {
        return post(path, form, "Gewu-Token", token());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// The events of a stream, as they come.
    InputStream stream(String path) throws Exception {
        return client.send(
                        request(path).header("Accept", "text/event-stream").build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /// Logs in with the password that all have in a [TrialHouse].
    TrialBrowser in(String name) throws Exception {
        HttpResponse<String> answer = tries(name, TrialHouse.PASSWORD, "/reports");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        token = found(TOKEN_OF_A_FORM, get("/account").body());
        return this;
    }

    HttpResponse<String> tries(String name, String password, String to) throws Exception {
        String door = found(TOKEN_OF_A_FORM, get("/login").body());
        return post(
                "/login",
                "_token=" + door + "&name=" + encoded(name) + "&password=" + encoded(password) + "&to=" + encoded(to));
    }

    /// What forms of its pages send along.
    String token() throws Exception {
        if (token.isEmpty()) {
            token = found(TOKEN_OF_A_PAGE, get("/").body());
        }
        return token;
    }

    /// What its session is known by; empty without one.
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(AccountDoorkeeper.SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// The whole answer to exactly these lines, which no browser would send.
    String raw(String lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write((lines + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Words as they stand in addresses and forms.
    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
