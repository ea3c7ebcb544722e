package gewu.metrics;

import gewu.api.workbench.View;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class CorrectionsViewTest extends ViewContract {
    @TempDir
    Path folder;

    private TemporaryWorkbench bench;

    @BeforeEach
    void bringTwoYearsIn() throws Exception {
        bench = SmallBench.in(folder);
    }

    @AfterEach
    void leave() {
        bench.close();
    }

    @Override
    protected View view() {
        return bench.extension(View.class, "corrections");
    }

    @Override
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of());
    }
}
