package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;

import gewu.api.job.Progress;
import gewu.api.search.SearchQuery;
import gewu.api.workbench.HealthFinding;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.GivenExtensions;
import gewu.testkit.ReportGenerator;
import gewu.testkit.ReportShelf;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that indexes is killed at a random moment, again and again: the index is always whole and holds
/// what its last commit says, and the next process goes on from there.
@Tag("soak")
class KilledSoak {
    private static final int REPORTS = 400;
    private static final int BATCH = 20;
    private static final int KILLS = Integer.getInteger("gewu.kills", 10);

    @TempDir
    private Path folder;

    @Test
    void holdsWhatItsLastCommitSaysWheneverItIsKilled() throws Exception {
        Random random = new Random(9);
        for (int i = 0; i < KILLS; i++) {
            Path place = folder.resolve("kill " + i);
            SmallHouse.lendDictionary(new TemporaryScope("index", place));
            Process child = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx256m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            place.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(place.resolve("child.log").toFile())
                    .start();
            awaitFirstCommit(child, place);
            boolean ended = child.waitFor(random.nextInt(4_000), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            System.out.println("kill " + (i + 1) + (ended ? ": it was done already" : ": " + afterKill(place)));
        }
    }

    private static void awaitFirstCommit(Process child, Path place) throws Exception {
        Path files = Files.createDirectories(
                new TemporaryScope("index", place).dataFolder().resolve("paragraphs"));
        try (Directory directory = FSDirectory.open(files)) {
            while (child.isAlive() && !DirectoryReader.indexExists(directory)) {
                Thread.sleep(20);
            }
        }
    }

    private static String afterKill(Path place) throws Exception {
        TemporaryScope scope = new TemporaryScope("index", place);
        Path files = scope.dataFolder().resolve("paragraphs");
        long committed = 0;
        try (Directory directory = FSDirectory.open(files)) {
            if (DirectoryReader.indexExists(directory)) {
                try (CheckIndex check = new CheckIndex(directory)) {
                    assertThat(check.checkIndex().clean).isTrue();
                }
                try (DirectoryReader reader = DirectoryReader.open(directory)) {
                    committed =
                            Long.parseLong(reader.getIndexCommit().getUserData().get("sequence"));
                    assertThat(reader.numDocs()).isEqualTo(paragraphs(Math.toIntExact(committed)));
                }
            }
        }
        try (SqliteStore store = Child.store(place)) {
            ReportShelf shelf = new ReportShelf(store);
            Child.put(shelf, 0, REPORTS);
            LuceneIndex index = new LuceneIndex(store, shelf, new GivenExtensions(), scope);
            index.catchUp(Progress.NONE);
            assertThat(index.check()).allMatch(finding -> finding.state() == HealthFinding.State.WELL);
            assertThat(index.search(SearchQuery.of("支出").withLimit(0)).reports())
                    .isPositive();
        }
        scope.close();
        return committed + " changes were in the last commit; whole afterwards";
    }

    private static int paragraphs(int reports) {
        ReportGenerator generator = new ReportGenerator(5);
        int paragraphs = 0;
        for (int i = 0; i < reports; i++) {
            paragraphs += GeneratedReports.cut(generator.report(i)).paragraphs().size();
        }
        return paragraphs;
    }

    /// What is killed: puts reports in, batch by batch, each followed by the index.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Path place = Path.of(arguments[0]);
            try (SqliteStore store = store(place)) {
                ReportShelf shelf = new ReportShelf(store);
                LuceneIndex index =
                        new LuceneIndex(store, shelf, new GivenExtensions(), new TemporaryScope("index", place));
                for (int from = 0; from < REPORTS; from += BATCH) {
                    put(shelf, from, from + BATCH);
                    index.catchUp(Progress.NONE);
                }
            }
        }

        static SqliteStore store(Path place) throws IOException {
            Files.createDirectories(place);
            return SqliteStore.open(place.resolve("gewu.db"), false, Clock.systemUTC());
        }

        static void put(ReportShelf shelf, int from, int to) {
            ReportGenerator generator = new ReportGenerator(5);
            for (int i = from; i < to; i++) {
                shelf.put(GeneratedReports.cut(generator.report(i)));
            }
        }
    }
}
