package gewu.workbench.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.testkit.RecordedOutput;
import gewu.workbench.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ViewCommandTest {
    private static final String MANIFEST = """
        <plugin id="trial" version="1.0.0" api="^1.0" title="试" title-en="Trial">
          <extension point="view" id="work" class="trial.Work" title="工作" title-en="Work">
            <parameter name="unit" title="单位" title-en="unit"/>
          </extension>
        </plugin>
        """;

    private static ViewCommand command() throws Exception {
        return new ViewCommand(new Manifests(MANIFEST).living("work", () -> (View) parameters -> Panel.Stack.of(
                new Panel.Text(parameters.getOrDefault("unit", "全部")),
                new Panel.Board(
                        Label.same(""),
                        List.of(new Panel.Lane(
                                "open",
                                new Label("未销号", "Open"),
                                2,
                                List.of(new Panel.Card(
                                        "ZG-1",
                                        Label.same("预算"),
                                        Label.same(""),
                                        List.of(new Panel.Flag(new Label("超期", "late"), Panel.Tone.ALARM)),
                                        Optional.of(new Panel.Target("story", Map.of("item", "ZG-1"))))),
                                Optional.empty()))))));
    }

    private static RecordedOutput run(RecordedOutput output, String... words) throws Exception {
        command().run(new CommandCall(List.of(words), Map.of()), output);
        return output;
    }

    @Test
    void showsAViewWithItsParameters() throws Exception {
        RecordedOutput output = run(RecordedOutput.people(), "work", "unit=水利局");

        assertThat(((Panel.Stack) output.panels().getFirst()).panels().getFirst())
                .isEqualTo(new Panel.Text("水利局"));
    }

    @Test
    void listsWhatViewsThereAreAndWhatTheyTake() throws Exception {
        assertThat(run(RecordedOutput.json()).rows())
                .containsExactly(DataRow.of("view")
                        .with("view", "work")
                        .with("title", "工作")
                        .with("title_en", "Work")
                        .with("parameters", List.of("unit")));
    }

    @Test
    void programsGetThePanelsAsDataAndWhereTheyLead() throws Exception {
        List<DataRow> rows = run(RecordedOutput.json(), "work").rows();

        assertThat(rows).extracting(it -> it.values().get("form")).containsExactly("text", "board");
        assertThat(String.valueOf(rows.getLast().values().get("lanes")))
                .isEqualTo("[{id=open, head=未销号, count=2, cards=[{key=ZG-1, words=预算, remark=,"
                        + " flags=[{words=超期, tone=alarm}], to={view=story, parameters={item=ZG-1}}}], more=null}]");
    }

    @Test
    void aParameterThatTheViewDoesNotTakeIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> run(RecordedOutput.people(), "work", "uni=水利局"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessage("The view “work” has no parameter “uni”.")
                .extracting(it -> ((WorkbenchException) it).remedy())
                .asString()
                .contains("unit");
    }
}
