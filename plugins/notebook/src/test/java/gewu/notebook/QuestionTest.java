package gewu.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchQuery;
import gewu.api.search.SearchQuery.Matching;
import gewu.kernel.word.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionTest {
    private static final String CNKI = "SU='三公经费' AND AF='档案馆'";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = Desk.in(folder);
        desk.bringIn("a1", "三公经费支出五万元，比上年下降。");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    /// The question as it comes back after it was saved.
    private SearchQuery saved(String words, String... options) throws Exception {
        List<String> call = new ArrayList<>(List.of("add", "甲", words));
        call.addAll(List.of(options));
        desk.rows("saved", call.toArray(String[]::new));
        return new SavedSearchTable(desk.store, Desk.CLOCK)
                .named("甲")
                .question()
                .query();
    }

    /// The question as it comes back after its answer was frozen.
    private SearchQuery frozen(String words, String... options) throws Exception {
        List<String> call = new ArrayList<>(List.of("keep", words));
        call.addAll(List.of(options));
        desk.rows("notebook", call.toArray(String[]::new));
        return new EntryTable(desk.store, desk.index, Desk.CLOCK)
                .entry(1)
                .question()
                .query();
    }

    @Test
    void aQuestionOfCnkiKeepsItsWordsAndItsYearsApart() throws Exception {
        SearchQuery query = saved(CNKI, "--year=2020..2022", "--syntax=cnki");

        assertThat(query.words()).isEqualTo(CNKI);
        assertThat(query.within().from()).isEqualTo(2020);
        assertThat(query.within().to()).isEqualTo(2022);
        assertThat(query.matching().syntax()).isEqualTo(SearchQuery.Syntax.CNKI);
        assertThat(frozen(CNKI, "--year=2020..2022", "--syntax=cnki")).isEqualTo(query);
    }

    @Test
    void allConditionsAreKept() throws Exception {
        String[] options = {"--year=..2022", "--org=档案 馆", "--region=南江", "--role=存在问题", "--kind=项目支出"};
        SearchQuery query = saved("三公经费", options);

        assertThat(query.within())
                .isEqualTo(new SearchQuery.Within(
                        "",
                        "档案 馆",
                        "南江",
                        0,
                        2022,
                        Optional.of(SectionRole.named("存在问题").orElseThrow()),
                        Optional.of(ReportKind.named("项目支出").orElseThrow())));
        assertThat(frozen("三公经费", options)).isEqualTo(query);
    }

    @Test
    void withoutOptionsAQuestionIsTheUsualOne() throws Exception {
        assertThat(saved("三公经费")).isEqualTo(SearchQuery.of("三公经费").withSort(SearchQuery.Sort.ORG));
    }

    @Test
    void exactIsKept() throws Exception {
        assertSwitched("--exact", Matching.USUAL.exactly(true));
    }

    @Test
    void oneScriptIsKept() throws Exception {
        assertSwitched("--one-script", Matching.USUAL.withScripts(false));
    }

    @Test
    void synonymsAreKept() throws Exception {
        assertSwitched("--synonyms", Matching.USUAL.withSynonyms(true));
    }

    @Test
    void lookalikesAreKept() throws Exception {
        assertSwitched("--lookalikes", Matching.USUAL.withLookalikes(true));
    }

    @Test
    void ourOwnSyntaxIsKept() throws Exception {
        assertSwitched("--syntax=gewu", Matching.USUAL.in(SearchQuery.Syntax.GEWU));
    }

    private void assertSwitched(String option, Matching matching) throws Exception {
        assertThat(saved("三公经费", option).matching()).isEqualTo(matching);
        assertThat(frozen("三公经费", option).matching()).isEqualTo(matching);
        assertThat(desk.rows("saved").getFirst().values()).containsEntry("options", option.replace('=', ' '));
    }

    @Test
    void conditionsCountWhenTheQuestionIsAskedAgain() throws Exception {
        desk.rows("saved", "add", "乙", "三公经费", "--year=2019");

        assertThat(desk.rows("saved", "run", "乙").getLast().values()).containsEntry("paragraphs", 0L);
        assertThat(desk.rows("saved", "run", "乙")).hasSize(1);
    }

    @Test
    void isShownAsItWouldBeAskedAgain() {
        Question question = Question.of(
                List.of("三公经费", "下降"),
                Desk.call("--year=2021..2023", "--org=档案 馆", "--one-script", "--synonyms", "--role=problems"));

        assertThat(question.shown())
                .isEqualTo("三公经费 下降 --year 2021..2023 --org '档案 馆' --role 存在问题 --one-script --synonyms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--year=去年", "--year=2023..2021", "--role=天气", "--kind=小说", "--syntax=sql"})
    void whatNamesNothingIsRefusedInChineseToo(String option) throws IOException {
        Catalogue chinese = Catalogue.of(Question.class.getClassLoader());
        assertThatThrownBy(() -> Question.of(List.of("三公经费"), Desk.call(option)))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        refused -> assertThat(chinese.unknown(refused.getMessage() + "\n" + refused.remedy()))
                                .isEmpty());
    }
}
