package gewu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.CommandContract;
import gewu.testkit.RecordedOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailCommandTest extends CommandContract {
    @TempDir
    Path folder;

    private Bureau bureau;

    @BeforeEach
    void open() {
        bureau = Bureau.in(folder);
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Override
    protected Command command() {
        return new MailCommand(bureau.room, Label::same);
    }

    private List<DataRow> does(String... words) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(new CommandCall(List.of(words), Map.of()), output);
        return output.rows();
    }

    @Test
    void whatItPreparesIsSettingsOnceTheRemarksAreTakenAway() throws Exception {
        assertThat(does().getFirst().values()).containsEntry("set_up", false);
        does("prepare");
        assertThat(does().getFirst().values()).containsEntry("set_up", false);
        Path file = bureau.room.folder().resolve(MailSettings.FILE);
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^#(?! )", ""));
        assertThat(does().getFirst().values())
                .containsEntry("set_up", true)
                .containsEntry("host", "smtp.example.cn")
                .containsEntry("port", 587)
                .containsEntry("tls", "starttls")
                .containsEntry("user", "ducha@example.cn");
        does("准备");
        assertThat(Files.readString(file)).as("what the office wrote stays").doesNotContain("#host");
    }

    @Test
    void aLetterIsTriedAndTellsWhatCameOfIt() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        int port = server.getSmtp().getPort();
        bureau.server(port);
        assertThat(does("test", "lisi@gewu.example").getFirst().values()).containsEntry("sent", true);
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("格物：邮件设置试发");
        server.stop();
        assertThat(String.valueOf(
                        does("试发", "lisi@gewu.example").getFirst().values().get("why")))
                .startsWith("The mail server 127.0.0.1:" + port + " can't be used: ");
    }

    @Test
    void whatIsNoAddressIsRefused() throws IOException {
        bureau.server(25);
        for (String no : List.of("lisi", "a@b\r\nBcc: c@d", "a@b,c@d", "李四 <a@b>", "@b", "a@")) {
            assertThatThrownBy(() -> does("test", no)).isInstanceOf(WorkbenchException.class);
        }
    }
}
