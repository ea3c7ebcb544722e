package gewu.hello;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.ReportShelf;
import gewu.testkit.SampleReport;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelloViewTest extends ViewContract {
    @TempDir
    Path folder;

    private SqliteStore store;
    private ReportShelf shelf;

    @BeforeEach
    void beginWithAnEmptyShelf() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Override
    protected View view() {
        return new Hello(shelf);
    }

    @Test
    void greetsInBothLanguages() {
        shelf.put(SampleReport.of("一份", "无"));

        assertThat(view().show(Map.of())).isInstanceOfSatisfying(Panel.Text.class, text -> {
            assertThat(text.words().zh()).startsWith("你好！").contains("1");
            assertThat(text.words().en()).startsWith("Hello!").contains("1");
        });
    }
}
