package gewu.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.CommandContract;
import gewu.testkit.RecordedOutput;
import gewu.testkit.TemporaryWorkbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProblemsCommandTest extends CommandContract {
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
    protected Command command() {
        return bench.extension(Command.class, "problems");
    }

    @Override
    protected CommandCall call() {
        return new CommandCall(List.of(), Map.of());
    }

    private List<DataRow> rows(Map<String, List<String>> options) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(new CommandCall(List.of(), options), output);
        return output.rows();
    }

    @Test
    void aReportsProblemsRemediesAndLinksAreToldWithTheirPlaces() throws Exception {
        List<DataRow> rows = rows(Map.of("--report", List.of("青禾县水利局2021")));

        assertThat(rows)
                .extracting(DataRow::type)
                .containsExactly("problem", "problem", "remedy", "remedy", "link", "link");
        assertThat(rows.getFirst().values())
                .containsKeys("id", "category", "scope", "span", "extra_spans", "cause", "confidence");
        assertThat(String.valueOf(rows.getFirst().values().get("span"))).contains("text=河道管护力量不足");
    }

    @Test
    void problemsOfAYearAndCategoryAreToldAlone() throws Exception {
        assertThat(rows(Map.of("--year", List.of("2020"))))
                .filteredOn(it -> it.type().equals("problem"))
                .hasSize(1);
        assertThat(rows(Map.of("--category", List.of("预算执行"))))
                .filteredOn(it -> it.type().equals("problem"))
                .hasSize(1);
        assertThat(rows(Map.of("--scope", List.of("implicit")))).isEmpty();
    }

    @Test
    void anUnknownScopeSaysWhichThereAre() {
        assertThatThrownBy(() -> rows(Map.of("--scope", List.of("cores"))))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("cores");
    }
}
