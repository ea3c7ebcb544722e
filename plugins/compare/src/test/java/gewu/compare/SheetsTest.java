package gewu.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.job.Progress;
import gewu.api.report.OtherVersion;
import gewu.api.report.PageLook;
import gewu.api.report.Report;
import gewu.api.report.ReportFilter;
import gewu.api.report.ReportSummary;
import gewu.api.report.Reports;
import gewu.testkit.ReportGenerator;
import gewu.testkit.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the sheets follow what happens to reports.
final class SheetsTest {
    private static final ReportGenerator GENERATOR = new ReportGenerator(7);

    @TempDir
    private Path folder = Path.of("");

    private SmallHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new SmallHouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private void put(int from, int to) {
        for (int i = from; i < to; i++) {
            house.shelf().put(SampleReport.of("r-" + i, GENERATOR.report(i)));
        }
    }

    private List<String> known() {
        return house.sheets().table().heads().stream()
                .map(SheetTable.Head::report)
                .toList();
    }

    @Test
    void whatCameAndWentSinceTheLastTimeIsMadeUpFor() {
        put(0, 3);
        house.sheets().catchUp(Progress.NONE);
        house.shelf().remove("r-1");
        put(3, 4);
        house.sheets().catchUp(Progress.NONE);

        assertThat(known()).containsExactly("r-0", "r-2", "r-3");
        assertThat(house.sheets().table().state().sequence())
                .isEqualTo(house.store().lastChange());
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() {
        house.shelf().put(SampleReport.of("r", "旧的一段话写得足够长，用来认出它来。"));
        house.sheets().catchUp(Progress.NONE);
        house.shelf().put(SampleReport.of("r", "一、概况\n新的一段话也写得足够长，用来认出它来。\n又有一段话写得足够长，用来数一数它。"));
        house.sheets().catchUp(Progress.NONE);

        assertThat(house.sheets().table().heads())
                .singleElement()
                .satisfies(it -> assertThat(it.sentences()).isEqualTo(2));
    }

    @Test
    void onlyWhatChangedIsReadAgain() {
        put(0, 20);
        house.sheets().catchUp(Progress.NONE);
        put(5, 6);
        Watched watched = new Watched(house.shelf(), Integer.MAX_VALUE);
        new Sheets(house.store(), watched).catchUp(Progress.NONE);

        assertThat(watched.read).containsExactly("r-5");
    }

    @Test
    void whatWasKeptBeforeTheEndStaysAndTheRestIsDoneNextTime() {
        put(0, 250);
        Sheets dying = new Sheets(house.store(), new Watched(house.shelf(), 150));
        assertThatThrownBy(() -> dying.catchUp(Progress.NONE)).isInstanceOf(IllegalStateException.class);
        assertThat(known()).hasSize(100);

        Watched watched = new Watched(house.shelf(), Integer.MAX_VALUE);
        new Sheets(house.store(), watched).catchUp(Progress.NONE);

        assertThat(known()).hasSize(250);
        assertThat(watched.read).hasSize(150);
    }

    @Test
    void whoLooksWaitsForAFewReportsAndLeavesManyToTheUpkeep() {
        Sheets sheets = house.sheets();
        SheetUpkeep upkeep = new SheetUpkeep(house.store(), sheets);
        put(0, 3);
        upkeep.run(Progress.NONE);
        put(3, 8);
        assertThat(sheets.catchUpIfFew()).isEmpty();
        assertThat(known()).hasSize(8);

        put(8, 60);
        assertThat(sheets.catchUpIfFew()).contains(new Sheets.Missing(52, true));
        assertThat(known()).hasSize(8);

        assertThat(upkeep.run(Progress.NONE)).isEmpty();
        assertThat(known()).hasSize(60);
        assertThat(house.store().changesAfter(0, SheetUpkeep.COMPARED, 10)).hasSize(2);
        assertThat(sheets.catchUpIfFew()).isEmpty();

        long told = house.store().lastChange();
        upkeep.run(Progress.NONE);
        assertThat(house.store().lastChange()).isEqualTo(told);
    }

    @Test
    void whoLooksWhereNoUpkeepIsAtWorkWaitsForAll() {
        put(0, 60);

        assertThat(house.sheets().catchUpIfFew()).isEmpty();
        assertThat(known()).hasSize(60);
    }

    @Test
    void sheetsOfAnotherFormAreMadeAnew() {
        put(0, 2);
        house.sheets().catchUp(Progress.NONE);
        house.store().update("UPDATE compare_state SET form = 0");
        house.store().update("UPDATE compare_sheet SET sentences = 0");
        house.sheets().catchUp(Progress.NONE);

        assertThat(house.sheets().table().heads()).hasSize(2).allMatch(it -> it.sentences() > 0);
    }

    /// Notes which reports are read, and breaks down after so many.
    private static final class Watched implements Reports {
        private final Reports reports;
        private final int breaksAfter;
        final List<String> read = new ArrayList<>();

        Watched(Reports reports, int breaksAfter) {
            this.reports = reports;
            this.breaksAfter = breaksAfter;
        }

        @Override
        public Optional<Report> find(String id) {
            if (read.size() >= breaksAfter) {
                throw new IllegalStateException("killed");
            }
            read.add(id);
            return reports.find(id);
        }

        @Override
        public List<ReportSummary> list(ReportFilter filter) {
            return reports.list(filter);
        }

        @Override
        public Optional<PageLook> look(String report, int page) {
            return reports.look(report, page);
        }

        @Override
        public List<OtherVersion> versions(String report) {
            return reports.versions(report);
        }

        @Override
        public ReportSummary named(String words) {
            return reports.named(words);
        }
    }
}
