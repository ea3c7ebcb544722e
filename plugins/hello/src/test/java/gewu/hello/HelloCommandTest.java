package gewu.hello;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.CommandContract;
import gewu.testkit.RecordedOutput;
import gewu.testkit.ReportShelf;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelloCommandTest extends CommandContract {
    @TempDir
    Path folder;

    private SqliteStore store;
    private ReportShelf shelf;

    @BeforeEach
    void putTwoReportsOnTheShelf() {
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
        for (String org : List.of("临江市信访局", "云海市民政局")) {
            ReportFacts facts = new ReportFacts(org + "自评报告", org, "", 2021, ReportKind.WHOLE_DEPARTMENT);
            shelf.put(SampleReport.of(org, 1, facts, "一、部门概况"));
        }
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Override
    protected Command command() {
        return new Hello(shelf);
    }

    @Test
    void countsTheReportsAndNamesWhoWroteThem() {
        RecordedOutput output = RecordedOutput.json();

        Command.Exit exit = new Hello(shelf).run(new CommandCall(List.of(), Map.of()), output);

        assertThat(exit).isEqualTo(Command.Exit.DONE);
        assertThat(output.rows().getFirst().values())
                .containsEntry("reports", 2)
                .containsEntry("orgs", List.of("临江市信访局", "云海市民政局"));
    }
}
