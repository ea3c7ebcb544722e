package gewu.kernel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.intake.Intake;
import gewu.api.job.Progress;
import gewu.api.problem.Findings;
import gewu.api.problem.Findings.Cause;
import gewu.api.problem.Findings.Link;
import gewu.api.problem.Findings.Problem;
import gewu.api.problem.Findings.Remedy;
import gewu.api.problem.Findings.Scope;
import gewu.api.problem.Findings.Strength;
import gewu.api.problem.ProblemFinder;
import gewu.api.problem.Problems;
import gewu.api.problem.Problems.ReadAgain;
import gewu.api.problem.StoredFindings;
import gewu.api.report.Passage;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.kernel.read.HouseReader;
import gewu.kernel.report.StoredReports;
import gewu.kernel.store.SqliteStore;
import gewu.kernel.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProblemsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String TEXT = """
            %s%d年度部门整体支出绩效自评报告

            四、存在的问题
            因人手紧缺，台账更新不及时。
            五、改进措施
            充实人员。增配一名台账管理员。
            """;

    /// A finder that knows these sentences; another edition of it is less sure of them.
    private static final class SentenceFinder implements ProblemFinder {
        private String edition = "1";
        private double confidence = 0.9;

        void become(String another, double other) {
            edition = another;
            confidence = other;
        }

        @Override
        public String edition() {
            return edition;
        }

        @Override
        public Findings find(Report report) {
            Problem problem = new Problem(
                    "P1",
                    Scope.PERIPHERAL,
                    "台账",
                    passage(report, "台账更新不及时"),
                    List.of(passage(report, "人手紧缺")),
                    true,
                    confidence,
                    "test");
            Remedy remedy = new Remedy(
                    "R1",
                    Scope.CORE,
                    Remedy.Kind.ADVICE,
                    passage(report, "增配一名台账管理员"),
                    passage(report, "充实人员"),
                    0.8,
                    "test");
            return new Findings(
                    List.of(problem),
                    List.of(new Cause("C1", "P1", passage(report, "因人手紧缺"))),
                    List.of(remedy),
                    List.of(new Link("P1", "R1", Strength.PARTIAL, 0.45, "都谈到台账")));
        }

        private static Passage passage(Report report, String words) {
            int start = report.text().indexOf(words);
            return report.passage(start, start + words.length());
        }
    }

    @TempDir
    private Path folder;

    private Workspace workspace;
    private SqliteStore store;
    private StoredReports reports;
    private final SentenceFinder finder = new SentenceFinder();
    private final Contributions plugins =
            Contributions.ofTheHouse().with(ProblemFinder.class, "sentences", Map.of(), finder);
    private Problems problems;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("工作区"), Workspace.Access.WRITE, NOON);
        store = SqliteStore.open(workspace.database(), false, NOON);
        reports = new StoredReports(store);
        problems = new KeptProblems(store, reports, plugins, _ -> "2.0.0");
    }

    @AfterEach
    void close() {
        store.close();
        workspace.close();
    }

    @Test
    void findingsComeBackAsTheyWereFoundWithTheirWords() throws IOException {
        String id = bringIn("青禾县水利局", 2021);

        StoredFindings found = problems.of(id).getFirst();

        assertThat(found.findings()).isEqualTo(finder.find(reports.find(id).orElseThrow()));
        assertThat(found.org()).isEqualTo("青禾县水利局");
        assertThat(found.year()).isEqualTo(2021);
        assertThat(found.edition()).isEqualTo("2.0.0+1");
    }

    @Test
    void findingsAreHandedOverByOrganisationAndYear() throws IOException {
        bringIn("青禾县水利局", 2021);
        bringIn("青禾县水利局", 2022);
        bringIn("云岭市公路局", 2022);

        assertThat(years(ReportFilter.ALL)).hasSize(3);
        assertThat(years(new ReportFilter("水利", 2022, 0, Optional.empty()))).containsExactly(2022);
    }

    @Test
    void theSameReportTwiceKeepsTheSameFindings() throws IOException {
        String id = bringIn("青禾县水利局", 2021);
        List<StoredFindings> before = problems.of(id);

        bringIn("青禾县水利局", 2021);

        assertThat(problems.of(id)).isEqualTo(before);
        assertThat(years(ReportFilter.ALL)).hasSize(1);
    }

    @Test
    void anotherEditionReadsReportsAgainAndTellsWhatChanged() throws IOException {
        String id = bringIn("青禾县水利局", 2021);
        assertThat(problems.outdated()).isZero();

        finder.become("2", 0.4);
        assertThat(problems.outdated()).isEqualTo(1);
        ReadAgain news = problems.readAgain(Progress.NONE);

        assertThat(news).isEqualTo(new ReadAgain(1, 1, 0, 0, 1, List.of()));
        assertThat(problems.of(id).getFirst().findings().problems().getFirst().confidence())
                .isEqualTo(0.4);
        assertThat(problems.outdated()).isZero();
    }

    private List<Integer> years(ReportFilter filter) {
        List<Integer> years = new ArrayList<>();
        problems.forEach(filter, it -> years.add(it.year()));
        return years;
    }

    private String bringIn(String org, int year) throws IOException {
        Path file = Files.writeString(folder.resolve(org + year + ".txt"), TEXT.formatted(org, year));
        FileIntake intake =
                new FileIntake(workspace, store, plugins, new HouseReader(plugins), _ -> "2.0.0", () -> {}, NOON);
        return intake.bringIn(List.of(file), Intake.Overrides.NONE, Progress.NONE, _ -> {})
                .getFirst()
                .report();
    }
}
