package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the workbench is reached in an office: encrypted by a key file, or behind a proxy that encrypts.
final class ReachTest {
    private static final String PASSWORD = "keys-of-the-office";

    @TempDir
    private Path folder;

    private TrialHouse reached(boolean isBehindProxy, Optional<Reach.KeyFile> keys) throws Exception {
        return TrialHouse.reachedBy(
                folder,
                new Manifests("<plugin id=\"trial\"/>"),
                new Shelf(),
                new Reach("127.0.0.1", 0, false, isBehindProxy, keys),
                Clock.systemUTC());
    }

    /// A key for 127.0.0.1, as an office makes one for itself.
    private Path keys() throws Exception {
        Path file = folder.resolve("办公室.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gewu",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.out").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(folder.resolve("keytool.out")))
                .isZero();
        return file;
    }

    private static HttpClient trusting(Path keys) throws Exception {
        java.security.KeyStore store = java.security.KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        java.security.KeyStore trusted = java.security.KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gewu", store.getCertificate("gewu"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void withAKeyFileEverythingIsEncryptedAndCookiesGoNoOtherWay() throws Exception {
        Path keys = keys();
        try (TrialHouse house = reached(false, Optional.of(new Reach.KeyFile(keys, PASSWORD)));
                HttpClient browser = trusting(keys)) {
            HttpResponse<String> door = browser.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + house.port() + "/login"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(door.statusCode()).isEqualTo(200);
            assertThat(door.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(it -> it.contains("; Secure"));
            assertThat(door.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThatThrownBy(() -> new TrialBrowser(house.port()).get("/login"))
                    .as("unencrypted")
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void aKeyFileThatCannotBeUsedIsSaidWithAWayOut() throws Exception {
        Path keys = keys();

        assertThatThrownBy(() -> reached(false, Optional.of(new Reach.KeyFile(keys, "guessed"))))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused).hasMessageContaining("办公室.p12").hasMessageNotContaining("guessed");
                    assertThat(refused.remedy()).contains("--tls-password-file");
                });
    }

    @Test
    void aProxyTellsWhoCallsAndThatItEncrypts() throws Exception {
        try (TrialHouse house = reached(true, Optional.empty())) {
            HttpResponse<String> door = new TrialBrowser(house.port())
                    .get("/login", "X-Forwarded-Proto", "https", "X-Forwarded-For", "6.6.6.6, 10.1.2.3");
            assertThat(door.headers().allValues("Set-Cookie")).allMatch(it -> it.contains("; Secure"));

            new TrialBrowser(house.port()).get("/api/absent", "X-Forwarded-For", "6.6.6.6, 10.1.2.3");
            assertThat(house.people().trail().latest(1).getFirst().address())
                    .as("what the proxy itself has added")
                    .isEqualTo("10.1.2.3");
        }
    }

    @Test
    void withoutAProxyNobodyIsBelievedWhatHeSaysOfHisAddress() throws Exception {
        try (TrialHouse house = reached(false, Optional.empty())) {
            HttpResponse<String> door = new TrialBrowser(house.port())
                    .get("/api/absent", "X-Forwarded-Proto", "https", "X-Forwarded-For", "10.1.2.3");

            assertThat(door.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(house.people().trail().latest(1).getFirst().address()).isEqualTo("127.0.0.1");
        }
    }
}
