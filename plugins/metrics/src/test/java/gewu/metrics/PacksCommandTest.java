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

final class PacksCommandTest extends CommandContract {
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
        return bench.extension(Command.class, "packs");
    }

    @Override
    protected CommandCall call() {
        return new CommandCall(
                List.of("name", "社会评价得分"), Map.of("--as", List.of("soc.score"), "--dimension", List.of("score")));
    }

    private List<DataRow> rows(List<String> words, Map<String, List<String>> options) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(new CommandCall(words, options), output);
        return output.rows();
    }

    @Test
    void namesAnIndicatorThatIsReadFromThenOn() throws Exception {
        String figure = rows("metrics", "96.5分");

        rows(
                List.of("name", "社会评价得分"),
                Map.of(
                        "--as", List.of("soc.score"),
                        "--dimension", List.of("score"),
                        "--metric", List.of(figure)));

        assertThat(rows(List.of(), Map.of()).getFirst().values()).containsEntry("state", "in force");
        Command metrics = bench.extension(Command.class, "metrics");
        metrics.run(new CommandCall(List.of("refresh"), Map.of()), RecordedOutput.json());
        RecordedOutput after = RecordedOutput.json();
        metrics.run(new CommandCall(List.of(), Map.of("--indicator", List.of("soc.score"))), after);
        assertThat(after.rows()).extracting(it -> it.values().get("text")).containsExactly("96.5分");
    }

    @Test
    void keepsNothingOfANameThatIsRefused() throws Exception {
        assertThatThrownBy(() ->
                        rows(List.of("name", "公务接待费"), Map.of("--as", List.of("x.y"), "--dimension", List.of("money"))))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("fin.exp.3public.reception");
        assertThat(rows(List.of(), Map.of()))
                .allSatisfy(it -> assertThat(it.values().get("state")).isEqualTo("in force"));
    }

    private String rows(String command, String text) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        bench.extension(Command.class, command).run(new CommandCall(List.of(), Map.of()), output);
        return output.rows().stream()
                .filter(it -> text.equals(it.values().get("text")))
                .map(it -> String.valueOf(it.values().get("id")))
                .findFirst()
                .orElseThrow();
    }
}
