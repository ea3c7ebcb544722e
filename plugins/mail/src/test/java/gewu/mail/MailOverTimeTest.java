package gewu.mail;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.ledger.channel.ReminderChannel;
import gewu.ledger.remind.Anchor;
import gewu.ledger.remind.Audience;
import gewu.ledger.remind.Basis;
import gewu.ledger.remind.Matter;
import gewu.ledger.remind.Matters;
import gewu.ledger.remind.Reminders;
import gewu.ledger.remind.Sent;
import gewu.testkit.GivenExtensions;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ledger's own rounds over 400 days and more with the program's own rules, while the program and
/// the mail server are off at random, the server refuses or hangs up, rounds are stopped: each reminder
/// reaches each address, once by the Message-ID, and what is overdue for a year still speaks.
final class MailOverTimeTest {
    private static final LocalDate BEGIN = LocalDate.parse("2026-05-06");
    private static final int DAYS = 420;
    private static final Pattern NUMBERS = Pattern.compile("提醒序号：([0-9、]+)");
    private static final List<String> PEOPLE = List.of("李四", "水利局", "钱副局长");

    @TempDir
    Path folder;

    private LocalDate today = BEGIN;

    private final class Days extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(9, 0).toInstant(ZoneOffset.UTC);
        }
    }

    /// Items with nothing but a deadline, of which nobody takes care.
    private final class Neglected implements Matters {
        @Override
        public Matter of(String item) {
            LocalDate deadline = BEGIN.plusDays(10L * Integer.parseInt(item.substring(2)));
            return new Matter(
                    item,
                    1,
                    "at_once",
                    List.of(new Anchor(Basis.DEADLINE, "1", BEGIN, deadline, "")),
                    Optional.empty(),
                    Map.of(
                            Audience.PERSON, List.of("李四"),
                            Audience.UNIT, List.of("水利局"),
                            Audience.LEADER, List.of("钱副局长")));
        }

        @Override
        public boolean isWorked(LocalDate day) {
            return true;
        }

        @Override
        public String edition() {
            return "";
        }

        @Override
        public UnaryOperator<String> names() {
            return UnaryOperator.identity();
        }
    }

    private static Script script(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(MailOverTimeTest.class.getResourceAsStream("/tables/" + file))) {
            return new Script(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private SqliteStore open() throws IOException {
        SqliteStore store = SqliteStore.open(folder.resolve("gewu.db"), false, new Days());
        store.migrate("ledger", List.of(script("1-ledger.sql"), script("2-reminders.sql")));
        store.migrate("mail", List.of(script("1-mail.sql")));
        return store;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261122})
    void eachReminderReachesEachAddressOnceByItsMessageId(long seed) throws Exception {
        Random random = new Random(seed);
        TemporaryScope scope = new TemporaryScope("mail", folder);
        List<String> letters = new ArrayList<>();
        StubbornServer server = new StubbornServer();
        SqliteStore store = open();
        for (int i = 1; i <= 3; i++) {
            item(store, "X-" + i);
        }
        Files.writeString(
                scope.dataFolder().resolve(AddressBook.FILE),
                "李四 lisi@gewu.example\n水利局 shuiliju@gewu.example\n钱副局长 qian@gewu.example\n");
        int troubles = 0;
        while (today.isBefore(BEGIN.plusDays(DAYS))) {
            today = today.plusDays(random.nextInt(8) == 0 ? 10 + random.nextInt(20) : 1 + random.nextInt(3));
            if (random.nextInt(5) == 0) {
                store.close();
                store = open();
            }
            int trouble = random.nextInt(8);
            troubles += trouble < 4 ? 1 : 0;
            if (trouble == 0) {
                letters.addAll(server.letters);
                server.close();
            }
            server.ending = trouble == 1 ? StubbornServer.Ending.HANG_UP : StubbornServer.Ending.TAKE;
            server.refusals.clear();
            if (trouble == 2) {
                server.refusals.put("lisi@gewu.example", random.nextBoolean() ? "550 gone" : "451 later");
            }
            settings(scope, server);
            round(store, scope, trouble == 3 ? random.nextInt(3) : Integer.MAX_VALUE);
            if (trouble == 0) {
                server = new StubbornServer();
            }
        }
        today = today.plusDays(1);
        server.ending = StubbornServer.Ending.TAKE;
        server.refusals.clear();
        settings(scope, server);
        Reminders reminders = round(store, scope, Integer.MAX_VALUE);
        letters.addAll(server.letters);
        server.close();

        List<Sent> sent = reminders.last("", "", "", Integer.MAX_VALUE);
        assertThat(reminders.waiting()).isEmpty();
        assertThat(troubles).isGreaterThan(20);
        assertThat(got(letters)).isEqualTo(wanted(sent));
        assertThat(sent.stream()
                        .filter(it -> it.item().equals("X-1"))
                        .map(Sent::sentOn)
                        .max(LocalDate::compareTo))
                .as("overdue for more than a year, and still spoken of")
                .hasValueSatisfying(it -> assertThat(it).isAfter(BEGIN.plusDays(10 + 365)));
        store.close();
        scope.close();
    }

    /// Whom each reminder was for, by number.
    private static Map<Long, Set<String>> wanted(List<Sent> sent) {
        Map<Long, Set<String>> wanted = new TreeMap<>();
        Map<String, String> addresses = Map.of("李四", "lisi", "水利局", "shuiliju", "钱副局长", "qian");
        sent.forEach(it -> it.audience()
                .forEach(to -> wanted.computeIfAbsent(it.number(), _ -> new HashSet<>())
                        .add(addresses.getOrDefault(to.party(), to.party()))));
        return wanted;
    }

    /// Whom each reminder reached; a letter that came again with the same Message-ID is the same
    /// letter, and nothing stands in two letters to one address.
    private static Map<Long, Set<String>> got(List<String> letters) {
        Map<String, String> byId = new HashMap<>();
        Map<Long, Set<String>> got = new TreeMap<>();
        for (String letter : letters) {
            String id = head(letter, "Message-ID");
            String before = byId.put(id, letter);
            assertThat(before == null || before.equals(letter))
                    .as("the same Message-ID is the same letter")
                    .isTrue();
            if (before == null) {
                String body = new String(
                        Base64.getMimeDecoder().decode(letter.substring(letter.indexOf("\n\n") + 2)),
                        StandardCharsets.UTF_8);
                Matcher numbers = NUMBERS.matcher(body);
                assertThat(numbers.find()).isTrue();
                String to = head(letter, "To").replaceFirst("@.*", "");
                for (String number : numbers.group(1).split("、")) {
                    assertThat(got.computeIfAbsent(Long.parseLong(number), _ -> new HashSet<>())
                                    .add(to))
                            .as("reminder %s to %s once", number, to)
                            .isTrue();
                }
            }
        }
        return got;
    }

    private static String head(String letter, String name) {
        return letter.lines()
                .filter(it -> it.startsWith(name + ": "))
                .map(it -> it.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    private static void settings(TemporaryScope scope, StubbornServer server) throws IOException {
        Files.writeString(
                scope.dataFolder().resolve(MailSettings.FILE),
                "host 127.0.0.1\nport " + server.port() + "\ntls none\nsender ducha@gewu.example\n");
    }

    /// A round, which may be stopped after some of its steps.
    private Reminders round(SqliteStore store, TemporaryScope scope, int steps) {
        MailChannel channel = new MailChannel(new MailRoom(store, scope, new Days()));
        Reminders reminders = new Reminders(
                store,
                new GivenExtensions().with(ReminderChannel.class, "mail", Map.of(), channel),
                new Days(),
                folder,
                new Neglected());
        try {
            reminders.run(new Stopped(steps));
        } catch (CancellationException stopped) {
            assertThat(steps).isLessThan(Integer.MAX_VALUE);
        }
        return reminders;
    }

    private static void item(SqliteStore store, String id) {
        List<String> columns = store.query("PRAGMA table_info(ledger_item)", row -> row.text("name"));
        List<String> types = store.query("PRAGMA table_info(ledger_item)", row -> row.text("type"));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            values.add(
                    column.equals("id")
                            ? "'" + id + "'"
                            : column.equals("last_event") ? "1" : types.get(i).equals("INTEGER") ? "0" : "'预算'");
        }
        store.update("INSERT INTO ledger_item (" + String.join(", ", columns) + ") VALUES (" + String.join(", ", values)
                + ")");
    }

    /// Is cancelled when it was asked so many times.
    private static final class Stopped implements Progress {
        private int left;

        Stopped(int left) {
            this.left = left;
        }

        @Override
        public void total(long steps) {}

        @Override
        public void step(String what) {}

        @Override
        public boolean isCancelled() {
            return left-- <= 0;
        }
    }
}
