package gewu.metrics.table;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.metric.Metric;
import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.report.YearRange;
import gewu.api.store.Change;
import gewu.kernel.store.SqliteStore;
import gewu.metrics.ReadFigures;
import gewu.testkit.ReportShelf;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptAnswersTest {
    private static final FigureTable.Question QUESTION =
            new FigureTable.Question("fin.exp.3public", Metric.Kind.LEVEL, "", "", new YearRange(0, 0), false);

    @TempDir
    private Path folder;

    private SqliteStore store;
    private ReportShelf shelf;
    private KeptAnswers answers;

    @BeforeEach
    void openAnEmptyHouse() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
        answers = new KeptAnswers(store, new FigureTable(new ReadFigures(shelf)));
    }

    @AfterEach
    void leave() {
        store.close();
    }

    private void add(String org) {
        ReportFacts facts = new ReportFacts("自评报告", org, "", 2021, ReportKind.WHOLE_DEPARTMENT);
        shelf.put(SampleReport.of(org, 1, facts, "“三公”经费支出5.76万元。"));
    }

    @Test
    void anAnswerIsKeptUntilAReportOrAFigureChanges() {
        add("青禾县水利局");
        FigureTable.Answer first = answers.answer(QUESTION);
        assertThat(first.cells()).containsOnlyKeys("青禾县水利局");

        store.inTransaction(() -> store.changed("ledger", "7", Change.Kind.UPDATED));
        assertThat(answers.answer(QUESTION)).isSameAs(first);

        add("云岭市公路局");
        FigureTable.Answer second = answers.answer(QUESTION);
        assertThat(second.cells()).containsOnlyKeys("云岭市公路局", "青禾县水利局");

        store.inTransaction(() -> store.changed("metrics", "云岭市公路局", Change.Kind.UPDATED));
        assertThat(answers.answer(QUESTION)).isNotSameAs(second);
    }

    @Test
    void onlyTheLastFewAnswersAreKept() {
        add("青禾县水利局");
        FigureTable.Answer first = answers.answer(QUESTION);
        for (int year = 2018; year < 2022; year++) {
            answers.answer(new FigureTable.Question(
                    "fin.exp.3public", Metric.Kind.LEVEL, "", "", new YearRange(year, year), false));
        }

        assertThat(answers.answer(QUESTION)).isNotSameAs(first).isEqualTo(first);
    }
}
