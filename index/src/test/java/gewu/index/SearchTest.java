package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchQuery;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
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

    @Test
    void findsTheMentionsThatQuotesAndBracketsHide() {
        put("甲", """
                全年三公经费支出下降
                “三公”经费公开
                严控"三公 "经费
                （三公）经费科目
                《三公》经
                费明细""");

        SearchAnswer answer = find("三公经费");

        assertThat(marked(answer)).containsExactlyInAnyOrder("三公经费", "三公”经费", "三公 \"经费", "三公）经费");
        assertThat(answer.occurrences()).isEqualTo(4);
    }

    @Test
    void doesNotReadAcrossTheEndOfASentence() {
        put("甲", "一年来加强整改。落实责任到人\n整改落实情况良好");

        assertThat(find("整改落实").paragraphs()).isEqualTo(1);
        assertThat(find("整改。落实").paragraphs()).isEqualTo(1);
    }

    @Test
    void findsAnAmountHoweverItIsWritten() {
        put("甲", "收入1805.99万元\n合计 18,059,900 元\n共１，８０５．９９万元\n约1805万元\n另有11805.99万元");

        SearchAnswer answer = find("1805.99万元");

        assertThat(marked(answer)).containsExactlyInAnyOrder("1805.99万元", "18,059,900 元", "１，８０５．９９万元", "1805.99万元");
        assertThat(answer.occurrences()).isEqualTo(4);
    }

    @Test
    void findsTraditionalCharactersBySimplifiedOnesAndTheOtherWayRound() {
        put("甲", "政務信訪資訊\n政务信访资讯");

        assertThat(find("信访资讯").paragraphs()).isEqualTo(2);
        assertThat(find("資訊").paragraphs()).isEqualTo(2);
    }

    @Test
    void joinsAlternativesAndLeavesOut() {
        put("甲", "会议费上升\n接待费上升\n接待费下降\n会议费和接待费上升，培训减少");

        assertThat(find("会议费 | 接待费").paragraphs()).isEqualTo(4);
        assertThat(find("会议费|接待费 上升").paragraphs()).isEqualTo(3);
        assertThat(find("(会议费 接待费) | 下降").paragraphs()).isEqualTo(2);
        assertThat(find("接待费 -下降 -培训").paragraphs()).isEqualTo(1);
        assertThat(find("会议费 接待费").occurrences()).isEqualTo(2);
    }

    @Test
    void countsOverlappingWordsAsTheirMarks() {
        put("甲", "人人人人有责，人人尽责\n信访局受理信访事项");

        assertThat(find("人人").occurrences()).isEqualTo(3);
        SearchAnswer answer = find("信访 信访局");
        assertThat(answer.occurrences()).isEqualTo(2);
        assertThat(marked(answer)).containsExactly("信访局", "信访");
    }

    @Test
    void findsOnlyWhatIsTypedWhenAskedTo() {
        put("甲", "三公经费\n“三公”经费\n\"三公\"经费\n“三 公”经费\nＡ岗\nA岗\na岗\n政務");

        assertThat(exactly("三公经费").paragraphs()).isEqualTo(1);
        assertThat(exactly("“三公”经费").paragraphs()).isEqualTo(2);
        assertThat(exactly("“").paragraphs()).isEqualTo(2);
        assertThat(exactly("A岗").paragraphs()).isEqualTo(1);
        assertThat(exactly("Ａ岗").paragraphs()).isEqualTo(1);
        assertThat(exactly("政务").paragraphs()).isZero();
        assertThat(exactly("“三公”经费").occurrences()).isEqualTo(2);
    }

    @Test
    void findsACharacterThatStandsAloneAndOneThatNeedsTwoUnits() {
        put("甲", "㑇\n犇\n𠮷野家\n一犇");

        assertThat(find("犇").occurrences()).isEqualTo(2);
        assertThat(find("㑳").paragraphs()).isEqualTo(1);
        assertThat(marked(find("𠮷野"))).containsExactly("𠮷野");
    }

    @Test
    void ranksTheParagraphThatSaysItBriefly() {
        put("甲", "本年度围绕中心工作，加强机关建设，做好各项事务，也提到公务接待费一次，其余从略，另见附表说明\n公务接待费下降");

        assertThat(find("公务接待费").hits().getFirst().text()).isEqualTo("公务接待费下降");
    }

    @Test
    void sortsByYearNewestFirstAndByOrganisation() {
        keep("a", "乙市信访局", 2020);
        keep("b", "甲市信访局", 2022);
        keep("c", "丙市信访局", 2021);

        assertThat(sorted(SearchQuery.Sort.YEAR)).containsExactly("b", "c", "a");
        assertThat(sorted(SearchQuery.Sort.ORG)).containsExactly("c", "a", "b");
    }

    @Test
    void carriesTheHeadingsAboveAndWhatTheReportIs() {
        put("甲", "二、存在的问题\n预算编制不细");

        Hit hit = find("编制不细").hits().getFirst();

        assertThat(hit.section()).containsExactly("存在的问题");
        assertThat(hit.role().id()).isEqualTo("problems");
        assertThat(hit.paragraph()).isEqualTo(2);
        assertThat(hit.start()).isEqualTo(8);
        assertThat(hit.end()).isEqualTo(14);
        assertThat(hit.facts().title()).isEqualTo("自评报告 甲");
    }

    @Test
    void pagesOfManyHitsPutTogetherAreTheWhole() {
        StringBuilder many = new StringBuilder("一、基本情况\n");
        for (int i = 0; i < 4_000; i++) {
            many.append("第")
                    .append(i)
                    .append("项会议费照常支出，")
                    .append("没有什么可说。".repeat(i % 5))
                    .append('\n');
        }
        put("多", many + "二、会议费管理情况\n这一年的会议费管得严，每一笔都先批后花。\n");
        SearchQuery query = SearchQuery.of("会议费");

        List<Hit> whole = house.index().search(query.withLimit(10_000)).hits();
        List<Hit> pages = new ArrayList<>();
        for (int offset = 0; offset < whole.size(); offset += 700) {
            pages.addAll(house.index()
                    .search(query.withLimit(700).withOffset(offset))
                    .hits());
        }
        assertThat(whole).hasSize(4_002).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(whole);
        assertThat(whole.stream().map(Hit::score)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(whole.subList(0, 2)).allMatch(hit -> hit.section().equals(List.of("会议费管理情况")));
    }

    private void put(String id, String text) {
        house.shelf().put(SampleReport.of(id, text));
    }

    private void keep(String id, String org, int year) {
        house.shelf().put(SampleReport.of(id, 1, new ReportFacts(id, org, "", year, ReportKind.OTHER), "信访工作"));
    }

    private SearchAnswer find(String words) {
        return house.index().search(SearchQuery.of(words).withLimit(100));
    }

    private SearchAnswer exactly(String words) {
        return house.index().search(SearchQuery.of(words).withExact());
    }

    private List<String> sorted(SearchQuery.Sort sort) {
        SearchQuery query = SearchQuery.of("信访").withSort(sort);
        return house.index().search(query).hits().stream().map(Hit::report).toList();
    }

    private static List<String> marked(SearchAnswer answer) {
        return answer.hits().stream()
                .flatMap(hit -> hit.marks().stream()
                        .map(mark -> hit.text().substring(mark.start() - hit.start(), mark.end() - hit.start())))
                .toList();
    }
}
