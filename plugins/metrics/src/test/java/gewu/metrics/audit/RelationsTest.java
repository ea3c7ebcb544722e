package gewu.metrics.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.metrics.Pack;
import gewu.metrics.PackTable;
import org.junit.jupiter.api.Test;

final class RelationsTest {
    private static final Pack PACK = Pack.own();

    private static Relations read(String... rows) {
        return Relations.of(PackTable.of("relations.tsv", String.join("\n", rows), 2), PACK);
    }

    @Test
    void thePluginsOwnRelationsAreSound() {
        assertThat(Relations.own(PACK).sums()).isNotEmpty();
    }

    @Test
    void aStarStandsForAllIndicatorsThatHaveBothEndings() {
        assertThat(read("*.batch <= *.person\terror").mosts())
                .extracting(Relation.Most::less)
                .contains("pet.visit.batch", "case.review.batch");
    }

    @Test
    void aBadTableIsRefusedWithAllItsLines() {
        assertThatThrownBy(() -> read(
                        "# our own",
                        "sum fin.exp.total = fin.exp.basic + fin.exp.nothing\terror",
                        "sum fin.exp.basic = fin.exp.project + pet.total.case\terror",
                        "rate case.closed = case.resolved / case.assigned\terror",
                        "fin.exp.basic <= pet.total.case\tloud",
                        "fin.exp.basic < fin.exp.total\twarn"))
                .isInstanceOf(WorkbenchException.class)
                .hasMessageContaining("relations.tsv, line 2: there is no indicator fin.exp.nothing.")
                .hasMessageContaining("relations.tsv, line 3: it adds count (pet.total.case) to money (fin.exp.basic).")
                .hasMessageContaining("relations.tsv, line 4: case.closed is no rate but count.")
                .hasMessageContaining("relations.tsv, line 5: “loud” is no weight")
                .hasMessageContaining("relations.tsv, line 6: “fin.exp.basic < fin.exp.total” is no relation");
    }

    @Test
    void relationsThatComeBackToTheirBeginningAreRefused() {
        assertThatThrownBy(() -> read(
                        "sum fin.exp.total = fin.exp.basic + fin.exp.project\terror",
                        "sum fin.exp.basic = fin.exp.total + fin.exp.general\terror"))
                .hasMessageContaining("relations.tsv, line 1: it comes back to fin.exp.total.")
                .hasMessageContaining("relations.tsv, line 2: it comes back to fin.exp.basic.");
        assertThatThrownBy(() -> read("case.closed <= case.resolved\terror", "case.resolved <= case.closed\terror"))
                .hasMessageContaining("it comes back to case.closed.");
        assertThatThrownBy(() -> read("sum fin.exp.total = fin.exp.total + fin.exp.project\terror"))
                .hasMessageContaining("line 1: an indicator stands in it twice.");
    }
}
