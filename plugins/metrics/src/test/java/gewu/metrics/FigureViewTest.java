package gewu.metrics;

import static gewu.testkit.Shown.all;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.Command;
import gewu.api.workbench.Panel;
import gewu.api.workbench.View;
import gewu.testkit.Shown;
import gewu.testkit.TemporaryWorkbench;
import gewu.testkit.ViewContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One figure: what is known of it, and what a person says of it.
final class FigureViewTest extends ViewContract {
    @TempDir
    Path folder;

    private TemporaryWorkbench bench;

    @BeforeEach
    void bringTwoYearsIn() throws Exception {
        bench = SmallBench.in(folder);
    }

    @AfterEach
    void leave() {
        bench.close();
    }

    @Override
    protected View view() {
        return bench.extension(View.class, "figure");
    }

    @Override
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of("metric", id("8万元")), Map.of(), Map.of("metric", "r1/m99"));
    }

    @Test
    void aFigureIsToldWithItsPlaceItsRelationsAndTheRulesInTheReadersLanguage() {
        Panel shown = show("8万元");

        assertThat(Shown.words(shown))
                .contains("指标|会议费", "数值|8 万元", "折算|80000 元", "时期|2021")
                .anyMatch(it -> it.startsWith("依据|名称紧挨在前；读作数值"))
                .anyMatch(it -> it.startsWith("相符|增减额|"));
        Panel.Row value = all(Panel.Table.class, shown).getFirst().rows().get(2);
        assertThat(value.leads().get(1)).isInstanceOf(Panel.Place.class);
    }

    @Test
    void relationsTellACorrectedFigureAsItIsNowAndAsItWasWritten() throws Exception {
        correct("set", id("8万元"), "--value=9");

        assertThat(Shown.words(show("8万元")))
                .contains("人工意见|已更正", "数值|9 万元", "折算|90000 元")
                .anyMatch(it -> it.startsWith("依据|") && it.endsWith("人工更正"))
                .anyMatch(it -> it.startsWith("不符|增减额|") && it.contains("9万元（更正前 8万元）"));
    }

    @Test
    void aRejectedFigureOffersNothingButTheWayBack() throws Exception {
        String id = id("8万元");
        correct("reject", id);

        Panel shown = view().show(Map.of("metric", id));
        assertThat(Shown.words(shown)).anyMatch(it -> it.startsWith("这个数字已被否定"));
        assertThat(all(Panel.Form.class, shown))
                .extracting(it -> it.arguments().getFirst())
                .containsExactly("undo");
    }

    @Test
    void withoutAFigureItSaysWhereToChooseOne() {
        assertThat(Shown.words(view().show(Map.of()))).anyMatch(it -> it.startsWith("在报告里点一个带下划线的数字"));
    }

    private Panel show(String words) {
        return view().show(Map.of("metric", id(words)));
    }

    private void correct(String... words) throws Exception {
        SmallHouse.rows(bench.extension(Command.class, "correct"), words);
    }

    /// The figure with these words, as it is read.
    private String id(String words) {
        try {
            return SmallHouse.rows(bench.extension(Command.class, "metrics")).stream()
                    .filter(it -> words.equals(it.values().get("text")))
                    .map(it -> String.valueOf(it.values().get("id")))
                    .findFirst()
                    .orElseThrow();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
