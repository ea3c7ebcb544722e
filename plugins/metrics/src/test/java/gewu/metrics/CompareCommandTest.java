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

final class CompareCommandTest extends CommandContract {
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
        return bench.extension(Command.class, "compare");
    }

    @Override
    protected CommandCall call() {
        return new CommandCall(List.of("会议费"), Map.of());
    }

    private List<DataRow> rows(List<String> words, Map<String, List<String>> options) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(new CommandCall(words, options), output);
        return output.rows();
    }

    @Test
    void aYearIsToldWithItsChangeAndWhatALaterReportSays() throws Exception {
        List<DataRow> cells = rows(List.of("会议费"), Map.of());
        assertThat(cells).extracting(it -> it.values().get("year")).containsExactly(2020, 2021);
        assertThat(cells.getFirst().values().get("restated")).isNotNull();
        assertThat(cells.getLast().values()).containsEntry("amount", "80000").containsEntry("change", "-44000");
    }

    @Test
    void anIndicatorThatIsMistypedIsProposed() {
        assertThatThrownBy(() -> rows(List.of("会义费"), Map.of()))
                .isInstanceOf(WorkbenchException.class)
                .extracting(it -> ((WorkbenchException) it).remedy())
                .asString()
                .contains("会议费");
    }

    @Test
    void aBasisThatThereIsNotIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> rows(List.of("会议费"), Map.of("--basis", List.of("guess"))))
                .isInstanceOf(WorkbenchException.class)
                .extracting(it -> ((WorkbenchException) it).remedy())
                .asString()
                .contains("outturn");
    }
}
