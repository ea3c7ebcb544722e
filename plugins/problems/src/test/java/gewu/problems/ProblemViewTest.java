package gewu.problems;

import static gewu.testkit.Shown.all;
import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.workbench.DataRow;
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

/// One problem or remedy, with what belongs to it.
final class ProblemViewTest extends ViewContract {
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
        return bench.extension(View.class, "problem");
    }

    @Override
    protected List<Map<String, String>> parameters() {
        return List.of(Map.of("problem", id("problem", "水费收缴")), Map.of("problem", id("remedy", "水费线上")), Map.of());
    }

    @Test
    void aProblemStandsWithTheRemedyThatAnswersItAndBothLeadToTheirSentences() {
        Panel shown = view().show(Map.of("problem", id("problem", "水费收缴")));

        assertThat(Shown.words(shown))
                .anyMatch(it -> it.startsWith("问题|") && it.contains("水费收缴不及时"))
                .anyMatch(it -> it.contains("推行水费线上收缴，逾期提醒"))
                .noneMatch(it -> it.contains("管护员"));
        assertThat(all(Panel.Table.class, shown).getFirst().rows().stream()
                        .flatMap(row -> row.leads().values().stream()))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(Panel.Place.class::isInstance);
    }

    @Test
    void aRemedyStandsWithTheProblemThatItAnswers() {
        assertThat(Shown.words(view().show(Map.of("problem", id("remedy", "水费线上")))))
                .anyMatch(it -> it.startsWith("措施|推行水费线上收缴"))
                .anyMatch(it -> it.startsWith("针对的问题|") && it.contains("水费收缴不及时"));
    }

    @Test
    void whatIsNoLongerFoundIsToldAsSuch() {
        String report = id("problem", "水费收缴").replaceAll("/.*", "");

        assertThat(Shown.words(view().show(Map.of("problem", report + "/P99")))).containsExactly("这份报告重读后不再有它。");
        assertThat(Shown.words(view().show(Map.of()))).anyMatch(it -> it.startsWith("在报告里点一个“问题”或“措施”标记"));
    }

    /// The id of what was found with these words.
    private String id(String type, String words) {
        return rows().stream()
                .filter(it -> it.type().equals(type))
                .filter(it -> it.values().toString().contains(words))
                .map(it -> String.valueOf(it.values().get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<DataRow> rows() {
        try {
            return bench.run("problems").rows();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
