package gewu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.ledger.remind.Sent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A clock is moved over 400 days, the program is shut down at random, rounds are stopped in their middle, channels
/// fail:
/// every reminder is sent exactly once and none is missing, against a calculation that shares nothing with the program.
final class RemindersOverTimeTest {
    private static final LocalDate BEGIN = LocalDate.parse("2026-05-06");
    private static final int DAYS = 400;
    private static final int ITEMS = 6;
    private static final Set<Long> BEFORE_AND_AFTER = Set.of(-30L, -7L, -3L, 0L, 1L, 7L, 15L);

    @TempDir
    Path folder;

    /// What the calculation knows of an item: told by the test when it does something.
    private static final class Known {
        private final String id;
        private LocalDate deadline = LocalDate.MIN;
        private LocalDate since = LocalDate.MIN;
        private LocalDate moved = LocalDate.MIN;
        private LocalDate answered = LocalDate.MIN;
        private LocalDate lookBack = LocalDate.MIN;
        private LocalDate until = LocalDate.MIN;
        private int revision;
        private String state = "work";
        private final Map<Integer, List<LocalDate>> red = new TreeMap<>();

        Known(String id) {
            this.id = id;
        }

        void deadline(LocalDate day, LocalDate today) {
            deadline = day;
            since = today;
            revision++;
        }
    }

    /// All that should have been sent: what, and on which day.
    private final Map<String, LocalDate> expected = new TreeMap<>();

    private void expect(Desk desk, Known it, LocalDate today) {
        if (it.state.equals("suspended") && it.until.isAfter(today)) {
            return;
        }
        if (it.state.equals("suspended")) {
            // The round brought it back; how a lawsuit moves the deadline is not the matter here.
            LocalDate deadline =
                    LocalDate.parse(desk.ledger.log().subject(it.id).of("deadline"));
            it.revision += deadline.equals(it.deadline) ? 0 : 1;
            it.deadline = deadline;
            it.state = "work";
            it.since = today;
            it.moved = today;
        }
        if (it.state.equals("closed")) {
            for (LocalDate day = it.lookBack.minusDays(7); !day.isAfter(today); day = day.plusDays(1)) {
                long off = ChronoUnit.DAYS.between(it.lookBack, day);
                if (day.isBefore(it.since)) {
                    continue;
                }
                if (off == -7) {
                    key(it, "look-back-7", it.lookBack.toString(), 0, today);
                } else if (off >= 0 && off % 7 == 0) {
                    key(it, "look-back", it.lookBack.toString(), off / 7, today);
                }
            }
            return;
        }
        for (LocalDate day = it.since; !day.isAfter(today); day = day.plusDays(1)) {
            long off = ChronoUnit.DAYS.between(it.deadline, day);
            String rule = off <= 0 ? "deadline" + (off == 0 ? "-0" : off) : "overdue-" + off;
            if (BEFORE_AND_AFTER.contains(off)) {
                boolean isNew = key(it, rule, Integer.toString(it.revision), 0, today);
                red(it, off > 0 && isNew, today);
            } else if (off >= 22 && (off - 22) % 7 == 0) {
                boolean isNew = key(it, "overdue-on", Integer.toString(it.revision), (off - 22) / 7, today);
                red(it, isNew, today);
            }
        }
        if (it.state.equals("work")) {
            for (LocalDate day = it.moved.plusDays(30); !day.isAfter(today); day = day.plusDays(30)) {
                key(it, "idle", it.moved.toString(), ChronoUnit.DAYS.between(it.moved, day) / 30 - 1, today);
            }
        }
        it.red.getOrDefault(it.revision, List.of()).stream()
                .filter(on -> on.isAfter(it.answered))
                .findFirst()
                .filter(on -> !on.plusDays(15).isAfter(today))
                .ifPresent(on -> key(it, "unanswered", it.revision + "@" + on, 0, today));
    }

    private void all(Desk desk, List<Known> items, LocalDate today) {
        items.forEach(it -> expect(desk, it, today));
    }

    private void red(Known it, boolean isNew, LocalDate today) {
        if (isNew) {
            it.red.computeIfAbsent(it.revision, _ -> new ArrayList<>()).add(today);
        }
    }

    private boolean key(Known it, String rule, String revision, long turn, LocalDate today) {
        return expected.putIfAbsent(String.join(" ", it.id, rule, revision, Long.toString(turn)), today) == null;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261121, 42, 99, 314159})
    void eachReminderIsSentOnceAndNoneIsMissing(long seed) {
        Random random = new Random(seed);
        Desk desk = Desk.in(folder);
        RememberingChannel channel = desk.channel;
        Map<Long, String> handedOver = new TreeMap<>();
        List<Known> items = new ArrayList<>();
        int rounds = 0;
        LocalDate end = BEGIN.plusDays(DAYS);
        for (LocalDate today = BEGIN; !today.isAfter(end); today = today.plusDays(off(random))) {
            if (random.nextInt(4) == 0) {
                channel.taken.forEach((number, it) -> handedOver.put(number, it.item()));
                desk.close();
                desk = Desk.in(folder);
                channel = desk.channel;
            }
            desk.clock.goTo(today);
            if (items.size() < ITEMS && random.nextInt(3) == 0) {
                items.add(begun(desk, today, random));
            }
            channel.isBroken = random.nextInt(5) == 0;
            round(desk, random);
            LocalDate now = today;
            all(desk, items, now);
            rounds++;
            for (Known it : items) {
                if (random.nextInt(12) == 0) {
                    something(desk, it, today, random);
                }
            }
            if (random.nextInt(3) == 0) {
                round(desk, random);
                all(desk, items, now);
                rounds++;
            }
        }
        channel.isBroken = false;
        desk.reminding().run(Progress.NONE);
        LocalDate last = desk.ledger.today();
        all(desk, items, last);
        channel.taken.forEach((number, it) -> handedOver.put(number, it.item()));

        List<Sent> sent = desk.reminding().reminders().last("", "", "", Integer.MAX_VALUE);
        Map<String, LocalDate> told = new TreeMap<>();
        for (Sent it : sent) {
            String key = String.join(" ", it.item(), it.rule(), it.revision(), Long.toString(it.turn()));
            assertThat(told.put(key, it.sentOn())).as("sent twice: %s", key).isNull();
        }
        desk.close();
        assertThat(rounds).isGreaterThan(40);
        assertThat(sent).hasSizeGreaterThan(100);
        assertThat(told).isEqualTo(expected);
        assertThat(handedOver.keySet()).hasSize(sent.size());
    }

    /// Until the next day on which somebody switches the computer on.
    private static int off(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 8 + random.nextInt(30);
            case 1, 2 -> 2 + random.nextInt(6);
            default -> 1;
        };
    }

    /// A round that may be stopped at any of its steps, and is made again.
    private static void round(Desk desk, Random random) {
        if (random.nextInt(3) == 0) {
            try {
                desk.reminding().run(new Stopped(random.nextInt(3)));
            } catch (CancellationException stopped) {
                assertThat(stopped).isNotNull();
            }
        }
        desk.reminding().run(Progress.NONE);
    }

    private static Known begun(Desk desk, LocalDate today, Random random) {
        Known it = new Known(desk.proposed("预算编制不够精准"));
        LocalDate deadline = today.plusDays(5 + random.nextInt(90));
        desk.does("register", it.id, "--category=预算", "--kind=立行立改", "--goal=编准", "--twin=新", "--deadline=" + deadline);
        desk.does("assign", it.id, "--lead=水利局", "--leader=钱副局长", "--number=1号");
        desk.does("receive", it.id, "--person=李四", "--as=李四");
        it.deadline(deadline, today);
        it.moved = today;
        it.answered = today;
        return it;
    }

    private static void something(Desk desk, Known it, LocalDate today, Random random) {
        if (it.state.equals("suspended")) {
            return;
        }
        if (it.state.equals("closed")) {
            desk.does("look-back", it.id, "--found=反弹", "--look-back=" + it.lookBack);
            desk.does("reopen", it.id, "--reason=又来了", "--deadline=" + today.plusDays(1));
            it.deadline(today.plusDays(1), today);
            it.state = "work";
            it.moved = today;
            return;
        }
        if (it.state.equals("submitted")) {
            if (random.nextBoolean()) {
                desk.does("send-back", it.id, "--reason=材料不全", "--as=王五");
                it.state = "work";
            } else {
                close(desk, it, today);
            }
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> {
                desk.does("report", it.id, "--text=有进展", "--as=李四");
                it.moved = today;
                it.answered = today;
            }
            case 1 -> {
                LocalDate later = (it.deadline.isAfter(today) ? it.deadline : today).plusDays(10 + random.nextInt(40));
                desk.does("ask", it.id, "--until=" + later, "--reason=招标流标", "--as=李四");
                LocalDate answered = it.answered;
                LocalDate deadline = it.deadline;
                it.answered = today;
                boolean isGranted = random.nextBoolean();
                desk.does("decide", it.id, "--decision=" + (isGranted ? "同意" : "不同意"), "--as=赵局长");
                if (isGranted) {
                    it.deadline(later, today);
                }
                if (isGranted && random.nextBoolean()) {
                    // Granted by mistake: decision and request are taken back.
                    undoLast(desk);
                    undoLast(desk);
                    it.deadline(deadline, today);
                    it.answered = answered;
                }
            }
            case 3 -> {
                it.until = today.plusDays(3 + random.nextInt(40));
                String why = random.nextBoolean() ? "诉讼" : "政策待定";
                desk.does("suspend", it.id, "--because=" + why, "--until=" + it.until, "--as=赵局长");
                it.state = "suspended";
            }
            case 2 -> {
                // Somebody's note is neither progress nor an answer.
                desk.does("note", it.id, "--text=电话催办", "--as=孙六");
            }
            default -> {
                desk.does("evidence", it.id, "--file=" + desk.file("制度.txt", "办法 " + today), "--proof=制度文本", "--as=李四");
                desk.does("submit", it.id, "--percent=100", "--as=李四");
                it.state = "submitted";
                it.moved = today;
                it.answered = today;
            }
        }
    }

    private static void undoLast(Desk desk) {
        Event last = desk.ledger.log().batches(10).stream()
                .filter(it -> !it.act().equals(Event.UNDO))
                .filter(it -> desk.ledger.log().batches(10).stream().noneMatch(undo -> undo.undoes() == it.batch()))
                .findFirst()
                .orElseThrow();
        desk.ledger.undo(last.batch(), "误批", Actor.anybody("赵局长"));
    }

    private static void close(Desk desk, Known it, LocalDate today) {
        for (String number : desk.ledger.log().subject(it.id).members("evidence")) {
            desk.does("examine", it.id, "--evidence=" + number, "--verdict=认可", "--as=王五");
        }
        desk.does("verify", it.id, "--result=已完成", "--as=王五");
        desk.does("outcome", it.id, "--outcome=无金额", "--as=李四");
        LocalDate lookBack = today.plusDays(40);
        desk.does("close", it.id, "--look-back=" + lookBack, "--as=王五");
        it.state = "closed";
        it.lookBack = lookBack;
        it.since = today;
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
