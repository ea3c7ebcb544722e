package gewu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.workbench.Panel;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SearchViewTest {
    private final Lines lines = new Lines().with(2020, "三公经费支出五万元。").with(2021, "三公经费下降。");
    private final SearchView view = new SearchView(lines, lines);

    @Test
    void withoutWordsItAsksForThem() {
        assertThat(view.show(Map.of())).isInstanceOf(Panel.Text.class);
    }

    @Test
    void blankFieldsOfAFormLimitNothing() {
        view.show(Map.of("q", "三公经费", "year", "", "role", " ", "limit", ""));

        assertThat(lines.asked.getFirst().within().from()).isZero();
        assertThat(lines.asked.getFirst().limit()).isEqualTo(20);
    }

    @Test
    void fieldsLimitTheAnswer() {
        view.show(Map.of("q", "三公经费", "year", "2021", "limit", "9999"));

        assertThat(lines.asked.getFirst().within().from()).isEqualTo(2021);
        assertThat(lines.asked.getFirst().limit()).isEqualTo(200);
    }

    @Test
    void aFieldThatTakesANumberSaysSo() {
        assertThatThrownBy(() -> view.show(Map.of("q", "三公经费", "limit", "viele")))
                .isInstanceOf(WorkbenchException.class)
                .hasMessage("limit takes a whole number, not “viele”.");
    }
}
