package gewu.metrics;

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

final class IndicatorsCommandTest extends CommandContract {
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
        return bench.extension(Command.class, "indicators");
    }

    @Override
    protected CommandCall call() {
        return new CommandCall(List.of(), Map.of());
    }

    private List<DataRow> rows(List<String> words, Map<String, List<String>> options) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(new CommandCall(words, options), output);
        return output.rows();
    }

    @Test
    void indicatorsAreCountedByFiguresAndReports() throws Exception {
        DataRow meetings = rows(List.of("会议"), Map.of()).getFirst();
        assertThat(meetings.values())
                .containsEntry("zh", "会议费")
                .containsEntry("figures", 4L)
                .containsEntry("reports", 2L);
    }

    @Test
    void wordingsThatNoTableKnowsAreListedApart() throws Exception {
        assertThat(rows(List.of(), Map.of("--open", List.of())))
                .allSatisfy(it -> assertThat(it.values().get("id")).isNull());
    }

    @Test
    void aYearThatIsNoneIsRefused() {
        assertThatThrownBy(() -> rows(List.of(), Map.of("--year", List.of("去年"))))
                .isInstanceOf(WorkbenchException.class);
    }
}
