package gewu.kernel.report;

import gewu.api.report.Fact;
import gewu.api.store.Row;
import gewu.api.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what the rules of folders say about reports, for each file that holds a report. Where several files
/// differ, the word that came last counts. Safe for all threads.
public final class RuleTable {
    private static final String OF_REPORT =
            "SELECT file, field, value, rule, said_at FROM report_rule WHERE report = ?";
    private static final String ADD =
            "INSERT INTO report_rule (report, file, field, value, rule, said_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String REMOVE = "DELETE FROM report_rule WHERE report = ? AND file = ?";

    private final Store store;

    public RuleTable(Store store) {
        this.store = store;
    }

    private static final Comparator<Line> BY_AGE =
            Comparator.comparing(Line::saidAt).thenComparing(Line::file);

    private record Line(String file, RuleWord word, Instant saidAt) {}

    /// Keeps what the rules say now about a file that holds a report, instead of what they said before. Call it in a
    /// transaction.
    ///
    /// @param file its resolved name
    /// @return whether a value is another than before, not only its rule
    public boolean keep(String report, String file, List<RuleWord> words, Instant at) {
        Map<String, String> before = values(
                lines(report).stream().filter(it -> it.file().equals(file)).toList());
        List<Line> own = linesOf(report, file, words, at);
        store.update(REMOVE, report, file);
        for (Line line : own) {
            RuleWord word = line.word();
            store.update(ADD, report, file, word.field().id(), word.value(), word.rule(), line.saidAt());
        }
        return !values(own).equals(before);
    }

    /// Whether the rules say the same about a file as before.
    public boolean isKnown(String report, String file, List<RuleWord> words) {
        Map<Fact.Field, RuleWord> now = new EnumMap<>(Fact.Field.class);
        words.forEach(it -> now.put(it.field(), it));
        Map<Fact.Field, RuleWord> before = new EnumMap<>(Fact.Field.class);
        lines(report).stream()
                .filter(it -> it.file().equals(file))
                .forEach(it -> before.put(it.word().field(), it.word()));
        return now.equals(before);
    }

    /// What rules say about a report, by field.
    public Map<String, String> said(String report) {
        return values(lines(report));
    }

    /// What rules will say about a report once `words` are kept for a file.
    public Map<String, String> saidWith(String report, String file, List<RuleWord> words, Instant at) {
        List<Line> all = new ArrayList<>(lines(report));
        List<Line> own = linesOf(report, file, words, at);
        all.removeIf(it -> it.file().equals(file));
        all.addAll(own);
        all.sort(BY_AGE);
        return values(all);
    }

    /// The rule behind a fact, if one stands behind it.
    Optional<RuleWord> word(String report, Fact.Field field) {
        return lines(report).reversed().stream()
                .map(Line::word)
                .filter(it -> it.field() == field)
                .findFirst();
    }

    /// A word that was said before keeps its time.
    private List<Line> linesOf(String report, String file, List<RuleWord> words, Instant at) {
        List<Line> before = lines(report);
        List<Line> own = new ArrayList<>();
        for (RuleWord word : words) {
            Instant saidAt = before.stream()
                    .filter(it -> it.file().equals(file)
                            && it.word().field() == word.field()
                            && it.word().value().equals(word.value()))
                    .map(Line::saidAt)
                    .findFirst()
                    .orElse(at);
            own.add(new Line(file, word, saidAt));
        }
        return own;
    }

    private List<Line> lines(String report) {
        List<Line> lines = new ArrayList<>();
        store.forEach(OF_REPORT, row -> line(row).ifPresent(lines::add), report);
        lines.sort(BY_AGE);
        return lines;
    }

    private static Optional<Line> line(Row row) {
        return Fact.Field.named(row.text("field"))
                .map(field -> new Line(
                        row.text("file"),
                        new RuleWord(field, row.text("value"), row.text("rule")),
                        row.instant("said_at")));
    }

    private static Map<String, String> values(List<Line> lines) {
        Map<String, String> values = new HashMap<>();
        lines.forEach(it -> values.put(it.word().field().id(), it.word().value()));
        return values;
    }
}
