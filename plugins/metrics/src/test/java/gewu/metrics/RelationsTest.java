package gewu.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Check;
import gewu.api.report.Report;
import gewu.metrics.audit.Audit;
import gewu.testkit.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelationsTest {
    private static final String INDICATORS = """
            lib.books\t馆藏图书\t-\tcount.册\t-\t馆藏图书
            lib.books.paper\t纸质图书\t-\tcount.册\tlib.books\t纸质图书
            lib.books.disc\t电子图书\t-\tcount.册\tlib.books\t电子图书
            """;

    @TempDir
    private Path folder;

    @Test
    void thePluginsOwnRelationsAreSound() {
        assertThat(Pack.own().relations().sums()).isNotEmpty();
    }

    @Test
    void aStarStandsForAllIndicatorsThatHaveBothEndings() {
        assertThat(Pack.own().relations().mosts())
                .extracting(Relation.Most::less)
                .contains("pet.visit.batch", "case.review.batch");
    }

    @Test
    void aRelationOfAUsersPackIsAudited() throws IOException {
        write("馆藏", "indicators.tsv", INDICATORS);
        write("馆藏", "relations.tsv", "# 馆藏的两类\nsum lib.books = lib.books.paper + lib.books.disc\twarn\n");
        Packs packs = Packs.in(folder);
        Report report = SampleReport.of("r", "年末馆藏图书900册。纸质图书600册，电子图书310册。");

        List<Check> checks = new Audit(packs.pack()).of(report, packs.reader().read(report));

        assertThat(packs.refused()).isEmpty();
        assertThat(packs.pack().relations().told("馆藏"))
                .containsExactly("sum lib.books = lib.books.paper + lib.books.disc");
        assertThat(checks)
                .filteredOn(it -> it.kind() == Check.Kind.SUM)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.verdict()).isEqualTo(Check.Verdict.VIOLATED);
                    assertThat(it.severity()).as("as the pack weighs it").isEqualTo(Check.Severity.WARN);
                    assertThat(it.sentence().zh()).isEqualTo("纸质图书 600册、电子图书 310册合计 910册，总数是年末馆藏图书 900册：不符。");
                });
    }

    @Test
    void whatCantBeMoreThanSomethingElseIsAuditedWhateverTheirIds() throws IOException {
        write("馆藏", "indicators.tsv", "books\t馆藏图书\t-\tcount.册\t-\t馆藏图书\nlent\t外借图书\t-\tcount.册\t-\t外借图书\n");
        write("馆藏", "relations.tsv", "lent <= books\terror\n");
        Packs packs = Packs.in(folder);
        Report report = SampleReport.of("r", "馆藏图书900册，外借图书1200册。");

        assertThat(new Audit(packs.pack()).of(report, packs.reader().read(report)))
                .extracting(it -> it.kind().id() + " " + it.verdict().id())
                .containsExactly("inequality violated");
    }

    @Test
    void relationsAloneLeaveTheFiguresAsTheyWereRead() throws IOException {
        write("关系", "relations.tsv", "fin.exp.basic <= fin.exp.total\terror\n");
        Packs packs = Packs.in(folder);

        assertThat(packs.names()).containsExactly("关系");
        assertThat(packs.edition())
                .as("nothing is to be read again")
                .isEqualTo(Packs.own().edition());
    }

    @Test
    void aBadTableIsRefusedWithAllItsLines() throws IOException {
        write("坏的", "relations.tsv", """
                # our own
                sum fin.exp.total = fin.exp.basic + fin.exp.nothing\terror
                sum fin.exp.basic = fin.exp.project + pet.total.case\terror
                rate case.closed = case.resolved / case.assigned\terror
                fin.exp.basic <= pet.total.case\tloud
                fin.exp.basic < fin.exp.total\twarn
                sum fin.exp.total = fin.exp.total + fin.exp.project\terror
                fin.exp.basic <= fin.exp.total
                """);

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "坏的/relations.tsv, line 2: there is no indicator fin.exp.nothing.",
                        "坏的/relations.tsv, line 3: it adds count (pet.total.case) to money (fin.exp.basic).",
                        "坏的/relations.tsv, line 4: case.closed is no rate but count.",
                        "坏的/relations.tsv, line 5: “loud” is no weight; known: error, info, warn.",
                        "坏的/relations.tsv, line 6: “fin.exp.basic < fin.exp.total” is no relation; write sum a = b + c, rate r = a / b, or a <= b.",
                        "坏的/relations.tsv, line 7: an indicator stands in it twice.",
                        "坏的/relations.tsv, line 8: 1 cells instead of 2.");
    }

    @Test
    void aRelationThatComesBackToTheBeginningOfOursIsRefused() throws IOException {
        write("圈", "relations.tsv", "sum fin.exp.basic = fin.exp.total + fin.exp.general\terror\n");
        assertThat(faults()).containsExactly("圈/relations.tsv, line 1: it comes back to fin.exp.basic.");

        write("圈", "relations.tsv", "case.assigned <= case.closed\terror\n");
        assertThat(faults()).containsExactly("圈/relations.tsv, line 1: it comes back to case.assigned.");
    }

    private List<String> faults() {
        Packs packs = Packs.in(folder);
        assertThat(packs.names()).isEmpty();
        return packs.refused().getFirst().faults();
    }

    private void write(String pack, String file, String rows) throws IOException {
        Path path = folder.resolve("packs").resolve(pack);
        Files.createDirectories(path);
        Files.writeString(path.resolve(file), rows);
    }
}
