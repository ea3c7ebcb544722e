package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.metrics.Token.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RolesTest {
    private final Pack pack = Pack.own();

    /// The role of the last quantity of a text.
    private String role(String text) {
        List<Quantity> quantities = new ArrayList<>();
        for (Token token : new QuantityScanner(pack).scan(text)) {
            if (token instanceof Quantity it) {
                quantities.add(it);
            }
        }
        Clauses clauses = new Clauses(text, quantities);
        Role role =
                new Roles(pack, clauses, new Story(clauses), text, quantities).of(clauses.place(quantities.size() - 1));
        return role.kind().id() + " " + role.direction().id() + (role.previous() ? "previous" : "");
    }

    @Test
    void aVerbOrNounOfMovementRightBeforeAFigureMakesItAChange() {
        assertThat(role("信访总量下降12.5%")).isEqualTo("change_pct down");
        assertThat(role("支出增加20万元")).isEqualTo("change_abs up");
        assertThat(role("降幅为17.5%")).isEqualTo("change_pct down");
        assertThat(role("满意率提高1.2个百分点")).isEqualTo("change_pp up");
    }

    @Test
    void aVerbOfMovementWithToTellsANewLevel() {
        assertThat(role("满意率提升至95.4%")).isEqualTo("level ");
        assertThat(role("办理时长压缩到26天")).isEqualTo("level ");
    }

    @Test
    void whatIsComparedWithIsLastYearsLevel() {
        assertThat(role("较上年同期的3.6万元")).isEqualTo("level previous");
        assertThat(role("比2020年36.2万元")).isEqualTo("level previous");
    }

    @Test
    void aFigureBehindALimitOrBeforeTheWordTargetIsATarget() {
        assertThat(role("群众满意度≥90%")).isEqualTo("target ");
        assertThat(role("化解率90%以上的目标")).isEqualTo("target ");
        assertThat(role("控制在1100件")).isEqualTo("target ");
    }

    @Test
    void pointsAboveOrBelowOthersSayTheirDirection() {
        assertThat(role("比信访部门低0.4个百分点")).isEqualTo("change_pp down");
        assertThat(role("高于全省平均水平0.3个百分点")).isEqualTo("change_pp up");
    }

    @Test
    void aPartOfAWholeIsAShareAndAPlaceIsARank() {
        assertThat(role("占信访总量的21%")).isEqualTo("share ");
        assertThat(role("综合排名第3位")).isEqualTo("rank ");
        assertThat(role("自评得分96分")).isEqualTo("score ");
    }
}
