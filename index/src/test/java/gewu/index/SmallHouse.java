package gewu.index;

import gewu.api.plugin.Extensions;
import gewu.api.plugin.PluginScope;
import gewu.index.segment.WordDictionary;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.GivenExtensions;
import gewu.testkit.ReportShelf;
import gewu.testkit.TemporaryScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// A real store and a real index in one folder, and reports to put in.
final class SmallHouse implements AutoCloseable {
    /// What questions may use where there are no plugins.
    static final Vocabulary NOTHING_MORE = new Vocabulary(Synonyms.ofTheHouse(), List.of(), List.of());

    private static final Path DICTIONARY = Path.of("target", "words");

    private final Path folder;
    private final Extensions extensions;
    private final SqliteStore store;
    private final ReportShelf shelf;
    private TemporaryScope scope;
    private LuceneIndex index;

    /// A house without plugins.
    SmallHouse(Path folder) throws IOException {
        this(folder, new GivenExtensions());
    }

    SmallHouse(Path folder, Extensions extensions) throws IOException {
        this.folder = folder;
        this.extensions = extensions;
        store = SqliteStore.open(folder.resolve("gewu.db"), false, Clock.systemUTC());
        shelf = new ReportShelf(store);
        scope = new TemporaryScope("index", folder);
        index = open(scope);
    }

    SqliteStore store() {
        return store;
    }

    ReportShelf shelf() {
        return shelf;
    }

    LuceneIndex index() {
        return index;
    }

    /// Where the index's files are.
    Path files() throws IOException {
        return scope.dataFolder().resolve("paragraphs");
    }

    /// Ends the index's plugin.
    void closeIndex() throws Exception {
        scope.close();
    }

    /// Ends the index's plugin and starts it again.
    LuceneIndex reopen() throws Exception {
        scope.close();
        scope = new TemporaryScope("index", folder);
        index = open(scope);
        return index;
    }

    @Override
    public void close() throws Exception {
        scope.close();
        store.close();
    }

    private LuceneIndex open(PluginScope plugin) throws IOException {
        lendDictionary(plugin);
        return new LuceneIndex(store, shelf, extensions, plugin);
    }

    /// Making the dictionary takes a second; all tests share one.
    static void lendDictionary(PluginScope scope) throws IOException {
        WordDictionary.open(DICTIONARY);
        try (Stream<Path> files = Files.list(DICTIONARY)) {
            for (Path file : List.copyOf(files.toList())) {
                Path copy = scope.dataFolder().resolve(file.getFileName().toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
