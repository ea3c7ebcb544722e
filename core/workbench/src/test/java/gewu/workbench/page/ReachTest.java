package gewu.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.testkit.OwnCertificate;
import gewu.workbench.Manifests;
import gewu.workbench.Shelf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the workbench is reached in an office: encrypted by a key file, or behind a proxy that encrypts.
final class ReachTest {
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

    @Test
    void withAKeyFileEverythingIsEncryptedAndCookiesGoNoOtherWay() throws Exception {
        OwnCertificate keys = OwnCertificate.in(folder);
        try (TrialHouse house = reached(false, Optional.of(new Reach.KeyFile(keys.store(), keys.password())));
                HttpClient browser =
                        HttpClient.newBuilder().sslContext(keys.trusted()).build()) {
            HttpResponse<String> door = browser.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + house.port() + "/login"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(door.statusCode()).isEqualTo(200);
            assertThat(door.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(it -> it.contains("; Secure"));
            assertThat(door.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThatThrownBy(() -> new TrialBrowser(house.port()).get("/login"))
                    .as("unencrypted")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aKeyFileThatCannotBeUsedIsSaidWithAWayOut() throws Exception {
        OwnCertificate keys = OwnCertificate.in(folder);

        assertThatThrownBy(() -> reached(false, Optional.of(new Reach.KeyFile(keys.store(), "guessed"))))
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
