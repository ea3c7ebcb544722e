package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metrics.IndicatorCount;
import gewu.api.workbench.Panel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Indicators as a tree.
final class IndicatorTreeTest {
    private final IndicatorTree tree = new IndicatorTree(new IndicatorNames(Packs.own()));

    @Test
    void partsStandBelowTheNearestWholeThatIsStated() {
        List<Panel.Node> money = below("金额", of("fin.exp.3public.vehicle.buy", 1), of("fin.exp.total", 5));

        assertThat(names(money)).containsExactly("支出合计");
        assertThat(names(money.getFirst().nodes())).containsExactly("公务用车购置费");
    }

    @Test
    void theMostFrequentStandsFirstAmongItsEquals() {
        List<Panel.Node> money =
                below("金额", of("fin.exp.basic.public", 2), of("fin.exp.basic.personnel", 7), of("fin.exp.basic", 1));

        assertThat(names(money.getFirst().nodes())).containsExactly("人员经费", "公用经费");
    }

    @Test
    void eachIndicatorLeadsToItsComparison() {
        Panel.Node it = below("金额", of("fin.exp.basic", 3)).getFirst();

        assertThat(it.to()).contains(new Panel.Target("compare", Map.of("indicator", "fin.exp.basic")));
        assertThat(it.remark().zh()).isEqualTo("3 个数字 · 1 份报告");
    }

    @Test
    void wordingsThatNoPackKnowsStandLastAndLeadNowhere() {
        List<Panel.Node> all = nodes(of("fin.exp.basic", 3), new IndicatorCount("", "驻村走访户数", 4, 2));

        assertThat(names(all)).containsExactly("金额", "未编入的说法");
        assertThat(all.getLast().nodes().getFirst().to()).isEmpty();
        assertThat(all.getLast().remark().zh()).isEqualTo("1 个，4 个数字");
    }

    @Test
    void whereNothingIsStatedItSaysSo() {
        assertThat(tree.of(List.of())).isInstanceOf(Panel.Text.class);
    }

    private static IndicatorCount of(String id, long figures) {
        return new IndicatorCount(id, id, figures, 1);
    }

    private List<Panel.Node> below(String group, IndicatorCount... stated) {
        return nodes(stated).stream()
                .filter(it -> it.text().zh().equals(group))
                .findFirst()
                .orElseThrow()
                .nodes();
    }

    private List<Panel.Node> nodes(IndicatorCount... stated) {
        return ((Panel.Tree) tree.of(List.of(stated))).nodes();
    }

    private static List<String> names(List<Panel.Node> nodes) {
        return nodes.stream().map(it -> it.text().zh()).toList();
    }
}
