package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Mark;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.search.SearchQuery.Matching;
import gewu.testkit.SampleReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person may switch: exact characters, scripts, synonyms, look-alikes, and folding of equal paragraphs.
class SwitchesTest {
    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private void put(String id, String text) {
        house.shelf().put(SampleReport.of(id, text));
    }

    private SearchAnswer find(String words, UnaryOperator<Matching> how) {
        return house.index()
                .search(SearchQuery.of(words)
                        .matching(how.apply(Matching.USUAL))
                        .withLimit(100));
    }

    private static List<String> marked(SearchAnswer answer) {
        return answer.hits().stream()
                .flatMap(hit -> hit.marks().stream().map(mark -> words(hit, mark)))
                .toList();
    }

    private static String words(SearchAnswer.Hit hit, Mark mark) {
        return hit.text().substring(mark.start() - hit.start(), mark.end() - hit.start());
    }

    @Test
    void scriptsMayBeToldApart() {
        put("甲", "預算執行率偏低\n预算执行率偏低\n“预算”执行");

        assertThat(find("预算", it -> it).paragraphs()).isEqualTo(3);
        assertThat(marked(find("预算", it -> it.withScripts(false)))).containsExactlyInAnyOrder("预算", "预算");
        assertThat(marked(find("預算", it -> it.withScripts(false)))).containsExactly("預算");
        assertThat(find("预算执行", it -> it.withScripts(false)).paragraphs())
                .as("quotation marks still don't matter")
                .isEqualTo(2);
        assertThat(find("预算执行", it -> it.exactly(true)).paragraphs()).isEqualTo(1);
    }

    @Test
    void synonymsAreFoundWhenAskedForAndShown() {
        put("甲", "群众满意率达95%\n群众满意度较高\n企业满意");

        assertThat(find("群众满意率", it -> it).paragraphs()).isEqualTo(1);
        SearchAnswer both = find("群众满意率", it -> it.withSynonyms(true));
        assertThat(both.understood()).isEqualTo("群众满意率 | 群众满意度");
        assertThat(marked(both)).containsExactlyInAnyOrder("群众满意率", "群众满意度");
    }

    @Test
    void anOfficeAddsSynonymsOfItsOwn() throws Exception {
        house.close();
        Path own = house.files().resolveSibling(Synonyms.FILE);
        Files.writeString(own, "# 本单位的叫法\n大脚掌　基层走访\n");
        house = new SmallHouse(folder);
        put("甲", "开展大脚掌行动\n组织基层走访");

        assertThat(find("大脚掌", it -> it.withSynonyms(true)).paragraphs()).isEqualTo(2);
    }

    @Test
    void lookalikesHaveMarksOfTheirOwn() {
        put("甲", "项目文出合规\n项目支出合规\n项日支出");

        assertThat(find("项目支出", it -> it).paragraphs()).isEqualTo(1);
        SearchAnswer answer = find("项目支出", it -> it.withLookalikes(true));
        assertThat(answer.understood()).isEqualTo("项目支出≈");
        assertThat(answer.occurrences()).isEqualTo(3);
        assertThat(marked(answer)).containsExactlyInAnyOrder("项目文出", "项目支出", "项日支出");
        assertThat(answer.hits().stream()
                        .flatMap(hit -> hit.resembling().stream().map(mark -> words(hit, mark)))
                        .toList())
                .containsExactlyInAnyOrder("项目文出", "项日支出");
    }

    @Test
    void equalParagraphsAreShownOnceWhereTheyAppearFirst() {
        put("乙", "严格执行预算。\n会议费下降");
        put("甲", "“严格”执行预算。\n严格执行预算。");
        put("丙", "严格执行预算编制要求");
        SearchQuery query = SearchQuery.of("严格执行预算").withLimit(100);

        assertThat(house.index().search(query).hits()).hasSize(4);
        SearchAnswer folded = house.index().search(query.folded(true));
        assertThat(folded.hits()).hasSize(2);
        assertThat(List.of(folded.paragraphs(), folded.distinct(), folded.reports(), folded.occurrences()))
                .containsExactly(4L, 2L, 3L, 4L);
        assertThat(folded.hits().stream().map(SearchAnswer.Hit::alike).toList())
                .containsExactlyInAnyOrder(new SearchAnswer.Alike(2, 1), SearchAnswer.Alike.NONE);
        assertThat(house.index()
                        .search(query.folded(true).withLimit(1).withOffset(1))
                        .hits())
                .as("pages go over what is shown")
                .hasSize(1);
        assertThat(house.index().search(query.folded(true).withOffset(2)).hits())
                .isEmpty();
    }

    @Test
    void oneReportCanBeAskedAlone() {
        put("甲", "会议费\n会议费下降");
        put("乙", "会议费");

        SearchQuery inside = SearchQuery.of("会议费").within(SearchQuery.Within.ANYWHERE.withReport("甲"));
        assertThat(house.index().search(inside).paragraphs()).isEqualTo(2);
    }
}
