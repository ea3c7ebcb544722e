package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A key for 127.0.0.1 with a certificate that nobody else vouches for, as an office makes one for itself.
///
/// @param store       the PKCS#12 file
/// @param password    of that file
/// @param certificate the certificate alone, as PEM
public record OwnCertificate(Path store, String password, Path certificate) {
    private static final String NAME = "office";

    /// Makes one with the keytool of this JDK.
    public static OwnCertificate in(Path folder) throws IOException, InterruptedException {
        OwnCertificate made =
                new OwnCertificate(folder.resolve("办公室.p12"), "keys-of-the-office", folder.resolve("ca.pem"));
        keytool(made, "-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        keytool(made, "-exportcert", "-rfc", "-file", made.certificate.toString());
        return made;
    }

    /// For somebody who trusts this certificate and no other.
    public SSLContext trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, new char[0]);
        trusted.setCertificateEntry(
                NAME,
                KeyStore.getInstance(store.toFile(), password.toCharArray()).getCertificate(NAME));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(OwnCertificate made, String... words) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString()));
        call.addAll(List.of(words));
        call.addAll(List.of(
                "-alias",
                NAME,
                "-storetype",
                "PKCS12",
                "-keystore",
                made.store.toString(),
                "-storepass",
                made.password));
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
