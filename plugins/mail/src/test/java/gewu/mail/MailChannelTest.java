package gewu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gewu.ledger.channel.Notice;
import gewu.ledger.channel.Undelivered;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reminders as letters, over real SMTP to servers on loopback.
final class MailChannelTest {
    @TempDir
    Path folder;

    private Bureau bureau;
    private GreenMail server;

    @BeforeEach
    void open() throws IOException {
        server = started(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        bureau = Bureau.in(folder).server(port(), "sender-name\t县督查室");
        bureau.addresses("李四\tlisi@gewu.example", "水利局 shuiliju@gewu.example");
    }

    private static GreenMail started(ServerSetup setup) {
        GreenMail mail = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return mail;
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    @AfterEach
    void close() {
        bureau.close();
        server.stop();
    }

    private List<Undelivered> handOver(Notice... notices) throws IOException {
        return bureau.channel.handOver(Bureau.digest(notices));
    }

    private static String raw(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private MimeMessage letterTo(String address) throws Exception {
        for (MimeMessage it : server.getReceivedMessages()) {
            if (it.getAllRecipients()[0].toString().equals(address)) {
                return it;
            }
        }
        throw new AssertionError("no letter to " + address);
    }

    @Test
    void oneLetterAnAddressHoldsAllItsRemindersTheGravestFirst() throws Exception {
        assertThat(handOver(Bureau.notice(1, "blue", "资产账实不符", "李四"), Bureau.notice(2, "red", "预算编制不够精准", "李四", "水利局")))
                .isEmpty();

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage letter = letterTo("lisi@gewu.example");
        assertThat(letter.getSubject()).isEqualTo("整改提醒 2 条（红 1、蓝 1） 2026-07-07");
        assertThat(MimeUtility.decodeText(letter.getFrom()[0].toString())).isEqualTo("县督查室 <ducha@gewu.example>");
        assertThat(letter.getSentDate()).isEqualTo("2026-07-07T01:02:03Z");
        assertThat(letter.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("""
                李四：

                截至 2026-07-07，有 2 条整改提醒，涉及 2 项问题（红 1、蓝 1）。

                1. 【红】ZG-2024-0001-0002　预算编制不够精准
                   超过整改时限（2026-07-06）1 天（应于 2026-07-06 提醒，补发）
                   责任人 李四
                   建议：约谈

                2. 【蓝】ZG-2024-0001-0001　资产账实不符
                   超过整改时限（2026-07-06）1 天（应于 2026-07-06 提醒，补发）
                   责任人 李四

                --
                本邮件由格物整改台账自动发出，请勿回复。提醒序号：2、1""");
        assertThat(letterTo("shuiliju@gewu.example").getContent().toString())
                .contains("预算编制不够精准")
                .doesNotContain("资产账实不符");
    }

    @Test
    void aLetterIsPlainAsciiOnTheWireAndSaysItIsUtf8AndFromNoPerson() throws Exception {
        handOver(Bureau.notice(1, "red", "预算编制不够精准𠮷", "李四"));
        MimeMessage letter = letterTo("lisi@gewu.example");
        String raw = raw(letter);

        assertThat(raw.chars()).allMatch(it -> it < 128);
        assertThat(raw.lines()).allMatch(it -> it.length() <= 998);
        assertThat(letter.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(letter.getEncoding()).isEqualTo("base64");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Message-ID")).hasSize(1);
        assertThat(letter.getMessageID()).matches("<[0-9a-f-]{36}@gewu\\.example>");
        assertThat(letter.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(letter.getContent().toString()).contains("预算编制不够精准𠮷");
    }

    @Test
    void hostileWordsStayInTheirLine() throws Exception {
        String hostile = "甲\r\nBcc: x@evil.example\r\n\r\n.\r\n2. 【红】\u202E假的\u2028乙";
        Files.writeString(
                bureau.room.folder().resolve(AddressBook.FILE), "DW-1\tlisi@gewu.example\n*\tall@gewu.example\n");
        Notice given = Bureau.notice(1, "red", hostile, "李四\r\nBcc: x@evil.example\r\n");
        assertThat(handOver(given)).isEmpty();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage letter = letterTo("all@gewu.example");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getContent().toString())
                .contains("甲 Bcc: x@evil.example . 2. 【红】 假的 乙")
                .contains("李四 Bcc: x@evil.example：");
        assertThat(letter.getContent().toString().lines()).noneMatch(it -> it.startsWith("Bcc") || it.equals("."));
    }

    @Test
    void eachReminderGoesOnceToEachAddress() throws IOException {
        handOver(Bureau.notice(1, "red", "甲", "李四"));
        assertThat(handOver(Bureau.notice(1, "red", "甲", "李四", "水利局"))).isEmpty();
        assertThat(handOver(Bureau.notice(1, "red", "甲", "李四", "水利局"))).isEmpty();

        assertThat(addresses()).containsExactlyInAnyOrder("lisi@gewu.example", "shuiliju@gewu.example");
    }

    private Stream<String> addresses(GreenMail at) {
        return Arrays.stream(at.getReceivedMessages()).map(it -> {
            try {
                return it.getAllRecipients()[0].toString();
            } catch (jakarta.mail.MessagingException off) {
                throw new IllegalStateException(off);
            }
        });
    }

    private List<String> addresses() {
        return addresses(server).toList();
    }

    @Test
    void whoHasNoAddressIsNamedAndTheOthersGetTheirs() throws IOException {
        List<Undelivered> left = handOver(Bureau.notice(1, "red", "甲", "李四", "王五"), Bureau.notice(2, "", "乙", "李四"));

        assertThat(left)
                .containsExactly(new Undelivered(
                        1,
                        "王五 has no address in addresses.tsv. Give addresses.tsv a line with this name and an address,"
                                + " or with - for no mail."));
        assertThat(addresses()).containsExactly("lisi@gewu.example");
        bureau.addresses("李四\tlisi@gewu.example", "王五\t-");
        assertThat(handOver(Bureau.notice(1, "red", "甲", "李四", "王五"))).isEmpty();
        bureau.addresses("王五\twangwu", "李四\tlisi@gewu.example");
        assertThat(handOver(Bureau.notice(3, "red", "甲", "王五")).getFirst().why())
                .startsWith("Line 1 of addresses.tsv has no address for “王五”: “wangwu”.");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withoutAServerNothingIsWanted() throws IOException {
        Files.delete(bureau.room.folder().resolve(MailSettings.FILE));
        assertThat(bureau.channel.isSetUp()).isFalse();
        Files.writeString(bureau.room.folder().resolve(MailSettings.FILE), "# host\tsmtp.gewu.example\n\n");
        assertThat(bureau.channel.isSetUp()).isFalse();
        Files.writeString(bureau.room.folder().resolve(MailSettings.FILE), "hots\tsmtp.gewu.example\n");
        assertThat(bureau.channel.isSetUp()).as("somebody wants mail").isTrue();
        assertThatThrownBy(() -> handOver(Bureau.notice(1, "red", "甲", "李四")))
                .hasMessageContaining("Line 1 of mail.tsv: there is no setting “hots”");
    }

    @Test
    void aServerThatIsDownIsNamedAndGetsAllOfItWhenItIsUpAgain() throws Exception {
        int port = port();
        server.stop();
        assertThatThrownBy(() -> handOver(Bureau.notice(1, "red", "甲", "李四")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The mail server 127.0.0.1:" + port + " can't be used: ");
        server = started(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        assertThat(handOver(Bureau.notice(1, "red", "甲", "李四"), Bureau.notice(2, "blue", "乙", "李四")))
                .isEmpty();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(letterTo("lisi@gewu.example").getSubject()).startsWith("整改提醒 2 条");
    }

    @Test
    void anAddressThatIsRefusedStopsNobodyElseAndIsAskedAboutOnceADay() throws Exception {
        try (StubbornServer stubborn = new StubbornServer()) {
            bureau.server(stubborn.port());
            stubborn.refusals.put("lisi@gewu.example", "550 5.1.1 no such user");
            Notice[] both = {Bureau.notice(1, "red", "甲", "李四", "水利局"), Bureau.notice(2, "", "乙", "水利局")};
            List<Undelivered> left = handOver(both);

            assertThat(left).hasSize(1);
            assertThat(left.getFirst().number()).isEqualTo(1);
            assertThat(left.getFirst().why())
                    .isEqualTo("127.0.0.1:" + stubborn.port()
                            + " refused mail to lisi@gewu.example: 550 5.1.1 no such user."
                            + " Check the address in addresses.tsv.");
            assertThat(stubborn.letters).hasSize(1);
            assertThat(stubborn.asked).isEqualTo(2);
            assertThat(handOver(both)).isEqualTo(left);
            assertThat(stubborn.asked).as("not asked again on this day").isEqualTo(2);
            stubborn.refusals.clear();
            assertThat(bureau.channel.handOver(Bureau.digest(Bureau.TODAY.plusDays(1), both)))
                    .isEmpty();
            assertThat(stubborn.letters).hasSize(2);
        }
    }

    @Test
    void whatIsRefusedForNowIsTriedWithTheNextRound() throws Exception {
        try (StubbornServer stubborn = new StubbornServer()) {
            bureau.server(stubborn.port());
            stubborn.refusals.put("lisi@gewu.example", "451 try later");
            assertThat(handOver(Bureau.notice(1, "red", "甲", "李四")).getFirst().why())
                    .contains("451 try later");
            stubborn.refusals.clear();
            assertThat(handOver(Bureau.notice(1, "red", "甲", "李四"))).isEmpty();
            assertThat(stubborn.letters).hasSize(1);
        }
    }

    @Test
    void aLetterOfWhichNobodyKnowsGoesOutAgainAsTheSame() throws Exception {
        try (StubbornServer stubborn = new StubbornServer()) {
            bureau.server(stubborn.port());
            stubborn.ending = StubbornServer.Ending.HANG_UP;
            List<Undelivered> left = handOver(Bureau.notice(1, "red", "甲", "李四"), Bureau.notice(2, "blue", "乙", "水利局"));
            assertThat(left).extracting(Undelivered::number).containsExactly(1L, 2L);
            assertThat(left.getFirst().why()).contains("broke on the way to lisi@gewu.example", "goes out again.");
            stubborn.ending = StubbornServer.Ending.TAKE;
            assertThat(handOver(Bureau.notice(1, "red", "改了的题目", "李四"), Bureau.notice(2, "blue", "乙", "水利局")))
                    .isEmpty();

            assertThat(stubborn.letters).hasSize(4);
            assertThat(stubborn.letters.subList(2, 4))
                    .containsExactlyInAnyOrderElementsOf(stubborn.letters.subList(0, 2));
            assertThat(handOver(Bureau.notice(1, "red", "甲", "李四"))).isEmpty();
            assertThat(stubborn.letters).hasSize(4);
        }
    }

    @Test
    void whatMayBeThereStaysTheSameLetterThoughItIsRefusedMeanwhile() throws Exception {
        try (StubbornServer stubborn = new StubbornServer()) {
            bureau.server(stubborn.port());
            stubborn.ending = StubbornServer.Ending.HANG_UP;
            handOver(Bureau.notice(1, "red", "甲", "李四"));
            stubborn.ending = StubbornServer.Ending.TAKE;
            stubborn.refusals.put("lisi@gewu.example", "451 later");
            assertThat(handOver(Bureau.notice(1, "red", "甲", "李四")).getFirst().why())
                    .contains("451 later");
            stubborn.refusals.clear();
            assertThat(handOver(Bureau.notice(1, "red", "甲", "李四"))).isEmpty();

            assertThat(stubborn.ids()).hasSize(2);
            assertThat(stubborn.ids().getFirst()).isEqualTo(stubborn.ids().getLast());
        }
    }

    @Test
    void whoIsKilledWhileTheServerHasTheLetterSendsTheSameAgain() throws Exception {
        try (StubbornServer stubborn = new StubbornServer()) {
            bureau.server(stubborn.port());
            bureau.close();
            stubborn.ending = StubbornServer.Ending.SAY_NOTHING;
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            HandOverUntilKilled.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start();
            assertThat(stubborn.hasOne.await(60, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly().waitFor();
            stubborn.ending = StubbornServer.Ending.TAKE;
            bureau = Bureau.in(folder);
            assertThat(bureau.room.letters().open()).hasSize(1);
            assertThat(handOver(Bureau.notice(1, "red", "预算编制不够精准", "李四"))).isEmpty();

            assertThat(stubborn.ids()).hasSize(2);
            assertThat(stubborn.ids().getFirst())
                    .isEqualTo(stubborn.ids().getLast())
                    .startsWith("Message-ID: <");
            assertThat(bureau.room.letters().open()).isEmpty();
            assertThat(handOver(Bureau.notice(1, "red", "预算编制不够精准", "李四"))).isEmpty();
            assertThat(stubborn.ids()).hasSize(2);
        }
    }
}
