package gewu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.report.Doubt;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.testkit.GivenExtensions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchCommandTest {
    private final Lines lines =
            new Lines().with(2020, "三公经费支出五万元。").with(2021, "接待费下降，三公经费也下降。").with(2021, "档案保管良好。");

    private Heard run(boolean isJson, List<String> words, Map<String, List<String>> options) {
        Heard heard = new Heard(isJson);
        new SearchCommand(lines, lines, new GivenExtensions()).run(new CommandCall(words, options), heard);
        return heard;
    }

    @Test
    void aHitIsWrittenAsThePromiseSays() {
        List<DataRow> rows = run(true, List.of("三公经费"), Map.of()).rows;

        assertThat(rows).extracting(DataRow::type).containsExactly("hit", "hit", "total");
        assertThat(rows.getFirst().values().keySet())
                .containsExactly(
                        "report",
                        "title",
                        "org",
                        "year",
                        "section",
                        "role",
                        "page",
                        "paragraph",
                        "start",
                        "end",
                        "text",
                        "marks",
                        "score");
        assertThat(rows.getFirst().values())
                .containsEntry("role", "budget")
                .containsEntry("marks", List.of(List.of(0, 4)))
                .containsEntry("section", List.of("二、支出", "（一）三公经费"));
        assertThat(rows.getLast().values())
                .containsExactly(
                        Map.entry("paragraphs", 2L),
                        Map.entry("reports", 2L),
                        Map.entry("occurrences", 2L),
                        Map.entry("understood", "“三公经费”"),
                        Map.entry("ms", 1.25));
    }

    @Test
    void doubtsStandOnlyInHitsThatHaveSome() {
        lines.doubts = List.of(new Doubt(4, 6, 0.6), new Doubt(6, 10, 0.4));
        List<DataRow> rows = run(true, List.of("三公经费"), Map.of()).rows;

        assertThat(rows.get(0).values()).containsEntry("doubts", List.of(List.of(4, 6), List.of(6, 10)));
        assertThat(rows.get(1).values()).doesNotContainKey("doubts");
        assertThat(run(false, List.of("三公经费"), Map.of()).panels.toString()).contains("confidence=0.6");
    }

    @Test
    void facetsStandBetweenHitsAndTotal() {
        List<DataRow> rows = run(true, List.of("三公经费"), Map.of("--facets", List.of())).rows;

        assertThat(rows).extracting(DataRow::type).containsExactly("hit", "hit", "facet", "cell", "cell", "total");
        assertThat(rows.get(2).values())
                .containsExactly(Map.entry("facet", "role"), Map.entry("value", "budget"), Map.entry("count", 2L));
    }

    @Test
    void programsGetEveryHitUnlessTheyAskForFewer() {
        for (int i = 0; i < 1_200; i++) {
            lines.with(2022, "会议" + i);
        }

        assertThat(run(true, List.of("会议"), Map.of()).rows).hasSize(1_201);
        assertThat(run(true, List.of("会议"), Map.of("--limit", List.of("700"))).rows)
                .hasSize(701);
        assertThat(run(true, List.of("会议"), Map.of("--limit", List.of("0"))).rows)
                .hasSize(1);
        assertThat(run(true, List.of("会议"), Map.of("--offset", List.of("1190"))).rows)
                .hasSize(11);
    }

    @Test
    void peopleGetTheHitsByReportWithTheirPlaceAndTheCounts() {
        assertThat(run(false, List.of("三公经费"), Map.of()).sentences())
                .containsExactly(
                        "理解为：“三公经费”",
                        "南江市档案馆2020年自评报告 · 2020 · r-2020",
                        "二、支出 › （一）三公经费 · 第 3 页第 1 段|三公经费支出五万元。",
                        "南江市档案馆2021年自评报告 · 2021 · r-2021",
                        "二、支出 › （一）三公经费 · 第 3 页第 2 段|接待费下降，三公经费也下降。",
                        "共 2 份报告、2 个段落、2 处，用时 1.3 毫秒");
    }

    @Test
    void aTitleThatDoesNotSayWhoseReportItIsGetsTheNameBesideIt() {
        lines.isOrgInTitle = false;

        assertThat(run(false, List.of("三公经费五万"), Map.of()).sentences()).hasSize(2);
        assertThat(run(false, List.of("五万元"), Map.of()).sentences()).contains("2020年自评报告 · 南江市档案馆 · 2020 · r-2020");
    }

    @Test
    void anOffsetBehindTheLastHitSaysSo() {
        assertThat(run(false, List.of("三公经费"), Map.of("--offset", List.of("9"))).sentences())
                .last()
                .asString()
                .startsWith("共 2 份报告、2 个段落、2 处")
                .contains("--offset 9 已超过最后一段");
    }

    @Test
    void quotesAreBlamedOnlyWhereSomeWereWritten() {
        assertThat(run(false, List.of("飞机"), Map.of()).sentences())
                .last()
                .asString()
                .doesNotContain("引号");
        assertThat(run(false, List.of("“飞机”"), Map.of()).sentences())
                .last()
                .asString()
                .contains("引号");
    }

    @Test
    void severalWordsAreOneQuestion() {
        run(true, List.of("三公", "下降"), Map.of());

        assertThat(lines.asked.getFirst().words()).isEqualTo("三公 下降");
    }

    @Test
    void nothingFoundSaysThatTheLimitsKeepItOut() {
        assertThat(run(false, List.of("接待费"), Map.of("--year", List.of("2020"))).sentences())
                .last()
                .asString()
                .contains("去掉年度、单位、类型等限制后有 1 个段落");
    }

    @Test
    void nothingFoundAnywhereSaysWhatToTry() {
        assertThat(run(false, List.of("飞机"), Map.of()).sentences())
                .last()
                .asString()
                .contains("少写一两个词");
    }

    @Test
    void anEmptyWorkspaceSaysHowToFillIt() {
        Lines none = new Lines();
        Heard heard = new Heard(false);
        new SearchCommand(none, none, new GivenExtensions()).run(new CommandCall(List.of("三公经费"), Map.of()), heard);

        assertThat(heard.sentences()).last().asString().contains("gewu import");
    }

    @ParameterizedTest
    @CsvSource({"2021, 2021, 2021", "2020..2022, 2020, 2022", "2020.., 2020, 0", "..2021, 0, 2021"})
    void yearsAreWrittenAsPeopleWriteThem(String years, int from, int to) {
        run(true, List.of("三公经费"), Map.of("--year", List.of(years)));

        SearchQuery query = lines.asked.getFirst();
        assertThat(List.of(query.within().from(), query.within().to())).containsExactly(from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"去年", "20", "2022..2020", "..", "20212022", "2020...2022", "-2020"})
    void yearsThatMeanNothingAreRefusedWithAnExample(String years) {
        assertThatThrownBy(() -> run(true, List.of("三公经费"), Map.of("--year", List.of(years))))
                .isInstanceOfSatisfying(WorkbenchException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(WorkbenchException.Kind.USAGE);
                    assertThat(refused.remedy()).isNotBlank();
                });
    }

    @Test
    void anUnknownRoleNamesTheKnownOnes() {
        assertThatThrownBy(() -> run(true, List.of("三公经费"), Map.of("--role", List.of("troubles"))))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(refused.remedy()).contains("problems 存在问题"));
    }

    @Test
    void rolesAndKindsMayBeWrittenInChinese() {
        run(true, List.of("三公经费"), Map.of("--role", List.of("存在问题"), "--kind", List.of("项目支出")));

        assertThat(lines.asked.getFirst().within().role()).get().hasToString("PROBLEMS");
        assertThat(lines.asked.getFirst().within().kind()).get().hasToString("PROJECT");
    }

    @Test
    void anEmptyQuestionIsWrongUsage() {
        assertThatThrownBy(() -> run(true, List.of(" "), Map.of()))
                .isInstanceOf(WorkbenchException.class)
                .hasMessage("There is nothing to search for.");
    }
}
