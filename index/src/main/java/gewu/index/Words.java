package gewu.index;

import gewu.index.segment.WordDictionary;
import gewu.index.segment.WordTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Tokenizer;
import org.jspecify.annotations.Nullable;

/// The words of the dictionary, which is opened when first asked for. Safe for all threads.
final class Words {
    private final Path folder;
    private @Nullable WordDictionary dictionary;

    /// @param folder where the dictionary is kept in a form that opens quickly
    Words(Path folder) {
        this.folder = folder;
    }

    /// A new cutter, for one thread.
    Tokenizer tokenizer() throws IOException {
        return new WordTokenizer(dictionary());
    }

    private synchronized WordDictionary dictionary() throws IOException {
        WordDictionary open = dictionary;
        if (open == null) {
            open = WordDictionary.open(folder);
            dictionary = open;
        }
        return open;
    }
}
