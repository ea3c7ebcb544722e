package gewu.api.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.Label;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HeldRowsTest {
    private static final Panel.Rows ROWS = Panel.Rows.of(
            List.of(
                    Panel.Column.text("单位", "Unit"),
                    Panel.Column.number("金额", "Amount"),
                    Panel.Column.text("状态", "State")),
            List.of(
                    Panel.Row.of("水利局", "1,200.5万元", new Label("整改中", "In progress")),
                    Panel.Row.of("安全局", "—", new Label("已销号", "Closed")),
                    Panel.Row.of("财政局", "0.3亿元", new Label("整改中", "In progress")),
                    Panel.Row.of("民政局", "-5万元", new Label("", ""))));

    private static List<String> units(Map<Integer, String> words, int column, boolean isFalling) {
        return ROWS.some(new Panel.Sift(new TreeMap<>(words), column, isFalling), 0, 9).stream()
                .map(row -> row.cells().getFirst().zh())
                .toList();
    }

    @Test
    void figuresAreSortedByTheirValueAndWhatIsNoneStandsLast() {
        assertThat(units(Map.of(), 1, false)).containsExactly("民政局", "水利局", "财政局", "安全局");
        assertThat(units(Map.of(), 1, true)).containsExactly("财政局", "水利局", "民政局", "安全局");
    }

    @Test
    void chineseIsSortedByItsSound() {
        assertThat(units(Map.of(), 0, false)).containsExactly("安全局", "财政局", "民政局", "水利局");
    }

    @Test
    void emptyCellsStandLastWhicheverWay() {
        assertThat(units(Map.of(), 2, false).getLast()).isEqualTo("民政局");
        assertThat(units(Map.of(), 2, true).getLast()).isEqualTo("民政局");
    }

    @Test
    void wordsAreFoundInEitherLanguageWhateverTheirCapitals() {
        assertThat(units(Map.of(2, "in PROGRESS"), -1, false)).containsExactly("水利局", "财政局");
        assertThat(units(Map.of(2, "整改", 0, "财"), -1, false)).containsExactly("财政局");
        assertThat(ROWS.count(new Panel.Sift(new TreeMap<>(Map.of(2, "整改")), -1, false)))
                .isEqualTo(2);
    }

    @Test
    void partsFollowEachOtherAndEndAtTheEnd() {
        assertThat(ROWS.some(Panel.Sift.NONE, 1, 2))
                .containsExactlyElementsOf(ROWS.some(Panel.Sift.NONE, 0, 9).subList(1, 3));
        assertThat(ROWS.some(Panel.Sift.NONE, 4, 9)).isEmpty();
        assertThat(ROWS.some(Panel.Sift.NONE, 99, Integer.MAX_VALUE)).isEmpty();
    }
}
