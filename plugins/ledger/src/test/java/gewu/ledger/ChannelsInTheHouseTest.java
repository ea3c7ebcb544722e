package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.workbench.Command;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Upkeep;
import gewu.testkit.RecordedOutput;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.Unloading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger in a house of its own, with a channel that another plugin contributes.
final class ChannelsInTheHouseTest {
    private static final String MANIFEST = """
            <plugin id="sms" version="1.0.0" api="^1.0" title="短信" title-en="SMS">
              <requires plugin="ledger" version="^1.0"/>
              <extension point="reminder-channel" id="sms" class="sms.Sms" title="短信" title-en="Text message"/>
            </plugin>
            """;
    private static final String CHANNEL = """
            package sms;

            import gewu.api.plugin.PluginScope;
            import gewu.ledger.channel.Digest;
            import gewu.ledger.channel.Notice;
            import gewu.ledger.channel.ReminderChannel;
            import gewu.ledger.channel.Undelivered;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.StandardOpenOption;
            import java.util.List;

            final class Sms implements ReminderChannel {
                private final PluginScope scope;

                Sms(PluginScope scope) {
                    this.scope = scope;
                }

                @Override
                public boolean isSetUp() {
                    return true;
                }

                @Override
                public List<Undelivered> handOver(Digest digest) throws IOException {
                    for (Notice it : digest.notices()) {
                        Files.writeString(
                                scope.dataFolder().resolve("sent.txt"),
                                it.recipients().getFirst().name() + "：" + it.words().zh() + "\\n",
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND);
                    }
                    return List.of();
                }
            }
            """;

    @TempDir
    Path folder;

    private Path sms() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("sms/META-INF")).getParent();
        Files.writeString(folder.resolve("sms/META-INF/plugin.xml"), MANIFEST);
        Path source = Files.createDirectories(folder.resolve("source/sms")).resolve("Sms.java");
        Files.writeString(source, CHANNEL);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        String.valueOf(classes),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(status).isZero();
        return folder.resolve("sms");
    }

    private static List<DataRow> does(TemporaryWorkbench bench, String... words) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        bench.extension(Command.class, "ledger").run(Desk.call(words), output);
        return output.rows();
    }

    @Test
    void anotherPluginBringsRemindersByItsOwnWayAndTheWorkbenchByItself() throws Exception {
        try (TemporaryWorkbench bench =
                TemporaryWorkbench.in(folder).plugin(Ledger.class).plugin(sms()).enter()) {
            LocalDate today = LocalDate.now(Clock.systemUTC());
            does(bench, "party", "水利局");
            String item = String.valueOf(does(bench, "add", "预算不准", "--unit=水利局", "--year=2024", "--reason=手工")
                    .getFirst()
                    .values()
                    .get("id"));
            does(bench, "register", item, "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新");
            does(bench, "milestone", item, "--name=建章立制", "--due=" + today.minusDays(1));
            Path data = folder.resolve("workspace/data/ledger");
            Files.writeString(
                    data.resolve("reminders.tsv"),
                    "late\tmilestone\t*\t1\tdays\t7\tunit\tworkbench,file,sms\tyellow\t-\n"
                            + "on\tdeadline\t*\t1\tdays\t7\tunit\tworkbench\tred\t-\n");
            Upkeep upkeep = bench.extension(Upkeep.class, "reminders");

            assertThat(upkeep.run(Progress.NONE).orElseThrow().zh()).isEqualTo("提醒 1 条，涉及 1 项。");
            assertThat(upkeep.run(Progress.NONE)).isEmpty();
            String words = "超过节点“建章立制”（" + today.minusDays(1) + "）1 天";
            assertThat(folder.resolve("workspace/data/sms/sent.txt")).hasContent("水利局：" + words);
            assertThat(Files.readString(data.resolve("reminders/" + today + ".txt")))
                    .contains("[1] 【黄】" + item, words);
            assertThat(does(bench, "reminders").getFirst().values())
                    .containsEntry("item", item)
                    .containsEntry("words", words);
            Unloading.assertUnloads(bench, "sms");
        }
    }
}
