package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.plugin.PluginScope;
import gewu.api.report.CleanText;
import gewu.api.report.Mark;
import gewu.api.report.Paragraph;
import gewu.api.report.Report;
import gewu.api.report.ReportKind;
import gewu.api.report.Reports;
import gewu.api.report.SectionRole;
import gewu.api.search.Concordance;
import gewu.api.search.ReportIndex;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchAnswer.Facet;
import gewu.api.search.SearchAnswer.Hit;
import gewu.api.search.SearchQuery;
import gewu.api.store.Store;
import gewu.api.workbench.HealthFinding;
import gewu.kernel.store.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [ReportIndex] must do, tried over a real store and generated reports. Extend it in the index's
/// own package and add cases of your own.
public abstract class IndexContract {
    private static final int REPORTS = 25;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");

    @TempDir
    Path folder;

    private SqliteStore store;
    private ReportShelf shelf;
    private TemporaryScope scope;
    private ReportIndex index;

    /// Opens the index whose data stand in the scope's data folder, or makes it. What it must close it tells
    /// the scope, or is an [AutoCloseable] itself.
    protected abstract ReportIndex open(Store store, Reports reports, PluginScope scope) throws Exception;

    @BeforeEach
    final void fillTheShelf() throws Exception {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
        ReportGenerator generator = new ReportGenerator(31);
        for (int i = 0; i < REPORTS; i++) {
            shelf.put(SampleReport.of("r" + i, generator.report(i)));
        }
        openIndex();
        index.catchUp(Progress.NONE);
    }

    @AfterEach
    final void closeAll() throws Exception {
        closeIndex();
        store.close();
    }

    @Test
    void findsWhatWasAdded() {
        shelf.put(SampleReport.of("新", "全年无一例极罕见的鸬鹚过境\n别的段落"));

        SearchAnswer answer = index.search(SearchQuery.of("鸬鹚过境"));

        assertThat(answer.hits()).hasSize(1);
        assertThat(answer.hits().getFirst().report()).isEqualTo("新");
        assertThat(answer.hits().getFirst().paragraph()).isEqualTo(1);
        assertThat(answer.paragraphs()).isEqualTo(1);
        assertThat(answer.reports()).isEqualTo(1);
        assertThat(answer.occurrences()).isEqualTo(1);
    }

    @Test
    void countsExactlyAsAScanCounts() {
        for (String words : piecesOfTheReports(200)) {
            assertThat(counts(index.search(SearchQuery.of(words).withLimit(0))))
                    .as("paragraphs, reports and occurrences of “%s”", words)
                    .isEqualTo(scan(words));
        }
    }

    @Test
    void marksStandExactlyOnTheWords() {
        for (String words : piecesOfTheReports(60)) {
            for (Hit hit : index.search(SearchQuery.of(words).withLimit(50)).hits()) {
                Report report = shelf.find(hit.report()).orElseThrow();
                assertThat(hit.text()).isEqualTo(report.text().substring(hit.start(), hit.end()));
                for (Mark mark : hit.marks()) {
                    assertThat(Transparent.of(report.text().substring(mark.start(), mark.end())))
                            .isEqualTo(words);
                }
            }
        }
    }

    @Test
    void findsTermsThroughQuotesBracketsWidthAndBrokenLines() {
        shelf.put(SampleReport.of("怪", "严控“三公”鹮费，因公出鹮（境）费 １２３.\n45 万元"));

        assertThat(counts(index.search(SearchQuery.of("三公鹮费")))).isEqualTo(List.of(1L, 1L, 1L));
        assertThat(counts(index.search(SearchQuery.of("“三公鹮费”")))).isEqualTo(List.of(1L, 1L, 1L));
        assertThat(counts(index.search(SearchQuery.of("因公出鹮境费")))).isEqualTo(List.of(1L, 1L, 1L));
        assertThat(counts(index.search(SearchQuery.of("因公出鹮（境）费")))).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void findsASingleCharacter() {
        shelf.put(SampleReport.of("独", "只此一处有犇字，犇。"));

        assertThat(counts(index.search(SearchQuery.of("犇")))).isEqualTo(List.of(1L, 1L, 2L));
    }

    @Test
    void nothingFoundIsAnAnswer() {
        SearchAnswer answer = index.search(SearchQuery.of("麒麟饕餮"));

        assertThat(answer.hits()).isEmpty();
        assertThat(counts(answer)).isEqualTo(List.of(0L, 0L, 0L));
    }

    @Test
    void looksInOneReportWhenAskedTo() {
        for (Report report : shelf.all()) {
            SearchQuery inside = SearchQuery.of("支出")
                    .within(SearchQuery.Within.ANYWHERE.withReport(report.id()))
                    .withLimit(1_000);
            assertThat(all(inside)).allMatch(hit -> hit.report().equals(report.id()));
            assertThat(index.search(inside).occurrences())
                    .isEqualTo(all(SearchQuery.of("支出").withLimit(10_000)).stream()
                            .filter(hit -> hit.report().equals(report.id()))
                            .mapToLong(hit -> hit.marks().size())
                            .sum());
        }
    }

    @Test
    void theCellsOfTheMatrixAddUpToTheTotal() {
        SearchAnswer answer = index.search(SearchQuery.of("支出").withFacets());

        assertThat(answer.cells().stream()
                        .mapToLong(SearchAnswer.Cell::paragraphs)
                        .sum())
                .isEqualTo(answer.paragraphs());
        assertThat(answer.cells().stream().mapToLong(SearchAnswer.Cell::reports).sum())
                .isEqualTo(answer.reports());
        for (SearchAnswer.Cell cell : answer.cells()) {
            assertThat(all(SearchQuery.of("支出").withLimit(10_000)).stream()
                            .filter(hit -> hit.facts().org().equals(cell.org())
                                    && hit.facts().year() == cell.year())
                            .count())
                    .isEqualTo(cell.paragraphs());
        }
        assertThat(index.search(SearchQuery.of("支出")).cells()).isEmpty();
    }

    @Test
    void equalParagraphsAreShownOnceAndCountedAll() {
        shelf.put(SampleReport.of("甲", "鸬鹚过境一次\n“鸬鹚”过境一次"));
        shelf.put(SampleReport.of("乙", "鸬鹚过境 一次\n鸬鹚过境两次"));

        SearchQuery query = SearchQuery.of("鸬鹚过境").withLimit(10);
        SearchAnswer once = index.search(query.folded(true));
        assertThat(counts(once)).isEqualTo(List.of(4L, 2L, 4L));
        assertThat(once.distinct()).isEqualTo(2);
        assertThat(once.hits()).hasSize(2);
        assertThat(once.hits().stream().map(Hit::alike))
                .containsExactlyInAnyOrder(new SearchAnswer.Alike(2, 1), SearchAnswer.Alike.NONE);
        assertThat(index.search(query).hits()).hasSize(4);
        assertThat(index.search(query).distinct()).isEqualTo(4);
    }

    @Test
    void showsEachPlaceInItsContext() {
        shelf.put(SampleReport.of("甲", "本年鸬鹚过境，明年鸬鹚留下\n去年鸬鹚离开"));

        Concordance right = index.concordance(SearchQuery.of("鸬鹚").withLimit(10), Concordance.Order.RIGHT);
        assertThat(right.occurrences()).isEqualTo(3);
        assertThat(right.lines().stream().map(Concordance.Line::right).toList())
                .isSorted()
                .hasSize(3);
        assertThat(right.lines()).allMatch(line -> line.words().equals("鸬鹚"));
        Concordance left = index.concordance(SearchQuery.of("鸬鹚").withLimit(10), Concordance.Order.LEFT);
        assertThat(left.lines().stream()
                        .map(line -> new StringBuilder(line.left()).reverse().toString())
                        .toList())
                .isSorted();
        Concordance text = index.concordance(SearchQuery.of("鸬鹚").withLimit(2).withOffset(1), Concordance.Order.TEXT);
        assertThat(text.lines().stream().map(Concordance.Line::left)).containsExactly("本年鸬鹚过境，明年", "去年");
    }

    @Test
    void hasALineForEachOccurrence() {
        for (String words : piecesOfTheReports(20)) {
            Concordance lines = index.concordance(SearchQuery.of(words).withLimit(100_000), Concordance.Order.RIGHT);
            assertThat((long) lines.lines().size()).isEqualTo(scan(words).get(2));
        }
    }

    @Test
    void searchesTextsThatAreInNoWorkspace() {
        shelf.put(SampleReport.of("甲", "鸬鹚在沙洲过冬"));
        Report beside = SampleReport.of("帮助", "按这里撤销成批的办理\n鸬鹚不在这里");

        SearchAnswer answer =
                index.searchIn(List.of(beside), SearchQuery.of("撤销").withLimit(9));
        assertThat(answer.hits()).extracting(Hit::text).containsExactly("按这里撤销成批的办理");
        assertThat(index.searchIn(List.of(beside), SearchQuery.of("沙洲")).hits()).isEmpty();
        assertThat(index.search(SearchQuery.of("撤销")).hits()).isEmpty();
    }

    @Test
    void findsTheNearestParagraphFirst() {
        shelf.put(SampleReport.of("甲", "鸬鹚在沙洲过冬的数量逐年上升\n鸬鹚\n会议费逐年上升"));

        List<Hit> nearest = index.nearest("沙洲上过冬的鸬鹚数量上升了", 3);
        assertThat(nearest).isNotEmpty();
        assertThat(nearest.getFirst().text()).startsWith("鸬鹚在沙洲过冬");
        assertThat(nearest)
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(hit -> hit.marks().isEmpty());
        assertThat(index.nearest("，", 3)).isEmpty();
    }

    @Test
    void forgetsWhatWasRemoved() {
        shelf.put(SampleReport.of("暂", "鸬鹚过境一次"));
        index.search(SearchQuery.of("鸬鹚"));
        shelf.remove("暂");

        assertThat(index.search(SearchQuery.of("鸬鹚")).paragraphs()).isZero();
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() {
        shelf.put(SampleReport.of("改", "鸬鹚过境一次"));
        index.search(SearchQuery.of("鸬鹚"));
        shelf.put(SampleReport.of("改", "朱鹮过境一次"));

        assertThat(index.search(SearchQuery.of("鸬鹚")).paragraphs()).isZero();
        assertThat(index.search(SearchQuery.of("朱鹮")).paragraphs()).isEqualTo(1);
    }

    @Test
    void whatItHoldsSurvivesClosing() throws Exception {
        List<Long> before = counts(index.search(SearchQuery.of("支出")));
        closeIndex();
        openIndex();

        assertThat(counts(index.search(SearchQuery.of("支出")))).isEqualTo(before);
        assertThat(before.getFirst()).isPositive();
    }

    @Test
    void catchesUpAfterReopening() throws Exception {
        closeIndex();
        shelf.put(SampleReport.of("新", "鸬鹚过境"));
        shelf.remove("r0");
        openIndex();
        index.catchUp(Progress.NONE);

        assertThat(index.search(SearchQuery.of("鸬鹚")).paragraphs()).isEqualTo(1);
        assertThat(counts(index.search(SearchQuery.of("万元").withLimit(0)))).isEqualTo(scan("万元"));
    }

    @Test
    void rebuiltItAnswersAsBefore() {
        List<List<Long>> before = new ArrayList<>();
        List<String> pieces = piecesOfTheReports(30);
        pieces.forEach(words -> before.add(counts(index.search(SearchQuery.of(words)))));

        assertThat(index.rebuild(Progress.NONE)).isEqualTo(REPORTS);

        List<List<Long>> after = new ArrayList<>();
        pieces.forEach(words -> after.add(counts(index.search(SearchQuery.of(words)))));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void pagesOfHitsMakeUpTheWhole() {
        SearchQuery query = SearchQuery.of("绩效");
        List<Hit> whole = index.search(query.withLimit(1_000)).hits();
        List<String> pieced = new ArrayList<>();
        for (int offset = 0; offset < whole.size(); offset += 7) {
            index.search(from(query, offset, 7)).hits().forEach(hit -> pieced.add(place(hit)));
        }

        assertThat(pieced).isEqualTo(whole.stream().map(IndexContract::place).toList());
        assertThat(pieced).doesNotHaveDuplicates().hasSizeGreaterThan(14);
    }

    @Test
    void filtersByYearOrganisationKindAndRole() {
        Report one = shelf.all().getFirst();
        int year = one.facts().year();
        String org = one.facts().org();

        assertThat(all(filtered("", year, year, Optional.empty(), Optional.empty())))
                .isNotEmpty()
                .allMatch(hit -> hit.facts().year() == year);
        assertThat(all(filtered(org, 0, 0, Optional.empty(), Optional.empty())))
                .isNotEmpty()
                .allMatch(hit -> hit.facts().org().contains(org));
        assertThat(all(filtered("", 0, 0, Optional.of(SectionRole.BUDGET), Optional.empty())))
                .isNotEmpty()
                .allMatch(hit -> hit.role() == SectionRole.BUDGET);
        assertThat(all(filtered("", 0, 0, Optional.empty(), Optional.of(ReportKind.PROJECT))))
                .isEmpty();
    }

    @Test
    void facetsCountEveryParagraphOnce() {
        SearchAnswer answer = index.search(SearchQuery.of("万元").withFacets());

        for (String facet : List.of("org", "year", "region", "kind", "role")) {
            assertThat(answer.facets().stream()
                            .filter(each -> each.facet().equals(facet))
                            .mapToLong(Facet::count)
                            .sum())
                    .as("paragraphs counted by %s", facet)
                    .isEqualTo(answer.paragraphs());
        }
    }

    @Test
    void isWellWhenItHasCaughtUp() {
        index.catchUp(Progress.NONE);

        assertThat(index.check()).isNotEmpty().allMatch(finding -> finding.state() == HealthFinding.State.WELL);
    }

    @Test
    void catchingUpTwiceTakesNothingIn() {
        assertThat(index.catchUp(Progress.NONE)).isZero();
    }

    @Test
    void answersFourThreadsAlike() throws Exception {
        SearchQuery query = SearchQuery.of("支出").withLimit(20);
        List<String> places =
                index.search(query).hits().stream().map(IndexContract::place).toList();

        FourThreads.allGet(
                places,
                () -> index.search(query).hits().stream()
                        .map(IndexContract::place)
                        .toList());
    }

    private void openIndex() throws Exception {
        scope = new TemporaryScope("index", folder);
        index = open(store, shelf, scope);
    }

    private void closeIndex() throws Exception {
        if (index instanceof AutoCloseable closeable) {
            closeable.close();
        }
        scope.close();
    }

    private List<Hit> all(SearchQuery query) {
        return index.search(query).hits();
    }

    private static SearchQuery filtered(
            String org, int from, int to, Optional<SectionRole> role, Optional<ReportKind> kind) {
        return SearchQuery.of("支出")
                .within(new SearchQuery.Within("", org, "", from, to, role, kind))
                .withLimit(1_000);
    }

    private static SearchQuery from(SearchQuery query, int offset, int limit) {
        return query.withOffset(offset).withLimit(limit);
    }

    private static String place(Hit hit) {
        return hit.report() + "/" + hit.paragraph() + hit.marks();
    }

    private static List<Long> counts(SearchAnswer answer) {
        return List.of(answer.paragraphs(), answer.reports(), answer.occurrences());
    }

    /// Counts by reading everything.
    private List<Long> scan(String words) {
        long paragraphs = 0;
        long reports = 0;
        long occurrences = 0;
        for (Report report : shelf.all()) {
            long before = paragraphs;
            for (Paragraph paragraph : report.paragraphs()) {
                int marks = new Transparent(report.clean(paragraph)).find(words).size();
                paragraphs += marks > 0 ? 1 : 0;
                occurrences += marks;
            }
            reports += paragraphs > before ? 1 : 0;
        }
        return List.of(paragraphs, reports, occurrences);
    }

    /// Pieces of two to six Chinese characters as they stand in the reports, none of which can overlap itself.
    private List<String> piecesOfTheReports(int count) {
        Random random = new Random(41);
        List<String> pieces = new ArrayList<>();
        List<Report> reports = shelf.all();
        while (pieces.size() < count) {
            Report report = reports.get(random.nextInt(reports.size()));
            Paragraph paragraph =
                    report.paragraphs().get(random.nextInt(report.paragraphs().size()));
            CleanText clean = report.clean(paragraph);
            List<String> runs =
                    HAN.matcher(clean.text()).results().map(MatchResult::group).toList();
            if (!runs.isEmpty()) {
                String run = runs.get(random.nextInt(runs.size()));
                int length = Math.min(run.length(), 2 + random.nextInt(5));
                int start = random.nextInt(run.length() - length + 1);
                String piece = run.substring(start, start + length);
                if (piece.indexOf(piece.charAt(0), 1) < 0) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }
}
