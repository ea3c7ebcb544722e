package gewu.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.store.Change;
import gewu.api.store.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00.000000123Z"), ZoneOffset.UTC);
    private static final List<Script> LEDGER = List.of(new Script("1-items.sql", """
            CREATE TABLE ledger_item (
                id TEXT PRIMARY KEY, words TEXT, fen BIGINT, is_open BOOLEAN, due_on TEXT, seen_at TEXT, picture BYTEA);
            CREATE TABLE ledger_event (item TEXT NOT NULL REFERENCES ledger_item (id), number INTEGER NOT NULL);
            """));
    private static final String ADD = "INSERT INTO ledger_item (id, fen) VALUES (?, ?)";

    @TempDir
    private Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, NOON);
        store.migrate("ledger", LEDGER);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEveryKindOfValueExactly() {
        store.update(
                "INSERT INTO ledger_item VALUES (?, ?, ?, ?, ?, ?, ?)",
                "甲一",
                "台账不实😀",
                Long.MAX_VALUE,
                true,
                LocalDate.of(2026, 12, 31),
                NOON.instant(),
                "照片".getBytes(StandardCharsets.UTF_8));

        List<Object> kept = store.first(
                        "SELECT * FROM ledger_item",
                        (Row row) -> List.<Object>of(
                                row.text("id"),
                                row.text("words"),
                                row.number("fen"),
                                row.flag("is_open"),
                                row.date("due_on"),
                                row.instant("seen_at"),
                                new String(row.bytes("picture"), StandardCharsets.UTF_8)))
                .orElseThrow();

        assertThat(kept)
                .containsExactly(
                        "甲一", "台账不实😀", Long.MAX_VALUE, true, LocalDate.of(2026, 12, 31), NOON.instant(), "照片");
    }

    @Test
    void refusesFloatingPointAndSaysWhatToUseForMoney() {
        for (Object figure : List.of(1.5, 1.5f, new BigDecimal("1.5"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.update(ADD, "甲", figure))
                    .withMessageContaining(
                            "Argument 2 is a " + figure.getClass().getSimpleName())
                    .withMessageContaining("money is whole fen");
        }
    }

    @Test
    void namesTheColumnThatIsNotThereAndThoseThatAre() {
        store.update(ADD, "甲", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.query("SELECT id, fen FROM ledger_item", row -> row.text("name")))
                .withMessage("There is no column “name”; there are id, fen.");
    }

    @Test
    void namesTheColumnThatIsNullOrOfAnotherKind() {
        store.update(ADD, "甲", 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> store.query("SELECT words FROM ledger_item", row -> row.text("words")))
                .withMessageContaining("“words” is null")
                .withMessageContaining("textOrNone");
        assertThatIllegalStateException()
                .isThrownBy(() -> store.query("SELECT id FROM ledger_item", row -> row.number("id")))
                .withMessage("The column “id” holds the String “甲”, not a whole number.");
        assertThat(store.query("SELECT words FROM ledger_item", row -> row.textOrNone("words")))
                .allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void namesTheStatementThatIsWrong() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.query("SELECT nothing FROM nowhere", row -> row.text("nothing")))
                .withMessageContaining("nowhere")
                .withMessageContaining("SELECT nothing FROM nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.update(ADD, "甲"))
                .withMessageContaining("takes 2 arguments and was given 1");
    }

    @Test
    void holdsForeignKeys() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.update("INSERT INTO ledger_event VALUES ('无', 1)"))
                .withMessageContaining("FOREIGN KEY");
    }

    @Test
    void undoesAllOfAFailedTransactionAndItsChangeRow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.inTransaction(() -> {
                    store.update(ADD, "甲", 1);
                    store.changed("item", "甲", Change.Kind.ADDED);
                    assertThat(count()).isEqualTo(1);
                    throw new IllegalStateException("停电");
                }));

        assertThat(count()).isZero();
        assertThat(store.lastChange()).isZero();
        assertThat(store.changesAfter(0, 10)).isEmpty();
    }

    @Test
    void undoesOnlyTheInnerWorkWhenTheOuterGoesOn() {
        store.inTransaction(() -> {
            store.update(ADD, "外", 1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.inTransaction(() -> {
                        store.update(ADD, "内", 2);
                        throw new IllegalStateException("内部失败");
                    }));
            store.inTransaction(() -> {
                store.update(ADD, "又", 3);
            });
        });

        assertThat(store.query("SELECT id FROM ledger_item ORDER BY fen", row -> row.text("id")))
                .containsExactly("外", "又");
    }

    @Test
    void undoesTheInnerWorkTooWhenTheOuterFails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.inTransaction(() -> {
                    store.inTransaction(() -> {
                        store.update(ADD, "内", 2);
                    });
                    throw new IllegalStateException("外部失败");
                }));
        assertThat(count()).isZero();
    }

    @Test
    void countsChangesWithoutAGapAndNeverGivesANumberTwice() {
        for (String id : List.of("甲", "乙", "丙")) {
            store.inTransaction(() -> store.changed("item", id, Change.Kind.ADDED));
        }
        store.update("DELETE FROM change_log");
        store.inTransaction(() -> store.changed("item", "丙", Change.Kind.REMOVED));

        assertThat(store.changesAfter(0, 10))
                .containsExactly(new Change(4, "item", "丙", Change.Kind.REMOVED, NOON.instant()));
        assertThat(store.lastChange()).isEqualTo(4);
    }

    @Test
    void handsOverChangesOldestFirstAndAtMostAsManyAsAskedFor() {
        store.inTransaction(() -> {
            for (int i = 1; i <= 5; i++) {
                store.changed("report", "r" + i, Change.Kind.UPDATED);
            }
        });
        assertThat(store.changesAfter(1, 3)).extracting(Change::id).containsExactly("r2", "r3", "r4");
    }

    @Test
    void whoFollowsReportsIsNotKeptByChangesOfOthers() {
        store.inTransaction(() -> {
            for (int i = 1; i <= 6; i++) {
                store.changed(i % 3 == 0 ? "report" : "ledger", "r" + i, Change.Kind.UPDATED);
            }
        });
        assertThat(store.changesAfter(0, "report", 1)).extracting(Change::id).containsExactly("r3");
        assertThat(store.changesAfter(3, "report", 9)).extracting(Change::id).containsExactly("r6");
        assertThat(store.changesAfter(6, "report", 9)).isEmpty();
    }

    @Test
    void refusesAChangeOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.changed("report", "r1", Change.Kind.ADDED))
                .withMessageContaining("outside a transaction");
    }

    @Test
    void readersSeeTheLastCommittedStateWhileAWriterWrites() throws Exception {
        CountDownLatch hasWritten = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writer = threads.submit(() -> store.inTransaction(() -> {
                store.update(ADD, "甲", 1);
                hasWritten.countDown();
                await(mayCommit);
                assertThat(count()).isEqualTo(1);
            }));
            hasWritten.await();
            assertThat(count()).isZero();
            mayCommit.countDown();
            writer.get();
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void manyWritersLoseNothingAndManyReadersSeeOnlyWholeTransactions() throws Exception {
        store.update(ADD, "账", 0);
        store.update(ADD, "对账", 0);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(this::addHundred);
            work.add(this::readHundred);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(100);
            }
        }
        assertThat(store.query("SELECT fen FROM ledger_item", row -> row.number("fen")))
                .containsExactly(400L, 400L);
    }

    @Test
    void asksOneQuestionInsideTheAnswerToAnotherOnMoreThreadsThanThereAreReaders() throws Exception {
        store.inTransaction(() -> {
            for (int i = 0; i < 30; i++) {
                store.update(ADD, "项" + i, i);
            }
        });
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(this::sumOfNested);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(30 * 435);
            }
        }
    }

    @Test
    void handsOverMoreRowsThanItKeeps() {
        store.inTransaction(() -> {
            for (int i = 0; i < 20_000; i++) {
                store.update(ADD, "项" + i, 1);
            }
        });
        long[] sum = {0};
        store.forEach("SELECT fen FROM ledger_item", row -> sum[0] += row.number("fen"));
        assertThat(sum[0]).isEqualTo(20_000);
    }

    @Test
    void isFoundAsItWasLeft() {
        store.inTransaction(() -> {
            store.update(ADD, "甲", 7);
            store.changed("item", "甲", Change.Kind.ADDED);
        });
        store.close();
        store = SqliteStore.open(folder.resolve("gewu.db"), false, NOON);
        assertThat(count()).isEqualTo(1);
        assertThat(store.lastChange()).isEqualTo(1);
    }

    @Test
    void isReadBesideAProcessThatWritesAndRefusesToWriteThen() {
        try (SqliteStore beside = SqliteStore.open(folder.resolve("gewu.db"), true, NOON)) {
            store.update(ADD, "甲", 7);
            assertThat(beside.query("SELECT id FROM ledger_item", row -> row.text("id")))
                    .containsExactly("甲");
            assertThatThrownBy(() -> beside.update(ADD, "乙", 8))
                    .isInstanceOfSatisfying(
                            WorkbenchException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE))
                    .hasMessageContaining("for reading only");
        }
    }

    @Test
    void leavesADamagedFileAsItIsAndSaysSo() throws Exception {
        Path damaged = folder.resolve("damaged.db");
        Files.writeString(damaged, "这不是数据库".repeat(500));
        byte[] before = Files.readAllBytes(damaged);

        assertThatThrownBy(() -> SqliteStore.open(damaged, false, NOON))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE);
                    assertThat(refused.remedy()).contains("backup");
                })
                .hasMessageContaining("damaged.db is damaged");
        assertThat(Files.readAllBytes(damaged)).isEqualTo(before);
    }

    @Test
    void saysSoWhenAskedAfterItsEnd() {
        store.close();
        assertThatIllegalStateException().isThrownBy(this::count).withMessageContaining("is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> store.update(ADD, "甲", 1))
                .withMessageContaining("is closed");
    }

    private int addHundred() {
        for (int i = 0; i < 100; i++) {
            store.inTransaction(() -> {
                long now = fenOf("账");
                store.update("UPDATE ledger_item SET fen = ? WHERE id = '账'", now + 1);
                store.update("UPDATE ledger_item SET fen = ? WHERE id = '对账'", now + 1);
            });
        }
        return 100;
    }

    private int readHundred() {
        int whole = 0;
        for (int i = 0; i < 100; i++) {
            List<Long> both = store.query("SELECT fen FROM ledger_item", row -> row.number("fen"));
            whole += both.getFirst().equals(both.getLast()) ? 1 : 0;
        }
        return whole;
    }

    private int sumOfNested() {
        int[] sum = {0};
        store.forEach(
                "SELECT fen FROM ledger_item",
                outer -> store.forEach("SELECT fen FROM ledger_item", inner -> sum[0] += (int) inner.number("fen")));
        return sum[0];
    }

    private long fenOf(String id) {
        return store.first("SELECT fen FROM ledger_item WHERE id = ?", row -> row.number("fen"), id)
                .orElseThrow();
    }

    private long count() {
        return store.first("SELECT count(*) AS items FROM ledger_item", row -> row.number("items"))
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
