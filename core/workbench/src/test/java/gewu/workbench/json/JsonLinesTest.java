package gewu.workbench.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.job.Progress;
import gewu.api.workbench.DataRow;
import gewu.api.workbench.Panel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonLinesTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private final JsonLines json = new JsonLines(
            new PrintStream(written, true, StandardCharsets.UTF_8),
            new PrintStream(remarks, true, StandardCharsets.UTF_8),
            Progress.NONE);

    @Test
    void typeComesFirstAndTheRestKeepsItsOrder() {
        json.row(DataRow.of("hit")
                .with("report", "r-1")
                .with("year", 2021)
                .with("section", List.of("二、支出", "（一）三公经费"))
                .with("marks", List.of(List.of(10, 14), List.of(20, 24)))
                .with("score", 1.5)
                .with("cause", null)
                .with("exact", true));

        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"hit\",\"report\":\"r-1\",\"year\":2021,\"section\":[\"二、支出\",\"（一）三公经费\"],"
                        + "\"marks\":[[10,14],[20,24]],\"score\":1.5,\"cause\":null,\"exact\":true}\n");
    }

    @Test
    void aRowStaysOnOneLineWhateverItsTextHolds() {
        String line = json.line(DataRow.of("page").with("text", "一\n二\r\t\"三\"\\\u0000\u2028"));

        assertThat(line).doesNotContain("\n").doesNotContain("\r").contains("一\\n二\\r\\t\\\"三\\\"\\\\\\u0000");
    }

    @Test
    void rareCharactersAreWrittenWholeAndTornOnesReplacedUnitForUnit() {
        assertThat(json.line(DataRow.of("page").with("text", "𠮷"))).contains("𠮷");
        assertThat(json.line(DataRow.of("page").with("text", "甲\ud842乙"))).contains("甲\ufffd乙");
    }

    @Test
    void decimalsKeepTheirDigitsAndMapsTheirKeys() {
        assertThat(json.line(DataRow.of("metric")
                        .with("norm_value", new BigDecimal("18059900.00"))
                        .with("span", Map.of("start", 3L))))
                .isEqualTo("{\"type\":\"metric\",\"norm_value\":18059900.00,\"span\":{\"start\":3}}");
    }

    @Test
    void whatJsonCannotSayIsAnErrorThatNamesTheValue() {
        assertThatThrownBy(() -> json.line(DataRow.of("hit").with("score", Double.NaN)))
                .hasMessage("“score” is NaN; JSON has no such number.");
        assertThatThrownBy(() -> json.line(DataRow.of("hit").with("at", Thread.State.NEW)))
                .hasMessageContaining("“at” holds a java.lang.Thread$State");
    }

    @Test
    void panelsAreForPeopleAndNotesStandBesideTheRows() {
        json.show(new Panel.Text("表格"));
        json.note("一个提醒");

        assertThat(written.size()).isZero();
        assertThat(remarks.toString(StandardCharsets.UTF_8)).isEqualTo("一个提醒\n");
    }
}
