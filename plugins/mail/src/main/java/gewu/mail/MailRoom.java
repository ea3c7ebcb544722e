package gewu.mail;

import gewu.api.plugin.PluginScope;
import gewu.api.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/// What all parts of the plugin share: where its files are, and its letters. Safe for all threads.
final class MailRoom {
    private final PluginScope scope;
    private final LetterTable letters;
    private final Clock clock;

    MailRoom(Store store, PluginScope scope, Clock clock) {
        this.scope = scope;
        this.letters = new LetterTable(store);
        this.clock = clock;
    }

    /// Where the office keeps its settings and addresses.
    Path folder() {
        try {
            return scope.dataFolder();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    LetterTable letters() {
        return letters;
    }

    Clock clock() {
        return clock;
    }
}
