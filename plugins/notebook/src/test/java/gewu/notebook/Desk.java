package gewu.notebook;

import gewu.api.report.ReportFacts;
import gewu.api.report.ReportKind;
import gewu.api.workbench.Command;
import gewu.api.workbench.CommandCall;
import gewu.api.workbench.DataRow;
import gewu.kernel.store.Script;
import gewu.kernel.store.SqliteStore;
import gewu.testkit.PlainIndex;
import gewu.testkit.RecordedOutput;
import gewu.testkit.ReportShelf;
import gewu.testkit.SampleReport;
import gewu.testkit.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A researcher's desk: a real store, reports, and an index that looks at every paragraph. Several desks
/// may share a
/// store's file and a shelf, as several processes do.
final class Desk implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T08:00:00Z"), ZoneOffset.UTC);

    final SqliteStore store;
    final ReportShelf shelf;
    final PlainIndex index;

    private Desk(SqliteStore store, ReportShelf shelf) {
        this.store = store;
        this.shelf = shelf;
        this.index = new PlainIndex(store, shelf);
    }

    /// A desk with an empty shelf.
    static Desk in(Path folder) {
        SqliteStore store = open(folder);
        return new Desk(store, new ReportShelf(store));
    }

    /// Another process at the same workspace.
    static Desk beside(Desk other, Path folder) {
        return new Desk(open(folder), other.shelf);
    }

    private static SqliteStore open(Path folder) {
        SqliteStore store = SqliteStore.open(folder.resolve("gewu.db"), false, CLOCK);
        String file = "1-notebook.sql";
        try (InputStream script = Objects.requireNonNull(Desk.class.getResourceAsStream("/tables/" + file))) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            store.migrate("notebook", List.of(new Script("tables/" + file, sql)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return store;
    }

    /// Brings in a report whose paragraphs are these lines; one that is there gets a new version.
    void bringIn(String id, String... lines) {
        int version = shelf.find(id).map(it -> it.version() + 1).orElse(1);
        shelf.put(SampleReport.of(
                id,
                version,
                new ReportFacts("南江市档案馆2021年自评报告", "南江市档案馆", "南江市", 2021, ReportKind.WHOLE_DEPARTMENT),
                String.join("\n", lines)));
    }

    Command command(String name) {
        return switch (name) {
            case "saved" -> new SavedCommand(store, shelf, index, CLOCK);
            case "alerts" -> new AlertsCommand(store, shelf, index, CLOCK);
            case "notebook" -> new NotebookCommand(store, shelf, index, CLOCK);
            case "note" -> new NoteCommand(store, shelf, CLOCK);
            case "tag" -> new TagCommand(store, shelf, CLOCK);
            case "cite" -> new CiteCommand(shelf, CLOCK);
            case "open" -> new OpenCommand(shelf, store, CLOCK);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// What a program is answered; words that begin with `--` are options, each with a value behind `=`.
    List<DataRow> rows(String name, String... words) throws Exception {
        RecordedOutput output = RecordedOutput.json();
        command(name).run(call(words), output);
        return output.rows();
    }

    /// What a person is told, in Chinese, line by line.
    List<String> told(String name, String... words) throws Exception {
        RecordedOutput output = RecordedOutput.people();
        command(name).run(call(words), output);
        return output.panels().stream().flatMap(it -> Shown.words(it).stream()).toList();
    }

    static CommandCall call(String... words) {
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> options = new HashMap<>();
        for (String word : words) {
            int value = word.indexOf('=');
            if (!word.startsWith("--")) {
                arguments.add(word);
            } else if (value < 0) {
                options.put(word, List.of());
            } else {
                options.put(word.substring(0, value), List.of(word.substring(value + 1)));
            }
        }
        return new CommandCall(arguments, options);
    }

    @Override
    public void close() {
        store.close();
    }
}
