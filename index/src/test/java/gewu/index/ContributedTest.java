package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.report.Mark;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchFacet;
import gewu.api.search.SearchField;
import gewu.api.search.SearchFunction;
import gewu.api.search.SearchQuery;
import gewu.api.search.Selection;
import gewu.api.search.Suggester;
import gewu.api.search.Suggestion;
import gewu.testkit.GivenExtensions;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What plugins add to questions and answers.
class ContributedTest {
    /// The passage that a note stands at: 会议费 in the second paragraph.
    private static final Mark NOTED = new Mark(5, 8);

    @TempDir
    private Path folder;

    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        SearchField tags = value -> switch (value) {
            case "重点" -> Selection.ofPlaces(Map.of("甲", List.of(NOTED)));
            case "全文" -> Selection.ofReports(Set.of("乙"));
            default ->
                throw new WorkbenchException(
                        WorkbenchException.Kind.USAGE, "There is no tag “" + value + "”.", "Known are: 重点, 全文.");
        };
        SearchFunction values = word -> word.startsWith("会议费<")
                ? Optional.of(
                        new SearchFunction.Understood(word + "万元", Selection.ofPlaces(Map.of("甲", List.of(NOTED)))))
                : Optional.empty();
        SearchFacet size = (report, _) -> report.equals("甲") ? List.of("大", "新") : List.of("小");
        house = new SmallHouse(
                folder,
                new GivenExtensions()
                        .with(SearchField.class, "tag", Map.of("example", "tag:重点"), tags)
                        .with(SearchFunction.class, "values", Map.of("signs", "< >"), values)
                        .with(SearchFacet.class, "size", Map.of(), size)
                        .with(
                                Suggester.class,
                                "names",
                                Map.of(),
                                (typed, _) -> List.of(new Suggestion(typed + "局", Suggestion.Kind.ORGANISATION, 3))));
        house.shelf().put(SampleReport.of("甲", "会议费高\n会议费低\n培训费"));
        house.shelf().put(SampleReport.of("乙", "会议费少\n会议费多"));
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private SearchAnswer find(String words) {
        return house.index().search(SearchQuery.of(words).withLimit(100).withFacets());
    }

    @Test
    void aFieldLimitsToPassagesAndMarksThem() {
        SearchAnswer noted = find("tag:重点");

        assertThat(noted.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.paragraph()).isEqualTo(2);
            assertThat(hit.marks()).containsExactly(NOTED);
        });
        assertThat(noted.occurrences()).isEqualTo(1);
        assertThat(noted.understood()).isEqualTo("tag:重点");
        assertThat(find("会议费 -tag:重点").paragraphs()).isEqualTo(3);
        assertThat(find("高 tag:重点").paragraphs()).isZero();
    }

    @Test
    void aFieldLimitsToWholeReports() {
        assertThat(find("会议费 tag:全文").paragraphs()).isEqualTo(2);
        assertThat(find("会议费 tag:全文").reports()).isEqualTo(1);
    }

    @Test
    void aFunctionUnderstandsWordsThatHoldItsSigns() {
        SearchAnswer low = find("会议费<5 会议费");

        assertThat(low.understood()).isEqualTo("会议费<5万元 会议费");
        assertThat(low.paragraphs()).isEqualTo(1);
        assertThat(find("培训费>5").paragraphs())
                .as("what nobody understands is looked for as words")
                .isZero();
        assertThat(find("\"会议费<5\"").understood()).isEqualTo("会议费5");
    }

    @Test
    void aSlipSaysItsPlaceAndWhatThePluginProposes() {
        assertThatThrownBy(() -> find("会议费 tag:紧急")).isInstanceOfSatisfying(WorkbenchException.class, slip -> {
            assertThat(slip).hasMessage("At character 9, “会议费 tag:▸紧急”: There is no tag “紧急”.");
            assertThat(slip.remedy()).isEqualTo("Known are: 重点, 全文.");
        });
        assertThatThrownBy(() -> find("会议费 tga:重点")).hasMessageContaining("▸tga:");
        assertThatThrownBy(() -> find("会议费 tag:"))
                .isInstanceOfSatisfying(
                        WorkbenchException.class,
                        slip -> assertThat(slip.remedy()).contains("tag:重点"));
    }

    @Test
    void aFacetCountsByWhatThePluginKnows() {
        assertThat(find("会议费").facets().stream()
                        .filter(facet -> facet.facet().equals("size"))
                        .toList())
                .containsExactlyInAnyOrder(
                        new SearchAnswer.Facet("size", "大", 2),
                        new SearchAnswer.Facet("size", "新", 2),
                        new SearchAnswer.Facet("size", "小", 2));
    }

    @Test
    void aSuggesterProposesBeforeTheIndexDoes() {
        assertThat(house.index().suggest("会议", 10).getFirst().words()).isEqualTo("会议局");
        assertThat(house.index().suggest("会议", 10)).contains(new Suggestion("会议费", Suggestion.Kind.WORD, 4));
    }
}
