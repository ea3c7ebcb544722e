package gewu.kernel.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A numbered script that makes or changes tables. Once released it is never edited.
///
/// @param name the file name, such as `1-ledger.sql`; unique for its owner
/// @param sql  statements, each ended by a semicolon
public record Script(String name, String sql) {

    /// The house's own tables, oldest script first.
    static List<Script> ofTheHouse() {
        // 5 ran in workspaces before 3 was written; what ran keeps its place, so 3 comes behind it.
        return List.of(
                house("1-reports.sql"),
                house("2-pages.sql"),
                house("5-files.sql"),
                house("3-facts.sql"),
                house("6-rules.sql"),
                house("7-versions.sql"),
                house("8-metrics.sql"),
                house("9-metric-cells.sql"),
                house("10-problems.sql"),
                house("11-metric-counts.sql"),
                house("12-changes-by-subject.sql"));
    }

    private static Script house(String name) {
        try (InputStream script = Script.class.getResourceAsStream("tables/" + name)) {
            if (script == null) {
                throw new IllegalStateException("The script tables/" + name + " is missing from the kernel's jar.");
            }
            return new Script(name, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The script tables/" + name + " can't be read.", unreadable);
        }
    }
}
