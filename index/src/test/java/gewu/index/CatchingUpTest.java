package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.job.Progress;
import gewu.api.search.SearchAnswer;
import gewu.api.search.SearchQuery;
import gewu.api.store.Change;
import gewu.api.workbench.HealthFinding;
import gewu.api.workbench.HealthFinding.State;
import gewu.testkit.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchingUpTest {
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
    void takesInOnlyWhatChangedSinceTheLastCommit() throws Exception {
        put("甲", "信访工作");
        put("乙", "信访工作");
        assertThat(house.index().catchUp(Progress.NONE)).isEqualTo(2);

        put("丙", "信访工作");
        assertThat(house.reopen().catchUp(Progress.NONE)).isEqualTo(1);
        assertThat(found("信访")).isEqualTo(3);
    }

    @Test
    void whatMatchedIsKeptFromPageToPageAndForgottenWhenTheIndexChanges() throws Exception {
        put("甲", "信访工作\n信访接待\n信访数据");
        SearchQuery query = SearchQuery.of("信访").withLimit(2).withFacets().folded(true);
        SearchAnswer first = house.index().search(query);
        SearchAnswer second = house.index().search(query.withOffset(2));

        assertThat(first.hits()).hasSize(2);
        assertThat(second.hits()).hasSize(1).doesNotContainAnyElementsOf(first.hits());
        assertThat(second.facets()).isEqualTo(first.facets());
        assertThat(house.index().search(query.folded(false)).paragraphs()).isEqualTo(3);

        put("乙", "信访工作");
        SearchAnswer later = house.index().search(query);
        assertThat(later.paragraphs()).isEqualTo(4);
        assertThat(later.distinct()).isEqualTo(3);
        assertThat(later.reports()).isEqualTo(2);
    }

    @Test
    void passesOverChangesOfOtherThings() {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        house.store().inTransaction(() -> house.store().changed("ledger", "7", Change.Kind.ADDED));

        assertThat(house.index().catchUp(Progress.NONE)).isZero();
        assertThat(found("信访")).isEqualTo(1);
        assertWell();
    }

    @Test
    void makesItselfAnewWhenTheWayOfAnalysingChanged() throws Exception {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        closeIndex();
        try (Directory directory = FSDirectory.open(house.files());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("sequence", "1", "made with", "paragraph 0").entrySet());
            writer.commit();
        }

        assertThat(house.reopen().check()).extracting(HealthFinding::state).containsExactly(State.BROKEN);
        assertThat(house.index().catchUp(Progress.NONE)).isEqualTo(1);
        assertThat(found("信访")).isEqualTo(1);
        assertWell();
    }

    @Test
    void makesItselfAnewWhenItBelongsToAnotherStore() throws Exception {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        closeIndex();
        try (Directory directory = FSDirectory.open(house.files());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(
                    Map.of("sequence", "99", "made with", Fields.FINGERPRINT).entrySet());
            writer.commit();
        }

        assertThat(house.reopen().catchUp(Progress.NONE)).isEqualTo(1);
        assertWell();
    }

    @Test
    void makesItselfAnewWhenAFileIsCutShort() throws Exception {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        closeIndex();
        for (Path file : indexFiles()) {
            if (!file.endsWith("write.lock")) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        List<HealthFinding> findings = house.reopen().check();
        assertThat(findings).extracting(HealthFinding::state).containsExactly(State.BROKEN);
        assertThat(findings.getFirst().remedy()).contains("gewu reindex");
        assertThat(found("信访")).isEqualTo(1);
        assertWell();
    }

    @Test
    void makesItselfAnewWhenAFileIsGone() throws Exception {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        closeIndex();
        for (Path file : indexFiles()) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }

        house.reopen();
        assertThat(found("信访")).isEqualTo(1);
        assertWell();
    }

    @Test
    void answersFromWhatIsThereWhileAnotherProcessWrites() throws Exception {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        closeIndex();
        try (Directory directory = FSDirectory.open(house.files());
                Lock held = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            held.ensureValid();
            put("乙", "信访工作");
            house.reopen();

            assertThat(found("信访")).isEqualTo(1);
            assertThatThrownBy(() -> house.index().catchUp(Progress.NONE))
                    .isInstanceOfSatisfying(
                            WorkbenchException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(WorkbenchException.Kind.WORKSPACE))
                    .hasMessageContaining("Another process is writing the index");
        }
        assertThat(found("信访")).isEqualTo(2);
    }

    @Test
    void keepsWholeBatchesWhenCancelledAndGoesOnLater() {
        put("甲", "信访工作");
        house.index().catchUp(Progress.NONE);
        put("乙", "信访工作");
        put("丙", "信访工作");

        assertThatThrownBy(() -> house.index().catchUp(new CancelledAfterOne()))
                .isInstanceOf(CancellationException.class);
        assertThat(house.index().catchUp(Progress.NONE)).isEqualTo(2);
        assertThat(found("信访")).isEqualTo(3);
    }

    @Test
    void tellsWhichReportsDifferFromTheStore() throws Exception {
        put("甲", "信访工作\n接待群众");
        put("乙", "信访工作");
        house.index().catchUp(Progress.NONE);
        closeIndex();
        try (Directory directory = FSDirectory.open(house.files());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.deleteDocuments(new org.apache.lucene.index.Term(Fields.REPORT, "乙"));
            writer.setLiveCommitData(
                    Map.of("sequence", "2", "made with", Fields.FINGERPRINT).entrySet());
            writer.commit();
        }

        assertThat(house.reopen().check())
                .extracting(HealthFinding::detail)
                .containsExactly("1 reports are in the store but not in the index: 乙.");
        house.index().rebuild(Progress.NONE);
        assertWell();
    }

    @Test
    void aReportWithoutWordsHarmsNothing() {
        put("空", " \n ");
        put("甲", "信访工作");

        assertThat(house.index().catchUp(Progress.NONE)).isEqualTo(2);
        assertThat(found("信访")).isEqualTo(1);
        assertWell();
    }

    private void put(String id, String text) {
        house.shelf().put(SampleReport.of(id, text));
    }

    private long found(String words) {
        return house.index().search(SearchQuery.of(words)).paragraphs();
    }

    private void assertWell() {
        assertThat(house.index().check()).extracting(HealthFinding::state).containsOnly(State.WELL);
    }

    /// Lets go of the files, as the end of the process would.
    private void closeIndex() throws Exception {
        house.closeIndex();
    }

    private List<Path> indexFiles() throws IOException {
        try (Stream<Path> files = Files.list(house.files())) {
            return files.toList();
        }
    }

    /// A person who loses patience after the first report.
    private static final class CancelledAfterOne implements Progress {
        private int steps;

        @Override
        public void total(long total) {}

        @Override
        public void step(String what) {
            steps++;
        }

        @Override
        public boolean isCancelled() {
            return steps > 0;
        }
    }
}
