package gewu.ledger;

import static gewu.testkit.Shown.all;

import gewu.api.workbench.Panel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests that begin at an empty desk and look at what views show.
abstract class AtDesk {
    @TempDir
    Path folder;

    Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static List<String> texts(Panel panel) {
        return all(Panel.Text.class, panel).stream().map(it -> it.words().zh()).toList();
    }

    /// The rows of the tables whose title begins with this, cells parted by bars.
    static List<String> rows(Panel panel, String title) {
        return all(Panel.Table.class, panel).stream()
                .filter(it -> it.title().zh().startsWith(title))
                .flatMap(it -> it.rows().stream())
                .map(row ->
                        String.join("|", row.cells().stream().map(it -> it.zh()).toList()))
                .toList();
    }
}
