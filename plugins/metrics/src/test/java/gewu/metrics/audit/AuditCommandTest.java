package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.report.Mark;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.Panel;
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

final class AuditCommandTest extends CommandContract {
    @TempDir
    Path folder;

    private TemporaryWorkbench bench;

    @BeforeEach
    void bringTwoYearsIn() throws Exception {
        bench = Sample.workbench(folder);
        Sample.bringIn(bench, 2020, "全年会议费支出12.4万元。");
        Sample.bringIn(bench, 2021, "全年会议费支出8万元，比上年12.5万元减少4.35万元，下降36%。");
    }

    @AfterEach
    void leave() {
        bench.close();
    }

    @Override
    protected Command command() {
        return bench.extension(Command.class, "audit");
    }

    private List<Object> kinds(Map<String, List<String>> options) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command().run(new CommandCall(List.of(), options), output);
        return output.rows().stream()
                .map(it -> (Object) it.values().get("kind"))
                .toList();
    }

    @Test
    void allReportsAreAuditedAndHeldAgainstTheYearBefore() throws Exception {
        assertThat(kinds(Map.of())).containsExactly("difference", "direction", "change_rate", "previous_year");
    }

    @Test
    void oneReportIsHeldAgainstTheYearBeforeToo() throws Exception {
        assertThat(kinds(Map.of("--report", List.of("临江市信访局2021"), "--verdict", List.of("violated"))))
                .containsExactly("difference", "previous_year");
        assertThat(kinds(Map.of("--severity", List.of("error")))).containsExactly("difference");
        assertThat(kinds(Map.of("--year", List.of("2020")))).isEmpty();
    }

    @Test
    void peopleReadHowManyHoldFirst() throws Exception {
        RecordedOutput output = RecordedOutput.people();
        command().run(call(), output);

        Panel.Stack stack = (Panel.Stack) output.panels().getFirst();
        assertThat(((Panel.Text) stack.panels().getFirst()).words().zh())
                .isEqualTo("勾稽校验 2 份报告，4 项关系：2 项不符，0 项在舍入误差内相符，2 项相符，0 项无法判断。");
        assertThat(stack.panels()).anyMatch(Panel.Document.class::isInstance);
    }

    @Test
    void eachFigureOfASentenceLeadsToItsPlace() throws Exception {
        RecordedOutput output = RecordedOutput.people();
        command().run(new CommandCall(List.of(), Map.of("--kind", List.of("difference"))), output);

        Panel.Stack stack = (Panel.Stack) output.panels().getFirst();
        Panel.Row row = ((Panel.Table) stack.panels().get(1)).rows().getFirst();
        for (String language : List.of("zh", "en")) {
            assertThat(row.sentences().values().iterator().next().in(language))
                    .filteredOn(it -> it.to().isPresent())
                    .extracting(Panel.Piece::words)
                    .containsExactly("会议费支出 8万元", "12.5万元", "4.35万元");
        }
        assertThat(row.sentences().values().iterator().next().zh().getFirst().to())
                .as("where 8万元 stands, with all figures of the sentence lit")
                .contains(new Panel.Place(
                        row.cells().getFirst().zh(),
                        41,
                        List.of(new Mark(41, 44), new Mark(48, 54), new Mark(56, 62))));
    }

    @Test
    void aFormatThatNothingWritesIsRefused() {
        assertThatThrownBy(() -> kinds(
                        Map.of("--export", List.of(folder.resolve("校验.doc").toString()))))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("doc");
    }

    @Test
    void aWordThatNothingIsCalledNamesWhatThereIs() {
        assertThatThrownBy(() -> kinds(Map.of("--verdict", List.of("wrong"))))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("“wrong” is no verdict of a check.");
    }
}
