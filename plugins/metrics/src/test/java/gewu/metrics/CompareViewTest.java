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

final class CompareViewTest extends ViewContract {
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
        return bench.extension(View.class, "compare");
    }

    @Override
    protected List<Map<String, String>> parameters() {
        return List.of(
                Map.of(),
                Map.of("indicator", "会议费"),
                Map.of("indicator", "会议费", "chart", "bar"),
                Map.of("indicator", "会议费", "chart", "scatter"),
                Map.of("indicator", "信访总量", "year", "1999"));
    }
}
