package gewu.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gewu.api.job.Progress;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.HealthCheck;
import gewu.api.workbench.HealthFinding;
import gewu.api.workbench.Upkeep;
import gewu.ledger.channel.ReminderChannel;
import gewu.testkit.RecordedOutput;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.Unloading;
import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.activation.MailcapFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ledger and mail in a house, each in a class loader of its own, as they are installed.
final class MailInTheHouseTest {
    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static List<DataRow> does(TemporaryWorkbench bench, String... words) throws Exception {
        Map<String, List<String>> options = new HashMap<>();
        List<String> arguments = new java.util.ArrayList<>();
        for (String it : words) {
            if (it.startsWith("--")) {
                options.put(it.replaceFirst("=.*", ""), List.of(it.replaceFirst(".*?=", "")));
            } else {
                arguments.add(it);
            }
        }
        RecordedOutput output = RecordedOutput.json();
        bench.extension(Command.class, "ledger").run(new CommandCall(arguments, options), output);
        return output.rows();
    }

    @Test
    void theLedgersRemindersGoOutAsMailOnceSomebodySetItUp() throws Exception {
        try (TemporaryWorkbench bench = TemporaryWorkbench.in(folder)
                .plugin(ReminderChannel.class)
                .plugin(MailChannel.class, Session.class, DataHandler.class, MailcapFile.class)
                .enter()) {
            LocalDate today = LocalDate.now(Clock.systemUTC());
            does(bench, "party", "水利局");
            String item = String.valueOf(does(bench, "add", "预算编制不够精准", "--unit=水利局", "--year=2024", "--reason=手工")
                    .getFirst()
                    .values()
                    .get("id"));
            does(bench, "register", item, "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新");
            Upkeep upkeep = bench.extension(Upkeep.class, "reminders");
            does(bench, "milestone", item, "--name=建章立制", "--due=" + today.minusDays(1));
            assertThat(upkeep.run(Progress.NONE).orElseThrow().zh()).isEqualTo("提醒 1 条，涉及 1 项。");
            assertThat(server.getReceivedMessages()).as("nobody set mail up").isEmpty();

            Path data = Files.createDirectories(folder.resolve("workspace/data/mail"));
            Files.writeString(
                    data.resolve("mail.tsv"),
                    "host 127.0.0.1\nport " + server.getSmtp().getPort() + "\ntls none\nsender ducha@gewu.example\n");
            does(bench, "milestone", item, "--name=回访", "--due=" + today.minusDays(1));
            assertThat(upkeep.run(Progress.NONE).orElseThrow().zh())
                    .contains("提醒 1 条", "渠道 mail 有 1 条没有送出", "水利局 在 addresses.tsv 中没有地址。");
            assertThat(healthOf(bench)).contains(HealthFinding.State.WARNING);
            Files.writeString(data.resolve("addresses.tsv"), "水利局 shuiliju@gewu.example\n");
            assertThat(upkeep.run(Progress.NONE))
                    .as("nothing new, nothing left")
                    .isEmpty();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getContent().toString())
                    .contains("水利局：", item + "　预算编制不够精准", "超过节点“回访”");
            assertThat(healthOf(bench)).containsOnly(HealthFinding.State.WELL);
            Unloading.assertUnloads(bench, "mail");
        }
    }

    private static List<HealthFinding.State> healthOf(TemporaryWorkbench bench) {
        return bench.extension(HealthCheck.class, "reminders").check().stream()
                .filter(it -> it.checked().equals("ledger/reminders"))
                .map(HealthFinding::state)
                .toList();
    }
}
