package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.SectionRole;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gaps, neighbourhood and conditions find what a reader of every paragraph finds, no more and no less.
class QueryLanguageTest {
    private static final int QUERIES = 200;
    private static final Comparator<BruteForce.Hit> IN_ORDER =
            Comparator.comparing(BruteForce.Hit::report).thenComparingInt(BruteForce.Hit::paragraph);

    @TempDir
    private Path folder;

    private final List<Report> reports = new ArrayList<>();

    /// The words of reports by their names.
    private final Map<String, String> folded = new HashMap<>();

    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    // ---- gaps

    @Test
    void findsWordsWithGaps() {
        put("甲", "预算执行率为98%\n预算完成率偏低\n预算编制不细。完成率不高\n预算率");

        assertThat(marked("预算*率")).containsExactlyInAnyOrder("预算执行率", "预算完成率", "预算率");
        assertThat(marked("预算??率")).containsExactlyInAnyOrder("预算执行率", "预算完成率");
        assertThat(marked("预算?*率")).containsExactlyInAnyOrder("预算执行率", "预算完成率");
        assertThat(find("预算*率 -偏低").paragraphs()).isEqualTo(2);
        assertThat(find("\"预算*率\"").paragraphs())
                .as("between quotation marks there are no gaps")
                .isZero();
    }

    @Test
    void readsGapsThroughQuotationMarksAndBrokenLines() {
        put("甲", "“三公”经费支 出同比下降");

        assertThat(marked("三公??支*下降")).containsExactly("三公”经费支 出同比下降");
    }

    @Test
    void agreesWithPatternsOnGeneratedReports() {
        generate();
        BruteForce scan = new BruteForce(reports);
        Random random = new Random(7);
        for (int i = 0; i < QUERIES; i++) {
            String piece = piece(random, 6 + random.nextInt(8));
            StringBuilder query = new StringBuilder();
            StringBuilder regex = new StringBuilder();
            int cut = 1 + random.nextInt(2);
            int gap = 1 + random.nextInt(3);
            boolean isStar = random.nextBoolean();
            query.append(piece, 0, cut).append(isStar ? "*" : "?".repeat(gap)).append(piece.substring(cut + gap));
            regex.append(Pattern.quote(piece.substring(0, cut)))
                    .append(isStar ? "[^。！？!?]{0,20}?" : ".{" + gap + "}")
                    .append(Pattern.quote(piece.substring(cut + gap)));
            Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
            agree(query.toString(), scan, text -> {
                List<int[]> places = new ArrayList<>();
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    places.add(new int[] {matcher.start(), matcher.end()});
                }
                return places;
            });
        }
    }

    @Test
    void endsSoonHoweverThePatternIsMade() {
        put("甲", "一".repeat(20_000));

        assertThat(find("一*一*一*一*一*一*一*一*二").paragraphs()).isZero();
        assertThat(find("一?一").occurrences()).isEqualTo(6_666);
    }

    @Test
    void endsSoonHoweverOftenTheWordsStand() {
        put("甲", "一二".repeat(100_000));

        assertThat(find("\"一 二\"~s").paragraphs()).isEqualTo(1);
        assertThat(find("\"一 二\"~>s").paragraphs()).isEqualTo(1);
        assertThat(find("\"二 一\"~>200").paragraphs()).isEqualTo(1);
    }

    // ---- neighbourhood

    @Test
    void findsWordsCloseToEachOther() {
        put("甲", "财政专项资金\n资金由市财政拨付\n财政收支平衡。资金充足\n财政");

        assertThat(find("\"财政 资金\"~2").paragraphs()).isEqualTo(2);
        assertThat(find("\"财政 资金\"~1").paragraphs()).isZero();
        assertThat(find("\"财政 资金\"~10").paragraphs()).isEqualTo(3);
        assertThat(find("\"财政 资金\"~>10").paragraphs()).isEqualTo(2);
        assertThat(find("“资金　财政”～＞２").paragraphs()).isEqualTo(1);
        assertThat(find("\"财政 资金\"~s").paragraphs()).isEqualTo(2);
        assertThat(marked("\"财政 资金\"~s")).containsExactlyInAnyOrder("财政", "资金", "资金", "财政");
    }

    @Test
    void agreesWithAllCombinationsOnGeneratedReports() {
        generate();
        BruteForce scan = new BruteForce(reports);
        Random random = new Random(11);
        for (int i = 0; i < QUERIES; i++) {
            String piece = piece(random, 10 + random.nextInt(14));
            List<String> words = new ArrayList<>(List.of(
                    piece.substring(0, 1 + random.nextInt(2)),
                    piece.substring(4, 6),
                    piece.substring(piece.length() - 2)));
            if (random.nextBoolean()) {
                words.remove(1);
            }
            if (words.stream().distinct().count() < words.size()) {
                continue;
            }
            boolean isOrdered = random.nextBoolean();
            int most = random.nextInt(4) == 0 ? -1 : random.nextInt(25);
            String query = "\"" + String.join(" ", words) + "\"~" + (isOrdered ? ">" : "") + (most < 0 ? "s" : most);
            agree(query, scan, text -> combinations(text, words, most, isOrdered));
        }
    }

    /// All places that belong to a choice of one place for each word that fulfils the rule.
    private static List<int[]> combinations(String text, List<String> words, int most, boolean isOrdered) {
        List<int[]> taking = new ArrayList<>();
        choose(text, words, new int[words.size()], 0, most, isOrdered, taking);
        return taking;
    }

    private static void choose(
            String text,
            List<String> words,
            int[] chosen,
            int number,
            int most,
            boolean isOrdered,
            List<int[]> taking) {
        if (number == words.size()) {
            int start = Arrays.stream(chosen).min().orElseThrow();
            int end = 0;
            int total = 0;
            boolean isInOrder = true;
            for (int i = 0; i < chosen.length; i++) {
                end = Math.max(end, chosen[i] + words.get(i).length());
                total += words.get(i).length();
                isInOrder &=
                        i == 0 || chosen[i] >= chosen[i - 1] + words.get(i - 1).length();
            }
            boolean isNear = most < 0
                    ? text.substring(start, end).chars().noneMatch(c -> "。！？!?".indexOf(c) >= 0)
                    : end - start <= total + most;
            if (isNear && (isInOrder || !isOrdered)) {
                for (int i = 0; i < chosen.length; i++) {
                    taking.add(new int[] {chosen[i], chosen[i] + words.get(i).length()});
                }
            }
            return;
        }
        String word = words.get(number);
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            chosen[number] = at;
            choose(text, words, chosen, number + 1, most, isOrdered, taking);
        }
    }

    // ---- conditions

    @Test
    void takesConditionsAmongTheWords() {
        put("甲", new ReportFacts("档案局自评报告", "长沙市档案局", "长沙市", 2021, ReportKind.WHOLE_DEPARTMENT), "会议费下降");
        put("乙", new ReportFacts("档案局自评报告", "长沙市档案局", "长沙市", 2022, ReportKind.WHOLE_DEPARTMENT), "会议费下降");
        put("丙", new ReportFacts("救助项目自评", "岳阳市信访局", "岳阳市", 2022, ReportKind.PROJECT), "会议费上升");

        assertThat(found("会议费 year:2021")).containsExactly("甲");
        assertThat(found("会议费 year:2021..2022")).containsExactlyInAnyOrder("甲", "乙", "丙");
        assertThat(found("会议费 year:2022.. -org:档案")).containsExactly("丙");
        assertThat(found("org:信访 | year:2021")).containsExactlyInAnyOrder("甲", "丙");
        assertThat(found("会议费 region：岳阳")).containsExactly("丙");
        assertThat(found("会议费 kind:项目支出")).containsExactly("丙");
        assertThat(found("title:\"救助 项目\"")).containsExactly("丙");
        assertThat(find("year:2022").occurrences()).isZero();
        assertThat(found("\"year:2021\""))
                .as("between quotation marks it is words")
                .isEmpty();
    }

    @Test
    void takesHeadingsAndRolesForConditions() {
        generate();
        for (String part : List.of("情况", "存在的问题", "题", "措施", "，")) {
            assertThat(find("section:" + part).paragraphs())
                    .as(part)
                    .isEqualTo(paragraphs((report, paragraph) -> report.path(paragraph).stream()
                            .anyMatch(it -> BruteForce.fold(it.heading()).contains(part))));
        }
        for (SectionRole role : SectionRole.values()) {
            assertThat(find("经费 role:" + role.label().zh()).paragraphs())
                    .as(role.id())
                    .isEqualTo(paragraphs((report, paragraph) -> report.roleOf(paragraph) == role
                            && BruteForce.fold(report.textOf(paragraph)).contains("经费")));
        }
        assertThat(find("-section:情况 经费").paragraphs() + find("section:情况 经费").paragraphs())
                .isEqualTo(find("经费").paragraphs());
    }

    // ---- nothing found

    @Test
    void saysWhichPartFailsAndWhatIsNearest() {
        put("甲", "预算执行率为98%\n会议费下降\n绩效评价结果良好");

        SearchAnswer answer = find("会议费 绩效评价报告");

        assertThat(answer.parts())
                .containsExactly(
                        new SearchAnswer.Part("会议费", 1, 0, List.of()),
                        new SearchAnswer.Part("绩效评价报告", 0, 1, List.of(new SearchAnswer.Piece("绩效评价", 1))));
        assertThat(find("会议费 预算").parts())
                .as("each stands somewhere, but never together")
                .allSatisfy(part -> assertThat(part.alone()).isEqualTo(1))
                .allSatisfy(part -> assertThat(part.without()).isEqualTo(1));
        assertThat(find("会议费").parts()).isEmpty();
        assertThat(find("一".repeat(3_000)).parts()).hasSize(1);
    }

    private long paragraphs(BiPredicate<Report, Paragraph> wanted) {
        return reports.stream()
                .flatMap(report -> report.paragraphs().stream().filter(it -> wanted.test(report, it)))
                .count();
    }

    private void generate() {
        new ReportGenerator(5).reports(25).forEach(it -> {
            Report report = SampleReport.of(it.name(), it);
            house.shelf().put(report);
            reports.add(report);
        });
    }

    /// Letters and digits that stand one after another in some paragraph, without a sign among them.
    private String piece(Random random, int size) {
        while (true) {
            Report report = reports.get(random.nextInt(reports.size()));
            String text = folded.computeIfAbsent(report.id(), _ -> BruteForce.fold(report.text()));
            int at = random.nextInt(text.length() - size);
            String piece = text.substring(at, at + size);
            if (piece.codePoints().allMatch(Character::isLetterOrDigit)) {
                return piece;
            }
        }
    }

    private void agree(String query, BruteForce scan, Function<String, List<int[]>> places) {
        SearchAnswer answer = find(query);
        List<BruteForce.Hit> expected = scan.find(places);
        // In one order both: without any, each hit is compared with each other.
        assertThat(answer.hits().stream()
                        .map(hit -> new BruteForce.Hit(hit.report(), hit.paragraph(), hit.marks()))
                        .sorted(IN_ORDER)
                        .toList())
                .as(query)
                .isEqualTo(expected.stream().sorted(IN_ORDER).toList());
        assertThat(answer.paragraphs()).as(query).isEqualTo(expected.size());
        assertThat(answer.occurrences())
                .as(query)
                .isEqualTo(expected.stream().mapToLong(it -> it.marks().size()).sum());
    }

    private void put(String id, String text) {
        house.shelf().put(SampleReport.of(id, text));
    }

    private void put(String id, ReportFacts facts, String text) {
        house.shelf().put(SampleReport.of(id, 1, facts, text));
    }

    private SearchAnswer find(String words) {
        return house.index().search(SearchQuery.of(words).withLimit(10_000));
    }

    private List<String> found(String words) {
        return find(words).hits().stream().map(SearchAnswer.Hit::report).toList();
    }

    private List<String> marked(String words) {
        return find(words).hits().stream()
                .flatMap(hit -> hit.marks().stream()
                        .map(mark -> hit.text().substring(mark.start() - hit.start(), mark.end() - hit.start())))
                .toList();
    }
}
