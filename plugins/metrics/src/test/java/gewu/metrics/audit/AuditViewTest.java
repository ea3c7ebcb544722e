package gewu.metrics.audit;

import gewu.api.workbench.View;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.ReportShelf;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class AuditViewTest extends ViewContract {
    @TempDir
    Path folder;

    private SqliteStore store;
    private ReportShelf shelf;

    @BeforeEach
    void putAReportOnTheShelf() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
        shelf.put(Sample.report("r1", 2021, "会议费支出8万元，比上年12.5万元减少4.35万元，下降36%。"));
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Override
    protected View view() {
        return new AuditView(shelf);
    }

    @Override
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of(), Map.of("report", "r1", "verdict", "violated"), Map.of("year", "1999"));
    }
}
