package gewu.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Script ONE = new Script("1-items.sql", "CREATE TABLE ledger_item (id TEXT PRIMARY KEY);");
    private static final Script TWO = new Script(
            "2-due.sql", "ALTER TABLE ledger_item ADD COLUMN due_on TEXT; INSERT INTO ledger_item (id) VALUES ('甲');");

    @TempDir
    private Path folder;

    @Test
    void runsEachScriptOnceAndInOrderOverManyStarts() {
        open(store -> store.migrate("ledger", List.of(ONE)));
        open(store -> store.migrate("ledger", List.of(ONE, TWO)));
        open(store -> store.migrate("ledger", List.of(ONE, TWO)));
        open(store -> assertThat(ids(store)).containsExactly("甲"));
    }

    @Test
    void keepsOwnersApart() {
        open(store -> {
            store.migrate("ledger", List.of(ONE));
            store.migrate("check-sums", List.of(new Script("1-items.sql", "CREATE TABLE check_sums_rule (id TEXT);")));
            assertThat(store.query(
                            "SELECT DISTINCT owner FROM script_history ORDER BY owner", row -> row.text("owner")))
                    .containsExactly("check-sums", "house", "ledger");
        });
    }

    @Test
    void refusesAScriptThatWasEditedAfterItRan() {
        open(store -> store.migrate("ledger", List.of(ONE)));
        Script edited = new Script("1-items.sql", "CREATE TABLE ledger_item (id TEXT PRIMARY KEY, more TEXT);");
        open(store -> assertThatThrownBy(() -> store.migrate("ledger", List.of(edited, TWO)))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("1-items.sql of ledger is not the one that ran here"));
    }

    @Test
    void takesTheSameScriptWithOtherLineEndsForTheSame() {
        Script unix = new Script("1-items.sql", "CREATE TABLE ledger_item\n(id TEXT PRIMARY KEY);\n");
        Script windows = new Script("1-items.sql", "CREATE TABLE ledger_item\r\n(id TEXT PRIMARY KEY);\r\n");
        open(store -> store.migrate("ledger", List.of(unix)));
        open(store -> store.migrate("ledger", List.of(windows, TWO)));
        open(store -> assertThat(ids(store)).containsExactly("甲"));
    }

    @Test
    void refusesTablesOfANewerVersionAndChangesNothing() {
        open(store -> store.migrate("ledger", List.of(ONE, TWO)));
        open(store -> {
            assertThatThrownBy(() -> store.migrate("ledger", List.of(ONE)))
                    .isInstanceOfSatisfying(
                            WorkbenchException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE))
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("2-due.sql");
            assertThat(ids(store)).containsExactly("甲");
        });
    }

    @Test
    void refusesAHouseOfANewerVersion() {
        open(store -> store.update("INSERT INTO script_history VALUES ('house', 99, '99-future.sql', 'x', 'x')"));
        assertThatThrownBy(() -> SqliteStore.open(folder.resolve("gewu.db"), false, NOON))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE))
                .hasMessageContaining("99-future.sql");
    }

    @Test
    void undoesAllScriptsWhenOneFailsAndNamesIt() {
        Script wrong =
                new Script("2-wrong.sql", "CREATE TABLE ledger_event (id TEXT); CREATE TABEL ledger_x (id TEXT);");
        open(store -> {
            assertThatThrownBy(() -> store.migrate("ledger", List.of(ONE, wrong)))
                    .isInstanceOf(WorkbenchException.class)
                    .hasMessageContaining("2-wrong.sql of ledger failed")
                    .hasMessageContaining("TABEL");
            assertThat(store.query("SELECT name FROM sqlite_master WHERE name LIKE 'ledger%'", row -> row.text("name")))
                    .isEmpty();
        });
    }

    @Test
    void refusesAPluginThatReachesForTablesOfOthers() {
        for (String theft : List.of("CREATE TABLE paragraph_more (id TEXT);", "DROP TABLE intake_remark;")) {
            open(store -> assertThatThrownBy(() -> store.migrate("ledger", List.of(new Script("1.sql", theft))))
                    .isInstanceOfSatisfying(
                            WorkbenchException.class,
                            refused -> assertThat(refused.remedy()).contains("ledger_"))
                    .hasMessageContaining("not its own"));
        }
        open(store -> assertThat(store.query("SELECT number FROM intake_remark", row -> row.number("number")))
                .isEmpty());
    }

    private void open(Consumer<SqliteStore> use) {
        try (SqliteStore store = SqliteStore.open(folder.resolve("gewu.db"), false, NOON)) {
            use.accept(store);
        }
    }

    private static List<String> ids(SqliteStore store) {
        return store.query("SELECT id FROM ledger_item ORDER BY id", row -> row.text("id"));
    }
}
