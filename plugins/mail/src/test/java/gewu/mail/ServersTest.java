package gewu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gewu.api.workbench.HealthFinding;
import gewu.testkit.OwnCertificate;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Servers that want to know who we are, and servers whose certificate we want to know.
final class ServersTest {
    @TempDir
    Path folder;

    private Bureau bureau;

    @BeforeEach
    void open() throws IOException {
        bureau = Bureau.in(folder).addresses("李四\tlisi@gewu.example");
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    private void send() throws IOException {
        assertThat(bureau.channel.handOver(Bureau.digest(Bureau.notice(1, "red", "预算编制不够精准", "李四"))))
                .isEmpty();
    }

    private static GreenMail with(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.setUser("ducha@gewu.example", "ducha", "秘密 secret");
        server.start();
        return server;
    }

    private Path password(String words) throws IOException {
        Path file = bureau.room.folder().resolve("password");
        Files.writeString(file, words + "\n");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    @Test
    void aServerLetsInWhoGivesTheRightPassword() throws IOException {
        GreenMail server = with(ServerSetup.PROTOCOL_SMTP);
        try {
            bureau.server(server.getSmtp().getPort(), "user\tducha", "password-file\tpassword");
            assertThatThrownBy(this::send).hasMessageStartingWith("The password can't be read from ");
            password("falsch");
            assertThatThrownBy(this::send)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not let “ducha” in", "Check user and password.");
            password("秘密 secret");
            send();
            assertThat(server.getReceivedMessagesForDomain("lisi@gewu.example")).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedUntilTheOfficeDoes() throws Exception {
        OwnCertificate office = OwnCertificate.in(folder);
        System.setProperty("greenmail.tls.keystore.file", office.store().toString());
        System.setProperty("greenmail.tls.keystore.password", office.password());
        GreenMail server = with(ServerSetup.PROTOCOL_SMTPS);
        try {
            bureau.server(server.getSmtps().getPort(), "tls\ttls");
            assertThatThrownBy(this::send)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("can't be used", "certification path");
            bureau.server(server.getSmtps().getPort(), "tls\ttls", "certificate\t" + office.certificate());
            send();
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    @Test
    void nothingGoesOutInTheClearWhereEncryptionIsWanted() throws IOException {
        GreenMail server = with(ServerSetup.PROTOCOL_SMTP);
        try {
            bureau.server(server.getSmtp().getPort(), "tls\tstarttls");
            assertThatThrownBy(this::send).hasMessageContaining("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPasswordThatEverybodyMayReadIsWarnedOf() throws IOException {
        bureau.server(25, "user\tducha", "password-file\tpassword");
        Files.setPosixFilePermissions(password("geheim"), PosixFilePermissions.fromString("rw-r--r--"));
        List<HealthFinding> open = new MailHealth(bureau.room).check();
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().state()).isEqualTo(HealthFinding.State.WARNING);
        assertThat(open.getFirst().detail()).startsWith("Everybody on this computer may read ");
        password("geheim");
        assertThat(new MailHealth(bureau.room).check())
                .extracting(HealthFinding::state)
                .containsExactly(HealthFinding.State.WELL);
        Files.writeString(
                bureau.room.folder().resolve(MailSettings.FILE),
                "host smtp.gewu.example\nsender ducha@gewu.example\ntls none\nuser ducha\npassword-file password\n");
        assertThat(new MailHealth(bureau.room).check().getFirst().detail())
                .isEqualTo("The password goes to smtp.gewu.example:25 in the clear.");
    }
}
