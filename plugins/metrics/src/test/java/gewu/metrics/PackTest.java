package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import org.junit.jupiter.api.Test;

final class PackTest {
    @Test
    void thePluginsOwnPackIsSound() {
        assertThat(Pack.own().find("fin.exp.3public")).isPresent();
    }

    @Test
    void aTableWithTooFewCellsNamesTheLine() {
        assertThatThrownBy(() -> PackTable.of("units.tsv", "# surface\n元\tmoney\n", 5))
                .isInstanceOf(WorkbenchException.class)
                .hasMessage("units.tsv, line 2: 2 cells instead of 5.");
    }

    @Test
    void alternativesStandForAllTheirWords() {
        assertThat(Alternatives.of("(到|赴)省(集访|)")).containsExactly("到省集访", "到省", "赴省集访", "赴省");
        assertThat(Alternatives.of("因公出国\\(境\\)费")).containsExactly("因公出国(境)费");
        assertThat(Alternatives.of("(开")).isEmpty();
    }
}
