package gewu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.Label;
import gewu.api.WorkbenchException;
import gewu.api.workbench.Panel;
import gewu.testkit.Shown;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BatchViewTest {
    private final Lines lines = new Lines().with(2021, "三公经费下降。会议费没有变化。").with(2022, "三公经费又下降。");
    private final BatchView view = new BatchView(lines, Label::same);

    @Test
    void eachQueryIsARowWhoseYearsLeadToTheirParagraphs() {
        Panel.Table table = table(Map.of("queries", "三公经费\n会议费\n没有的词", "role", "budget"));

        assertThat(heads(table)).contains("2021", "2022");
        assertThat(words(table.rows().getFirst())).startsWith("1", "三公经费", "2", "2", "2", "1", "1");
        assertThat(table.rows().getFirst().leads().get(6))
                .isEqualTo(new Panel.Target("search", Map.of("q", "三公经费", "year", "2022", "role", "budget")));
        assertThat(words(table.rows().getLast())).startsWith("3", "没有的词", "0", "0", "0", "", "");
    }

    @Test
    void theFirstProofLeadsToWhereItStands() {
        Panel.Table table = table(Map.of("queries", "会议费"));

        Panel.Row row = table.rows().getFirst();
        int proof = heads(table).indexOf("首个出处");
        assertThat(row.leads().get(proof))
                .isInstanceOfSatisfying(
                        Panel.Place.class, it -> assertThat(it.report()).isEqualTo("r-2021"));
        assertThat(words(row)).contains("会议费没有变化。");
    }

    @Test
    void columnsMayBeOrganisations() {
        assertThat(heads(table(Map.of("queries", "三公经费", "by", "org")))).contains("南江市档案馆");
    }

    @Test
    void aQueryThatCanNotBeReadSaysWhyInItsOwnRow() {
        lines.refused = "坏";

        Panel.Table table = table(Map.of("queries", "坏 的\n会议费"));

        assertThat(words(table.rows().getFirst())).contains("It can't be understood. Write 三公经费.");
        assertThat(words(table.rows().getLast())).startsWith("2", "会议费", "1");
    }

    @Test
    void withoutQueriesItTellsWhatToWriteAndTakesAFile() {
        Panel.Form form = Shown.all(Panel.Form.class, view.show(Map.of())).getFirst();

        assertThat(form.command()).isEqualTo("batch");
        assertThat(form.fields()).anyMatch(it -> it.kind() == Panel.Field.Kind.FILE);
    }

    @Test
    void aListTooLongForAPageIsToBeSentAsAFile() {
        assertThatThrownBy(() -> view.show(Map.of("queries", "会议费\n".repeat(301))))
                .isInstanceOf(WorkbenchException.class)
                .hasMessage("301 queries are too many for a page.");
    }

    private Panel.Table table(Map<String, String> parameters) {
        return Shown.all(Panel.Table.class, view.show(parameters)).getFirst();
    }

    private static List<String> heads(Panel.Table table) {
        return table.columns().stream().map(it -> it.head().zh()).toList();
    }

    private static List<String> words(Panel.Row row) {
        return row.cells().stream().map(Label::zh).toList();
    }
}
