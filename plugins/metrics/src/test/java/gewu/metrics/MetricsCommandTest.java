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

final class MetricsCommandTest extends CommandContract {
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
        return bench.extension(Command.class, "metrics");
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
    void allFiguresOfAReportAreToldWithTheirPlace() throws Exception {
        List<DataRow> rows = rows(List.of(), Map.of("--report", List.of("青禾县水利局2021")));
        assertThat(rows)
                .filteredOn(it -> it.type().equals("metric"))
                .extracting(it -> it.values().get("text"))
                .containsExactly("8万元", "12.5万元", "4.5万元", "96.5分");
        assertThat(rows).filteredOn(it -> it.type().equals("absence")).hasSize(1);
    }

    @Test
    void figuresAreAskedForByTheIdOrTheWordsOfTheirIndicator() throws Exception {
        assertThat(rows(List.of(), Map.of("--indicator", List.of("fin.exp.3public"))))
                .hasSize(1);
        assertThat(rows(List.of(), Map.of("--indicator", List.of("会议"), "--year", List.of("2020"))))
                .hasSize(1);
    }

    @Test
    void whatWasReadByTheSameEditionNeedNotBeReadAgain() throws Exception {
        assertThat(rows(List.of("refresh"), Map.of()).getFirst().values().get("reports"))
                .isEqualTo(0);
    }

    @Test
    void aFormatThatNothingWritesIsRefused() {
        assertThatThrownBy(() -> rows(
                        List.of(),
                        Map.of("--export", List.of(folder.resolve("数字.doc").toString()))))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("doc");
    }

    @Test
    void anActionThatThereIsNotProposesOne() {
        assertThatThrownBy(() -> rows(List.of("refesh"), Map.of()))
                .isInstanceOf(WorkbenchException.class)
                .extracting(it -> ((WorkbenchException) it).remedy())
                .asString()
                .contains("refresh");
    }
}
