package gewu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.problem.Findings;
import gewu.api.problem.ProblemFinder;
import gewu.api.report.Report;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [ProblemFinder] must do. Extend it in the finder's own package and add cases of your own.
public abstract class FinderContract {
    /// The finder under test.
    protected abstract ProblemFinder finder();

    /// The reports it is tried on; in at least one of them it finds a problem.
    protected List<Report> reports() {
        ReportGenerator generator = new ReportGenerator(29);
        return generator
                .reports(8)
                .map(made -> SampleReport.of(made.name(), made))
                .toList();
    }

    @Test
    void findsSomething() {
        assertThat(reports())
                .anyMatch(report -> !finder().find(report).problems().isEmpty());
    }

    @Test
    void everyFindingStandsWhereItClaims() {
        for (Report report : reports()) {
            Findings findings = finder().find(report);
            findings.problems().forEach(problem -> Evidence.standsIn(report, problem.passage()));
            findings.problems().forEach(problem -> Evidence.isShare(problem.confidence()));
            findings.causes().forEach(cause -> Evidence.standsIn(report, cause.passage()));
            findings.remedies().forEach(remedy -> Evidence.standsIn(report, remedy.passage()));
            findings.remedies().forEach(remedy -> Evidence.isShare(remedy.confidence()));
        }
    }

    @Test
    void idsAreUniqueAndLinksNameFindingsOfTheSameAnswer() {
        for (Report report : reports()) {
            Findings findings = finder().find(report);
            List<String> problems =
                    findings.problems().stream().map(Findings.Problem::id).toList();
            List<String> remedies =
                    findings.remedies().stream().map(Findings.Remedy::id).toList();
            Stream<String> causes = findings.causes().stream().map(Findings.Cause::id);

            assertThat(Stream.of(problems.stream(), remedies.stream(), causes).flatMap(ids -> ids))
                    .doesNotHaveDuplicates();
            assertThat(findings.causes()).allMatch(cause -> problems.contains(cause.problem()));
            assertThat(findings.links()).allMatch(link -> problems.contains(link.problem()));
            assertThat(findings.links()).allMatch(link -> remedies.contains(link.remedy()));
            assertThat(findings.links()).noneMatch(link -> link.why().isBlank());
        }
    }

    @Test
    void theSameReportGivesTheSameFindingsTwice() {
        for (Report report : reports()) {
            assertThat(finder().find(report)).isEqualTo(finder().find(report));
        }
    }

    @Test
    void aReportWithoutWordsAdmitsNothing() {
        assertThat(finder().find(SampleReport.of("空", ""))).isEqualTo(Findings.NONE);
    }

    @Test
    void oneFinderServesFourThreads() throws Exception {
        ProblemFinder shared = finder();
        Report report = reports().getFirst();

        FourThreads.allGet(shared.find(report), () -> shared.find(report));
    }
}
